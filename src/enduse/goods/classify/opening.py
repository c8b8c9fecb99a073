"""Opening the index of a home: found, grown from one of fewer lines, or built whole.

Lines that were learned since are added to the index that was there, which costs no more
than writing its arrays again. What was measured of all lines together then stays as it
was, until the lines have grown by `MEASURED`: that is when the whole is built again.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from enduse.errors import LibraryCorrupt
from enduse.goods.classify import growing, index_writing, training
from enduse.goods.classify import index as arrays
from enduse.goods.classify.corpus import Line, Segment
from enduse.goods.classify.weighing import feature_matrix

GROWTH = 1.2  # of the learned lines, after which the weights are fitted again
MEASURED = 1.05  # of all lines, after which the whole is built again
UNFITTED = 900  # learned lines up to which the package's own weights serve in any case
_OTHERS = 2  # states of the index beside the one in use that are kept
_LEFT = 3600.0  # seconds after which what an ended process left is swept away
_MARK = "model.json"


def opened(
    home: Path | None,
    segments: Sequence[Segment],
    *,
    progress: Callable[[int], None] = lambda _: None,
    refit: bool = False,
) -> arrays.Index:
    """The index of these segments, made where it is missing or damaged.

    The weights are fitted anew where `refit`, or where the learned lines have grown by
    more than `GROWTH` since they were; else they are the latest of this folder.
    """
    place = _place(home) / arrays.key_of(segments)
    if (place / _MARK).is_file() and not refit:
        try:
            return arrays.Index(place)
        except LibraryCorrupt:
            shutil.rmtree(place, ignore_errors=True)
    if refit or not _grown(place, segments):
        with building(place) as scratch:
            _build(scratch, place, segments, progress=progress, refit=refit)
    _sweep(place)
    return arrays.Index(place)


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """A scratch folder that becomes `folder` when the block ends without an error.

    Where another process was faster and `folder` is whole, that one stays.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".scratch-"))
    began = time.time()
    try:
        yield scratch
        scratch.chmod(0o755)
        try:
            _replace(scratch, folder, began)
        except OSError:
            if not (folder / _MARK).is_file():
                raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _replace(scratch: Path, folder: Path, began: float) -> None:
    mark = folder / _MARK
    if mark.is_file() and mark.stat().st_mtime >= began:
        return
    shutil.rmtree(folder, ignore_errors=True)
    scratch.replace(folder)


def _build(
    scratch: Path,
    place: Path,
    segments: Sequence[Segment],
    *,
    progress: Callable[[int], None],
    refit: bool,
) -> None:
    """Write the whole into `scratch`, with weights fitted where none serve."""
    lines = [line for segment in segments for line in segment.lines()]
    counts = feature_matrix([line.text for line in lines], progress)
    info: dict[str, Any] = {"segments": [segment.key for segment in segments]}
    held = sum(line.kind == "learned" for line in lines)
    info |= {"learned": held} if refit else {"learned": held, **_kept(place, held)}
    if not info.get("weights"):
        weights = training.fitted(scratch / "fit", lines, counts)
        if weights:
            info |= {"weights": training.plain(weights), "fitted_to": held}
    index_writing.write(scratch, lines, counts, info)


def _grown(place: Path, segments: Sequence[Segment]) -> bool:
    """Whether the index could be made of one beside it and the lines that it lacks.

    One that turns out to be damaged is passed over: the whole is built then.
    """
    found = _base(place, segments)
    if not found:
        return False
    base, lines = found
    told = {
        "segments": [segment.key for segment in segments],
        "learned": int(base.info["learned"]) + len(lines),
    }
    try:
        with building(place) as scratch:
            growing.write_grown(scratch, base, lines, told)
    except (OSError, ValueError, EOFError):
        return False
    return True


def _base(
    place: Path, segments: Sequence[Segment]
) -> tuple[arrays.Index, list[Line]] | None:
    """The index beside `place` that lacks the fewest segments, and their lines.

    *Unknown*: None where none serves.
    """
    wanted = {segment.key: segment for segment in segments}
    found = []
    for folder, info in _states(place):
        has = frozenset(info.get("segments", []))
        more = [s for key, s in wanted.items() if key not in has]
        learned = all(segment.kind == "learned" for segment in more)
        same = info.get("made_by") == arrays.made_by()
        if same and learned and wanted.keys() >= has:
            found.append((len(has), folder.stat().st_mtime_ns, folder, more))
    for _, _, folder, more in sorted(found, key=lambda one: one[:2], reverse=True):
        try:
            base = arrays.Index(folder)
        except LibraryCorrupt:
            continue
        lines = [line for segment in more for line in segment.lines()]
        if _serves(base, len(lines)):
            return base, lines
    return None


def _serves(base: arrays.Index, added: int) -> bool:
    """Whether what was measured, and the weights, hold with so many lines more."""
    held = int(base.info["learned"]) + added
    fitted = int(base.info.get("fitted_to", 0))
    weights = held <= fitted * GROWTH if fitted else held <= UNFITTED
    return weights and len(base.lines) + added <= base.info["measured_of"] * MEASURED


def _kept(place: Path, held: int) -> dict[str, Any]:
    """The weights this code last fitted beside `place`, if they serve so many lines."""
    found = []
    for folder, told in _states(place):
        size = int(told.get("fitted_to", 0))
        wide = len(told.get("weights", {}).get("weight", ())) == training.WIDTH
        same = told.get("made_by") == arrays.made_by()
        if same and wide and size / GROWTH <= held <= size * GROWTH:
            found.append((folder.stat().st_mtime_ns, size, told["weights"]))
    latest = max(found, key=lambda one: one[:2], default=None)
    return {"fitted_to": latest[1], "weights": latest[2]} if latest else {}


def _states(place: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every state of the index beside `place`, and what it says of itself."""
    for mark in place.parent.glob(f"*/{_MARK}"):
        try:
            told = orjson.loads(mark.read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(told, dict):
            yield mark.parent, told


def _sweep(place: Path) -> None:
    """Remove older states than the last few, and what processes that ended left."""
    others = [folder for folder, _ in _states(place) if folder != place]
    others.sort(key=lambda folder: folder.stat().st_mtime_ns, reverse=True)
    old = time.time() - _LEFT
    left = place.parent.glob(".scratch-*")
    ended = [folder for folder in left if folder.stat().st_mtime < old]
    for folder in (*others[_OTHERS:], *ended):
        shutil.rmtree(folder, ignore_errors=True)


def _place(home: Path | None) -> Path:
    if home:
        return home / arrays.FOLDER
    from platformdirs import user_cache_path

    return user_cache_path("enduse") / arrays.FOLDER
