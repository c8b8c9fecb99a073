"""Lines of trade language and the HS code each one means.

*Source*: written for enduse from general knowledge of the trades; codes are those of
the Harmonized System, edition 2022. `README.md` beside this file has the format.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

FAMILIES = "families"
COMMON = "common"


@dataclass(frozen=True, slots=True)
class WordLine:
    """How a trader writes a good, and the code it has.

    `lang` is ISO 639-1; `family` the file the line stands in; `shared` tells that
    the same text stands under another code too, so it proves neither.
    """

    hs6: str
    lang: str
    text: str
    family: str
    shared: bool = False


def rows_of(table: Traversable) -> Iterator[list[str]]:
    """The fields of each line of a tab-separated table, comments left out."""
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def families(folder: str = FAMILIES) -> tuple[str, ...]:
    """The names of the families of a folder, sorted.

    *Example*:
    >>> "machine_tools" in families(), "chapters_61_63" in families(COMMON)
    (True, True)
    """
    place = files(__package__) / folder
    return tuple(sorted(f.name[:-4] for f in place.iterdir() if f.name[-4:] == ".tsv"))


def lines_of(family: str, folder: str = FAMILIES) -> Iterator[WordLine]:
    """The lines of one family, in the order of its file.

    *Raises*: `FileNotFoundError` for a family that isn't there.
    """
    for row in rows_of(files(__package__) / folder / f"{family}.tsv"):
        hs6, lang, text = row[:3]
        yield WordLine(hs6, lang, text, family, row[3:] == ["shared"])


@cache
def word_lines() -> tuple[WordLine, ...]:
    """Every line of every family, family by family.

    *Example*:
    >>> {line.hs6 for line in word_lines() if line.text == "CNC lathe"}
    {'845811'}
    """
    return tuple(line for family in families() for line in lines_of(family))


def digest() -> str:
    """What the lines of all families are, in 64 hex digits, without reading them."""
    hashed = sha256()
    for folder in (FAMILIES, COMMON):
        for family in families(folder):
            held = (files(__package__) / folder / f"{family}.tsv").read_bytes()
            hashed.update(f"{folder}/{family} {len(held)}\n".encode() + held)
    return hashed.hexdigest()


def common_lines() -> Iterator[WordLine]:
    """What goods of every chapter are called; too common to be looked for in texts.

    *Example*:
    >>> {line.hs6 for line in common_lines() if line.text == "duvet"}
    {'940440'}
    """
    for family in families(COMMON):
        yield from lines_of(family, COMMON)
