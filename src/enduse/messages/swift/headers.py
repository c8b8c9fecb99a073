"""Header blocks and trailers: type, sender, receiver, and words in odd places.

*Source*: FIN user handbook, blocks 1 (basic), 2 (application), 3 (user), 5 (trailers).
"""

import re
from collections.abc import Mapping

from enduse.codes import bic
from enduse.messages.swift.fields import Field
from enduse.messages.swift.free_lines import Line
from enduse.messages.swift.party import add_bic
from enduse.messages.swift.party_draft import Draft
from enduse.messages.swift.reading import Reading
from enduse.messages.swift.tags import NOT_SCREENED_BLOCKS
from enduse.messages.swift.units import Unit

_PAIR = re.compile(r"\{([0-9A-Za-z]{1,5}):([^{}]*)\}?")
_SENDER = re.compile(r"F\d\d([A-Z0-9]{8})[A-Z0-9]([A-Z0-9]{3})")
_INPUT = re.compile(r"I(\d{3})([A-Z0-9]{8})[A-Z0-9]([A-Z0-9]{3})")
_OUTPUT = re.compile(r"O(\d{3})\d{10}([A-Z0-9]{8})[A-Z0-9]([A-Z0-9]{3})")
_TYPE = re.compile(r"[IO](\d{3})")


def message_type(blocks: Mapping[str, str], fields: list[Field]) -> tuple[str, str]:
    """The three figures of the type, or `000`; and the validation flag of block 3."""
    flag = dict(_PAIR.findall(blocks.get("3", ""))).get("119", "")
    said = _TYPE.match(blocks.get("2", "").strip())
    return (said[1] if said else _guess(fields)), flag


def _guess(fields: list[Field]) -> str:
    tags = {field.tag for field in fields}
    numbers = {tag[:2] for tag in tags}
    if tags & {"60F", "60M"}:
        return "940" if "86" in tags or "61" in tags else "950"
    if "34F" in tags and "13D" in tags:
        return "942"
    if "28D" in tags:
        return "101"
    if "40A" in tags or "46A" in tags:
        return "700"
    if {"58"} <= numbers and "32A" in tags:
        return "202"
    if {"50", "59"} <= numbers:
        return "103"
    return "199" if "79" in tags else "000"


def read_headers(blocks: Mapping[str, str], unit: Unit, reading: Reading) -> None:
    """Notes sender, receiver, and what header blocks and trailers say in words."""
    first, second = blocks.get("1", ""), blocks.get("2", "")
    own = _SENDER.match(first)
    incoming = _OUTPUT.match(second)
    other = incoming or _INPUT.match(second)
    roles = ("receiver", "sender") if incoming else ("sender", "receiver")
    if own:
        _bank(roles[0], own[1] + own[2], "block 1", reading)
    elif first:
        reading.text("unmapped", first, reading.at("block 1"))
    if other:
        _bank(roles[1], other[2] + other[3], "block 2", reading)
    elif second:
        reading.text("unmapped", second, reading.at("block 2"))
    for key, content in blocks.items():
        if key not in ("1", "2", "4"):
            _words_of_block(key, content, reading)
    for ack in unit.acks:
        _words_of_block("ack", ack.decode("utf-8", "replace"), reading)
    for stray in unit.stray:
        text = stray.decode("utf-8", "replace").strip()
        reading.text("unmapped", text, reading.at("outside its blocks"))


def _bank(role: str, code: str, place: str, reading: Reading) -> None:
    draft = Draft(role, reading.at(place), "entity")
    add_bic(draft, Line(code, reading.at(place)))
    if bic.fault(code) == "format":
        reading.text("unmapped", code, reading.at(place))
    reading.party(draft.finished(reading))


def _words_of_block(key: str, content: str, reading: Reading) -> None:
    left = content
    for pair in _PAIR.finditer(content):
        left = left.replace(pair[0], "", 1)
        plain = pair[1] in NOT_SCREENED_BLOCKS and len(pair[2]) <= 64
        if not plain:
            where = reading.at(f"block {key} {{{pair[1]}:}}")
            reading.text("supplementary", pair[2], where)
    if left.strip(" \r\n\t{}"):
        reading.text("unmapped", left.strip(), reading.at(f"block {key}"))
