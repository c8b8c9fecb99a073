"""Listed names with a slip that stand within the field of a name among more.

`ACCOUNT OF VERTOLETI ROSSII AO 123610 MOSCOW`: a part of a field that is heard as a
listed name is, where what stands on both sides shows that no longer name goes on.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from enduse.model import PartyKind
from enduse.names import spot_keys, spot_slips
from enduse.names.spotted import Span
from enduse.names.within import FIELD_READ, is_meant, parted

if TYPE_CHECKING:
    from enduse.names.matcher import Matcher


# What firms' own names hardly have: `Co., Ltd`, `(Asia)` and `2024` are theirs.
_BESIDE = re.compile(r"\d{5}|[:/|;<>=\n]|\s[-–—]\s|,\s*\w+\s+\w|\(\w+\s+\w")
_NUMBER = re.compile(r"\d")  # which nobody is called
_KINDS: dict[PartyKind, tuple[PartyKind, ...]] = {"unknown": ("entity", "person")}


class Part(NamedTuple):
    """A part of a field, and the kind of party that it may be."""

    name: str
    kind: PartyKind


def slipped(
    fields: Sequence[tuple[str, PartyKind]], matcher: "Matcher"
) -> list[list[Part]]:
    """For each party's field the parts that may be a listed name with a slip."""
    texts = [text[:FIELD_READ] if _may_say(text, kind) else "" for text, kind in fields]
    none = [bytearray(len(text)) for text in texts]
    every = spot_slips.parts_of(texts, none, matcher)
    both = zip(texts, fields, every, strict=True)
    return [list(_meant(text, kind, parts)) for text, (_, kind), parts in both]


def _may_say(field: str, kind: PartyKind) -> bool:
    """Whether a field says what firms' own names, or persons', hardly have."""
    text = field[:FIELD_READ]
    return bool(_BESIDE.search(text)) or (
        kind != "entity" and bool(_NUMBER.search(text))
    )


def _meant(
    text: str, kind: PartyKind, parts: Sequence[spot_slips.Part]
) -> Iterator[Part]:
    for start, end, said in parts:
        if said.person and kind not in ("person", "unknown"):
            continue
        span = Span(start, end, spot_keys.in_text(said.name), [])
        meant: PartyKind = "person" if said.person else kind
        read = _KINDS.get(meant, (meant,))
        if any(parted(text, [span])) and any(is_meant(text, span, x) for x in read):
            yield Part(said.name, meant)
