"""Labelled pairs of names scored: precision, recall, F1, and every error listed.

*Source*: the file's shape is that of OpenSanctions' matcher benchmarks, columns
`schema,name1,name2,is_match`; schemata are FollowTheMoney's.
"""

import csv
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from enduse.errors import InputUnreadable
from enduse.model import Origin, PartyKind, Problem
from enduse.names.methods import METHODS, Method

_COLUMNS = ("schema", "name1", "name2", "is_match")
_KINDS: dict[str, PartyKind] = {
    "person": "person",
    "company": "entity",
    "organization": "entity",
    "publicbody": "entity",
    "legalentity": "unknown",
    "vessel": "vessel",
    "airplane": "aircraft",
}
_EVERY_SCRIPT = (
    "Anna",
    "Анна",
    "آنا",
    "אנה",
    "안나",
    "アンナ",
    "安娜",
    "อันนา",
    "अन्ना",
    "ანა",
)
_TRUE = frozenset(("true", "1", "yes", "y", "t", "positive"))
_FALSE = frozenset(("false", "0", "no", "n", "f", "negative"))


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """One labelled pair: the row it stands in (first data row = 1), and its score."""

    row: int
    schema: str
    name1: str
    name2: str
    is_match: bool
    score: float


@dataclass(frozen=True, slots=True)
class BenchResult:
    """What scoring a file of pairs came to.

    *Units*: rates in 0..1; `us_per_pair` in microseconds of one core. *Unknown*:
    precision, recall and F1 are 0 where nothing is positive.
    """

    n: int
    threshold: float
    tp: int
    fp: int
    tn: int
    fn: int
    precision: float
    recall: float
    f1: float
    best_f1: float
    best_threshold: float
    us_per_pair: float
    misses: tuple[ScoredPair, ...]
    false_alarms: tuple[ScoredPair, ...]
    problems: tuple[Problem, ...]


def run(
    path: Path | str,
    *,
    threshold: float | None = None,
    method: str | Method = "enduse",
) -> BenchResult:
    """The result of scoring every pair of a CSV file by a method, or one of METHODS.

    *Unknown*: without a threshold the method's own.

    *Raises* InputUnreadable where the file can't be opened or lacks a column; a row
    that can't be read is a Problem in the result.
    """
    rows, problems = _read(Path(path))
    method = METHODS[method] if isinstance(method, str) else method
    scorer = method.score
    threshold = method.threshold if threshold is None else threshold
    for kind in ("person", "entity"):  # tables are read on first use
        for text in _EVERY_SCRIPT:
            scorer(text, "Anna", kind)
    start = time.perf_counter()
    scores = [scorer(a, b, _kind(schema)) for _, schema, a, b, _ in rows]
    seconds = time.perf_counter() - start
    pairs = [ScoredPair(*row, score) for row, score in zip(rows, scores, strict=True)]
    tp, fp, fn = _counts(pairs, threshold)
    precision, recall, f1 = _rates(tp, fp, fn)
    best_f1, best_threshold = _best(pairs)
    return BenchResult(
        n=len(pairs),
        threshold=threshold,
        tp=tp,
        fp=fp,
        tn=len(pairs) - tp - fp - fn,
        fn=fn,
        precision=precision,
        recall=recall,
        f1=f1,
        best_f1=best_f1,
        best_threshold=best_threshold,
        us_per_pair=round(seconds / max(1, len(pairs)) * 1e6, 2),
        misses=tuple(p for p in pairs if p.is_match and p.score < threshold),
        false_alarms=tuple(p for p in pairs if not p.is_match and p.score >= threshold),
        problems=tuple(problems),
    )


Row = tuple[int, str, str, str, bool]


def _read(path: Path) -> tuple[list[Row], list[Problem]]:
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = set(_COLUMNS) - set(reader.fieldnames or ())
            if missing:
                said = f"no column {', '.join(sorted(missing))}; it needs a header row"
                raise InputUnreadable(str(path), said)
            results = list(_rows(reader, path.name))
    except OSError as error:
        raise InputUnreadable(str(path), error.strerror or str(error)) from error
    except csv.Error as error:
        raise InputUnreadable(str(path), str(error)) from error
    rows = [result for result in results if not isinstance(result, Problem)]
    return rows, [result for result in results if isinstance(result, Problem)]


def _rows(reader: "csv.DictReader[str]", name: str) -> Iterator[Row | Problem]:
    for at, row in enumerate(reader, 1):
        schema, left, right, label = ((row.get(c) or "").strip() for c in _COLUMNS)
        if label.lower() not in _TRUE | _FALSE:
            message = f"is_match is {label!r}; it must be true or false"
        elif not left or not right:
            message = "a name is empty"
        else:
            yield at, schema, left, right, label.lower() in _TRUE
            continue
        yield Problem("bench-row", message, Origin(name, "", f"row {at}"))


def _kind(schema: str) -> PartyKind:
    return _KINDS.get(schema.lower(), "unknown")


def _counts(pairs: Sequence[ScoredPair], threshold: float) -> tuple[int, int, int]:
    tp = sum(p.is_match and p.score >= threshold for p in pairs)
    fp = sum(not p.is_match and p.score >= threshold for p in pairs)
    return tp, fp, sum(p.is_match for p in pairs) - tp


def _rates(tp: int, fp: int, fn: int) -> tuple[float, float, float]:
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * tp / (2 * tp + fp + fn) if tp else 0.0
    return round(precision, 4), round(recall, 4), round(f1, 4)


def _best(pairs: Sequence[ScoredPair]) -> tuple[float, float]:
    """The highest F1 any threshold gives, and the lowest threshold that gives it."""
    positives = sum(p.is_match for p in pairs)
    ranked = sorted(pairs, key=lambda p: -p.score)
    best, at, tp = 0.0, 1.0, 0
    for count, pair in enumerate(ranked, 1):
        tp += pair.is_match
        if count < len(ranked) and ranked[count].score == pair.score:
            continue
        f1 = 2 * tp / (count + positives)
        if f1 >= best and tp:
            best, at = f1, pair.score
    return round(best, 4), at
