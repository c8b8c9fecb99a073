"""A finding with both sides in view: what the input says, what the list says."""

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from enduse.model import Cite, Finding, Identifier, Listing, Part, Party
from enduse.report.marks import Marks, mark
from enduse.report.words import country, identifier

Lookup = Callable[[str], Listing | None]
_NAMES_TRIED = 20
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one side; `agrees` when the other side states the same."""

    text: str
    agrees: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """One attribute on both sides; an empty side was not given.

    *Units*: `more_party` and `more_listed` count values left out on either side.
    """

    label: str
    party: tuple[Value, ...]
    listed: tuple[Value, ...]
    more_party: int = 0
    more_listed: int = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """The two names marked up, and every attribute that either side gives."""

    party_name: str
    marks: Marks
    pairs: tuple[Pair, ...]


def sides(finding: Finding, listed: Listing | None) -> Sides | None:
    """Both sides of a finding, or None for one that compares no names."""
    party, match = finding.party, finding.match
    if party is None or match is None:
        return None
    name = _nearest(party, match.name)
    pairs = _pairs(party, listed, taken=(name, match.name))
    kept = tuple(pair for pair in pairs if pair.party or pair.listed)
    return Sides(name, mark(name, match.name), kept)


def scale(parts: tuple[Part, ...]) -> float:
    """What a full bar stands for: at least 1; a bar to the left has half the room."""
    room = (p.weight if p.weight > 0 else -2 * p.weight for p in parts)
    return max([1.0, *room])


def web_link(cite: Cite) -> str:
    """The address of a cite, or '' when it is not a plain web address."""
    safe = cite.url.lower().startswith(("https://", "http://"))
    return cite.url if safe and not any(c <= " " for c in cite.url) else ""


def _nearest(party: Party, listed: str) -> str:
    names = [name.text for name in party.names[:_NAMES_TRIED]] or [party.name]
    wanted = listed[:400].casefold()
    return max(names, key=lambda n: fuzz.token_sort_ratio(n[:400].casefold(), wanted))


def _pairs(
    party: Party, listed: Listing | None, *, taken: tuple[str, str]
) -> tuple[Pair, ...]:
    others = [n.text for n in party.names if n.text != taken[0]]
    empty = Listing("", "", "unknown", (), party.origin)
    entry = listed or empty
    also = [(n.text, "weak alias") if n.weak else (n.text, "") for n in entry.names]
    return (
        _pair("Kind", _kind(party.kind), _kind(entry.kind)),
        _pair(
            "Other names",
            [Value(text) for text in others],
            [Value(text, note=note) for text, note in also if text != taken[1]],
        ),
        _pair("Identifiers", _ids(party.identifiers), _ids(entry.identifiers)),
        _pair(
            "Born",
            [Value(span.iso) for span in party.birth_dates],
            [Value(span.iso) for span in entry.birth_dates],
        ),
        _pair("Birth place", _texts(party.birth_places), _texts(entry.birth_places)),
        _pair("Countries", _places(party.countries), _places(entry.countries)),
        _pair(
            "Addresses",
            [Value(address.text) for address in party.addresses],
            [Value(address.text) for address in entry.addresses],
        ),
    )


def _kind(kind: str) -> list[Value]:
    return [] if kind == "unknown" else [Value(kind)]


def _texts(texts: tuple[str, ...]) -> list[Value]:
    return [Value(text) for text in texts]


def _places(codes: tuple[str, ...]) -> list[Value]:
    return [Value(country(code)) for code in codes]


def _ids(ids: tuple[Identifier, ...]) -> list[Value]:
    return [Value(i.value, note=_id_note(i)) for i in ids]


def _id_note(one: Identifier) -> str:
    return ", ".join(x for x in (identifier(one.scheme), country(one.country)) if x)


def _pair(label: str, party: list[Value], listed: list[Value]) -> Pair:
    left, right = {_plain(v) for v in party}, {_plain(v) for v in listed}
    both = (left & right) - {""} if label != "Kind" else set()
    ours, theirs = _agreeing_first(party, both), _agreeing_first(listed, both)
    return Pair(
        label,
        tuple(ours[:_SHOWN]),
        tuple(theirs[:_SHOWN]),
        max(0, len(ours) - _SHOWN),
        max(0, len(theirs) - _SHOWN),
    )


def _agreeing_first(values: list[Value], both: set[str]) -> list[Value]:
    told = [Value(v.text, _plain(v) in both, v.note) for v in values]
    return sorted(dict.fromkeys(told), key=lambda value: not value.agrees)


def _plain(value: Value) -> str:
    return "".join(c for c in value.text.casefold() if c.isalnum())
