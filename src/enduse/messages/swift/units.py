"""Blocks put together to messages, each with the network's acknowledgements of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from enduse.messages.swift.blocks import Piece


@dataclass(slots=True)
class Unit:
    """One message as its file has it: block key to content, in order, and what else
    stood with it. `acks` are the text blocks of its ACK or NAK."""

    blocks: dict[str, bytes] = field(default_factory=dict)
    stray: list[bytes] = field(default_factory=list)
    acks: list[bytes] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    too_long: bool = False
    record: int = 0

    @property
    def is_service(self) -> bool:
        """Whether it speaks to the network only: ACK, NAK, log-in and the like."""
        header, text = self.blocks.get("1", b""), self.blocks.get("4", b"")
        return header[1:3].isdigit() and header[1:3] != b"01" and text[:1] in b"{"

    @property
    def session(self) -> bytes:
        """Terminal, session and sequence number: the same in a message and its ACK."""
        return self.blocks.get("1", b"")[3:].strip()


def units(pieces: Iterable[Piece]) -> Iterator[Unit]:
    """Every message in order; a service message that is nobody's comes by itself."""
    held: Unit | None = None
    waiting: list[Unit] = []
    for unit in _grouped(pieces):
        if not unit.is_service:
            if held:
                yield held
            held = unit
            yield from _attach(waiting, unit)
            waiting = []
        elif held and held.session and held.session == unit.session:
            held.acks.append(unit.blocks.get("4", b""))
        else:
            waiting.append(unit)
            if len(waiting) > 16:
                yield waiting.pop(0)
    if held:
        yield held
    yield from waiting


def _attach(waiting: list[Unit], message: Unit) -> Iterator[Unit]:
    """Gives the message its acknowledgements, and gives back those of others."""
    for unit in waiting:
        nearest = unit is waiting[-1] and unit.record == message.record
        if nearest or (message.session and unit.session == message.session):
            message.acks.append(unit.blocks.get("4", b""))
            message.stray.extend(unit.stray)
        else:
            yield unit


def _grouped(pieces: Iterable[Piece]) -> Iterator[Unit]:
    unit, record = Unit(), 0
    for piece in pieces:
        if piece.key == "end":
            record += 1
            if unit.blocks:
                yield unit
                unit = Unit(record=record)
            unit.record = record
            continue
        if piece.key == "stray":
            unit.stray.append(piece.content)
            continue
        key = "4" if piece.key == "text" else piece.key
        if _starts_another(key, unit):
            yield unit
            unit = Unit(record=record)
        unit.blocks[key] = piece.content
        unit.too_long = key == "too-long"
        if piece.fault:
            unit.faults.append(piece.fault)
    if unit.blocks or unit.stray:
        yield unit


def _starts_another(key: str, unit: Unit) -> bool:
    """Whether a block can't belong to the message so far."""
    if not unit.blocks:
        return False
    if key == "1" or key in unit.blocks or unit.too_long:
        return True
    return (key < "4" or key == "too-long") and "4" in unit.blocks
