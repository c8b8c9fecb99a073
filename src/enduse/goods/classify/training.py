"""Opening an index: built where it is missing, its weights fitted to what was learned."""

from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import orjson

from enduse.errors import LibraryCorrupt
from enduse.goods.classify import index as arrays
from enduse.goods.classify.corpus import Segment
from enduse.goods.classify.fusion import Weights


def opened(
    home: Path | None,
    segments: Sequence[Segment],
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> arrays.Index:
    """The index of these segments, built anew where it is missing or damaged."""
    place = _place(home) / arrays.key_of(segments)
    if (place / "model.json").is_file():
        try:
            return arrays.Index(place)
        except LibraryCorrupt:
            pass
    arrays.build(place, segments, progress=progress)
    return arrays.Index(place)


def weights_of(index: arrays.Index) -> Weights:
    """The fusion weights of an index; the package's own where it learned nothing."""
    plain = index.info.get("weights")
    if not plain:
        shipped = files(__package__).joinpath("weights.json")
        plain = orjson.loads(shipped.read_bytes())
    columns = (np.array(plain[name], float) for name in ("mean", "scale", "weight"))
    return Weights(*columns, float(plain["rest"]))


def _place(home: Path | None) -> Path:
    if home:
        return home / arrays.FOLDER
    from platformdirs import user_cache_path

    return user_cache_path("enduse") / arrays.FOLDER
