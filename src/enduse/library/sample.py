"""The embedded sample as a library: built on first use, beside the real one."""

from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from enduse.files.source_file import SourceFile
from enduse.library import atomic, derived, manifest
from enduse.library.publication import snapshot_id
from enduse.library.snapshot import Snapshot

if TYPE_CHECKING:  # store opens this module's library
    from enduse.library.store import Library

SOURCE = "sample"


def library(home: Path) -> "Library":
    """The sample library under `home/sample`, which is written when missing."""
    from enduse.library.store import Library

    folder = home / "sample"
    with as_file(files("enduse.lists.sample").joinpath("sample.jsonl")) as path:
        file = SourceFile.of(path)
        sha256 = snapshot_id([file])
        state = manifest.Manifest(
            {SOURCE: sha256}, {}, derived.key_of({SOURCE: sha256})
        )
        if not (folder / "index" / state.index / "subjects.arrow").is_file():
            _write(folder, file, state.index)
    return Library(folder, state)


def _write(folder: Path, file: SourceFile, key: str) -> None:
    from enduse import __version__
    from enduse.library.ingest import Provenance, build

    told = Provenance("import", datetime.now(UTC), f"enduse {__version__}", {})
    with atomic.only_one(folder, wait=True):
        if (folder / "index" / key / "subjects.arrow").is_file():
            return  # another process wrote it while this one waited
        names = (SOURCE, SOURCE)
        snapshot: Snapshot = build(folder / SOURCE, [file], names, told)
        derived.build(folder / "index" / key, [snapshot])
