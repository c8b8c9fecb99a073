"""Labelled lines a user added: kept as they came, one file for each lesson.

    <home>/learned/goods/<name>.<sha256 begins>.jsonl    text, hs6, alt

A lesson is written once and never changed; learning the same lines again is no lesson.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from enduse.goods import editions, hs

FOLDER = Path("learned") / "goods"
NEWEST = hs.EDITIONS[0]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One labelled line; `alt` are other codes that are right for it too."""

    text: str
    hs6: str
    alt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learned:
    """What a lesson came to: the file's name, and how many lines were new."""

    name: str
    lines: int
    known: bool


def add(home: Path, name: str, lessons: Sequence[Lesson]) -> Learned:
    """Keep labelled lines under a name; one file, written whole or not at all."""
    data = b"".join(
        orjson.dumps({"text": one.text, "hs6": one.hs6, "alt": one.alt}) + b"\n"
        for one in lessons
    )
    digest = hashlib.sha256(data).hexdigest()[:16]
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_plain(name)}.{digest}.jsonl"
    if path.exists() or not lessons:
        return Learned(path.stem, len(lessons), bool(lessons))
    handle, scratch = tempfile.mkstemp(dir=folder, prefix=".scratch-")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    Path(scratch).replace(path)
    return Learned(path.stem, len(lessons), False)


def segments(home: Path) -> list[tuple[str, str]]:
    """Name and key of every lesson, in alphabetical order."""
    found = sorted((home / FOLDER).glob("*.jsonl"))
    return [(path.stem, f"learned {path.stem}") for path in found]


def pairs(home: Path, name: str) -> Iterator[tuple[str, str]]:
    """The texts of a lesson with each of their codes."""
    with (home / FOLDER / f"{name}.jsonl").open("rb") as stream:
        for line in stream:
            plain = orjson.loads(line)
            for code in (plain["hs6"], *plain["alt"]):
                yield plain["text"], code


def forget(home: Path, name: str) -> bool:
    """Whether there was a lesson of that name; it is gone now."""
    path = home / FOLDER / f"{name}.jsonl"
    there = path.is_file() and path.parent == home / FOLDER
    path.unlink(missing_ok=True) if there else None
    return there


def newest_code(code: str) -> str:
    """The code in the newest edition; '' where it is of none, or could be several.

    *Example*:
    >>> newest_code("8457.10"), newest_code("999999")
    ('845710', '')
    """
    digits = "".join(c for c in code if c.isdigit())
    digits = f"0{digits}" if len(digits) in (5, 7, 9) else digits
    hs6 = digits[:6]
    if len(hs6) < 6:
        return ""
    if hs6 in hs.codes(NEWEST):
        return hs6
    for edition in hs.editions_of(hs6):
        links = [k for k in editions.targets(hs6, edition, NEWEST) if not k.catch_all]
        codes = {link.code for link in links}
        return codes.pop() if len(codes) == 1 else ""
    return ""


def _plain(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in "-_" else "-" for c in name.lower())
    return kept.strip("-")[:60] or "lines"
