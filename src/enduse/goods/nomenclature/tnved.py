"""The EAEU's nomenclature TN VED with Russian texts, as a table of codes and texts.

A leaf's text is relative ("- - прочие"): its dashes say how deep it lies. It carries
the texts of those codes above it that the table has: its heading, and any longer code
that it begins with.

*Source*: Eurasian Economic Commission, Unified Commodity Nomenclature of Foreign
Economic Activity of the EAEU.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from enduse.files.source_file import SourceFile
from enduse.goods import hs
from enduse.goods.entry import Entry, Term
from enduse.goods.headings import headings
from enduse.goods.nomenclature.joined import joined
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each, undated
from enduse.model import Problem

CARDS = (load("nomenclature", "tnved"),)
IGNORED: dict[str, str] = {}
group = one_each
published = undated
fetch = downloaded
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_DASHES = re.compile(r"^(?:[-–—]\s*)+")
_NOTE = re.compile(r"(?<=\D)\d{1,2}\)$")  # a footnote's mark
_LENGTHS = (2, 4, 6, 8, 9, 10)


def sniff(file: SourceFile) -> str | None:
    """`tnved` for a table of codes and Russian texts."""
    named = headings(file)
    if len(named) < 2 or named[0] not in ("code", "код", "код тн вэд"):
        return None
    if named[1] in ("text_ru", "наименование", "наименование позиции"):
        return "tnved"
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line of the table."""
    for file in files:
        yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One term a line, its parents' texts joined."""
    own: dict[str, str] = {}
    for row in rows:
        columns = list(row.values)
        said = row.text(columns[0]) if columns else ""
        code = "".join(said.split())
        text = row.text(columns[1]) if len(columns) > 1 else ""
        if not code.isascii() or not code.isdigit() or len(code) not in _LENGTHS:
            message = f"{said[:40]!r} is no TN VED code of 2 to 10 digits; left out"
            yield Problem("goods-code-unreadable", message, row.origin)
            continue
        code = code.zfill(10) if len(code) == 9 else code
        if not hs.editions_of(code[:6] if len(code) > 6 else code):
            message = f"{code}: begins with a code of no edition of HS; kept as it is"
            yield Problem("goods-code-edition", message, row.origin, "note")
        bare = _NOTE.sub("", _DASHES.sub("", text.strip())).strip()
        own[code] = _sentence(bare) if len(code) <= 4 else bare
        parents = [
            own[code[:n]] for n in (4, 6, 8) if n < len(code) and code[:n] in own
        ]
        match = _YEAR.search(row.origin.locator)
        edition = f"TNVED{match[1]}" if match else "TNVED"
        whole = joined(parents, own[code])
        yield Term(code, whole, text, edition, "ru", row.origin)


def _sentence(text: str) -> str:
    """A heading in capitals as a sentence; as it stands where it isn't."""
    return text.capitalize() if text.isupper() else text
