"""What a paper's facts say beside what they are: who stands in the words of goods, of
addresses and of places, and which ship or aircraft a text tells by a number.

Words of goods are not searched for names one by one: `milling machines` is a firm on
some list. They are where something in them says that somebody is named: a legal form,
`made by`, `M/V`.
"""

import re
from collections.abc import Iterator, Sequence

from enduse.messages.broken import ROLE, across, is_full
from enduse.messages.trade.craft import LONGEST, SURE, craft_facts
from enduse.messages.trade.labelled import ships_named
from enduse.messages.trade.roles import DATES, REFERENCES
from enduse.model import Fact, Good, Party, PartyName, Route, Text

_FORMS = (
    r"L\.?L\.?C|LTD|LIMITED|INC|CORP|CORPORATION|GMBH|[OCPZ]?JSC|OOO|OAO|ZAO|PAO|TOO|FZE"
    r"|FZCO|FZC|FZ-LLC|DMCC|PLC|PTE|PTY|SDN BHD|CO\.,?|COMPANY|S\.?A\.?R\.?L|S\.P\.A"
    r"|S\.R\.L|S\.R\.O|D\.O\.O|B\.V|N\.V|A\.[SŞ]|SP\. ?Z ?O|KFT|OYJ?|UAB|ООО|ОАО|ЗАО"
    r"|ПАО|АО|ТОО|ФГУП|ZAVOD|ЗАВОД|НИИ|INSTITUTE|MINISTRY"
)
_CUES = (
    r"C/O|CARE OF|ATTN|ATTENTION|ON BEHALF|OBO|O/B/O|FOR (?:THE )?ACCOUNT|F/A/O"
    r"|(?:MADE|MANUFACTURED|PRODUCED|SUPPLIED|BUILT|ISSUED|ORDERED) BY|MFR|MFG"
    r"|MANUFACTURERS?|MAKERS?|PRODUCERS?|BRAND|HERSTELLER|FABRICANT|ИЗГОТОВИТЕЛЬ"
    r"|ПРОИЗВОДИТЕЛЬ|END[ -]?USERS?|(?:WAREHOUSE|PREMISES|WORKS|FACTORY|PLANT) OF"
    r"|M[/.]?V|M[/.]?T|VESSEL|STEAMER|IMO"
)
_SOMEBODY = re.compile(rf"(?<!\w)(?:{_FORMS}|{_CUES})(?!\w)", re.IGNORECASE)
# Of the legal forms those that are no word of an address (`CO`, `AS`, `SA`, `INC`).
_FIRMS = (
    r"L\.?L\.?C|LTD|LIMITED|CORP|GMBH|[OCPZ]?JSC|OOO|OAO|ZAO|PAO|FZE|FZCO|DMCC|PLC"
    r"|SDN BHD|ООО|ОАО|ЗАО|ПАО|ФГУП"
)
_IN_ADDRESS = re.compile(rf"(?<!\w)(?:{_CUES}|{_FIRMS})(?!\w)", re.IGNORECASE)
_HAN = re.compile(r"公司|集团|集團|研究所|工厂|工廠|株式会社|주식회사")
_SHIP = re.compile(r"\bM[./]?V\b|\bVESSEL|\bM/T\b|\bMOTOR T", re.IGNORECASE)
_NAMED = 0.6  # confidence in a ship that words label by name
_NOT_SEARCHED = frozenset((*DATES, *REFERENCES, "document_type"))


def names_somebody(text: str) -> bool:
    """Whether something in a text says that it names a firm, a person or a ship.

    *Example*

    >>> names_somebody("IC K1986, made by Demo Mikro, Zelenograd")
    True
    >>> names_somebody("CNC vertical milling machine, 5 axes")
    False
    """
    return bool(_SOMEBODY.search(text) or _HAN.search(text))


def beside(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that stand in the words of others; what is known is not said again."""
    found: list[Fact] = []
    last: Fact | None = None
    for fact in facts:
        found.extend(_of(fact))
        if last is not None and last.role == fact.role:
            found.extend(_cut(last, fact))
        last = fact
    if not found:
        return found
    known = _Known(facts)
    return [fact for fact in found if known.is_new(fact)]


def _cut(last: Fact, fact: Fact) -> Iterator[Fact]:
    """The words that the end of one full text and the next cut in two."""
    first, second = last.value, fact.value
    if not (isinstance(first, Text) and isinstance(second, Text)):
        return
    said = across(first.text, second.text) if is_full(first.text) else ""
    if said:
        yield Fact(ROLE, Text(said), last.origin, last.confidence)


class _Known:
    """The names, numbers and texts that a paper's facts hold already."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._said: set[tuple[str, str]] = set()
        for fact in facts:
            self._said.update(_keys(fact))

    def is_new(self, fact: Fact) -> bool:
        """Whether a fact says something new; it is known from then on."""
        keys = _keys(fact)
        fresh = not all(key in self._said for key in keys)
        self._said.update(keys)
        return fresh


def _keys(fact: Fact) -> list[tuple[str, str]]:
    value = fact.value
    if isinstance(value, Text):
        return [("text", value.text)]
    if isinstance(value, Party):
        named = [("name", _plain(name.text)) for name in value.names]
        return [*named, *((i.scheme, _plain(i.value)) for i in value.identifiers)]
    return []


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _of(fact: Fact) -> Iterator[Fact]:
    value = fact.value
    if isinstance(value, Text):
        if fact.role not in _NOT_SEARCHED:
            yield from craft_facts(value.text, fact.origin)
            if _SHIP.search(value.text):
                yield from _ships(fact, value.text)
    elif isinstance(value, Good):
        yield from _of_goods(fact, value)
    elif isinstance(value, Party):
        for address in value.addresses:
            if _IN_ADDRESS.search(address.text):
                yield _words("address", address.text, fact)
            yield from craft_facts(address.text, fact.origin)
    elif isinstance(value, Route):
        for place in value.places:
            if names_somebody(place.name):
                yield _words("place", place.name, fact, place.locator)


def _ships(fact: Fact, text: str) -> Iterator[Fact]:
    """The ships that the words of a payment or a paper label by name."""
    for name in ships_named(text[:LONGEST].upper()):
        ship = Party("vessel", fact.origin, (PartyName(name),), "vessel")
        yield Fact("vessel", ship, fact.origin, _NAMED)


def _of_goods(fact: Fact, good: Good) -> Iterator[Fact]:
    if names_somebody(good.maker):
        names = (PartyName(good.maker),)
        maker = Party("manufacturer", fact.origin, names, "entity")
        yield Fact("manufacturer", maker, fact.origin, SURE)
    elif good.maker:  # a brand: searched for as words are, to the letter
        yield _words("goods_text", good.maker, fact)
    if names_somebody(good.description):
        yield _words("goods_text", good.description, fact)
    yield from craft_facts(good.description, fact.origin)


def _words(role: str, text: str, fact: Fact, locator: str = "") -> Fact:
    origin = fact.origin.at(locator) if locator else fact.origin
    return Fact(role, Text(text), origin, fact.confidence)
