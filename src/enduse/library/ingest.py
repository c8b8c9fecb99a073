"""A publication read into a snapshot: its bytes kept, its rows and what they mean."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from enduse.files.source_file import SourceFile
from enduse.goods import store as goods_store
from enduse.goods.entry import Entry
from enduse.goods.registry import GoodsReader
from enduse.library import families
from enduse.library.atomic import new_folder, write_atomically
from enduse.library.publication import published, snapshot_id
from enduse.library.snapshot import (
    Snapshot,
    SnapshotInfo,
    StoredFile,
    seal_of,
    stored_in,
)
from enduse.lists.record import Record
from enduse.lists.registry import ListReader
from enduse.model import Listing, Problem
from enduse.model.encode import to_plain

_ROWS = pa.schema(
    [("table", pa.string()), ("locator", pa.string()), ("json", pa.binary())]
)
_LISTINGS = pa.schema([("id", pa.string()), ("json", pa.binary())])
_BATCH = 5000


@dataclass(frozen=True, slots=True)
class Provenance:
    """How files came here: by `download` or `import`, when, and server's headers."""

    origin: str
    fetched: datetime
    engine: str
    headers: dict[str, dict[str, str]]


def build(
    place: Path,
    files: Sequence[SourceFile],
    names: tuple[str, str],
    provenance: Provenance,
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> Snapshot:
    """Read a publication into `place` (`library/<source>`), whole or not at all.

    `names` is (reader, source).
    """
    reader, source = names
    sha256 = snapshot_id(files)
    with new_folder(place / sha256) as scratch:
        stored = tuple(_store(file, scratch / "files", provenance) for file in files)
        own = [SourceFile(scratch / "files" / s.name, s.name) for s in stored]
        entries, problems, errors = _read(scratch, own, names, progress)
        made = [one for one in stored_in(scratch) if not one.name.startswith("files/")]
        day, basis = published(files, reader)
        info = SnapshotInfo(
            source=source,
            reader=reader,
            sha256=sha256,
            published=day,
            published_by=basis,
            fetched=provenance.fetched.isoformat(timespec="seconds"),
            origin=provenance.origin,
            entries=entries,
            problems=problems,
            errors=errors,
            files=stored,
            engine=provenance.engine,
            readings=tuple(made),
        )
        info = replace(info, seal=seal_of(info))
        data = orjson.dumps(to_plain(info), option=orjson.OPT_INDENT_2)
        write_atomically(scratch / "snapshot.json", data)
    return Snapshot(place / sha256, info)


def _store(file: SourceFile, folder: Path, provenance: Provenance) -> StoredFile:
    folder.mkdir(exist_ok=True)
    target = folder / file.name
    shutil.copyfile(file.path, target)
    size = target.stat().st_size
    headers = provenance.headers.get(file.name, {})
    return StoredFile(file.name, SourceFile.of(target).sha256, size, **headers)


def _read(
    scratch: Path,
    files: Sequence[SourceFile],
    names: tuple[str, str],
    progress: Callable[[int], None],
) -> tuple[int, int, int]:
    """Write rows, meaning and problems: how many entries, problems and errors."""
    reader = families.reader(names[0])
    problems: list[Problem] = []
    with pq.ParquetWriter(scratch / "rows.parquet", _ROWS, compression="zstd") as out:
        rows = _stored_rows(reader.rows(files, names[1]), out, problems, progress)
        entries = _write_meaning(scratch, reader, rows, problems)
    lines = b"".join(orjson.dumps(to_plain(p)) + b"\n" for p in problems)
    (scratch / "problems.jsonl").write_bytes(lines)
    errors = sum(problem.severity == "error" for problem in problems)
    return entries, len(problems), errors


def _write_meaning(
    scratch: Path,
    reader: ListReader | GoodsReader,
    rows: Iterator[Record],
    problems: list[Problem],
) -> int:
    """Write listings or entries, whichever the reader makes; how many there are."""
    if hasattr(reader, "listings"):
        return _write_listings(scratch, reader.listings(rows), problems)
    return _write_entries(scratch, reader.entries(rows), problems)


def _write_entries(
    scratch: Path, results: Iterator[Entry | Problem], problems: list[Problem]
) -> int:
    kinds: dict[type[Entry], list[Entry]] = {}
    for result in results:
        if isinstance(result, Problem):
            problems.append(result)
        else:
            kinds.setdefault(type(result), []).append(result)
    for kind, entries in kinds.items():
        goods_store.write(scratch / "entries", kind, entries)
    return sum(map(len, kinds.values()))


def _stored_rows(
    rows: Iterator[Record | Problem],
    out: pq.ParquetWriter,
    problems: list[Problem],
    progress: Callable[[int], None],
) -> Iterator[Record]:
    """The records, each written to Parquet as it passes; problems set aside."""
    waiting: list[Record] = []
    done = 0
    for row in rows:
        if isinstance(row, Problem):
            problems.append(row)
            continue
        waiting.append(row)
        yield row
        if len(waiting) == _BATCH:
            _write_rows(out, waiting)
            done += len(waiting)
            waiting = []
            progress(done)
    _write_rows(out, waiting)
    progress(done + len(waiting))


def _write_rows(out: pq.ParquetWriter, records: Sequence[Record]) -> None:
    columns = (
        [record.table for record in records],
        [record.origin.locator for record in records],
        [orjson.dumps(record.values) for record in records],
    )
    out.write_table(pa.table(columns, schema=_ROWS))


def _write_listings(
    scratch: Path, results: Iterator[Listing | Problem], problems: list[Problem]
) -> int:
    entries = 0
    ids: list[str] = []
    plain: list[bytes] = []
    with pa.ipc.new_file(str(scratch / "listings.arrow"), _LISTINGS) as out:
        for result in results:
            if isinstance(result, Problem):
                problems.append(result)
                continue
            ids.append(result.id)
            plain.append(orjson.dumps(_lean(to_plain(result))))
            entries += 1
            if len(ids) == _BATCH:
                out.write_table(pa.table((ids, plain), schema=_LISTINGS))
                ids, plain = [], []
        out.write_table(pa.table((ids, plain), schema=_LISTINGS))
    return entries


def _lean(plain: dict[str, Any]) -> dict[str, Any]:
    """Without empty values: `from_plain` puts the defaults back."""
    kept = ("id", "source", "kind", "names", "origin")
    return {k: v for k, v in plain.items() if k in kept or v not in ("", None, [])}
