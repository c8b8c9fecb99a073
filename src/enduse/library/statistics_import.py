"""Files of trade statistics into the store: whole or not at all, the same file once."""

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from polars.exceptions import PanicException, PolarsError

from enduse.files.source_file import SourceFile
from enduse.flows import registry, tidy
from enduse.flows.cells import Cells, Rows
from enduse.library import (
    statistics,
    statistics_cells,
    statistics_mappings,
    statistics_views,
)
from enduse.library.atomic import SCRATCH, new_folder, only_one
from enduse.library.snapshot import seal_of, stored_in
from enduse.library.statistics import Imported, State, Statistics
from enduse.model import Origin, Problem


@dataclass
class Outcome:
    """What came of an import: files taken, files that were there, problems."""

    imported: list[Imported] = field(default_factory=list)
    unchanged: list[Imported] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Importing:
    """One run of `enduse flows import`, into the store in `folder`.

    `layout` names a reader instead of sniffing, `source` the publisher instead of
    the reader's own; `mapping` says which column is which.
    """

    folder: Path
    engine: str
    layout: str = ""
    source: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    say: Callable[[str], None] = lambda _: None

    def files(self, paths: Sequence[Path]) -> Outcome:
        """Import every file; one that cannot be read stops no other.

        *Raises* LibraryBusy.
        """
        outcome = Outcome()
        with only_one(self.folder):
            for path in paths:
                self._one(SourceFile.of(path), outcome)
            statistics_views.sweep(
                self.folder, Statistics.open(self.folder.parent).state
            )
        return outcome

    def _one(self, file: SourceFile, outcome: Outcome) -> None:
        self.say(f"reading {file.name}")
        origin = Origin(file.name, file.sha256, "")
        headings = tidy.headings(file)
        saved = statistics_mappings.find(self.folder / "mappings", headings)
        fields = dict(self.mapping) or saved
        layout = self.layout or registry.sniff(file, fields)
        if not layout:
            outcome.refused.append(_unknown(origin))
            return
        store = Statistics.open(self.folder.parent)
        known = self._known(store, file, layout, fields)
        if known:
            outcome.unchanged.append(known)
            return
        problems: list[Problem] = []
        try:
            info = self._read(file, (layout, fields), problems)
        except (PolarsError, PanicException, OSError, EOFError, ValueError) as fault:
            text = f"not readable as {layout}: {_first_line(fault)}"
            outcome.refused.append(Problem("file-unreadable", text, origin, "error"))
            return
        finally:
            outcome.problems += problems
        if info:
            if self.mapping and headings:
                statistics_mappings.save(
                    self.folder / "mappings", headings, self.mapping
                )
            self._switch(store, info)
            outcome.imported.append(info)
        else:
            text = f"holds no cell that could be read as {layout}"
            outcome.refused.append(Problem("file-empty", text, origin, "error"))

    def _known(
        self,
        store: Statistics,
        file: SourceFile,
        layout: str,
        fields: Mapping[str, str],
    ) -> Imported | None:
        """The same file, read in the same way before."""
        said = {"mapping": _told(fields)} if fields else {}
        for info in store.imported:
            same = (info.sha256, info.reader) == (file.sha256, layout)
            how = {k: v for k, v in info.about.items() if k == "mapping"}
            if same and how == said and self.source in ("", info.source):
                return info
        return None

    def _read(
        self,
        file: SourceFile,
        how: tuple[str, Mapping[str, str]],
        problems: list[Problem],
    ) -> Imported | None:
        layout, fields = how
        reader = registry.reader(layout)
        scratch = Path(tempfile.mkdtemp(dir=self.folder, prefix=SCRATCH))
        try:
            reading = registry.Reading(scratch, fields)
            rows = reader.rows(file, reading)
            if fields:
                rows = replace(rows, about={**rows.about, "mapping": _told(fields)})
            told = reader.flows(rows, reading)
            problems += told.problems
            source = self.source or told.source or reader.SOURCE
            return self._store(file, told, scratch, problems, (layout, source, rows))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _store(
        self,
        file: SourceFile,
        told: Cells,
        scratch: Path,
        problems: list[Problem],
        names: tuple[str, str, Rows],
    ) -> Imported | None:
        layout, source, rows = names
        constants = {**told.constants, "source": source, "sha256": file.sha256}
        frame = told.frame.drop("source", "sha256", strict=False)
        lean = Cells(frame, told.definition, told.totals)
        work = scratch / "cells"
        work.mkdir()
        counts = statistics_cells.write(lean, work, scratch, rows.origin, constants)
        problems += counts.problems
        if not counts.kept:
            return None
        info = Imported(
            source=source,
            file=file.name,
            sha256=file.sha256,
            reader=layout,
            definition=told.definition,
            imported=datetime.now(UTC).isoformat(timespec="seconds"),
            size_bytes=file.path.stat().st_size,
            rows=counts.rows,
            kept=counts.kept,
            repeated=counts.repeated,
            parts=counts.parts,
            missing=counts.missing,
            refused=counts.refused,
            problems=len(problems),
            engine=self.engine,
            about=dict(rows.about),
            constants=constants,
            **statistics_cells.reach(statistics_cells.scan(work, constants), constants),
        )
        with new_folder(self.folder / source / file.sha256) as place:
            for part in sorted(work.glob("cells-*.parquet")):
                part.rename(place / part.name)
            (place / "problems.jsonl").write_bytes(statistics.as_lines(problems))
            hashes = {one.name: one.sha256 for one in stored_in(place)}
            info = replace(info, stored=hashes)
            info = replace(info, seal=seal_of(info))
            statistics.write_json(place / "snapshot.json", info)
        return info

    def _switch(self, store: Statistics, info: Imported) -> None:
        """Make the new file current, and settle which file says a cell said twice."""
        name = f"{info.source}/{info.sha256}"
        others = [
            n
            for n, old in zip(store.state.current, store.imported, strict=True)
            if n != name and not _replaces(info, old)
        ]
        after = Statistics(self.folder, State((*others, name)))
        self.say(f"comparing {info.file} with what is there")
        views = statistics_views.settled(after)
        statistics.write_state(self.folder, State((*others, name), views))


def _replaces(new: Imported, old: Imported) -> bool:
    """Whether a file is a later release of the same whole: one BACI year."""
    same = ("source", "reader", "first", "last", "editions", "currencies")
    is_whole = new.reader == "baci"
    return is_whole and all(getattr(new, n) == getattr(old, n) for n in same)


def _unknown(origin: Origin) -> Problem:
    text = (
        "is of no layout enduse knows: its headings name no reporter or partner, time "
        "and value. Say which column is which: --map partner=COLUMN --map "
        "period=COLUMN --map value=COLUMN; or the layout with --format: "
        + ", ".join(registry.names())
    )
    return Problem("layout-unknown", text, origin, "error")


def _told(mapping: Mapping[str, str]) -> str:
    return " ".join(f"{k}={v}" for k, v in sorted(mapping.items()))


def _first_line(fault: BaseException) -> str:
    return str(fault).strip().partition("\n")[0]
