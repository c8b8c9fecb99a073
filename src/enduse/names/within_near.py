"""Listed names with a slip that stand within the field of a name among more.

`ACCOUNT OF VERTOLETI ROSSII AO 123610 MOSCOW`: a part of a field that is heard as a
listed name is, where what stands on both sides shows that no longer name goes on.
"""

import re
from collections.abc import Iterator
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


def slipped(field: str, kind: PartyKind, matcher: "Matcher") -> Iterator[Part]:
    """The parts of a party's field that may be a listed name with a slip."""
    text = field[:FIELD_READ]
    if not _BESIDE.search(text) and (kind == "entity" or not _NUMBER.search(text)):
        return
    parts = spot_slips.parts_of([text], [bytearray(len(text))], matcher)[0]
    for start, end, said in parts:
        if said.person and kind not in ("person", "unknown"):
            continue
        span = Span(start, end, spot_keys.in_text(said.name), [])
        meant: PartyKind = "person" if said.person else kind
        read = _KINDS.get(meant, (meant,))
        if any(parted(text, [span])) and any(is_meant(text, span, x) for x in read):
            yield Part(said.name, meant)
