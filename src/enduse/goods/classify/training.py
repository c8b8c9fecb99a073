"""The fusion weights of an index, fitted to what was learned and to the own lines.

Some of the learned lines are set aside, near-duplicates together, and some of the
package's own, and asked of an index without them; the fusion weights are those that
answer best, every source alike. Without the own ones who taught the classifier parcels
would unteach it the goods that control lists name.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from enduse.goods.classify import index as arrays
from enduse.goods.classify import index_writing
from enduse.goods.classify.attributes import part_numbers
from enduse.goods.classify.corpus import Line
from enduse.goods.classify.fusion import Weights, fit
from enduse.goods.classify.grammar import readings
from enduse.goods.classify.heads import with_head, without_opening
from enduse.goods.classify.normal import folded
from enduse.goods.classify.scoring import REGIMES, SIDES, candidates
from enduse.goods.classify.sold_rule import sold_of
from enduse.goods.classify.weighing import feature_matrix

ASIDE = 0.15  # of the learned groups
OF_FEW = 0.4  # of the groups of a set so small that `ASIDE` leaves less than `FEW`
FEW = 400  # lines
MOST = 800  # lines asked of one source
OWN_ASIDE = 0.1  # of the groups of the package's own lines
OWN = 1600  # of them that are asked
LEAST = 150  # learned lines asked, under which the package's own weights serve
WIDTH = len(SIDES) * len(REGIMES)
_BATCH = 250
_COLUMNS = ("mean", "scale", "weight")


def weights_of(index: arrays.Index) -> Weights:
    """The fusion weights of an index; the package's own where it learned little."""
    said = index.info.get("weights")
    if not said:
        shipped = files(__package__).joinpath("weights.json")
        said = orjson.loads(shipped.read_bytes())
    mean, scale, weight = (np.array(said[n], float) for n in _COLUMNS)
    return Weights(mean, scale, weight, float(said["rest"]))


def plain(weights: Weights) -> dict[str, Any]:
    """The weights as JSON holds them."""
    named = {"mean": weights.mean, "scale": weights.scale, "weight": weights.weight}
    told: dict[str, Any] = {
        name: [round(float(x), 6) for x in values] for name, values in named.items()
    }
    return {**told, "rest": round(weights.rest, 6)}


def group_of(text: str) -> str:
    """What near-duplicates have in common: a part's series, or the first words."""
    parts = part_numbers(text)
    if parts:
        return "".join(filter(str.isalnum, parts[0].upper()))[:5]
    return " ".join(w for w in folded(text).split() if not w.isdigit())[:24]


def some(lines: Sequence[Line], most: int = MOST) -> list[Line]:
    """At most `most` lines of each source, chosen by their hash."""
    of_source: dict[str, list[tuple[bytes, Line]]] = {}
    for line in lines:
        key = hashlib.sha256(line.text.encode()).digest()
        of_source.setdefault(line.source, []).append((key, line))
    ordered = (sorted(own, key=lambda p: p[0])[:most] for own in of_source.values())
    return [line for own in ordered for _, line in own]


def own_lines(lines: Sequence[Line], aside: NDArray[np.bool_]) -> list[Line]:
    """The package's own lines among those set aside, at most `OWN`."""
    out = np.flatnonzero(aside).tolist()
    return some([lines[n] for n in out if lines[n].kind == "words"], OWN)


def fitted_to(
    index: arrays.Index, asked: Sequence[Line], *, models: bool = True
) -> Weights:
    """The weights under which an index answers these lines best.

    Without `models` every part number leads, also one that no line has.
    """
    place_of = {code: n for n, code in enumerate(arrays.classes())}
    truth = np.array([place_of[line.hs6] for line in asked])
    found = []
    for begin in range(0, len(asked), _BATCH):
        some_asked = asked[begin : begin + _BATCH]
        texts = [without_opening(line.text) for line in some_asked]
        counts = feature_matrix([with_head(text) for text in texts])
        read, sold = readings(texts), sold_of(texts)
        own = candidates(index, counts, read=read, sold=sold, models=models)
        found.append(own)
    classes = np.concatenate([one.classes for one in found])
    sides = np.concatenate([one.in_regimes() for one in found])
    sources = [line.source for line in asked]
    size = {source: sources.count(source) for source in set(sources)}
    share = np.array([1 / np.sqrt(size[source]) for source in sources])
    return fit(sides, classes >= 0, classes == truth[:, None], share=share)


def fitted(place: Path, lines: Sequence[Line], counts: Any) -> Weights | None:
    """The weights under which some of the lines are answered best by the others.

    `place` is a folder to work in. *Unknown*: None where too few lines were learned.
    """
    aside = set_aside(lines)
    out = np.flatnonzero(aside).tolist()
    asked = some([lines[n] for n in out if lines[n].kind == "learned"])
    if len(asked) < LEAST:
        return None
    asked += own_lines(lines, aside)
    kept = np.flatnonzero(~aside)
    place.mkdir()
    index_writing.write(place, [lines[n] for n in kept.tolist()], counts[kept], {})
    weights = fitted_to(arrays.Index(place), asked)
    shutil.rmtree(place)
    return weights


def set_aside(lines: Sequence[Line]) -> NDArray[np.bool_]:
    """Which lines are asked: near-duplicates together, more of a small learned set.

    Learned lines and the package's own; nomenclatures always stay.
    """
    size = Counter(line.source for line in lines if line.kind == "learned")
    share = {name: min(max(ASIDE, FEW / n), OF_FEW) for name, n in size.items()}
    found = np.zeros(len(lines), bool)
    for place, line in enumerate(lines):
        if line.kind != "nomenclature":
            hashed = hashlib.sha256(group_of(line.text).encode()).digest()
            most = OWN_ASIDE if line.kind == "words" else share[line.source]
            found[place] = hashed[0] < 256 * most
    return found
