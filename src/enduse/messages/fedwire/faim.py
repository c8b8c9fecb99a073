"""Fedwire messages in FAIM: tags in braces, elements that end with `*` or fill a width.

A message may stand on one line, or a tag a line; a file holds any number. A locator is
`message 1 {5000} element 2`, elements counted from 1.

*Source*: public samples and mappings of FAIM 3.0 messages and general knowledge; the
Fed's own Format Reference Guide was not at hand.
"""

import re
from collections.abc import Iterator
from typing import IO, NamedTuple, cast

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.fedwire import tags
from enduse.messages.fedwire.elements import elements_of, read_tag
from enduse.messages.message import Coverage, Message, Options
from enduse.messages.swift.reading import Reading
from enduse.messages.trade.beside import beside
from enduse.model import Fact, Origin, Problem

FORMATS = {
    "fedwire-nnn": "funds transfer in the Fedwire format FAIM (to July 2025), by its "
    "function: CTR, CTP customers, BTR banks, DRB, DRC, DRW drawdowns, SVC service",
}
MAX_LINE = 1024 * 1024
MAX_MESSAGE = 1024 * 1024  # the longest real one, with its addenda, has 20,000
_TAG = re.compile(r"\{(\d{4})\}")
_OPENS = re.compile(rb"\{1(?:100|110|120|130|500|510|520)\}")
_GOES_ON = re.compile(rb"\{(?:1510|1520|2000|3100)\}")
_BEFORE = 64  # bytes of a queue's own header


class _Tag(NamedTuple):
    number: str
    value: str


def sniff(head: bytes) -> bool:
    """Whether it opens with a header tag, and goes on as a transfer does."""
    opens = _OPENS.search(head[: _BEFORE + 8].lstrip())
    return bool(opens and _GOES_ON.search(head[:2048], opens.end()))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a transfer, as a stream; a fault never stops the rest."""
    origin = Origin(file.name, file.sha256, "")
    number = 0
    try:
        with file.open() as stream:
            for held in _messages(stream):
                number += 1
                where = origin.at(f"message {number}")
                yield _too_long(where) if held is None else _message(held, where)
    except UNREADABLE as fault:
        yield unreadable(origin, fault)


def facts(message: Message) -> list[Fact]:
    """Every party, amount and text, in the order of the tags."""
    return list(cast(tuple[Fact, ...], message.content))


def _too_long(where: Origin) -> Problem:
    said = (
        f"is longer than {MAX_MESSAGE:,} characters and was not read: it is no Fedwire "
        "message, look at it by hand"
    )
    return Problem("fedwire-too-long", said, where, "error")


def _messages(stream: IO[bytes]) -> Iterator[list[_Tag] | None]:
    """The tags of each message, or None for one beyond all bounds."""
    held: list[_Tag] = []
    size, in_body = 0, False
    for tag in _tags(stream):
        if in_body and tag.number < tags.HEADER and tag.number:
            yield held if size <= MAX_MESSAGE else None
            held, size, in_body = [], 0, False
        in_body = in_body or tag.number >= tags.HEADER
        size += len(tag.value) + 6
        if size <= MAX_MESSAGE:
            held.append(tag)
    if held or size:
        yield held if size <= MAX_MESSAGE else None


def _tags(stream: IO[bytes]) -> Iterator[_Tag]:
    """Every tag with its value; a line without one goes on with the tag before it.

    Words before any tag have none: `number` is ''.
    """
    number, value = "", ""
    while line := stream.readline(MAX_LINE):
        text = _decoded(line).rstrip("\r\n").strip("\x00\x01\x02\x03\x1a")
        before, *rest = _TAG.split(text)
        if before.strip() and len(value) <= MAX_MESSAGE:
            value = f"{value}\n{before}" if value else before
        for found, said in zip(rest[::2], rest[1::2], strict=True):
            if number or value.strip():
                yield _Tag(number, value)
            number, value = found, said
    if number or value.strip():
        yield _Tag(number, value)


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _message(held: list[_Tag], where: Origin) -> Message:
    reading = Reading(where, "")
    said = {tag.number: tag.value.strip(" *\n") for tag in reversed(held)}
    leaves = exempt = 0
    for tag in held:
        place = reading.at(
            f"{{{tag.number}}}" if tag.number else "before the first tag"
        )
        elements = elements_of(tag.number, tag.value, place)
        leaves += len(elements)
        exempt += len(elements) if tag.number in tags.CODES else 0
        read_tag(tag.number, elements, reading)
    _check(said, reading)
    reading.facts.extend(beside(reading.facts))
    function = said.get("3600", "")[:3] or "nnn"
    return Message(
        format=f"fedwire-{function}",
        kind="payment",
        ref=next((said[t] for t in tags.REFERENCES if said.get(t)), ""),
        origin=where,
        content=tuple(reading.facts),
        problems=tuple(reading.problems),
        coverage=Coverage(leaves, leaves - exempt, exempt),
    )


def _check(said: dict[str, str], reading: Reading) -> None:
    """Tells what every transfer has and this one has not: it may be cut off."""
    if said.get("3600", "")[:3] == "SVC":
        return
    lacking = [tag for tag in ("2000", "3100", "3400") if tag not in said]
    named = any(tag in said for tag in (*tags.PARTIES, *tags.SWIFT_PARTIES))
    if lacking or not named:
        which = ", ".join(f"{{{tag}}}" for tag in lacking) or "any party"
        message = f"has no {which}: it may be cut off, ask for it again"
        reading.report("fedwire-incomplete", message, reading.where, "error")
