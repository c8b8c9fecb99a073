"""Queries by class of error, each with the listing that should, or must not, answer."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import firms
import slips
from rapidfuzz import fuzz

from enduse.model import DateSpan, Listing, Origin, Party, PartyName
from enduse.text.phonetic import loose
from enduse.text.scripts import scripts
from enduse.text.tokens import words

Change = Callable[[str, random.Random], str]
_ORIGIN = Origin("bench", "", "")
_SPELLING = 0.6  # likeness of consonants below which a name spells another

PERSON: dict[str, Change] = {
    "one_slip": slips.one,
    "two_slips": slips.two,
    "order": slips.shuffled,
    "glued": slips.glued,
    "split": slips.split,
    "middle_initial": slips.middle_initial,
    "no_middle": slips.no_middle,
}
FIRM: dict[str, Change] = {
    "one_slip": slips.one,
    "two_slips": slips.two,
    "slip_in_every_long_word": slips.every,
    "order": slips.shuffled,
    "glued": slips.glued,
    "split": slips.split,
    "no_form": firms.no_form,
    "glued_form": firms.glued_form,
    "other_form": firms.other_form,
    "abbreviated": firms.abbreviated,
    "abroad": firms.abroad,
    "numbers": firms.numbers,
}
SISTER: dict[str, Change] = {
    "sister_number": firms.other_number,
    "sister_place": firms.other_place,
    "sister_line": firms.other_line,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A party, the listing it was made from, and whether that should answer."""

    party: Party
    listing: str
    wanted: bool = True


def party(text: str, listing: Listing) -> Party:
    """A party of the listing's kind with a name alone."""
    return Party("bench", _ORIGIN, (PartyName(text),), listing.kind)


def queries(
    listings: Sequence[Listing], rng: random.Random, sample: int
) -> dict[str, list[Asked]]:
    """Queries by class, from the primary names in Latin letters of several words."""
    named = [x for x in listings if x.name.isascii() and len(x.name.split()) > 1]
    found: dict[str, list[Asked]] = {}
    for kind, changes in (("person", PERSON), ("entity", FIRM), ("vessel", VESSEL)):
        of_kind = [x for x in named if x.kind == kind]
        some = rng.sample(of_kind, min(sample, len(of_kind)))
        for label, change in changes.items():
            found[f"{kind}/{label}"] = list(_changed(some, change, rng, wanted=True))
    firms_ = [x for x in named if x.kind == "entity"]
    rng.shuffle(firms_)
    for label, change in SISTER.items():
        sisters = _changed(firms_, change, rng, wanted=False)
        found[f"entity/{label}"] = [
            a for a, _ in zip(sisters, range(sample), strict=False)
        ]
    people = [x for x in named if x.kind == "person" and x.birth_dates]
    found |= _with_facts(rng.sample(people, min(sample, len(people))), rng)
    return found


VESSEL: dict[str, Change] = {"one_slip": slips.one, "prefix": lambda t, _: f"M/V {t}"}


def _changed(
    listings: Sequence[Listing], change: Change, rng: random.Random, *, wanted: bool
) -> Iterator[Asked]:
    """Only names that the change does change."""
    for listing in listings:
        text = change(listing.name, rng)
        if slips.words(text.casefold()) != slips.words(listing.name.casefold()):
            yield Asked(party(text, listing), listing.id, wanted)


def _with_facts(
    people: Sequence[Listing], rng: random.Random
) -> dict[str, list[Asked]]:
    """Persons with a slip, their birth date and a country; right, or a year off."""
    found: dict[str, list[Asked]] = {}
    for label, years in (("facts_right", 0), ("facts_year_off", 1)):
        asked = found.setdefault(f"person/{label}", [])
        for listing in people:
            plain = party(slips.one(listing.name, rng), listing)
            born = _moved(rng.choice(listing.birth_dates), years)
            countries = (*listing.countries, *listing.nationalities)[:1]
            full = replace(plain, birth_dates=(born,), countries=countries)
            asked.append(Asked(full, listing.id))
    return found


def _moved(span: DateSpan, years: int) -> DateSpan:
    day = span.earliest
    if years and span.earliest == span.latest:
        return DateSpan.of_day(day.replace(year=day.year + years, day=min(day.day, 28)))
    return DateSpan.of_year(day.year + years) if years else span


def hidden_scripts(
    listings: Sequence[Listing], rng: random.Random, sample: int
) -> tuple[dict[str, list[Asked]], dict[str, tuple[str, ...]]]:
    """Names in a script whose listing is known in Latin letters only, and the reverse.

    The second value has the names to hide, by listing: all of one side. Of a listing's
    Latin names the one is asked for that is likest to the name shown; another alias
    (`Abu Usama`) is no spelling of it, so a listing whose names are all others is left
    out.
    """
    both = []
    for listing in listings:
        latin = [n.text for n in listing.names if scripts(n.text) == {"Latn"}]
        other = [n.text for n in listing.names if "Latn" not in scripts(n.text)]
        other = [text for text in other if scripts(text)]
        if latin and other:
            both.append((listing, latin, other))
    rng.shuffle(both)
    asked: dict[str, list[Asked]] = {}
    hide: dict[str, tuple[str, ...]] = {}
    for listing, latin, other in both:
        reverse = rng.random() < 0.4
        text = shown = rng.choice(other)
        if reverse:
            alike, text = max((_alike(shown, name), name) for name in latin)
            if alike < _SPELLING:
                continue
        label = min(scripts(shown))
        kind = "person" if listing.kind == "person" else "entity"
        key = f"{kind}/{label}{'_reverse' if reverse else ''}"
        if len(asked.setdefault(key, [])) >= sample or not _is_full(text):
            continue
        asked[key].append(Asked(party(text, listing), listing.id))
        gone = latin if reverse else other
        kept = [t for t in other if t != shown] if reverse else []
        hide[listing.id] = (*gone, *kept)
    return asked, hide


def _alike(left: str, right: str) -> float:
    """How far two names have the same consonants, whatever their script and order."""
    sides = (" ".join(sorted(map(loose, words(t, person=True)))) for t in (left, right))
    return fuzz.ratio(*sides) / 100


def _is_full(text: str) -> bool:
    """Whether a name is more than one short word."""
    return len(text.split()) > 1 or len(text) > (6 if text.isascii() else 2)
