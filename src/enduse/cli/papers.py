"""Where the files of a run lie, those inside archives too, for pictures of pages."""

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.pipeline.packed import extracted
from enduse.pipeline.screen import FileRead


class Papers:
    """Finds an input file again by its sha256.

    A file of an archive is written out when it is asked for, and goes with this.
    """

    def __init__(self) -> None:
        self._by_name: dict[str, list[SourceFile]] = {}
        self._paths: dict[str, Path] = {}
        self._members: dict[str, str] = {}
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def expect(self, inputs: Sequence[SourceFile]) -> None:
        """Told which files are going to be read."""
        by_name: dict[str, list[SourceFile]] = defaultdict(list)
        for file in inputs:
            by_name[file.name].append(file)
        self._by_name = dict(by_name)

    def note(self, file: FileRead) -> None:
        """Told of each file that was read."""
        for given in self._by_name.get(file.name, ()):
            try:
                same = given.sha256 == file.sha256
            except OSError:
                same = False
            if same:
                self._paths[file.sha256] = given.path
                return
        self._members[file.sha256] = file.name

    def path(self, sha256: str) -> Path | None:
        """The file with that hash, or None where it is gone."""
        if sha256 not in self._paths and sha256 in self._members:
            self._write_out(sha256)
        return self._paths.get(sha256)

    def _write_out(self, sha256: str) -> None:
        name = self._members.pop(sha256)
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="enduse-")
        to = Path(self._folder.name) / sha256
        for outer, given in self._by_name.items():
            if not name.startswith(f"{outer}#"):
                continue
            for file in given:
                if extracted(file.path, name[len(outer) + 1 :], to) and (
                    SourceFile.of(to).sha256 == sha256
                ):
                    self._paths[sha256] = to
                    return
