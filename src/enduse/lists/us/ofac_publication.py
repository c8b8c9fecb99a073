"""Which delimited OFAC files belong together, and what such a set lacks.

A folder with one main file is one publication. Several main files in a folder are
several publications, told apart by what their names hold beside the role
(`sdn_2024-05-03.csv`, `alt_2024-05-03.csv`).
"""

import csv
import re
from collections.abc import Iterator, Sequence

from enduse.files.source_file import SourceFile
from enduse.model import Origin, Problem

_ROLE_WORDS = re.compile(r"sdn|cons|prim|alt|add|comments?|csv|[^a-z0-9]+")
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_TYPES = {"-0-", "", "individual", "entity", "vessel", "aircraft"}
_ALIASES = {"aka", "fka", "nka"}
_HEAD_ROWS = 20
_WHAT = {"alt": "aliases", "add": "addresses"}


def role(file: SourceFile) -> str | None:
    """`primary`, `alt`, `add` or `comments` by the file's content, else None."""
    lines = file.head.decode("utf-8", "replace").splitlines()
    whole = lines[:_HEAD_ROWS] if len(lines) > _HEAD_ROWS else lines
    try:
        rows = [row for row in csv.reader(whole) if row and row != ["\x1a"]]
    except csv.Error:
        return None
    if not rows or not all(_number(row[0]) for row in rows[:-1] or rows):
        return None
    first = rows[0]
    nulls = any(cell.strip() == "-0-" for row in rows for cell in row)
    if len(first) == 12 and nulls and first[2].strip().lower() in _TYPES:
        return "primary"
    if len(first) == 5 and _number(first[1]) and first[2].lower() in _ALIASES:
        return "alt"
    if len(first) == 6 and nulls and _number(first[1]):
        return "add"
    named = "comment" in file.stem and file.stem.endswith(".csv")
    return "comments" if len(first) == 2 and named else None


def _number(cell: str) -> bool:
    return cell.strip().isdigit()


def group(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """The files put together as publications.

    If exactly one set has no main file, it goes to the newest main file that has
    neither aliases nor addresses; `lacks` then says that the two were mixed.
    """
    sets: list[list[SourceFile]] = []
    for folder in dict.fromkeys(file.path.parent for file in files):
        sets += _folder_sets([f for f in files if f.path.parent == folder])
    orphans = [s for s in sets if "primary" not in map(role, s)]
    bare = [s for s in sets if {role(f) for f in s} <= {"primary", "comments"}]
    bare = [s for s in bare if "primary" in map(role, s)]
    if len(orphans) == 1 and bare:
        newest = max(bare, key=lambda s: max(_date(f) for f in s))
        sets.remove(orphans[0])
        newest += orphans[0]
    return sets


def _folder_sets(files: list[SourceFile]) -> list[list[SourceFile]]:
    mains = [f for f in files if role(f) == "primary"]
    others = [f for f in files if role(f) != "primary"]
    if len(mains) <= 1 and len({role(f) for f in files}) == len(files):
        return [files]
    sets = [[main] for main in mains]
    rest: dict[str, list[SourceFile]] = {}
    for file in others:
        home = next((s for s in sets if _fits(file, s)), None)
        if home is None:
            home = rest.setdefault(_key(file), [])
        home.append(file)
    return [*sets, *rest.values()]


def _fits(file: SourceFile, members: list[SourceFile]) -> bool:
    taken = {role(member) for member in members}
    return _key(file) == _key(members[0]) and role(file) not in taken


def _key(file: SourceFile) -> str:
    return _ROLE_WORDS.sub("", file.stem)


def _date(file: SourceFile) -> str:
    for text in (file.name, file.path.parent.name):
        found = _DATE.search(text)
        if found:
            return "".join(found.groups())
    return ""


def lacks(files: Sequence[SourceFile], source: str) -> Iterator[Problem]:
    """What keeps the files from being one whole publication."""
    here = {role(file): file for file in files}
    where = Origin(source, files[0].sha256, files[0].name)
    if "primary" not in here:
        message = (
            "the main file (sdn.csv or cons_prim.csv) is not among the files: their "
            "rows belong to no party. Import it together with them"
        )
        yield Problem("primary-missing", message, where, "error")
        return
    missing = [what for table, what in _WHAT.items() if table not in here]
    if missing:
        message = (
            f"no file of {' and '.join(missing)} came with the main file: parties "
            "cannot be found by them. Import the whole set"
        )
        yield Problem("publication-incomplete", message, where)
    folders = {file.path.parent for file in files}
    if len(folders) > 1:
        names = ", ".join(sorted(folder.name for folder in folders))
        message = (
            f"main file, aliases and addresses are from different folders ({names}) "
            "and may be of different days: some parties lack or have wrong ones"
        )
        yield Problem("publication-mixed", message, where)
