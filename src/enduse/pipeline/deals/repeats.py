"""Papers that a deal holds twice: a file copied, a message delivered again."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast

from enduse.model import Origin, Problem
from enduse.pipeline.case import Case

_PLACES = ("locator", "origin", "confidence")


def without_repeats(cases: Sequence[Case]) -> tuple[list[Case], list[Problem]]:
    """The cases that say something of their own, and a note on each that does not.

    Two cases are one paper where format, number and every fact agree, wherever the
    facts stand: parties and goods are then counted once.
    """
    alike: dict[object, list[int]] = defaultdict(list)
    for at, case in enumerate(cases):
        alike[case.subject.format, case.subject.ref, len(case.facts)].append(at)
    first_of: dict[int, int] = {}
    for places in alike.values():
        seen: dict[object, int] = {}
        for at in places if len(places) > 1 else ():
            first = seen.setdefault(_content(cases[at]), at)
            if first != at:
                first_of[at] = first
    notes = [_note(cases[at], cases[first]) for at, first in sorted(first_of.items())]
    return [case for at, case in enumerate(cases) if at not in first_of], notes


def _content(case: Case) -> object:
    return tuple((fact.role, _plain(fact.value)) for fact in case.facts)


def _plain(value: Any) -> object:
    """A value without its places, as something that can be compared and hashed."""
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, Origin):
        return None
    if is_dataclass(value):
        names = _names(cast(Hashable, type(value)))
        return (type(value).__name__, *(_plain(getattr(value, n)) for n in names))
    return value


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cast(Any, kind)) if f.name not in _PLACES)


def _note(case: Case, first: Case) -> Problem:
    where = f"{first.subject.file} {first.origin.locator}".rstrip()
    text = f"is the same paper as {where}: its parties and goods are counted once"
    return Problem("paper-twice", text, case.origin, "note")
