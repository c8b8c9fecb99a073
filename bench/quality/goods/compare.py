"""enduse and the plain things to beat, on the same rows of the labelled sets.

    python bench/quality/goods/compare.py --home FOLDER [--data FOLDER] [--out F.json]
        [--part N ...] [--way WAY ...] [--model FOLDER] [--few N]

FOLDER is a home with the goods imported and nothing learned; it is copied. Each third
of the groups is asked of the other two, by `Classifier` and by nearest lines. With a
model folder (`tools/make_goods_vectors.py`) nearest lines by sentences too, over the HS
and at most `--few` learned rows a set; the others then know no more learned rows.
Intervals are of 2,000 draws of groups, 95 %.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import flags
import numpy as np
import peers
from thirds import PARTS, Asked, Sets, pairs, some

from enduse.goods.classify import learned
from enduse.goods.classify.classifier import Classifier
from enduse.goods.classify.corpus import segments
from enduse.goods.classify.learned import Lesson

HERE = Path(__file__).resolve()
DEFAULT_DATA = HERE.parents[4] / "shared" / "data"
DRAWS = 2000
WAYS = ("words and letters", "letters")
Lessons = dict[str, list[Lesson]]


def by_enduse(
    home: Path, lessons: Lessons, texts: Sequence[str]
) -> tuple[peers.Ranked, list[float]]:
    """What a classifier that learned these lessons ranks first, five codes a text.

    And the probability of each that it is on the Common High Priority List.
    """
    from enduse.goods.classify import index

    with tempfile.TemporaryDirectory(prefix="enduse-bench-") as scratch:
        place = Path(scratch) / "home"
        shutil.copytree(home / "library", place / "library")
        for name, own in lessons.items():
            learned.add(place, name, own)
        classes, p = Classifier.open(place).ranked(texts)
    codes = index.classes()
    ranked = [
        [codes[code] for code, q in zip(row[:5], share, strict=False) if q > 0]
        for row, share in zip(classes.tolist(), p.tolist(), strict=True)
    ]
    return ranked, flags.p_listed(classes, p)


def answers(
    part: int, sets: Sets, options: argparse.Namespace
) -> tuple[list[Asked], dict[str, peers.Ranked], list[float]]:
    """The rows of one third, what each way ranks for them, and P(listed) of each."""
    few = options.few if options.model else 0
    asked = list(sets.asked(part, most=few // PARTS if few else None))
    lessons = sets.learned(part)
    if few:
        lessons = {name: some(own, few) for name, own in lessons.items()}
    texts = [one.text for one in asked]
    held = [
        (line.text, line.hs6)
        for segment in segments(options.home)
        if segment.source == "hs-2022" or (not few and segment.kind != "learned")
        for line in segment.lines()
    ]
    known = held + pairs(lessons)
    ranked, p_listed = by_enduse(options.home, lessons, texts)
    found = {"enduse": ranked}
    if "words and letters" in options.way:
        found["words and letters"] = peers.by_words_and_letters(known, texts)
    if "letters" in options.way:
        found["letters"] = peers.by_letters(known, texts)
    if options.model:
        every = [text for text, _ in known]
        vectors = peers.sentence_vectors([*every, *texts], options.model)
        found["sentences"] = peers.by_sentences(known, texts, vectors)
    return asked, found, p_listed


def hits(asked: Sequence[Asked], ranked: peers.Ranked) -> Iterator[tuple[int, int]]:
    """Whether each row is right at first, and among the first five."""
    for one, codes in zip(asked, ranked, strict=True):
        yield (
            int(codes[:1] != [] and codes[0] in one.right),
            int(not one.right.isdisjoint(codes)),
        )


def summary(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Shares of each set and way, and how far enduse is ahead, with intervals."""
    told: dict[str, Any] = {}
    for label in dict.fromkeys(row["set"] for row in rows):
        own = [row for row in rows if row["set"] == label]
        ways = {
            way: np.array([row["hits"][way] for row in own]) for way in own[0]["hits"]
        }
        groups = np.unique([row["group"] for row in own], return_inverse=True)[1]
        told[label] = {"n": len(own)}
        for way, hit in ways.items():
            told[label][way] = hit.mean(0).round(4).tolist()
            if way != "enduse":
                told[label][f"ahead of {way}"] = ahead(ways["enduse"] - hit, groups)
    return told


def ahead(gap: Any, groups: Any) -> list[list[float]]:
    """The mean gap at first and among five, each with its interval.

    *Source*: the percentile bootstrap over clusters, Efron and Tibshirani (1993).
    """
    size = np.bincount(groups).astype(float)
    sums = [np.bincount(groups, column) for column in gap.T]
    draws = np.random.default_rng(7).integers(len(size), size=(DRAWS, len(size)))
    weight = size[draws].sum(1)
    found = []
    for own in sums:
        low, high = np.percentile(own[draws].sum(1) / weight, [2.5, 97.5])
        middle = own.sum() / size.sum()
        found.append([round(float(x), 4) for x in (middle, low, high)])
    return found


def table(told: dict[str, Any]) -> str:
    """The summary as a table of text."""
    lines = []
    for label, one in told.items():
        lines.append(f"{label} (n {one['n']:,}): enduse {_pair(one['enduse'])}")
        for way in (name for name in one if name.startswith("ahead")):
            other = one[way.removeprefix("ahead of ")]
            gaps = [f"{m:+.3f} [{a:+.3f} {b:+.3f}]" for m, a, b in one[way]]
            lines.append(f"    {_pair(other)}  {way}: {' and '.join(gaps)}")
    return "\n".join(lines)


def _pair(shares: list[float]) -> str:
    return "/".join(f"{share:.3f}" for share in shares)


def main() -> None:
    """Ask, count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--part", type=int, action="append")
    parser.add_argument("--way", action="append", choices=WAYS)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--few", type=int, default=900)
    parser.add_argument("--rows", type=Path, help="hits, to go on from")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    options.way = options.way or WAYS
    sets = Sets(options.data)
    held = options.rows and options.rows.exists()
    rows = json.loads(options.rows.read_text()) if held else []
    for part in options.part or range(PARTS):
        asked, found, p_listed = answers(part, sets, options)
        named = flags.codes()
        told = {way: list(hits(asked, ranked)) for way, ranked in found.items()}
        rows += [
            {
                "set": one.label,
                "group": one.group,
                "hits": {way: told[way][at] for way in told},
                "listed": not one.right.isdisjoint(named),
                "listed_in_five": not named.isdisjoint(found["enduse"][at]),
                "p_listed": p_listed[at],
            }
            for at, one in enumerate(asked)
        ]
        if options.rows:
            options.rows.write_text(json.dumps(rows))
    told, flagged = summary(rows), flags.summary(rows)
    print(table(told), flags.table(flagged), sep="\n\n")
    if options.out:
        both = {"sets": told, "flags": flagged}
        options.out.write_text(json.dumps(both, indent=1) + "\n")


if __name__ == "__main__":
    main()
