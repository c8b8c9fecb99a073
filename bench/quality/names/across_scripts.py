"""How far names of many languages find their romanised listing, and the reverse.

    python bench/quality/names/across_scripts.py [--part tuned|held] [--language L ...]
        [--among FILE [--sample N]] [--errors FILE] > out.json

The names are those of `across_scripts.csv`: known persons and firms as they are written
and as passports, lists and newspapers spell them, and given and family names that are
put together here. Each name is asked against listings of the other side alone;
`alarms` are listings of other names of its language that answer. Three tenths of the
rows are `held`, by their original: nothing is tuned on them. `--among` takes the cache
of `by_class.py`, to ask among listings of the real lists, without which the names put
together here are as common as those of whole peoples.
"""

import argparse
import csv
import json
import os
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO
from zlib import crc32

import by_class
import listings as lists

from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName

TABLE = Path(__file__).with_name("across_scripts.csv")
_ORIGIN = Origin("bench", "", "")
_HELD_TENTHS = 3
_PER_FAMILY = 3
_FAMILY_FIRST = ("ko", "zh", "ja")  # and written without a blank
_TURNED = 0.25  # of the romanised names of others: family name first
_FEMALE = ("а", "я", "гүл", "нар")
_MALE = ("Илья", "Микола", "Никола")
_OF_WOMEN = {"ов": "ova", "ев": "eva", "ёв": "eva", "ин": "ina"}


class Pair(NamedTuple):
    """One name on both its sides."""

    language: str
    kind: PartyKind
    original: str
    romanised: str


class _Row(NamedTuple):
    language: str
    role: str
    original: str
    romanised: tuple[str, ...]


def pairs(part: str) -> list[Pair]:
    """The pairs of one part, those put together always the same."""
    rows = [row for row in _rows() if _is_held(row) is (part == "held")]
    found = [
        Pair(row.language, _kind(row), row.original, spelt)
        for row in rows
        if row.role in ("person", "firm")
        for spelt in row.romanised
    ]
    for language in dict.fromkeys(row.language for row in rows):
        found += _together([row for row in rows if row.language == language])
    return found


def _rows() -> Iterator[_Row]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        for language, role, original, romanised in list(csv.reader(stream))[1:]:
            yield _Row(language, role, original, tuple(romanised.split("|")))


def _is_held(row: _Row) -> bool:
    return crc32(row.original.encode()) % 10 < _HELD_TENTHS


def _kind(row: _Row) -> PartyKind:
    return "person" if row.role == "person" else "entity"


def _together(rows: Sequence[_Row]) -> Iterator[Pair]:
    """Given and family names of one language as names of persons."""
    rng = random.Random(11)
    of_role = {
        role: [row for row in rows if row.role == role]
        for role in ("given", "family", "patronymic")
    }
    for family in of_role["family"]:
        given = of_role["given"]
        for name in rng.sample(given, min(_PER_FAMILY, len(given))):
            fathers = of_role["patronymic"]
            father = rng.choice(fathers) if fathers and rng.random() < 0.5 else None
            made = _person(name, family, father, rng)
            if made:
                yield made


def _person(
    given: _Row, family: _Row, father: _Row | None, rng: random.Random
) -> Pair | None:
    one, other = rng.choice(given.romanised), rng.choice(family.romanised)
    if family.language == "zh":  # given names here are in pinyin, as the family is
        other = family.romanised[0]
    if family.language in _FAMILY_FIRST:
        turned = rng.random() < 0.5
        spelt = f"{one} {other}" if turned else f"{other} {one}"
        return Pair(family.language, "person", family.original + given.original, spelt)
    written = family.original
    if given.original.endswith(_FEMALE) and given.original not in _MALE:
        if father or written[-2:] not in _OF_WOMEN:
            return None
        written, other = f"{written}а", f"{other}a"
    names, spelt_names = [given.original], [one]
    if father:
        names.append(father.original)
        spelt_names.append(rng.choice(father.romanised))
    first = rng.random() < _TURNED
    spelt = " ".join([other, *spelt_names] if first else [*spelt_names, other])
    return Pair(family.language, "person", " ".join([*names, written]), spelt)


def asked(found: Sequence[Pair], among: Sequence[Listing], errors: TextIO) -> Any:
    """By language, kind and direction: pairs, found, and alarms of other names."""
    told: dict[str, dict[str, Any]] = {}
    for end, side in (("", 0), ("_reverse", 1)):
        texts = [(pair.original, pair.romanised) for pair in found]
        some = [
            _listing(str(at), pair.kind, texts[at][1 - side])
            for at, pair in enumerate(found)
        ]
        parties = [_party(texts[at][side], pair.kind) for at, pair in enumerate(found)]
        answers = by_class.opened([*among, *some]).match_all(parties, limit=60)
        for at, (pair, matches) in enumerate(zip(found, answers, strict=True)):
            label = f"{pair.language}/{pair.kind}{end}"
            line = told.setdefault(label, {"n": 0, "right": 0, "alarms": 0})
            line["n"] += 1
            if str(at) in [match.listing_id for match in matches]:
                line["right"] += 1
            else:
                print("miss", label, *texts[at], sep="\t", file=errors)
            for match in matches:
                if _is_other(match.listing_id, found, pair):
                    line["alarms"] += 1
                    said = (*texts[at], match.name, match.score)
                    print("alarm", label, *said, sep="\t", file=errors)
    for line in told.values():
        line["share"] = round(line["right"] / line["n"], 3)
    return dict(sorted(told.items()))


def _is_other(found_id: str, pairs: Sequence[Pair], pair: Pair) -> bool:
    if not found_id.isdigit():
        return False
    other = pairs[int(found_id)]
    same = other.original == pair.original or other.romanised == pair.romanised
    return other.language == pair.language and not same


def _listing(name: str, kind: PartyKind, text: str) -> Listing:
    return Listing(name, "bench", kind, (ListedName(text),), _ORIGIN)


def _party(text: str, kind: PartyKind) -> Party:
    return Party("bench", _ORIGIN, (PartyName(text),), kind)


def main() -> None:
    """Prints the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("tuned", "held"), default="tuned")
    parser.add_argument("--language", nargs="*", default=())
    parser.add_argument("--among", type=Path)
    parser.add_argument("--sample", type=int, default=15_000)
    parser.add_argument("--errors", type=Path, default=Path(os.devnull))
    given = parser.parse_args()
    found = [
        pair
        for pair in pairs(given.part)
        if not given.language or pair.language in given.language
    ]
    among = lists.read_listings(Path(), cache=given.among) if given.among else []
    among = random.Random(12).sample(among, min(given.sample, len(among)))
    with given.errors.open("w", encoding="utf-8") as errors:
        report = asked(found, among, errors)
    json.dump({"part": given.part, "by": report}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
