"""Fits the fusion weights that serve where nothing was learned; writes weights.json.

    python tools/make_goods_weights.py [--data FOLDER]

Asked of an index of the package's own lines and the nomenclatures: a part of those
lines set aside, and the labelled sets whose licence lets us ship what comes of them
(HMRC's search references and parcel descriptions, MIT; HSCodeComp, Apache-2.0). No row
of them is written: the file holds some hundred numbers.
"""

import argparse
import csv
import hashlib
import json
import tempfile
from pathlib import Path

from enduse.goods import hs
from enduse.goods.classify import index as arrays
from enduse.goods.classify import training
from enduse.goods.classify.corpus import Line, segments

HERE = Path(__file__).resolve().parents[1]
SETS = ("uk_search_references", "uk_parcel_descriptions", "hscodecomp")
ASIDE = 0.1


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


def own_aside(line: Line) -> bool:
    """Whether a line of our own is asked instead of being held."""
    hashed = hashlib.sha256(training.group_of(line.text).encode()).digest()
    return line.kind == "words" and hashed[0] < 256 * ASIDE


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = HERE.parent / "shared" / "data"
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--home", type=Path, required=True, help="with nomenclatures")
    options = parser.parse_args()
    held = [s for s in segments(options.home) if s.kind != "learned"]
    own = [line for segment in held for line in segment.lines()]
    asked = [line for line in own if own_aside(line)]
    asked = sorted(asked, key=lambda x: hashlib.sha256(x.text.encode()).digest())
    wanted = asked[:800] + training.some(labelled(options.data / "goods" / "labelled"))
    kept = [line for line in own if not own_aside(line)]
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "index"
        place.mkdir()
        counts = arrays.feature_matrix([line.text for line in kept])
        arrays.write(place, kept, counts, {})
        weights = training.fitted_to(arrays.Index(place), wanted)
    out = HERE / "src/enduse/goods/classify/weights.json"
    out.write_text(json.dumps(training.plain(weights), indent=1) + "\n")


if __name__ == "__main__":
    main()
