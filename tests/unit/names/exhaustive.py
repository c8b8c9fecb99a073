"""Invented names, what people make of them, and a search that compares all of them."""

import random
from collections.abc import Callable, Iterator

from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName
from enduse.names import score
from enduse.names.features import by_family, known_by
from enduse.names.features.name import NAME_MAX
from enduse.names.form import is_marked, parse
from enduse.names.kinds import KINDS
from enduse.names.matcher import Matcher

ORIGIN = Origin("test", "", "")
_GIVEN = "ahmed mohammed muhammad hassan ivan sergey olga elena yusuf ali omar peter"
_PARTS = "al bin abu de van"
_TRADES = "trading logistics technology plant bank shipping machine electronics"
_FORMS = ("LLC", "GmbH", "JSC", "Co., Ltd", "")
_LISTED: tuple[PartyKind, ...] = ("person", "person", "entity", "vessel", "unknown")
_VOWELS = str.maketrans("aeiou", "eaeua")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(rng: random.Random) -> str:
    """An invented word of two to four syllables."""
    return "".join(
        rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") + rng.choice(("", "", "n"))
        for _ in range(rng.randrange(2, 5))
    )


def listings(rng: random.Random, count: int) -> Iterator[Listing]:
    """Invented parties whose words recur, with aliases that are a little different."""
    stock = [word(rng) for _ in range(count)]
    for at in range(count):
        kind = rng.choice(_LISTED)
        name = _name(kind, stock, rng)
        given = [ListedName(name)]
        if rng.random() < 0.4:
            given.append(ListedName(_slip(name, rng), weak=rng.random() < 0.3))
        if kind == "person" and rng.random() < 0.1:
            given.append(
                ListedName(rng.choice(("محمد كريمي", "김정은", "Иван Петров")))
            )
        yield Listing(f"test:{at}", "test", kind, tuple(given), ORIGIN)


def _name(kind: str, stock: list[str], rng: random.Random) -> str:
    some = [stock[int(len(stock) * rng.random() ** 2)] for _ in range(3)]
    if kind in ("person", "unknown"):
        given = rng.choice(_GIVEN.split())
        middle = rng.choice((some[1], some[1][0], rng.choice(_PARTS.split()), ""))
        return " ".join(x for x in (given, middle, some[0]) if x).title()
    if kind == "vessel":
        return f"{some[0]} {rng.randrange(1, 9)}".upper()
    trade = rng.choice(_TRADES.split())
    return f"{some[0]} {some[1]} {trade} {rng.choice(_FORMS)}".title()


def _slip(name: str, rng: random.Random) -> str:
    words = name.split()
    at = rng.randrange(len(words))
    old = words[at]
    place = rng.randrange(len(old))
    letter = rng.choice(_LETTERS)
    made = (
        old[:place] + letter + old[place:],
        old[:place] + letter + old[place + 1 :],
        (old[:place] + old[place + 1 :]) or old,
        old[:place] + old[place : place + 2][::-1] + old[place + 2 :],
    )
    words[at] = rng.choice(made)
    return " ".join(words)


def _blank_in(name: str, rng: random.Random) -> str:
    words = name.split()
    at = max(range(len(words)), key=lambda i: len(words[i]))
    cut = rng.randrange(1, max(2, len(words[at])))
    words[at] = f"{words[at][:cut]} {words[at][cut:]}"
    return " ".join(words)


def _blank_out(name: str, rng: random.Random) -> str:
    words = name.split()
    at = rng.randrange(max(1, len(words) - 1))
    return " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]])


def _blank_to_letter(name: str, rng: random.Random) -> str:
    blanks = [at for at, letter in enumerate(name) if letter == " "]
    if not blanks:
        return name
    at = rng.choice(blanks)
    letter = rng.choice("eio" if rng.random() < 0.5 else _LETTERS)
    return name[:at] + letter + name[at + 1 :]


def _split(name: str, rng: random.Random) -> str:
    at = rng.randrange(1, max(2, len(name)))
    return f"{name[:at]} {name[at:]}"


def _order(name: str, rng: random.Random) -> str:
    words = name.split()
    rng.shuffle(words)
    return " ".join(words)


def _initial(name: str, rng: random.Random) -> str:
    words = name.split()
    at = rng.randrange(len(words))
    words[at] = words[at][0]
    return " ".join(words)


def _vowels(name: str, rng: random.Random) -> str:
    words = name.lower().split()
    at = rng.randrange(len(words))
    words[at] = words[at].translate(_VOWELS)
    return " ".join(words)


def _fewer(name: str, rng: random.Random) -> str:
    words = name.split()
    del words[rng.randrange(len(words))]
    return " ".join(words) or name


Change = Callable[[str, random.Random], str]
CHANGES: dict[str, Change] = {
    "slip": _slip,
    "blank in": _blank_in,
    "blank out": _blank_out,
    "order": _order,
    "initial": _initial,
    "vowels": _vowels,
    "fewer": _fewer,
    "blank to letter": _blank_to_letter,
    "split": _split,
}


def changed(name: str, rng: random.Random) -> tuple[str, str]:
    """What was done to a name, at most two things, and what became of it."""
    done = rng.choices(tuple(CHANGES), k=rng.randrange(3))
    for what in done:
        name = CHANGES[what](name, rng)
    return ", ".join(done) or "as listed", name


def party(name: str, kind: PartyKind) -> Party:
    """A party of one name."""
    return Party("test", ORIGIN, (PartyName(name),), kind)


def all_matches(matcher: Matcher, asked: Party, threshold: float) -> dict[str, float]:
    """Listing -> score, at least the threshold, with every listed name compared.

    Also those that a field of several words names among more.
    """
    arrays, index = matcher.index.arrays, matcher.index
    kinds, holders = arrays["name_kind"].tolist(), arrays["name_listing"].tolist()
    like = set()
    for form in (parse(name.text, asked.kind) for name in asked.names):
        for row, holder in enumerate(holders):
            theirs = index.form(row)
            if arrays["name_shadowed"][row] and not is_marked(form):
                continue
            kind = KINDS[kinds[row]]
            names = score.compare_forms(form, theirs, index, kind)
            # Nothing raises a name by itself above what its agreement gives it.
            near = names and NAME_MAX * names.agreement >= threshold
            called = names and (
                known_by.is_called(names, kind) or by_family.is_called(names, kind)
            )
            if names and (near or called):
                like.add(holder)
    found = matcher.against(asked, sorted(like))
    best = {m.listing_id: m.score for m in found if m.score >= threshold}
    for match in matcher.within(asked, threshold):
        known = best.get(match.listing_id, 0.0)
        best[match.listing_id] = max(known, match.score)
    return best
