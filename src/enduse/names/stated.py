"""What a party's names say of it: names, and facts written beside them."""

from dataclasses import dataclass

from enduse.model import DateSpan, Identifier, Party, PartyKind
from enduse.model.quick import quick
from enduse.text import name_field
from enduse.text.dates import parse_birth
from enduse.text.field_beside import is_trader

_NAMES_READ = 16


@quick
@dataclass(frozen=True, slots=True)
class Stated:
    """The names to search, each once, and all numbers and births of a party.

    *Unknown*: the kind of a firm that is a person who trades, and is listed as either.
    """

    kind: PartyKind
    names: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    birth_dates: tuple[DateSpan, ...]


def stated(party: Party) -> Stated:
    """What is known of a party, with what its names say besides.

    *Example*

    >>> from enduse.model import Origin, PartyName
    >>> name = PartyName("Bek Ivan, DOB 07.09.1960, passport 4510 123456")
    >>> found = stated(Party("customer", Origin("x.csv", "", ""), (name,), "person"))
    >>> found.names, found.birth_dates[0].iso, found.identifiers[0].value
    (('Bek Ivan',), '1960-09-07', '4510 123456')
    """
    kind = party.kind
    if kind == "entity" and any(is_trader(name.text) for name in party.names):
        kind = "unknown"
    if len(party.names) == 1:
        only = name_field.read(party.names[0].text, kind)
        if not (only.numbers or only.born):
            return Stated(kind, only.names, party.identifiers, party.birth_dates)
    texts = dict.fromkeys(name.text for name in party.names[:_NAMES_READ])
    read = [name_field.read(text, kind) for text in texts]
    names = dict.fromkeys(name for one in read for name in one.names)
    if not any(one.numbers or one.born for one in read):
        return Stated(kind, tuple(names), party.identifiers, party.birth_dates)
    numbers = (Identifier(*number) for one in read for number in one.numbers)
    spans = [parse_birth(text) for one in read for text in one.born]
    born = (span for span in spans if span)
    return Stated(
        kind,
        tuple(names),
        tuple(dict.fromkeys((*party.identifiers, *numbers))),
        tuple(dict.fromkeys((*party.birth_dates, *born))),
    )
