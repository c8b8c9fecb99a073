"""Write the codes of HS 2012, 2017 and 2022 and the links of changed codes, compactly.

python tools/make_hs_facts.py CORRELATION_2022_2017.csv CORRELATION_2017_2012.csv

The input has the columns `hs2022,hs2017,relationship` and `hs2017,hs2012,relationship`:
the correlation tables of the UN Statistics Division as CSV. The output is
`src/enduse/goods/hs_codes.txt` and `hs_links.txt`: facts in a form of our own, one line
a heading or a code; `enduse.goods.hs` and `enduse.goods.editions` read them. No text of
the nomenclature is written.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "enduse" / "goods"
EDITIONS = ("HS2012", "HS2017", "HS2022")
NOT_SPECIFIED = "999999"  # statistics use it; no edition has it
HEAD = "# made by tools/make_hs_facts.py from the UNSD correlation tables; see hs.py\n"


def links(path: str) -> list[tuple[str, str]]:
    """The (newer, older) pairs of one table. *Raises* ValueError: not such a table."""
    with Path(path).open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    pairs = sorted({(row[0], row[1]) for row in rows[1:] if row})
    bad = [p for p in pairs if not all(c.isdigit() and len(c) == 6 for c in p)]
    if bad:
        raise ValueError(f"{path}: not six digits each: {bad[:3]}")
    return pairs


def codes_text(codes: dict[str, set[str]]) -> str:
    """One line a heading: `8541 10 40ab 41c`; a, b, c the editions, none: all."""
    marks = dict(zip("abc", EDITIONS, strict=True))
    headings: dict[str, list[str]] = defaultdict(list)
    for code in sorted(set().union(*codes.values()) - {NOT_SPECIFIED}):
        held = "".join(m for m, edition in marks.items() if code in codes[edition])
        headings[code[:4]].append(code[4:] + ("" if held == "abc" else held))
    lines = [f"{heading} {' '.join(ends)}\n" for heading, ends in headings.items()]
    return HEAD + "".join(lines)


def links_text(tables: dict[str, list[tuple[str, str]]]) -> str:
    """A `[newer older]` line a table, then one line for the codes with the same links.

    A code that is linked to itself alone, in both editions, has no line.
    """
    parts = [HEAD]
    for title, pairs in tables.items():
        of: dict[str, list[str]] = defaultdict(list)
        into: dict[str, list[str]] = defaultdict(list)
        for newer, older in pairs:
            of[newer].append(older)
            into[older].append(newer)
        alike: dict[str, list[str]] = defaultdict(list)
        for newer, olds in of.items():
            if olds != [newer] or into[newer] != [newer]:
                alike[grouped(olds)].append(newer)
        parts.append(f"[{title}]\n")
        parts += [f"{','.join(newer)} {olds}\n" for olds, newer in alike.items()]
    return "".join(parts)


def grouped(codes: list[str]) -> str:
    """Codes by heading: `8471:30,41 8542:31`."""
    headings: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        headings[code[:4]].append(code[4:])
    return " ".join(f"{head}:{','.join(ends)}" for head, ends in headings.items())


def main(arguments: list[str]) -> None:
    """Write both files."""
    newest, middle = links(arguments[0]), links(arguments[1])
    codes = {
        "HS2022": {new for new, _ in newest},
        "HS2017": {old for _, old in newest} | {new for new, _ in middle},
        "HS2012": {old for _, old in middle},
    }
    tables = {"HS2022 HS2017": newest, "HS2017 HS2012": middle}
    (OUT / "hs_codes.txt").write_text(codes_text(codes), encoding="utf-8")
    (OUT / "hs_links.txt").write_text(links_text(tables), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
