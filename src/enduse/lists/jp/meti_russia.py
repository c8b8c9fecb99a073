"""Japan's specified entities of Russia, Belarus and third countries, as PDF text.

*Source*: METI and MOFA, notices 82 and 104 of 2022 and 447 of 2023, with all later
amendments. An entry is a number, a Japanese name, an English one, aliases and, after
所在地, addresses. Page breaks glue lines together and digits are of either width, so
entries are found by counting: the next number that stands before a Japanese word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.country import alpha2
from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded
from enduse.model import Address, Cite, ListedName, Listing, Origin, Problem

CARDS = (load("jp", "meti_russia"),)
fetch = downloaded  # nothing: METI serves PDF, and enduse reads the text of it
IGNORED = {"entry/updated": "the file's date, asked of `published`"}
_PROHIBITED = "輸出等に係る禁止措置"
_AT = re.compile(r"所\s*在\s*地")
# What the title of a file says of its list: the programme and the start of its ids.
_TITLES = (
    ("ベラルーシ共和国以外の国", "Third countries", "third"),
    ("ベラルーシ共和国の団体", "Belarus", "by"),
    ("ロシア連邦の団体", "Russia", "ru"),
)
_TITLE = re.compile(r"^(.*?)指定日", re.DOTALL)
_NOTICE = re.compile(r"令和[^）]*?告示第[^）]*?号")
_DAY = r"[:：]\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
_LISTED, _UPDATED = (re.compile(word + _DAY) for word in ("指定日", "最終更新日"))
_JAPANESE = "\u3005-\u9fff\uff01-\uff60\uff66-\uff9f"
_AKA = re.compile(
    r",?\s*a\.\s?k\.\s?a\.?,?\s*(?:the\s+follow[^:\n-]*(?:\n\s*alias\w*)?\s*:?)?",
    re.IGNORECASE,
)
_ALSO = re.compile(r"[（(]?別称[、:：,]?")
_DASH = re.compile(r"(?:^|\n)\s*[-—–]\s*|;\s*(?:and\s*)?[-—–]\s*")
_COUNT = re.compile(
    r"(?:the\s+)?(?:following\s+)?(?:\w+\s+)?alias(?:es)?", re.IGNORECASE
)
_AND = re.compile(r"[;,]?\s*\band\s*$|[;.]\s*$")
# A line break inside Japanese text is nothing, from Japanese to Latin a new name.
_UNWRAP_HAN = re.compile(rf"(?<=[{_JAPANESE}])\n(?=[{_JAPANESE}])")
_CHANGE = re.compile(rf"(?<=[{_JAPANESE}])\n(?=[A-Za-z])")
_POSTCODE = re.compile(r"^[\d\s-]+|[\s\d-]+$")
_GLUED = re.compile(rf"(?<=[{_JAPANESE}])[A-Z][A-Za-z0-9 .,&'-]{{6,}}")
_PLACES = re.compile(r";\s*(?:and\s+)?|(?<=[a-z]),?\s+and\s+(?=\d)")


def sniff(file: SourceFile) -> str | None:
    """`jp-meti-russia` for text with the notices' title and the word for addresses."""
    head = file.head.decode("utf-8", errors="ignore")
    named = _PROHIBITED in re.sub(r"\s+", "", head[:400]) and _AT.search(head)
    return "jp-meti-russia" if named and _title(head)[1] else None


def group(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """All files together: three notices, one publication."""
    return [list(files)] if files else []


def published(files: Sequence[SourceFile]) -> date | None:
    """The newest date of amendment."""
    heads = (file.head.decode("utf-8", errors="ignore") for file in files)
    return max(filter(None, (_day(_UPDATED, head) for head in heads)), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record an entry: its list, its number and its text as it stands."""
    for file in files:
        origin = Origin(source, file.sha256, file.name)
        try:
            with file.open() as stream:
                text = stream.read().decode("utf-8")
        except (OSError, EOFError, ValueError) as fault:
            message = f"not readable as UTF-8 text, the list is incomplete: {fault}"
            yield Problem("text-undecodable", message, origin, "error")
            continue
        yield from _entries(text, origin)


def _entries(text: str, origin: Origin) -> Iterator[Record | Problem]:
    programme, short = _title(text)
    title = _TITLE.match(text)
    notice = _NOTICE.search(re.sub(r"\s+", "", title[1] if title else ""))
    file = {
        "programme": programme,
        "short": short,
        "notice": notice[0] if notice else "",
        "listed": str(_day(_LISTED, text) or ""),
        "updated": str(_day(_UPDATED, text) or ""),
    }
    starts = list(_starts(text))
    if not starts:
        message = "no numbered entries in it, the list is incomplete"
        yield Problem("text-unexpected", message, origin, "error")
        return
    marks = len(_AT.findall(text))
    if marks > len(starts):
        message = f"{marks} addresses but {len(starts)} entries counted, from 1 on"
        yield Problem("numbering-broken", message, origin, "error")
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for number, ((start, after), end) in enumerate(zip(starts, ends, strict=True), 1):
        line = text.count("\n", 0, start) + 1
        where = origin.at(f"{origin.locator}#entry={number},line={line}")
        body = text[after:end].strip()
        if not _AT.search(body):
            message = f"entry {number} has no address; the text may be cut off there"
            yield Problem("entry-incomplete", message, where, "error")
        yield Record({**file, "number": str(number), "text": body}, where, "entry")


def _starts(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every entry's number, counting up from one."""
    plain = "".join(_ascii_digit(c) for c in text)
    updated = re.search(r"最終更新日[^\n]*", plain)
    place, number = updated.end() if updated else 0, 1
    while True:
        free = r"(?:(?<=\n)|(?<=[^\s\d,#]))[ \u3000]*"
        before = rf"[ \u3000]+(?=[^\n]*[{_JAPANESE}])"
        found = re.compile(f"{free}{number}{before}").search(plain, place)
        if not found:
            return
        yield found.start(), found.end()
        following = _AT.search(plain, found.end())
        place = following.end() if following else found.end()
        number += 1


def _ascii_digit(char: str) -> str:
    return str(unicodedata.digit(char)) if "０" <= char <= "９" else char


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing an entry."""
    for row in rows:
        problems: list[Problem] = []
        yield _listing(row, problems)
        yield from problems


def _listing(row: Record, problems: list[Problem]) -> Listing:
    names, *places = _AT.split(row.text("text"), maxsplit=1)
    place = "".join(places)
    addresses = tuple(_addresses(place))
    if not any(address.country for address in addresses):
        message = f"no country enduse knows in the address {place.strip()!r}"
        problems.append(Problem("country-unknown", message, row.origin, "note"))
    listed = row.text("listed")
    act = CARDS[0].law[0]
    return Listing(
        id=f"{row.origin.source}:{row.text('short')}-{row.text('number')}",
        source=row.origin.source,
        kind="entity",
        names=tuple(_names(names, row, problems)),
        origin=row.origin,
        countries=tuple(sorted({a.country for a in addresses} - {""})),
        addresses=addresses,
        programmes=(f"Specified entities: {row.text('programme')}",),
        measures=CARDS[0].measures,
        legal_basis=(act, Cite(row.text("notice"), CARDS[0].homepage)),
        notes=(f"list first made on {listed}; the entry's own date is not given",)
        if listed
        else (),
    )


def _names(text: str, row: Record, problems: list[Problem]) -> Iterator[ListedName]:
    """The English name first, then its aliases, then the Japanese ones."""
    japanese, english, later = _halves(text)
    name, _, rest = _aka(english)
    parts = (_tidy(part) for part in _DASH.split(rest))
    aliases = [part for part in parts if part and not _COUNT.fullmatch(part)]
    own, *others = _japanese(japanese)
    glued = _GLUED.search(own) if not name else None
    if glued:
        name, own = glued[0].strip(), own[: glued.start()]
    if not name:
        message = "no English name could be told; the Japanese one is taken"
        problems.append(Problem("name-missing", message, row.origin, "note"))
    yield ListedName(name or own, "primary", locator="text")
    for alias in aliases:
        yield ListedName(alias, "alias", locator="text")
    for alias in later:
        wide = re.search(f"[{_JAPANESE}]", alias)
        yield ListedName(alias, "original_script" if wide else "alias", locator="text")
    for alias in (own, *others) if name else others:
        if alias:
            yield ListedName(alias, "original_script", locator="text")


def _halves(text: str) -> tuple[str, str, list[str]]:
    """Japanese part, English part, and the aliases of a separate 別称 line."""
    main, _, also = text.partition("\n別称")
    also = _UNWRAP_HAN.sub("", _CHANGE.sub(";", also.lstrip(":： \n")))
    later = [_tidy(p) for p in re.split(r"[;；、]|及び", also) if _tidy(p)]
    last = 0
    for match in re.finditer(f"[{_JAPANESE}]", main.split("a.k.a")[0]):
        last = match.end()
    line, _, _ = main[last:].partition("\n")
    closed = main[last - 1 : last] in {"）", "」", ")"} and line.strip()
    if not closed and "a.k.a" not in line:
        last += len(line)
    return main[:last], main[last:].strip(), later


def _aka(english: str) -> tuple[str, str, str]:
    found = _AKA.search(english)
    if not found:
        return _tidy(english), "", ""
    return _tidy(english[: found.start()]), found[0], english[found.end() :]


def _japanese(text: str) -> list[str]:
    joined = text.replace("\n", "").strip()
    name, *also = _ALSO.split(joined, maxsplit=1)
    others = re.split(r"、|及び", also[0].rstrip("）)")) if also else []
    return [
        name.strip(),
        *(other.strip(" 、") for other in others if other.strip(" 、")),
    ]


def _addresses(text: str) -> Iterator[Address]:
    whole = " ".join(text.lstrip(":： ").split())
    for part in _PLACES.split(whole):
        line = part.strip(" .;")
        if line:
            yield Address(lines=(line,), country=_country(line))


def _country(line: str) -> str:
    """The last part that is a country; a postcode may stand beside or after it."""
    parts = [_POSTCODE.sub("", part).strip() for part in line.split(",")[-2:]]
    codes = (alpha2(part) for part in reversed(parts) if part)
    return next(filter(None, codes), "") or _at_end(line)


def _at_end(line: str) -> str:
    found = re.search(r"\b(Russia|Belarus|Ukraine|RU)(?:n Federation)?\W*\d*$", line)
    return alpha2(found[1]) if found else ""


def _tidy(text: str) -> str:
    return _AND.sub("", _AND.sub("", " ".join(text.split()))).strip(" ,;:")


def _title(text: str) -> tuple[str, str]:
    head = re.sub(r"\s+", "", text[:600].split("指定日")[0])
    return next(((p, short) for mark, p, short in _TITLES if mark in head), ("", ""))


def _day(pattern: re.Pattern[str], text: str) -> date | None:
    found = pattern.search("".join(_ascii_digit(c) for c in text[:800]))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
