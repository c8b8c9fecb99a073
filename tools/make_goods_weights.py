"""Fits the fusion weights that serve where nothing was learned; writes weights.json.

    python tools/make_goods_weights.py [--data FOLDER]

Asked of an index of the package's own lines and the nomenclatures: a part of those
lines set aside, part numbers spelt out from the package's own grammar, and the labelled
sets whose licence lets us ship what comes of them (HMRC's search references and parcel
descriptions, MIT; HSCodeComp, Apache-2.0). No row of them is written: the file holds
some hundred numbers.
"""

import argparse
import csv
import hashlib
import json
import tempfile
from pathlib import Path

from enduse.goods import hs
from enduse.goods.classify import index as arrays
from enduse.goods.classify import index_writing, training
from enduse.goods.classify.corpus import Line, segments
from enduse.goods.classify.weighing import feature_matrix
from enduse.goods.words.parts import elements_of, grammar

HERE = Path(__file__).resolve().parents[1]
SETS = ("uk_search_references", "uk_parcel_descriptions", "hscodecomp")
SET = 400  # lines of a labelled set that are asked
PARTS = 600
ENDINGS = ("", "1", "A", "-TR", "T/R", "-5", "G4", "#PBF")


def labelled(folder: Path) -> list[Line]:
    """Every row of the sets, each as a line of its set."""
    valid = hs.codes(hs.EDITIONS[0])
    found = []
    for name in SETS:
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            found += [
                Line(row["text"], row["hs6"], name, "learned")
                for row in csv.DictReader(stream)
                if row["hs6"] in valid
            ]
    return found


def parts() -> list[Line]:
    """Part numbers that follow the grammar: bare, with the maker, with what it is.

    Every fourth is given the code of another: a pattern is a habit, not a proof, and
    was right of seven real parts in ten.
    """
    valid = hs.codes(hs.EDITIONS[0])
    known = [one for one in grammar() if one.hs6 in valid and len(one.pattern) > 3]
    known.sort(key=lambda one: hashlib.sha256(one.pattern.encode()).digest())
    found = []
    for n, one in enumerate(known[:PARTS]):
        beside = ("", one.maker, one.what, "")[n % 4]
        text = f"{beside} {spelt(one.pattern)}".strip()
        code = known[-n].hs6 if n % 4 == 3 else one.hs6
        found.append(Line(text, code, "parts", "learned"))
    return found


def spelt(pattern: str) -> str:
    """A part number that a pattern allows, with an ending where it leaves one open."""
    at = hashlib.sha256(pattern.encode()).digest()
    places = enumerate(map(sorted, elements_of(pattern)))
    said = "".join(some[at[n % 32] % len(some)] for n, some in places)
    return said if pattern.endswith("$") else f"{said}{ENDINGS[at[0] % len(ENDINGS)]}"


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = HERE.parent / "shared" / "data"
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--home", type=Path, required=True, help="with nomenclatures")
    options = parser.parse_args()
    held = [s for s in segments(options.home) if s.kind != "learned"]
    own = [line for segment in held for line in segment.lines()]
    aside = training.set_aside(own)
    wanted = training.own_lines(own, aside) + parts()
    wanted += training.some(labelled(options.data / "goods" / "labelled"), SET)
    kept = [line for line, out in zip(own, aside, strict=True) if not out]
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "index"
        place.mkdir()
        counts = feature_matrix([line.text for line in kept])
        index_writing.write(place, kept, counts, {})
        weights = training.fitted_to(arrays.Index(place), wanted, models=False)
    out = HERE / "src/enduse/goods/classify/weights.json"
    out.write_text(json.dumps(training.plain(weights), indent=1) + "\n")


if __name__ == "__main__":
    main()
