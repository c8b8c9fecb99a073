"""What screening says of lines with several goods, and of stated codes and words.

    python bench/quality/goods/papers.py [--home FOLDER] [--show] [--out F.json]

`several.csv`: `goods` are the codes (or their beginnings) of each good of a line, goods
parted by `+`, codes of one good by `|`; none for a line of one good. Each good must be
read (the first code of the line or of a piece of it), each whose codes are all on the
Common High Priority List must have a finding, and a line of one good must not have two.
`disagree.csv`: a line and the code stated for it; `disagrees` says whether a finding
must say so. Written for this; `set` as in `lines.py`.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from enduse.goods.control import ControlLists
from enduse.library.store import Library
from enduse.model import Fact, Finding, Good, Identifier, Origin, Subject
from enduse.pipeline.goods.findings import GoodsFindings
from enduse.pipeline.goods.judge import PROBABLE
from enduse.pipeline.goods.seen import Goods

HERE = Path(__file__).resolve().parent
HELD = " held"  # counted and never shown
AS_OF = date(2026, 1, 1)
SUBJECT = Subject("document", "1", "invoice.csv", "table")
ORIGIN = Origin("invoice.csv", "", "row 1")
Row = dict[str, str]


def findings(judge: GoodsFindings, text: str, code: str = "") -> list[Finding]:
    """What is found on an invoice of one line."""
    codes = (Identifier("hs", code),) if code else ()
    fact = Fact("good", Good(text, ORIGIN, codes=codes), ORIGIN)
    return [one for one in judge.of(SUBJECT, [fact]) if isinstance(one, Finding)]


def several(judge: GoodsFindings, rows: list[Row]) -> Iterator[tuple[str, bool, str]]:
    """Set and kind, whether it was told rightly, and the line, of each good."""
    listed = ControlLists.open(None).codes("chpl")
    for row in rows:
        fact = Fact("good", Good(row["text"], ORIGIN), ORIGIN)
        seen = [one.classified for one in judge.goods.seen([fact])]
        read = [one.candidates[0].hs6 for one in seen if one and one.candidates]
        told = flagged(findings(judge, row["text"]))
        line = f"{row['text']} {read} {sorted(told)}"
        for codes in row["goods"].split(" + ") if row["goods"] else ():
            own = tuple(codes.split("|"))
            right = any(code.startswith(own) for code in read)
            yield f"{row['set']} several, read", right, line
            if listed.issuperset(own):
                right = not told.isdisjoint(own)
                yield f"{row['set']} several, listed", right, line
        if not row["goods"]:
            yield f"{row['set']} one", len(told) < 2, line


def flagged(found: list[Finding]) -> set[str]:
    """The codes of the Common High Priority List that findings hold likely."""
    return {
        control.hs6
        for one in found
        if one.kind == "controlled_good"
        for control in one.controls
        if control.list == "chpl" and control.p >= PROBABLE
    }


def disagree(judge: GoodsFindings, rows: list[Row]) -> Iterator[tuple[str, bool, str]]:
    """Set and kind, whether it was told rightly, and the line, of each stated code."""
    for row in rows:
        found = findings(judge, row["text"], row["stated"])
        said = any(one.kind == "code_disagrees" for one in found)
        wanted = row["disagrees"] == "yes"
        kind = f"{row['set']} {'disagree' if wanted else 'agree'}"
        yield kind, said == wanted, f"{row['stated']} {row['text']}"


def _rows(name: str) -> list[Row]:
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def main() -> None:
    """Screen, count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="the lines told wrongly")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    judge = GoodsFindings(Goods(Library.open(options.home)), AS_OF)
    told = [
        *several(judge, _rows("several.csv")),
        *disagree(judge, _rows("disagree.csv")),
    ]
    size, right = Counter(kind for kind, _, _ in told), Counter[str]()
    for kind, good, line in told:
        right[kind] += good
        if options.show and not good and HELD not in kind:
            print(f"{kind}: {line}")
    found = {kind: {"n": n, "right": right[kind]} for kind, n in size.items()}
    print(*(f"{k}: {one['right']} of {one['n']}" for k, one in found.items()), sep="\n")
    if options.out:
        options.out.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
