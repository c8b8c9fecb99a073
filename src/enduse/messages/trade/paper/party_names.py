"""Where a party's name ends and its address begins, in lines and in one line."""

import re
from collections.abc import Sequence

from enduse.codes import port
from enduse.messages.swift.free_lines import Line, place_of
from enduse.model import PartyName

_FORM = (
    r"(?:gmbh(?:\s*&\s*co\.?\s*kg)?|ag|kg|se|ltd|limited|llc|inc|corp|co|plc|s\.?a|sas"
    r"|sarl|srl|spa|b\.?v|n\.?v|ооо|ао|зао|пао|оао|тоо|llp|pte|fze|fzco|fzc|dmcc|a\.?ş"
    r"|a\.?s|şti|sti|oy|ab|aps|sp\.?\s*z\s*o\.?o|kft|d\.?o\.?o|[ocp]?jsc|mmc|asc|wll"
    r"|w\.l\.l|bhd|pvt|pty|oü|uab|sia|eood|ood|zrt|s\.?r\.?o|s\.?r\.?l|s\.?p\.?a|ltda"
    r"|k\.?k|sal|d\.d|公司)\b\.?"
)
FORM_ENDS = re.compile(
    rf"(?<!\w){_FORM}(?:[,\s]{{1,2}}{_FORM}){{0,3}}(?=[,;\s]|$)|公司", re.IGNORECASE
)


_SEAT = re.compile(  # `г. Пенза`: what comes is a place, whichever
    r"(?:г|гор|пос|обл|респ|ул|пр|д|р)\.\s?[А-ЯЁ]|(?:город|область|республика)\s",
    re.IGNORECASE,
)


def one_line(lines: list[Line]) -> list[Line]:
    """Name and address written on one line, parted where the name surely ends."""
    text, locator = lines[0]
    ends = [m.end() for m in FORM_ENDS.finditer(text)]
    if ends and ends[0] < len(text) - 2 and text[ends[0] :].lstrip()[0] in ",;/·，；":
        head, tail = text[: ends[0]], text[ends[0] :]
    else:
        head, mark, tail = parted(text)
        if not mark:
            return lines
    rest = [p.strip() for p in re.split(r"\s[-–●•·|]\s|;", tail.strip(" ,-–●•·|;/，"))]
    return [Line(head.strip(" ,"), locator), *(Line(p, locator) for p in rest if p)]


def parted(text: str) -> tuple[str, str, str]:
    for mark in (" - ", " – ", " ● ", " • ", " · ", " | ", "; ", ", ", "，"):
        head, found, tail = text.partition(mark)
        known = place_of(tail).country or (len(tail) < 40 and port.find(tail))
        address = any(c.isdigit() for c in tail) or known or _SEAT.match(tail)
        if found and head.strip() and address:
            return head, found, tail
    return text, "", ""


def goes_on(names: Sequence[PartyName]) -> bool:
    """Whether the second reading is likelier: the first line has no legal form."""
    first = names[0].text
    added = names[1].text[len(first) :]
    return not FORM_ENDS.search(first) and bool(FORM_ENDS.search(added))


_GOES_ON = re.compile(
    r"(?:(?:LTD|LIMITED|INC|LLC|L\.L\.C|CORP|JSC|PLC|GMBH|S\.?A|A\.?Ş|Ş?Tİ|STI|BHD|OOO)\b\.?,?"
    r"|(?:BRANCH|FILIALE?|ŞUBESİ|SUBESI)\b.{0,20})$",
    re.IGNORECASE,
)


def rejoined(lines: list[Line]) -> list[Line]:
    """The lines with a name in one that was cut before `LTD.` or `BRANCH`."""
    if len(lines) < 2 or not _GOES_ON.match(lines[1].text.strip()):
        return lines
    first, second = lines[0], lines[1]
    comma = re.search(r"\b(?:CO|COMPANY)\.?$", first.text, re.IGNORECASE)
    joint = ", " if comma and not _GOES_ON.match(first.text) else " "
    whole = f"{first.text.rstrip(' ,')}{joint}{second.text}"
    return [Line(whole, first.locator), *lines[2:]]


def is_twice(lines: Sequence[Line]) -> bool:
    """Whether the first two lines are one name in two scripts."""
    if len(lines) < 2:
        return False
    one, two = lines[0].text, lines[1].text
    ends = all(
        (m := list(FORM_ENDS.finditer(t))) and m[-1].end() >= len(t) - 1
        for t in (one, two)
    )
    return ends and one.isascii() != two.isascii()
