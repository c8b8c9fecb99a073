"""The files of one publication of one source: which they are, and of what day."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from enduse.files.folder import files_under
from enduse.files.source_file import SourceFile
from enduse.library import families

_DATE_IN_NAME = re.compile(r"(20\d\d)-?([01]\d)(?:-?([0-3]\d))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Publication:
    """Files that make up one publication of one source, before it is read."""

    reader: str
    source: str
    files: tuple[SourceFile, ...]

    @property
    def label(self) -> str:
        """`un-sc from consolidated.xml`."""
        more = f" and {len(self.files) - 1} more" if len(self.files) > 1 else ""
        return f"{self.source} from {self.files[0].name}{more}"


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named. *Raises* FileNotFoundError."""
    for path in paths:
        if path.is_dir():
            yield from files_under(path)
        elif path.is_file():
            yield path
        else:
            raise FileNotFoundError(path)


def sorted_publications(
    paths: Sequence[Path], unknown: list[Path]
) -> list[Publication]:
    """The publications among `paths`, newest first within each source.

    Files that no reader knows are added to `unknown`. A publication without any date
    comes last.
    """
    by_source: dict[tuple[str, str], list[SourceFile]] = {}
    for path in paths:
        file = SourceFile.of(path)
        found = families.sniff(file)
        if found:
            by_source.setdefault(found, []).append(file)
        else:
            unknown.append(path)
    publications = [
        Publication(reader, source, tuple(files))
        for (reader, source), family in by_source.items()
        for files in families.reader(reader).group(family)
    ]
    dated = {p: published(p.files, p.reader)[0] for p in publications}
    oldest = date.min
    publications.sort(key=lambda p: dated[p] or oldest, reverse=True)
    return sorted(publications, key=lambda p: p.source)


def snapshot_id(files: Sequence[SourceFile]) -> str:
    """The sha256 that names a publication, hex.

    Of one file, the file's own; of several, that of the lines `sha256  name`.
    """
    if len(files) == 1:
        return files[0].sha256
    lines = sorted(f"{file.sha256}  {file.name}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def published(files: Sequence[SourceFile], reader: str) -> tuple[date | None, str]:
    """The date of a publication and how it is known: `file`, `name` or `unknown`."""
    said = families.reader(reader).published(files)
    if said:
        return said, "file"
    for file in files:
        for text in (file.name, file.path.parent.name):
            day = _date_in(text)
            if day:
                return day, "name"
    return None, "unknown"


def _date_in(text: str) -> date | None:
    match = _DATE_IN_NAME.search(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3] or 1)) if match else None
    except ValueError:
        return None
