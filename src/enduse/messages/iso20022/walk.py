"""One walk over a transaction's elements: parties, amounts, texts, each with its XPath.

A party is known by its shape (a name, an address, an institution's id), not by a list
of places: names and addresses stand under more than sixty different elements.
"""

import re
from decimal import Decimal
from functools import lru_cache

from enduse.messages.broken import ROLE, around
from enduse.messages.iso20022 import address, embedded, party
from enduse.messages.iso20022.book import Book, Draft
from enduse.messages.iso20022.node import Node, leaves_in, placed
from enduse.messages.iso20022.roles import PREFIXES, amount_role, role
from enduse.messages.iso20022.vocabulary import (
    BALANCES,
    CODED_ROLES,
    HEADER_REFERENCES,
    NOT_SCREENED,
    NUMBERED,
    PLACEHOLDERS,
    REFERENCES,
    TEXT_BELOW,
    TEXT_OF,
    WHOLE,
)
from enduse.model import Amount, Fact, Origin

_AGENT = frozenset(
    ("FinInstnId", "FIId", "BrnchId", "BICFI", "BIC", "AnyBIC", "ClrSysMmbId")
)
_CHOICE = frozenset(("Pty", "Agt"))
_PARTY = frozenset(
    ("Nm", "PstlAdr", "CtryOfRes", "CtctDtls", "OrgId", "PrvtId", "TaxId", "RegnId")
)
_ADDRESS = frozenset(("StrtNm", "TwnNm", "AdrLine"))
_ACCOUNT = frozenset(("Id", "IBAN", "Nm", "Ownr", "Svcr", "Prxy"))
_HOLDERS = ("debtor", "creditor", "agent", "party")
_FIGURES = re.compile(r"[\d.,:+TZ-]+|true|false|[YN]")
_REFERENCES = frozenset((*REFERENCES, *HEADER_REFERENCES, "MsgDefIdr"))
_CURRENCY = re.compile("[A-Z]{3}")
_AMOUNT = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{0,12})?")


class Frame:
    """What holds for all children of one element."""

    __slots__ = ("amounts", "drafts", "node", "orphans", "prefix", "said", "words")

    def __init__(self, node: Node, words: str, prefix: str, amounts: bool) -> None:
        self.node = node
        self.words = words
        self.prefix = prefix
        self.amounts = amounts
        self.drafts: dict[str, Draft] = {}
        self.orphans: dict[str, Draft] = {}  # accounts met before their party
        self.said: dict[str, str] = {}  # the last text of each repeated element


class Walk:
    """The facts of one message, or of the headers that stand before many."""

    def __init__(self, book: Book, *, amounts: bool = True, depth: int = 0) -> None:
        self.book = book
        self._amounts = amounts
        self._depth = depth
        self._taken: set[int] = set()

    def whole(self, node: Node, path: str) -> None:
        """Reads an element and all that is in it."""
        self.book.leaves += leaves_in(node)
        words = TEXT_BELOW.get(node.name, "")
        prefix = PREFIXES.get(node.name, "")
        self.book.attributes(node, path)
        self._section(node, path, Frame(node, words, prefix, self._amounts))

    def one(self, node: Node, path: str, parent: Node) -> None:
        """Reads one child of `parent` as if it stood there alone."""
        self.book.leaves += leaves_in(node)
        self._child(node, path, Frame(parent, "", "", self._amounts))

    def some(self, nodes: list[tuple[Node, str]], parent: Node) -> None:
        """Reads some children of `parent`: an account finds its party among them."""
        frame = Frame(
            parent,
            TEXT_BELOW.get(parent.name, ""),
            PREFIXES.get(parent.name, ""),
            self._amounts,
        )
        for node, path in nodes:
            self.book.leaves += leaves_in(node)
            self._child(node, path, frame)

    def beside(self, node: Node, parts: "list[str | Node]", path: str) -> None:
        """Reads an element's attributes, and the words among some of its parts."""
        before = self.book.screened
        if node.attributes:
            self.book.attributes(node, path)
        self.book.strays(parts, path, "unmapped")
        self.book.leaves += self.book.screened - before

    def _section(self, node: Node, path: str, frame: Frame) -> None:
        children = placed(node, path)
        for child, where in children:
            self._child(child, where, frame)
        if len(children) != len(node.parts):
            self.book.strays(node.parts, path, frame.words or "unmapped")

    def _child(self, node: Node, path: str, frame: Frame) -> None:
        if node.leaf or node.name in WHOLE:
            self._leaf(node, path, frame)
            return
        if node.attributes:
            self.book.attributes(node, path)
        shape = _shape(node, node.names())
        if shape == "account":
            self._account(node, path, frame)
        elif shape:
            self._party(node, path, frame, shape)
        else:
            inner = Frame(
                node,
                TEXT_BELOW.get(node.name, frame.words),
                frame.prefix + PREFIXES.get(node.name, ""),
                frame.amounts and node.name not in BALANCES,
            )
            self._section(node, path, inner)

    def _party(self, node: Node, path: str, frame: Frame, shape: str) -> None:
        name = node.name
        draft = frame.orphans.pop(name, None)
        if draft is None:
            called = frame.prefix + _called(name, frame.node.name)
            draft = self.book.draft(called, path)
        draft.path = path
        frame.drafts[name] = draft
        if shape == "agent":
            draft.kind = "entity"
        if shape == "address":
            found = address.read(node, path, self.book)
            draft.addresses.extend([found] if found else [])
        else:
            party.read(self.book, draft, node, path)
        self._rest(draft, frame)

    def _account(self, node: Node, path: str, frame: Frame) -> None:
        base = node.name.removesuffix("Acct")
        draft = frame.drafts.get(base)
        if draft is None:
            called = role(base) if base else role("Acct")
            held = called.rstrip("0123456789_").endswith(_HOLDERS)
            called = called if held or not base else role(node.name)
            draft = self.book.draft(frame.prefix + called, path)
            frame.orphans[base] = draft
        party.account(self.book, draft, node, path)
        self._rest(draft, frame)

    def _rest(self, draft: Draft, frame: Frame) -> None:
        """Takes up what the readers of parties left unread, in order."""
        while self.book.unread:
            left, self.book.unread = self.book.unread, []
            inner = Frame(frame.node, frame.words, f"{draft.role}_", frame.amounts)
            for node, path in left:
                self._child(node, path, inner)

    def _leaf(self, node: Node, path: str, frame: Frame) -> None:
        if id(node) in self._taken:
            return
        text, name = node.text(), node.name
        if node.attributes or not node.leaf:
            self.book.attributes(node, path)
            if "Ccy" in (node.attributes or ()) and self._amount(
                node, text, path, frame
            ):
                return
        if not text:
            return
        if name in _REFERENCES:
            self.book.references.setdefault(name, text)
        if (text[0] == "<" or len(text) > 60) and self._payload(
            text, path, frame, node
        ):
            return
        words = TEXT_OF.get(name)
        if words is None:
            if _cannot_name(name, text, frame):
                self.book.exempt += 1
                return
            words = frame.words or "unmapped"
        if text.upper() in PLACEHOLDERS:
            self.book.exempt += 1
        else:
            self.book.text(words, text, path)
            if words == "remittance":
                self._goes_on(name, text, path, frame)

    def _goes_on(self, name: str, text: str, path: str, frame: Frame) -> None:
        """Notes the words around the end of one line of a text and the next: a name
        may go on in it, where each line has an element of its own.
        """
        last, frame.said[name] = frame.said.get(name, ""), text
        if last and (said := around(last, text)):
            self.book.text(ROLE, said, path, leaves=0)

    def _amount(self, node: Node, text: str, path: str, frame: Frame) -> bool:
        """Whether the text was an amount of money, noted where amounts matter."""
        currency = (node.attributes or {})["Ccy"]
        if not (_AMOUNT.fullmatch(text) and _CURRENCY.fullmatch(currency)):
            message = (
                f"{text!r} {currency!r} is no amount enduse can read; kept as text"
            )
            self.book.report("amount-unreadable", message, path)
            self.book.text("unmapped", currency, f"{path}/@Ccy")
            self.book.leaves += 1
            return False
        self.book.exempt += 1
        if frame.amounts:
            said = frame.prefix + amount_role(node.name, frame.node.name)
            origin = Origin(self.book.source, self.book.sha256, path)
            self.book.facts.append(Fact(said, Amount(Decimal(text), currency), origin))
        return True

    def _payload(self, text: str, path: str, frame: Frame, node: Node) -> bool:
        """Whether the text was a message of its own, read here in its place."""
        pieces = [node]
        if embedded.looks_like(text):
            pieces = [
                c for c in frame.node.children() if c.name == node.name and c.leaf
            ]
            pieces = pieces[pieces.index(node) :] if node in pieces else [node]
            text = embedded.joined(["".join(map(str, p.parts)) for p in pieces])
        else:
            text = embedded.decoded(text)
        if not text:
            return False
        if self._depth >= embedded.MAX_DEPTH:
            message = "a message inside a message inside a message; read as plain text"
            self.book.report("embedded-too-deep", message, path)
            return False
        return self._open(text, path, pieces)

    def _open(self, text: str, path: str, pieces: list[Node]) -> bool:
        root, fault = embedded.tree(text)
        is_message = root is not None and not root.leaf
        if fault and (is_message or "<!DOCTYPE" in text):
            message = f"the message inside this text is broken ({fault}); ask for it"
            self.book.report("embedded-broken", message, path)
        if root is None or not is_message:
            return False
        self._taken.update(map(id, pieces))
        self.book.screened += len(pieces)
        if fault:
            self.book.text("unmapped", text, path)
            self.book.leaves += 1
        inner = Walk(self.book, depth=self._depth + 1)
        inner.one(root, f"{path}/{root.name}", Node(""))
        return True


def _shape(node: Node, names: set[str]) -> str:
    """`account`, `agent`, `party`, `address`, or '' by the children an element has."""
    if node.name.endswith("Acct") and not names.isdisjoint(_ACCOUNT):
        return "account"
    if not names.isdisjoint(_AGENT):
        return "agent"
    if not names.isdisjoint(_PARTY) or (names and names <= _CHOICE):
        return "party"
    if "Id" in names:
        inner = node.find("Id")
        if inner is not None and (inner.find("OrgId") or inner.find("PrvtId")):
            return "party"
    return "" if names.isdisjoint(_ADDRESS) else "address"


def _cannot_name(name: str, text: str, frame: Frame) -> bool:
    """Whether a leaf is listed as not screened and looks like what it is listed as."""
    if len(text) > 36 or " " in text:
        return False
    if frame.words == "supplementary":  # no standard says what its elements mean
        return bool(_FIGURES.fullmatch(text))
    if name == "Id":
        return frame.node.name in NUMBERED
    return name in NOT_SCREENED and (name != "Cd" or frame.words not in CODED_ROLES)


@lru_cache(maxsize=4096)
def _called(name: str, parent: str) -> str:
    """The role of a party element; `Agt` and `PstlAdr` are named by their parent."""
    if name in ("Agt", "Pty"):
        stem = role(parent.removesuffix("Inf"))
        return f"{stem}_agent" if name == "Agt" else stem
    return role(parent) if name in ("PstlAdr", "Adr", "FIId", "OrgId") else role(name)
