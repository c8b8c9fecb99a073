"""Names of parties that are on no list: companies, recombined and made-up persons."""

import csv
import gzip
import random
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from enduse.model import Listing
from enduse.names.form import parse

_WORLD = [
    "ar_SA",
    "ar_EG",
    "bg_BG",
    "cs_CZ",
    "de_DE",
    "el_GR",
    "en_GB",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_PK",
    "es_ES",
    "es_MX",
    "fa_IR",
    "fi_FI",
    "fr_FR",
    "he_IL",
    "hi_IN",
    "hr_HR",
    "hu_HU",
    "hy_AM",
    "id_ID",
    "it_IT",
    "ja_JP",
    "ka_GE",
    "ko_KR",
    "nl_NL",
    "pl_PL",
    "pt_BR",
    "ro_RO",
    "ru_RU",
    "sv_SE",
    "th_TH",
    "tr_TR",
    "uk_UA",
    "uz_UZ",
    "vi_VN",
    "zh_CN",
]


def names(
    folder: Path, listings: Sequence[Listing], count: int, *, seed: int = 7
) -> dict[str, Any]:
    """Sets of names by kind, none of which all stands in one listed name."""
    rng = random.Random(seed)
    borne = _borne(listings)
    found = {"recombined": _recombined(listings, rng, count)}
    found |= {label: made(locales, count, seed) for label, locales in _sets().items()}
    clean = {k: [n for n in v if not borne(n)] for k, v in found.items()}
    listed = {n.text.casefold() for x in listings for n in x.names}
    for path in sorted((folder / "gleif").glob("lei_level1_names_*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            firms = [row["legal_name"] for row in csv.DictReader(stream)]
        firms = [name for name in firms if name.casefold() not in listed]
        clean["companies"] = rng.sample(firms, min(count, len(firms)))
    return {k: v for k, v in clean.items() if v}


def _sets() -> dict[str, list[str]]:
    return {"world": _WORLD, "us": ["en_US"]}


def made(locales: Sequence[str], count: int, seed: int = 7) -> list[str]:
    """Made-up persons' names, or none where the package `faker` is not there."""
    try:
        faker = import_module("faker")
    except ImportError:
        return []
    found = set()
    for locale in locales:
        maker = faker.Faker(locale)
        maker.seed_instance(seed)
        each = range(count // len(locales))
        found |= {f"{maker.first_name()} {maker.last_name()}" for _ in each}
    return sorted(found)


def _recombined(
    listings: Sequence[Listing], rng: random.Random, count: int
) -> list[str]:
    """The first word of one listed person and the last of another."""
    people = [x.name.replace(",", " ").split() for x in listings if x.kind == "person"]
    people = [p for p in people if len(p) > 1]
    if not people:
        return []
    return sorted(
        {f"{rng.choice(people)[0]} {rng.choice(people)[-1]}" for _ in range(count)}
    )


def _borne(listings: Sequence[Listing]) -> Callable[[str], bool]:
    """Tells whether all words of a name stand in one listed name.

    Such a name is a listed party's, short of a middle name: no innocent for a test
    of names alone.
    """
    rows: dict[str, set[int]] = {}
    people = (x for x in listings if x.kind in ("person", "unknown"))
    texts = (n.text for x in people for n in x.names)
    for at, text in enumerate(texts):
        for token in parse(text, "person").tokens:
            rows.setdefault(token, set()).add(at)

    def borne(name: str) -> bool:
        tokens = parse(name, "person").tokens
        if not tokens:
            return True
        return bool(set.intersection(*(rows.get(t, set()) for t in tokens)))

    return borne
