"""Inputs that tests make: lists and payments of any size, all invented."""

from collections.abc import Sequence
from datetime import date
from itertools import chain, repeat
from pathlib import Path

_SYLLABLES = ("bal", "dor", "fen", "gri", "hov", "jun", "kel", "lom", "mur", "nev")


def invented_name(number: int) -> str:
    """A name of three invented words; no two numbers give the same one."""
    digits = [int(d) for d in f"{number:06d}"]
    words = ["".join(_SYLLABLES[d] for d in digits[i : i + 2]) for i in (0, 2, 4)]
    return " ".join(word.title() for word in words)


def un_list(entries: int, *, day: date = date(2026, 11, 1), first: int = 0) -> bytes:
    """A list in the UN's format with that many entities, all invented."""
    rows = "".join(
        f"<ENTITY><DATAID>{9_000_000 + n}</DATAID>"
        f"<FIRST_NAME>{invented_name(n)}</FIRST_NAME>"
        f"<UN_LIST_TYPE>DPRK</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>KPe.{n}</REFERENCE_NUMBER>"
        f"<LISTED_ON>2017-06-02</LISTED_ON></ENTITY>"
        for n in range(first, first + entries)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<CONSOLIDATED_LIST dateGenerated="{day}T00:00:00Z"><INDIVIDUALS/>'
        f"<ENTITIES>{rows}</ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


def un_file(folder: Path, entries: int, *, day: date = date(2026, 11, 1)) -> Path:
    """That list as a file in `folder`, named by its date."""
    path = folder / f"consolidated_{day}_{entries}.xml"
    path.write_bytes(un_list(entries, day=day))
    return path


def customers_csv(rows: list[tuple[str, str, str]], notes: Sequence[str] = ()) -> str:
    """A customer table of (id, name, country), and of notes beside the first ones."""
    beside = chain(notes, repeat(""))
    lines = [
        f'{i},"{n}",{c},"{note}"' for (i, n, c), note in zip(rows, beside, strict=False)
    ]
    lines = ["id,name,country,note", *lines]
    return "\n".join(lines) + "\n"
