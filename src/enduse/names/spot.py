"""Listed names and identifiers inside free text: remittance lines, narratives."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from enduse.model import Match
from enduse.model.party import PartyKind
from enduse.names import (
    sides,
    spot_eastern,
    spot_firms,
    spot_formed,
    spot_keys,
    spot_numbers,
    spot_ships,
    spot_slips,
)
from enduse.names.features import identifiers
from enduse.names.score import DEFAULT_THRESHOLD
from enduse.names.spotted import Span, Spotted, party_of
from enduse.names.spotted import taken as taken_in
from enduse.names.within import FIELD_READ, parted
from enduse.text import field_words
from enduse.text.met import Met

if TYPE_CHECKING:
    from enduse.names.matcher import Matcher

_TEXT_READ = 100_000
_SPOTTED = 100
_LEAST = 0.25  # score of a firm so found: who reads texts again must see what is near
# What a number, a bank's code, a call sign and a wallet have at least.
_MAY_HOLD_CODE = re.compile(
    r"\d{3}|^[A-Z]{8}(?:[A-Z]{3})?$|\d[A-Z]|^[A-Z]{3,4}$|^[A-Z]{4}\d{1,2}$|.{25}"
)
_KIND: dict[bool, PartyKind] = {False: "unknown", True: "entity"}
_DOMAIN = re.compile(r"[^\W_]\.[a-z]{2}")
_OWNS = re.compile(r"(?i)(?<=\w)['\u2019]s\b")  # `Ivanov's invoice`


def spot(texts: Sequence[str], matcher: "Matcher") -> list[list[Spotted]]:
    """For each text its listed names of several words, or a telling one, and numbers.

    A firm whose legal form stands beside its name is searched as a party is, those of
    all texts together. Matches come with whatever score they have: who asks holds them
    to a threshold.

    *Unknown*: names the lists mark as weak, short ones, and single words of the
    dictionary are not looked for. Of a very long text the first 100,000 characters
    are read.
    """
    reads = [text[:_TEXT_READ] for text in texts]
    bare = [_OWNS.sub("  ", read) for read in reads]
    every = list(dict.fromkeys((*reads, *bare)))
    told = dict(zip(every, _spotted(every, matcher), strict=True))
    found = [_both(told[a], told[b]) for a, b in zip(reads, bare, strict=True)]
    for one, more in zip(found, spot_slips.near(bare, found, matcher), strict=True):
        one += more
        one.sort(key=lambda s: (s.start, -s.end, -s.match.score, s.match.listing_id))
    return [one[:_SPOTTED] for one in found]


def _both(read: list[Spotted], bare: list[Spotted]) -> list[Spotted]:
    """What is found in a text, and in the same without the `'s` of owners."""
    if read is bare:
        return read.copy()
    places = {(s.start, s.match.listing_id) for s in read}
    return read + [s for s in bare if (s.start, s.match.listing_id) not in places]


def _spotted(reads: Sequence[str], matcher: "Matcher") -> list[list[Spotted]]:
    found: list[list[Spotted]] = []
    firms: list[tuple[int, spot_firms.Firm]] = []
    for at, read in enumerate(reads):
        words = spot_keys.word_pattern(read).findall(read)
        told = list(_names(read, _listed(read, words, matcher), matcher))
        if any(map(_MAY_BE_CODE, words)) or _DOMAIN.search(read):
            told += _codes(read, matcher)
        if any(map(_IS_OF_SEA, words)):
            told += _ships(read, _tokens(words), told, matcher)
        if any(map(_IS_FORM, words)):
            firms += [(at, firm) for firm in spot_firms.firms(read)]
        if not read.isascii() and any(map(spot_eastern.may_name, words)):
            firms += [(at, firm) for firm in spot_eastern.firms(read)]
        found.append(told)
    parties = [party_of((firm.name,), kind="entity") for _, firm in firms]
    held = matcher.match_all(parties, threshold=_LEAST) if firms else []
    for (at, firm), matches in zip(firms, held, strict=True):
        found[at] += list(_of_firm(firm, matches, found[at]))
    return found


# Of a word as a text has it: may it hold a code, is it a legal form, one of a text of
# the sea, or one that may stand beside a name.
_MAY_BE_CODE = Met(lambda word: bool(_MAY_HOLD_CODE.search(word))).__getitem__
_IS_FORM = Met(spot_firms.is_form).__getitem__
_IS_OF_SEA = Met(spot_ships.is_of_sea).__getitem__
_CLOSES = Met(sides.closes).__getitem__


def _tokens(words: Sequence[str]) -> list[str]:
    return [token for word in words for token in spot_keys.READ[word]]


def _codes(text: str, matcher: "Matcher") -> Iterator[Spotted]:
    for stated in spot_numbers.in_text(text, matcher.spot_bits):
        party = party_of((), stated.identifiers)
        keys = identifiers.keys(identifiers.asked(party.identifiers))
        if any(matcher.listings_with(keys)):
            for match in matcher.match(party):
                yield Spotted(stated.start, stated.end, match)


def _of_firm(
    firm: spot_firms.Firm, matches: Sequence[Match], known: Sequence[Spotted]
) -> Iterator[Spotted]:
    """The matches of a firm told by its form, but those found already at its place."""
    beside = [s for s in known if s.start < firm.end and s.end > firm.start]
    told = {s.match.listing_id for s in beside if s.match.score >= DEFAULT_THRESHOLD}
    near = {s.match.listing_id: s.match.score for s in beside}
    for match in matches:
        listed = match.listing_id
        if listed not in told and match.score > near.get(listed, 0.0):
            yield Spotted(firm.start, firm.end, match)


def _ships(
    text: str, tokens: Sequence[str], known: Sequence[Spotted], matcher: "Matcher"
) -> Iterator[Spotted]:
    """Ships told by a mark before them, or by what the text is of."""
    cut = spot_ships.Cut(text, tokens, _places(text))
    found = list(_listed_ships(cut, known, matcher))
    yield from found
    yield from spot_slips.ships(cut, [*known, *found], matcher)


def _listed_ships(
    cut: spot_ships.Cut, known: Sequence[Spotted], matcher: "Matcher"
) -> Iterator[Spotted]:
    heads = matcher.spot_heads.ships(cut.tokens)
    begins = [at for at in heads if not spot_ships.is_outside(cut.tokens[at])]
    done = 0
    for ship in spot_ships.ships(cut, begins) if begins else ():
        listings = _filed(matcher, [ship.key])[0] if ship.start >= done else []
        if not listings:
            continue
        done = ship.end
        start, end = cut.places[ship.start][0], cut.places[ship.end - 1][1]
        party = party_of((cut.text[start:end],), kind="vessel")
        beside = (s for s in known if s.start < end and s.end > start)
        told = {spotted.match.listing_id for spotted in beside}
        for match in matcher.against(party, listings):
            if match.listing_id not in told:
                yield Spotted(start, end, match)


def named_within(text: str, matcher: "Matcher") -> list[Span]:
    """The listed names that stand in the field of a name among more."""
    read = text[:FIELD_READ]
    words = spot_keys.word_pattern(read).findall(read)
    return list(parted(text, _listed(read, words, matcher)))


def _listed(text: str, words: Sequence[str], matcher: "Matcher") -> list[Span]:
    tokens = _tokens(words)
    heads = matcher.spot_heads
    starts = heads.starts(tokens)
    found = list(_spans(text, tokens, starts, matcher)) if starts else []
    if any(map(heads.formed, tokens)) and _may_have_form(text, words):
        found += _formed(text, found, matcher)
    return found


def _may_have_form(text: str, words: Sequence[str]) -> bool:
    """Whether a name with its form may be part of a text, and not all of it."""
    forms = list(map(_IS_FORM, words))
    if not any(forms):
        return False
    if any(map(_CLOSES, words)) or sides.SIGN.search(text):
        return True
    first = forms.index(True)
    return not (first and all(forms[first:]))


def _formed(text: str, known: Sequence[Span], matcher: "Matcher") -> Iterator[Span]:
    """The names that count beside a legal form, where none is found otherwise."""
    said = list(spot_formed.formed(text, matcher.spot_heads.formed))
    taken = taken_in(text, known)
    filed = _filed(matcher, [one.key for one in said]) if said else []
    for one, listings in zip(said, filed, strict=True):
        if listings and taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
            yield Span(one.start, one.end, (), listings, formed=True)


def _names(text: str, found: Sequence[Span], matcher: "Matcher") -> Iterator[Spotted]:
    compared: dict[tuple[str, bool], list[Match]] = {}
    for start, end, _, listings, formed in found:
        if field_words.is_label(text, start, end):
            continue
        said = text[start:end], formed
        if said not in compared:
            party = party_of((said[0],), kind=_KIND[formed])
            compared[said] = matcher.against(party, listings)
        for match in compared[said]:
            yield Spotted(start, end, match)


def _spans(
    text: str, tokens: Sequence[str], starts: Sequence[int], matcher: "Matcher"
) -> Iterator[Span]:
    places: list[tuple[int, int]] = []
    done = 0
    for at in starts:
        if at < done:
            continue
        length, listings = _longest(matcher, tokens, at)
        if not length:
            continue
        done = at + length
        places = places or _places(text)
        start, end = places[at][0], places[done - 1][1]
        yield Span(start, end, tuple(tokens[at:done]), listings)


def _places(text: str) -> list[tuple[int, int]]:
    """Where each token of the text stands, in order."""
    hits = spot_keys.word_pattern(text).finditer(text)
    return [hit.span() for hit in hits for _ in spot_keys.READ[hit[0]]]


def _longest(
    matcher: "Matcher", tokens: Sequence[str], at: int
) -> tuple[int, list[int]]:
    """How many tokens the longest listed name here has, and who is called that."""
    most = min(spot_keys.LONGEST, len(tokens) - at)
    keys = [" ".join(tokens[at : at + n]) for n in range(most, 0, -1)]
    for n, listings in zip(range(most, 0, -1), _filed(matcher, keys), strict=True):
        if listings:
            return n, listings
    return 0, []


def _filed(matcher: "Matcher", keys: Sequence[str]) -> list[list[int]]:
    """For each key the listings that are filed under it."""
    arrays = matcher.index.arrays
    filed, values = arrays["spot_hash"], arrays["spot_value"]
    hashes = spot_keys.hashes(keys)
    first = filed.searchsorted(hashes, "left").tolist()
    last = filed.searchsorted(hashes, "right").tolist()
    return [values[a:b].tolist() for a, b in zip(first, last, strict=True)]
