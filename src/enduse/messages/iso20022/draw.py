"""What was gathered of one transaction, drawn up as a Message with its Problems."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from enduse.codes import iban
from enduse.messages.iso20022.book import Book, Draft
from enduse.messages.iso20022.vocabulary import (
    HEADER_REFERENCES,
    PLACEHOLDERS,
    REFERENCES,
)
from enduse.messages.iso20022.walk import Walk
from enduse.messages.message import Message
from enduse.model import Coverage, Fact, Identifier, Origin, Problem, SubjectKind

_ENTRY_FIRST = ("NtryRef", "AcctSvcrRef", *REFERENCES)
_PAYMENTS = ("pacs", "pain", "camt")
# Territories whose banks use another country's IBANs.
_SHARED = {
    "GB": {"GG", "JE", "IM"},
    "FR": {"GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF", "MC"},
    "FI": {"AX"},
    "IT": {"SM", "VA"},
}


# Roles of those who hold accounts, each with its bank's.
_BANKED = tuple(
    (f"{prefix}{party}", f"{prefix}{party}_agent")
    for party in ("debtor", "creditor")
    for prefix in ("", "underlying_")
)
_NONE = Coverage()


@dataclass(slots=True)
class Pending:
    """A transaction read, held until it is clear what else belongs to it.

    `outside` counts the leaves of an envelope whose text this is a part of.
    """

    format: str
    path: str
    book: Book
    walk: Walk
    shared: tuple[Fact, ...]
    several: bool = False
    headers: tuple[Book, ...] = ()
    outside: Coverage = _NONE
    problems: list[Problem] = field(default_factory=list)


def draw_up(held: Pending) -> Message:
    """The Message of a transaction: its facts and its headers', checked together."""
    book = held.book
    origin = Origin(book.source, book.sha256, held.path)
    problems = (*held.problems, *book.problems, *_checks(held, origin))
    return Message(
        format=held.format or "iso20022",
        kind=_kind(held.format),
        ref=_reference(held),
        origin=origin,
        content=(*held.shared, *book.finished()),
        problems=problems,
        coverage=_coverage(held),
    )


def _coverage(held: Pending) -> Coverage:
    leaves, screened, exempt = (
        held.outside.leaves,
        held.outside.screened,
        held.outside.exempt,
    )
    for book in (held.book, *held.headers):
        leaves += book.leaves
        screened += book.screened
        exempt += book.exempt
    return Coverage(leaves, screened, exempt)


def _kind(format: str) -> SubjectKind:
    return "payment" if format.startswith(_PAYMENTS) else "document"


def _reference(held: Pending) -> str:
    """The sender's best reference; the place in the file where there is none."""
    own = held.book.references
    for name in _ENTRY_FIRST if held.several else REFERENCES:
        if name in own and own[name].upper() not in PLACEHOLDERS:
            return own[name]
    above = [header.references for header in reversed(held.headers)]
    for references in (own, *above):
        for name in HEADER_REFERENCES:
            if name in references:
                return references[name]
    return held.path


def _checks(held: Pending, origin: Origin) -> Iterator[Problem]:
    drafts: dict[str, Draft] = {}
    for draft in held.book.drafts():
        drafts.setdefault(draft.role, draft)
    for header in held.headers:
        for item in header.facts:
            if type(item) is Draft:
                drafts.setdefault(item.role, item)
    yield from _sender_problems(drafts, origin)
    for role, agent in _BANKED:
        if role in drafts and agent in drafts:
            account = drafts[role].first("iban")
            code = drafts[agent].first("bic")
            if account and code:
                yield from _account_problems(role, account, code, origin)
    yield from _format_problems(held, origin)


def _account_problems(
    role: str, account: Identifier, code: Identifier, origin: Origin
) -> Iterator[Problem]:
    """An IBAN and a BIC of the same party's bank that cannot both be right."""
    kept, bank = iban.country(account.value), code.country
    if bank and kept != bank and bank not in _SHARED.get(kept, set()):
        message = (
            f"the {role}'s IBAN is of {kept}, its bank's BIC {code.value!r} of {bank}"
        )
        yield Problem("iban-bic-country", message, origin, "warning")
        return
    letters = iban.bank_letters(account.value)
    if letters and bank and code.value.strip()[:4] != letters:
        message = (
            f"the {role}'s IBAN names bank {letters!r}, its bank's BIC is "
            f"{code.value!r}; banks that merged keep old codes"
        )
        yield Problem("iban-bic-bank", message, origin, "note")


def _sender_problems(drafts: dict[str, Draft], origin: Origin) -> Iterator[Problem]:
    """A business header whose sender or receiver is not the message's."""
    pairs = (("sender", "instructing_agent"), ("receiver", "instructed_agent"))
    for outside, inside in pairs:
        if outside in drafts and inside in drafts:
            header, body = drafts[outside].first("bic"), drafts[inside].first("bic")
            if header and body and header.value[:8] != body.value[:8]:
                message = (
                    f"the business header's {outside} is {header.value!r}, the "
                    f"message's {inside.replace('_', ' ')} {body.value!r}"
                )
                yield Problem(f"{outside}-mismatch", message, origin, "note")


def _format_problems(held: Pending, origin: Origin) -> Iterator[Problem]:
    """A business header that announces another message than follows."""
    for header in held.headers:
        said = header.references.get("MsgDefIdr", "")
        if said and held.format and said != held.format:
            other_kind = said[:8] != held.format[:8]
            message = (
                f"the business header announces {said}, the message is {held.format}"
            )
            code = "message-type-mismatch" if other_kind else "message-version-mismatch"
            yield Problem(code, message, origin, "warning" if other_kind else "note")
