"""Fields to facts: one table says what each tag is, nothing is left out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from enduse.codes import bic
from enduse.messages.broken import ROLE, cut_words, width_of
from enduse.messages.message import Coverage
from enduse.messages.swift.credit import Credit
from enduse.messages.swift.fields import Field
from enduse.messages.swift.free_lines import Line
from enduse.messages.swift.narrated import note_labelled
from enduse.messages.swift.narrative import (
    read_items,
    read_statement_words,
    residences,
)
from enduse.messages.swift.party import (
    account_identifier,
    add_bic,
    add_free,
    read_party,
)
from enduse.messages.swift.party_draft import Draft
from enduse.messages.swift.reading import Reading
from enduse.messages.swift.tags import (
    NOT_SCREENED,
    amount_role,
    party_role,
    text_role,
)
from enduse.model import Fact, Party, Route

_AMOUNT = re.compile(
    r"(?:[DM]\d{3}(?:[A-Z]{2})?|[CDN]?(?:\d{6})?)([A-Z]{3})(\d{1,15}(?:[,.]\d{0,14})?)"
)
_ENTRY = re.compile(r"\d{6}(?:\d{4})?R?[CDE][A-Z]?[CDR]?(\d{1,15},\d{0,4})")
TRADE = frozenset("47")  # categories: collections; credits and guarantees
_WITH_CODE_WORDS = frozenset(("70", "72", "72Z", "77B"))
_QUALIFIED = re.compile(r":([A-Z0-9]{4})/([A-Z0-9]{0,8})/(.*)", re.DOTALL)


def read_fields(fields: Sequence[Field], reading: Reading) -> None:
    """Notes every field; in a cover message the second sequence is `underlying_`."""
    prefix = ""
    homes: dict[str, str] = {}
    trade = Credit(reading) if reading.mt[:1] in TRADE else None
    for field in fields:
        _cut_words(field, reading)
        if trade is not None and trade.read(field):
            continue
        if reading.mt.endswith("COV") and field.tag[:2] == "50":
            prefix = "underlying_"
        if field.tag == "77B":
            homes.update(residences(field, reading))
        _read(field, reading, prefix)
    if homes:
        _settle_residences(homes, reading)
    if trade is not None:
        trade.finish()


def _cut_words(field: Field, reading: Reading) -> None:
    """Notes the words that the end of a full line cut in two."""
    if len(field.lines) < 2 or party_role(reading.mt, field.tag):
        return  # the readings of a party's name are its own
    for number, said in cut_words(field.lines, width_of(field.tag)):
        reading.text(ROLE, said, reading.at(field.place, number))


def is_cover(mt: str, flag: str, fields: Sequence[Field]) -> bool:
    """Whether a 202 or 205 covers customers: it says so, or names them."""
    named = any(field.tag[:2] in ("50", "59") for field in fields)
    return mt in ("202", "205") and (flag == "COV" or named)


def _read(field: Field, reading: Reading, prefix: str) -> None:
    tag, mt = field.tag, reading.mt
    ordering = bool(prefix) and tag[:2] == "52"
    role = "debtor_agent" if ordering else party_role(mt, tag)
    if role:
        read_party(field, prefix + role, reading)
    elif tag[:2] in ("95", "97") and field.lines[0][:1] == ":":
        _qualified_party(field, reading)
    elif tag in ("25", "25A", "25P"):
        _account_owner(field, reading)
    elif tag == "61":
        _entry(field, reading)
    elif tag == "86":
        read_statement_words(field, reading)
    elif tag in _WITH_CODE_WORDS:
        read_items(field, reading, prefix)
    elif amount := amount_role(mt, tag):
        _amount(field, reading, amount)
    elif not _says_nothing(field):
        reading.field_text(text_role(tag), field)
        if tag == "79":
            note_labelled(reading, _lines(field, reading))


def _lines(field: Field, reading: Reading) -> list[Line]:
    numbered = enumerate(field.lines, start=1)
    return [Line(t, reading.at(field.place, n)) for n, t in numbered if t.strip()]


def coverage(fields: Sequence[Field], reading: Reading) -> Coverage:
    """How many lines the fields have, and how many of them are in a fact."""
    places = {fact.origin.locator.partition(" line ")[0] for fact in reading.facts}
    for fact in reading.facts:
        if isinstance(fact.value, Route):
            places.update(place.locator for place in fact.value.places)
    leaves = screened = exempt = 0
    for field in fields:
        lines = sum(map(_says_something, field.lines))
        leaves += lines
        if reading.at(field.place) in places:
            screened += lines
        elif _says_nothing(field):
            exempt += lines
    return Coverage(leaves, screened, exempt)


def _says_something(line: str) -> bool:
    return line[:1].isalnum() or any(map(str.isalnum, line))


def _says_nothing(field: Field) -> bool:
    """Whether the field has the shape in which its tag can name nobody."""
    shape = NOT_SCREENED.get(field.tag)
    return bool(shape and len(field.lines) == 1 and shape.fullmatch(field.lines[0]))


def _amount(field: Field, reading: Reading, role: str) -> None:
    match = _AMOUNT.fullmatch(field.text)
    value = _decimal(match[2]) if match else None
    if match and value is not None:
        reading.amount(role, value, match[1], reading.at(field.place))
        return
    message = f"{field.place} {field.text[:40]!r} is no amount; ask the sender"
    reading.report("amount-unreadable", message, reading.at(field.place), "warning")
    reading.field_text("unmapped", field)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ".").rstrip("."))
    except InvalidOperation:
        return None


def _entry(field: Field, reading: Reading) -> None:
    """A statement line: its amount has no currency, so it goes with its words."""
    if not _ENTRY.match(field.lines[0]):
        message = f"{field.place} {field.lines[0][:40]!r} is no statement line"
        locator = reading.at(field.place)
        reading.report("statement-line-unreadable", message, locator, "warning")
    reading.field_text("narrative", field)


def _account_owner(field: Field, reading: Reading) -> None:
    role = "charges_account" if field.tag == "25A" else "account_owner"
    draft = Draft(role, reading.at(field.place))
    first = field.lines[0].strip().removeprefix("/")
    if first:
        where = reading.at(field.place, 1)
        draft.identifiers.append(account_identifier(first, where))
    for number, text in enumerate(field.lines[1:], start=2):
        line = Line(text.strip(), reading.at(field.place, number))
        if line.text and not bic.fault(line.text):
            add_bic(draft, line)
        elif line.text:
            add_free(draft, [line])
    if draft.identifiers or draft.names:
        reading.party(draft.finished(reading))


def _qualified_party(field: Field, reading: Reading) -> None:
    """95P `:BUYR//BIC`, 95Q `:BUYR//name`, 95R `:BUYR/scheme/code`, 97A an account."""
    match = _QUALIFIED.fullmatch("\n".join(field.lines))
    if not match:
        reading.field_text("unmapped", field)
        return
    draft = Draft(f"party_{match[1].lower()}", reading.at(field.place))
    lines = [
        Line(text.strip(), reading.at(field.place, number))
        for number, text in enumerate(match[3].split("\n"), start=1)
        if text.strip()
    ]
    if not lines:
        return
    if field.tag == "95P" and not bic.fault(lines[0].text):
        draft.kind = "entity"
        add_bic(draft, lines[0])
        lines = lines[1:]
    elif field.tag[:2] == "97" or match[2]:
        draft.identifiers.append(account_identifier(lines[0].text, lines[0].locator))
    if lines and field.tag[:2] == "95":
        add_free(draft, lines)
    reading.party(draft.finished(reading))


def _settle_residences(homes: dict[str, str], reading: Reading) -> None:
    """Gives debtor and creditor the country of residence that 77B states."""
    for place, fact in enumerate(reading.facts):
        country = homes.get(fact.role.removeprefix("underlying_"), "")
        party = fact.value
        if country and isinstance(party, Party) and country not in party.countries:
            known = replace(party, countries=(*party.countries, country))
            reading.facts[place] = Fact(fact.role, known, fact.origin)
