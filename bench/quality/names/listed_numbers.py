"""Measures how listed numbers and codes are found, and how often invented ones are.

    python bench/quality/names/listed_numbers.py --home FOLDER [--each 40]
        [--invented 20000] [--errors FILE] > out.json

Of every scheme so many listed numbers are asked four ways, each beside a name that is
on no list: in a remittance text behind its label, and without one; in a column of a
customer table that is headed by the label, and in one headed `identifier`. A number is
found where its own listing, or another that holds it, is told at the default
threshold. Invented numbers are well-formed, with right check digits where a scheme has
them; those that a list holds by chance are counted apart. `--errors` lists every miss;
it holds numbers from the lists, so it is for local eyes.
"""

import argparse
import json
import random
import string
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import pyarrow as pa

from enduse import Library, Screener
from enduse.codes import imo, inn, lei, ogrn
from enduse.names.index import NameIndex

NOBODY = "Ostrebal Wintruk Ceramics"
LABELS = {
    "bic": "BIC",
    "call_sign": "Call sign",
    "clearing": "BIK",
    "duns": "DUNS",
    "email": "E-mail",
    "imo": "IMO",
    "inn": "INN",
    "isin": "ISIN",
    "lei": "LEI",
    "mmsi": "MMSI",
    "national_id": "National ID",
    "ogrn": "OGRN",
    "okpo": "OKPO",
    "passport": "Passport",
    "phone": "Phone",
    "registration": "Registration number",
    "tax_id": "Tax ID",
    "uscc": "USCC",
    "wallet": "Wallet",
    "website": "Website",
}
_LONGEST = 40  # signs of a value that a clerk would type


def listed(index: NameIndex) -> dict[str, dict[str, set[str]]]:
    """By scheme each value, and the listings that hold it."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for at in range(len(index.arrays["record_ends"]) - 1):
        of = index.listed(at)
        for code in of.facts.codes:
            if code.scheme in LABELS and len(code.value) <= _LONGEST:
                found[code.scheme][code.value].add(of.id)
    return found


def told_by_texts(screener: Screener, texts: Sequence[str]) -> list[set[str]]:
    """The listings that each text is said to mention."""
    matcher, least = screener.library.matcher, screener.policy.threshold
    return [
        {s.match.listing_id for s in matcher.spot(text) if s.match.score >= least}
        for text in texts
    ]


def told_by_rows(
    screener: Screener, heading: str, values: Sequence[str]
) -> list[set[str]]:
    """The listings that each row of a customer table is said to be."""
    columns = {
        "id": [str(n) for n in range(len(values))],
        "name": [NOBODY] * len(values),
        heading: list(values),
    }
    batch = screener.assess_batch(pa.RecordBatch.from_pydict(columns))
    found = batch.column("findings").to_pylist()
    return [{f["listing_id"] for f in row if f["listing_id"]} for row in found]


def asked(
    screener: Screener, scheme: str, values: Sequence[str]
) -> dict[str, list[set[str]]]:
    """What is told of the values, each way they are asked."""
    label = LABELS[scheme]
    return {
        "text_labelled": told_by_texts(
            screener, [f"Payment to our supplier, {label}: {v}, spare" for v in values]
        ),
        "text_bare": told_by_texts(
            screener, [f"Payment to our supplier {v} for spare tiles" for v in values]
        ),
        "column": told_by_rows(screener, label, values),
        "column_unnamed": told_by_rows(screener, "identifier", values),
    }


def found_of(
    screener: Screener,
    held: Mapping[str, Mapping[str, set[str]]],
    each: int,
    errors: TextIO,
) -> dict[str, dict[str, float]]:
    """For each scheme how many were asked, and the share found each way."""
    rng, result = random.Random(11), {}
    for scheme in sorted(held):
        values = rng.sample(sorted(held[scheme]), min(each, len(held[scheme])))
        shares: dict[str, float] = {"n": len(values)}
        for way, told in asked(screener, scheme, values).items():
            right = 0
            for value, ids in zip(values, told, strict=True):
                if ids & held[scheme][value]:
                    right += 1
                else:
                    errors.write(f"{scheme}\t{way}\t{value}\n")
            shares[way] = round(right / len(values), 3)
        result[scheme] = shares
    return result


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(string.digits) for _ in range(count))


def _checked(
    make: Callable[[random.Random], str], is_valid: Callable[[str], bool]
) -> Callable[[random.Random], str]:
    def made(rng: random.Random) -> str:
        while not is_valid(number := make(rng)):
            pass
        return number

    return made


def _passport(rng: random.Random) -> str:
    return rng.choice(string.ascii_uppercase) + _digits(rng, 8)


INVENTED: dict[str, tuple[str, Callable[[random.Random], str]]] = {
    "imo": ("IMO {}", _checked(lambda r: "9" + _digits(r, 6), imo.is_valid)),
    "inn": ("INN {}", _checked(lambda r: "77" + _digits(r, 8), inn.is_valid)),
    "ogrn": ("OGRN {}", _checked(lambda r: "1" + _digits(r, 12), ogrn.is_valid)),
    "lei": ("LEI {}", _checked(lambda r: "5299" + _digits(r, 16), lei.is_valid)),
    "passport": ("passport {}", _passport),
    "registration": ("company reg. no. {}", lambda r: _digits(r, 8)),
    "phone": ("tel. +{}", lambda r: "49" + _digits(r, 10)),
    "invoice": ("invoice {}", lambda r: _digits(r, r.randrange(6, 13))),
    "order": (
        "order {}",
        lambda r: f"PO{_digits(r, 4)}-{_digits(r, 5)}/{_digits(r, 2)}",
    ),
}


def alarms(
    screener: Screener, known: set[str], count: int
) -> Iterator[tuple[str, dict[str, int]]]:
    """For each kind of invented numbers how many of so many were told to be listed."""
    rng = random.Random(12)
    for kind, (said, make) in INVENTED.items():
        made = [make(rng) for _ in range(count)]
        texts = [f"Payment for tiles, {said.format(number)} of May" for number in made]
        told = told_by_texts(screener, texts)
        raised = [number for number, ids in zip(made, told, strict=True) if ids]
        truly = sum(_bare(number) in known for number in raised)
        yield kind, {"n": count, "told": len(raised) - truly, "listed_by_chance": truly}


def _bare(number: str) -> str:
    return "".join(c for c in number if c.isalnum())


def main() -> None:
    """Run the measurement and print its result."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--home", type=Path, required=True)
    options.add_argument("--each", type=int, default=40)
    options.add_argument("--invented", type=int, default=20_000)
    options.add_argument("--errors", type=Path, default=Path("/dev/null"))
    said = options.parse_args()
    screener = Screener(Library.open(said.home))
    held = listed(screener.library.matcher.index)
    known = {value for values in held.values() for value in values}
    known |= {value[-10:] for value in held["phone"]}
    command = ["git", "rev-parse", "HEAD"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False)
    with said.errors.open("w", encoding="utf-8") as errors:
        result = {
            "commit": commit.stdout.strip(),
            "date": datetime.now(UTC).date().isoformat(),
            "found": found_of(screener, held, said.each, errors),
            "invented": dict(alarms(screener, known, said.invented)),
        }
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
