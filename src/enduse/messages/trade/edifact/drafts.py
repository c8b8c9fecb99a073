"""A party and a line of goods while their segments are being read."""

from dataclasses import dataclass, field

from enduse.codes.country import alpha2
from enduse.messages.swift.free_lines import Line, split_lines
from enduse.messages.trade.edifact.taken import Taken
from enduse.messages.trade.element_goods import once
from enduse.messages.trade.goods_codes import codes_in
from enduse.messages.trade.goods_origin import origin_in
from enduse.messages.trade.notes import Notes, numbered
from enduse.model import (
    Address,
    Amount,
    Good,
    Identifier,
    Party,
    PartyKind,
    PartyName,
    Quantity,
)

_AGENCIES = {"9": "GLN", "16": "DUNS", "17": "BIC", "20": "BIC carrier code"}
_SCHEMES = {"16": "duns", "17": "bic"}


@dataclass(slots=True)
class PartyDraft:
    """A party that later segments may still say more of."""

    role: str
    where: str
    kind: PartyKind = "unknown"
    names: list[PartyName] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)

    def note(self, notes: Notes) -> None:
        """Notes the finished party."""
        party = Party(
            self.role,
            notes.origin.at(self.where),
            tuple(self.names),
            self.kind,
            tuple(self.identifiers),
            addresses=tuple(self.addresses),
        )
        notes.party(party)


def party_of(segment: Taken, role: str) -> PartyDraft:
    """The party of an NAD segment: id, free lines, or name, street, city, country."""
    draft = PartyDraft(role, segment.where)
    if value := segment.take(1):
        agency = segment.look(1, 2)
        scheme = _SCHEMES.get(agency, "other")
        note = _AGENCIES.get(agency, agency)
        draft.identifiers.append(numbered(scheme, value, segment.where, note=note))
    names = segment.words(3, 0, 4)
    lines = segment.words(2)
    placed = any(segment.look(element) for element in (4, 5, 8))
    if names and not placed and not lines:  # all of it in the name's lines
        lines, names = names, []
    if names:
        texts = list(dict.fromkeys((" ".join(names), names[0])))
        draft.names.extend(PartyName(text, segment.where) for text in texts)
    elif lines:
        free, addresses = split_lines([Line(t, segment.where) for t in lines])
        draft.names.extend(free)
        draft.addresses.extend(addresses)
        lines = []
    address = _address(segment, lines)
    if address:
        draft.addresses.append(address)
    return draft


def _address(segment: Taken, lines: list[str]) -> Address | None:
    streets = segment.words(4)
    city, postcode = segment.take(5), segment.take(7)
    region = segment.take(6, 3) or segment.take(6)
    written = segment.take(8)
    if not (streets or city or postcode or region or written or lines):
        return None
    country = alpha2(written)[:2] if written else ""
    return Address(
        lines=tuple(lines),
        street=" ".join(streets),
        city=city,
        region=region,
        postcode=postcode,
        country=country,
        country_text="" if written == country else written,
        locator=segment.where,
    )


@dataclass(slots=True)
class GoodDraft:
    """A line of goods that later segments may still say more of."""

    where: str
    opened_by: str
    line: str = ""
    words: list[str] = field(default_factory=list)
    codes: list[Identifier] = field(default_factory=list)
    quantities: dict[str, Quantity] = field(default_factory=dict)
    packages: Quantity | None = None
    net: Quantity | None = None
    gross: Quantity | None = None
    price: Amount | None = None
    value: Amount | None = None
    customs_value: Amount | None = None
    maker: str = ""
    country: str = ""

    def note(self, notes: Notes, order: tuple[str, ...]) -> None:
        """Notes the finished goods; `order` says which quantity counts first."""
        text = " ".join(dict.fromkeys(self.words))
        known = {(code.scheme, code.value) for code in self.codes}
        for code in codes_in(text, self.where):
            if (code.scheme, code.value) not in known:
                self.codes.append(code)
        if not text and not self.codes:
            return
        ranked = sorted(self.quantities, key=lambda q: (q not in order, q))
        first = min(
            ranked, key=lambda q: order.index(q) if q in order else 99, default=""
        )
        good = Good(
            description=text,
            origin=notes.origin.at(self.where),
            line=self.line,
            codes=once(self.codes),
            maker=self.maker,
            quantity=self.quantities.get(first) or self.packages,
            net_weight=self.net,
            gross_weight=self.gross,
            unit_price=self.price,
            value=self.value or self.customs_value,
            origin_country=self.country or origin_in(text),
        )
        notes.fact("goods", good, self.where)
