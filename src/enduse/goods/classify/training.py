"""Opening an index: built where it is missing, its weights fitted to what was learned.

Some of the learned lines are set aside, near-duplicates together, and asked of an index
without them; the fusion weights are those that answer best, every source alike.
"""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from enduse.errors import LibraryCorrupt
from enduse.goods.classify import index as arrays
from enduse.goods.classify.attributes import part_numbers
from enduse.goods.classify.corpus import Line, Segment
from enduse.goods.classify.fusion import Weights, fit
from enduse.goods.classify.grammar import readings
from enduse.goods.classify.heads import with_head
from enduse.goods.classify.normal import folded
from enduse.goods.classify.scoring import REGIMES, SIDES, candidates

ASIDE = 0.15  # of the learned groups
MOST = 400  # lines asked of one source
LEAST = 150  # lines asked, under which the package's own weights serve
GROWTH = 1.2  # of the learned lines, after which the weights are fitted again
WIDTH = len(SIDES) * len(REGIMES)
_BATCH = 250
_COLUMNS = ("mean", "scale", "weight")


def opened(
    home: Path | None,
    segments: Sequence[Segment],
    *,
    progress: Callable[[int], None] = lambda _: None,
    refit: bool = False,
) -> arrays.Index:
    """The index of these segments, built anew where it is missing or damaged.

    The weights are fitted anew where `refit`, or where the learned lines have grown by
    more than `GROWTH` since they were; else they are the latest of this folder.
    """
    place = _place(home) / arrays.key_of(segments)
    if (place / "model.json").is_file() and not refit:
        try:
            return arrays.Index(place)
        except LibraryCorrupt:
            pass
    with arrays.building(place) as scratch:
        lines = [line for segment in segments for line in segment.lines()]
        counts = arrays.feature_matrix([line.text for line in lines], progress)
        info: dict[str, Any] = {"segments": [segment.key for segment in segments]}
        held = sum(line.kind == "learned" for line in lines)
        info |= {} if refit else _kept(place, held)
        weights = (
            None if info.get("weights") else _fitted(scratch / "fit", lines, counts)
        )
        if weights:
            info |= {"weights": plain(weights), "fitted_to": held}
        arrays.write(scratch, lines, counts, info)
    for old in arrays.stale(place):
        shutil.rmtree(old, ignore_errors=True)
    return arrays.Index(place)


def _kept(place: Path, held: int) -> dict[str, Any]:
    """The weights last fitted beside `place`, where they serve `held` learned lines."""
    found = []
    for path in place.parent.glob("*/model.json"):
        try:
            told = orjson.loads(path.read_bytes())
        except (OSError, ValueError):
            continue
        size = int(told.get("fitted_to", 0))
        wide = len(told.get("weights", {}).get("weight", ())) == WIDTH
        if wide and size / GROWTH <= held <= size * GROWTH:
            found.append((path.stat().st_mtime_ns, size, told["weights"]))
    latest = max(found, key=lambda one: one[:2], default=None)
    return {"fitted_to": latest[1], "weights": latest[2]} if latest else {}


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


def some(lines: Sequence[Line]) -> list[Line]:
    """At most `MOST` lines of each source, chosen by their hash."""
    of_source: dict[str, list[tuple[bytes, Line]]] = {}
    for line in lines:
        key = hashlib.sha256(line.text.encode()).digest()
        of_source.setdefault(line.source, []).append((key, line))
    ordered = (sorted(own, key=lambda p: p[0])[:MOST] for own in of_source.values())
    return [line for own in ordered for _, line in own]


def fitted_to(index: arrays.Index, asked: Sequence[Line]) -> Weights:
    """The weights under which an index answers these lines best."""
    place_of = {code: n for n, code in enumerate(arrays.classes())}
    truth = np.array([place_of[line.hs6] for line in asked])
    found = []
    for begin in range(0, len(asked), _BATCH):
        texts = [line.text for line in asked[begin : begin + _BATCH]]
        counts = arrays.feature_matrix([with_head(text) for text in texts])
        found.append(candidates(index, counts, readings(texts)))
    classes = np.concatenate([one.classes for one in found])
    sides = np.concatenate([one.sides for one in found])
    sources = [line.source for line in asked]
    size = {source: sources.count(source) for source in set(sources)}
    share = np.array([1 / np.sqrt(size[source]) for source in sources])
    return fit(sides, classes >= 0, classes == truth[:, None], share=share)


def _fitted(place: Path, lines: Sequence[Line], counts: Any) -> Weights | None:
    aside = np.array([_is_aside(line) for line in lines], bool)
    asked = some([lines[n] for n in np.flatnonzero(aside).tolist()])
    if len(asked) < LEAST:
        return None
    kept = np.flatnonzero(~aside)
    place.mkdir()
    arrays.write(place, [lines[n] for n in kept.tolist()], counts[kept], {})
    weights = fitted_to(arrays.Index(place), asked)
    shutil.rmtree(place)
    return weights


def _is_aside(line: Line) -> bool:
    if line.kind != "learned":
        return False
    hashed = hashlib.sha256(group_of(line.text).encode()).digest()
    return hashed[0] < 256 * ASIDE


def _place(home: Path | None) -> Path:
    if home:
        return home / arrays.FOLDER
    from platformdirs import user_cache_path

    return user_cache_path("enduse") / arrays.FOLDER
