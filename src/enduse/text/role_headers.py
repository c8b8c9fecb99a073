"""Whose column it is, in a table with several parties a row: payer, payee, their banks.

The words are in `role_headers.toml` beside this file. *Example*: see `role_of`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from enduse.text.headers import guess_columns, words
from enduse.text.tables import table

Kind = Literal["payment", "shipment"]
_SIDES: dict[Kind, tuple[str, str]] = {
    "payment": ("payer", "payee"),
    "shipment": ("sends", "takes"),
}
_DIGITS = re.compile(r"\d+$")  # `payer 1`, `payer1`
_AT_START = frozenset(("from", "to"))
Columns = dict[str, dict[str, list[int]]]
_AGENTS = {"debtor": "debtor_agent", "creditor": "creditor_agent"}


class Held(NamedTuple):
    """The role whose column it is, and what of the party stands in it."""

    role: str
    field: str


@lru_cache(maxsize=1024)
def role_of(heading: str) -> Held | None:
    """Whose column a heading names and what it holds, or None.

    *Example*

    >>> role_of("Beneficiary Bank"), role_of("payer_country")
    (Held(role='creditor_agent', field='name'), Held(role='debtor', field='country'))
    >>> role_of("Amount")
    """
    said = _without_numbers(words(heading))
    for size in range(len(said), 0, -1):
        for start in range(len(said) - size + 1):
            phrase = " ".join(said[start : start + size])
            role = _phrases().get(phrase)
            if role and not (start and phrase in _AT_START):
                return _held(role, said[:start] + said[start + size :])
    return _run_together(said)


def parties(headings: Sequence[str]) -> tuple[Kind | None, Columns]:
    """What a row of the table is, and the columns of each role and field.

    None, and no columns, where not both sides are named. `From` and `To` may be days
    where nothing is paid.

    *Example*

    >>> parties(["Payer", "Payee", "Sum"])
    ('payment', {'debtor': {'name': [0]}, 'creditor': {'name': [1]}})
    >>> parties(["Name", "Beneficiary"])
    (None, {})
    """
    found: Columns = {}
    pays = any(map(says, headings))
    for number, heading in enumerate(headings):
        held = role_of(heading)
        if held and (pays or words(heading)[0] not in _AT_START):
            columns = found.setdefault(held.role, {})
            columns.setdefault(held.field, []).append(number)
    named = {role for role, fields in found.items() if "name" in fields}
    for kind, sides in _SIDES.items():
        if all(named & table("role_headers")[side].keys() for side in sides):
            return kind, found
    return None, {}


def is_statement(headings: Sequence[str]) -> bool:
    """Whether a row is a booking of an account: its day, its sum and what it is for.

    *Example*

    >>> is_statement(["Date", "Description", "Debit", "Credit", "Balance"])
    True
    >>> is_statement(["Date", "Description", "Quantity", "Amount"])
    False
    """
    said = {" ".join(_without_numbers(words(heading))) for heading in headings}
    day, total, goods = _statement()
    paid_for = said & _word_sets()["remittance"]
    return bool(paid_for and said & day and said & total and not said & goods)


def says(heading: str) -> str:
    """What a column says of a payment: `remittance`, `amount`, `currency`, or ''."""
    said = " ".join(words(heading))
    told = ("remittance", "amount", "currency")
    return next((what for what in told if said in _word_sets()[what]), "")


def names_bank(heading: str) -> bool:
    """Whether a heading is of a bank's name: `Bank`, `Bank name`, `银行名称`."""
    sets = _word_sets()
    said = words(heading)
    rest = [word for word in said if word not in sets["name"]]
    return bool(rest) and all(word in sets["bank"] for word in rest)


def _held(role: str, rest: Sequence[str]) -> Held | None:
    """What the words beside those of a role say that the column holds."""
    sets = _word_sets()
    left = [word for word in rest if word not in sets["name"]]
    of_bank = [word for word in left if word in sets["bank"]]
    left = [word for word in left if word not in sets["bank"]]
    if of_bank or sets["bank_codes"].intersection(left):
        role = _AGENTS.get(role, role)
    if not left:
        return Held(role, "name")
    said = " ".join(left)
    field = next(iter(guess_columns([said])), "")
    return Held(role, field) if field else None


def _run_together(said: Sequence[str]) -> Held | None:
    """The same of a heading written without blanks, as in Chinese: role, then what."""
    if len(said) != 1:
        return None
    whole = said[0]
    fit = [phrase for phrase in _phrases() if whole.startswith(phrase)]
    best = max((p for p in fit if not p.isascii()), key=len, default="")
    if not best:
        return None
    rest = whole[len(best) :]
    for bank in sorted(_word_sets()["bank"], key=len, reverse=True):
        if not bank.isascii() and rest.startswith(bank):
            return _held(_phrases()[best], [bank, *filter(None, [rest[len(bank) :]])])
    return _held(_phrases()[best], [rest])


def _without_numbers(said: Sequence[str]) -> list[str]:
    bare = (_DIGITS.sub("", word) for word in said)
    return [word for word in bare if word]


@cache
def _phrases() -> Mapping[str, str]:
    read = table("role_headers")
    groups = (read[group] for group in read if group not in ("words", "statement"))
    return {
        " ".join(words(phrase)): role
        for group in groups
        for role, phrases in group.items()
        for phrase in phrases
    }


@cache
def _word_sets() -> Mapping[str, frozenset[str]]:
    """Words by what they say of a column; phrases for what a payment is for."""
    return {
        name: frozenset(" ".join(words(phrase)) for phrase in said)
        for name, said in table("role_headers")["words"].items()
    }


@cache
def _statement() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What columns of a statement are called: its day, its sum; and what is none."""
    read = table("role_headers")["statement"]
    day, total, goods = (
        frozenset(" ".join(words(phrase)) for phrase in read[name])
        for name in ("day", "sum", "goods")
    )
    return day, total, goods
