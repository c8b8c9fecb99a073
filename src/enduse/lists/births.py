"""Birth dates out of a cell that may hold several, with marks, notes and doubts."""

import re

from enduse.model import DateSpan, Origin, Problem
from enduse.text.dates import parse_span
from enduse.text.several import values

_NOTE = re.compile(r"\([^()]*\)")
_DOUBT = re.compile(
    r"\b(?:probably|possibly|allegedly|presumably|estimated|est\.?|ca\.)\s*",
    re.IGNORECASE,
)
_OTHER_CALENDAR = re.compile(r"hijri|jalali|solar|persian calendar", re.IGNORECASE)
_BLANK_PART = re.compile(r"\b(?:dd|mm)\b(?=/)", re.IGNORECASE)
_EITHER = re.compile(r"\s*\(?\bor\b(?: on\b)?\s*|,\s+(?=\d|[Cc]irca)")
_OTHER_FIELD = re.compile(r"\s+(?:POB|Gender|Nationality)\s*:.*$", re.DOTALL)


def birth_spans(text: str, where: Origin) -> tuple[list[DateSpan], list[Problem]]:
    """The dates of a cell, and a Problem for each part that is none.

    `1978 or 1984` is two dates, not the years between; `dd/mm/1945` and
    `00/00/1945` are the year; a doubt (`probably`) counts as circa.

    *Example*

    >>> spans, _ = birth_spans("(a) 14.3.1974, (b) circa 1970", Origin("", "", ""))
    >>> [span.iso for span in spans]
    ['1974-03-14', '1970~']
    """
    spans: list[DateSpan] = []
    problems: list[Problem] = []
    for value in values(text):
        circa = bool(re.match(r"[Cc]irca|[Aa]pprox|ca?\.", value))
        for part in _EITHER.split(_OTHER_FIELD.sub("", value)):
            found = _span(part, circa=circa) if part.strip() else None
            if found:
                spans.append(found)
            elif any(c.isalnum() for c in part):
                message = f"birth date {part.strip()!r} is no date enduse can read"
                problems.append(Problem("date-unreadable", message, where))
    return spans, problems


def _span(part: str, *, circa: bool) -> DateSpan | None:
    if _OTHER_CALENDAR.search(part):
        return None
    unmarked = part.replace("(probably)", "probably")
    bare = _BLANK_PART.sub("00", _NOTE.sub(" ", unmarked)).strip(" ()")
    certain = _DOUBT.sub("", bare)
    spaced = re.sub(r"(?<=[a-z]\.)(?=\d{4}$)|(?<=\d\.)\s+(?=\d)", " ", certain)
    tight = re.sub(r"(?<=\d\.)\s+(?=\d)|(?<=\.\d\d) (?=\d{4}$)", "", spaced)
    tight = re.sub(r"(?<=\.\d\d)(?=\d{4}$)", ".", tight)
    month = re.fullmatch(r"(0?[1-9]|1[0-2])[/.](\d{4})", tight)
    if month:
        found: DateSpan | None = DateSpan.of_month(int(month[2]), int(month[1]))
    else:
        found = parse_span(tight)
    if not found:
        return None
    doubtful = circa or found.circa or certain != bare
    return DateSpan(found.earliest, found.latest, doubtful, part.strip())
