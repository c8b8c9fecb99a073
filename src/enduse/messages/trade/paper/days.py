"""Days as papers print them, in the words and orders of many languages."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from enduse.messages.trade.paper.figures import plain
from enduse.text.dates import parse_day

_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th|er|º)?[\s.-]{1,2}(?:de\s)?[^\W\d_]{3,11}\.?"
    r"(?:[\s,.-]{1,2}|\sde[l]?\s)\d{2,4}"
    r"|[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|(?<![\w./-])20\d{6}(?![\w/-])",
)
_MONTHS = (
    "jan january janvier januar enero ocak янв январь января ene janv gennaio "
    "janeiro styczen stycznia",
    "feb february fevrier februar febrero subat фев февраль февраля fev fevr "
    "febbraio fevereiro lutego luty",
    "mar march mars marz maerz marzo mart мар март марта mrz marco marzec marca",
    "apr april avril abril nisan апр апрель апреля avr abr aprile kwiecien kwietnia",
    "may mai mayo mayis май мая maggio maio maj maja",
    "jun june juin juni junio haziran июн июнь июня giugno junho czerwiec czerwca",
    "jul july juillet juli julio temmuz июл июль июля juil luglio julho lipiec lipca",
    "aug august aout agosto agustos авг август августа ago sierpien sierpnia",
    "sep sept september septembre septiembre eylul сен сентябрь сентября "
    "settembre setembro wrzesien wrzesnia",
    "oct october octobre oktober octubre ekim окт октябрь октября okt ottobre "
    "outubro pazdziernik pazdziernika",
    "nov november novembre noviembre kasim ноя ноябрь ноября novembro listopad "
    "listopada",
    "dec december decembre dezember diciembre aralik дек декабрь декабря dez "
    "dic dicembre dezembro grudzien grudnia",
)
_MONTH = {word: n for n, said in enumerate(_MONTHS, 1) for word in said.split()}


def dates_in(text: str, *, month_first: bool = False) -> list[tuple[date, int, int]]:
    """Every day a text names, with its place. `month_first` reads 03/04 as 4 March.

    *Example*

    >>> [str(d[0]) for d in dates_in("Hamburg, 16.11.2026; 3 mars 2024")]
    ['2026-11-16', '2024-03-03']
    """
    found = []
    said = plain(text)
    for match in _DATE.finditer(said):
        day = _day(match[0], month_first) or _day(match[0], not month_first)
        if day and 1950 <= day.year <= 2100:
            found.append((day, match.start(), match.end()))
    return found


def shows_month_first(texts: Iterable[str]) -> bool:
    """Whether some date can only be month, day, year, and none day, month, year."""
    votes = 0
    for text in texts:
        for match in re.finditer(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{4}", text):
            votes += (int(match[2]) > 12) - (int(match[1]) > 12)
    return votes > 0


@lru_cache(maxsize=4096)
def _day(text: str, month_first: bool) -> date | None:
    bare = re.sub(r"[年月]", "-", text).replace("日", "").replace(" -", "-")
    bare = re.sub(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$", r"\1-\2-\3", bare)
    bare = re.sub(r"-\s+", "-", bare) if bare != text else bare
    found = parse_day(bare, month_first=month_first)
    if found:
        return found
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKD", bare.casefold()))
    words = [w for w in ("".join(c for c in w if c.isalnum()) for w in words) if w]
    return _worded([w.replace("ı", "i") for w in _joined(bare)] or words)


def _joined(text: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", text.casefold().replace("й", "\0"))
    bare = "".join(c for c in flat if not unicodedata.combining(c)).replace("\0", "й")
    return re.findall(r"\d+|[^\W\d_]+", bare)


def _worded(words: list[str]) -> date | None:
    months = [_MONTH[w] for w in words if w in _MONTH]
    figures = [int(w) for w in words if w.isdigit()]
    if len(months) != 1 or len(figures) != 2:
        return None
    day, year = figures
    try:
        return date(year + 2000 if year < 100 else year, months[0], day)
    except ValueError:
        return None
