"""Numbers, money, dates and units as papers print them.

*Shape*: which sign divides decimals is told by the numbers of one document together:
`1.234,56` and `58,00` say comma, `1,234.56` says point; `1,234` alone says nothing.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from enduse.messages.trade.units import REC20, unit_code
from enduse.text.dates import parse_day

_NUMBER = re.compile(
    r"(?<![\w.,/-])[-+−]?(?:\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d{1,6})?"
    r"|\d+(?:[.,]\d+)*)"
)
_GLUED = re.compile(r"^([A-Z]{3}|[$€£¥₽₺]|US\$|[A-Z]{2}\$)(?=[-\d])")
_SYMBOLS = {
    "€": "EUR",
    "US$": "USD",
    "$": "USD",
    "£": "GBP",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₸": "KZT",
    "₹": "INR",
    "元": "CNY",
    "RMB": "CNY",
    "HK$": "HKD",
    "C$": "CAD",
    "A$": "AUD",
    "S$": "SGD",
    "РУБ": "RUB",
    "TL": "TRY",
    "EURO": "EUR",
    "EUROS": "EUR",
    "ЕВРО": "EUR",
    "美元": "USD",
    "欧元": "EUR",
    "人民币": "CNY",
}
CURRENCIES = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "CHF",
        "JPY",
        "CNY",
        "CNH",
        "HKD",
        "SGD",
        "TRY",
        "RUB",
        "UAH",
        "KZT",
        "AED",
        "SAR",
        "QAR",
        "KWD",
        "BHD",
        "OMR",
        "INR",
        "KRW",
        "TWD",
        "THB",
        "VND",
        "IDR",
        "MYR",
        "PHP",
        "PKR",
        "BDT",
        "LKR",
        "AUD",
        "NZD",
        "CAD",
        "MXN",
        "BRL",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "ZAR",
        "EGP",
        "NGN",
        "KES",
        "MAD",
        "TND",
        "DZD",
        "SEK",
        "NOK",
        "DKK",
        "ISK",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "HRK",
        "RSD",
        "GEL",
        "AMD",
        "AZN",
        "BYN",
        "UZS",
        "KGS",
        "TJS",
        "TMT",
        "MDL",
        "IRR",
        "IQD",
        "ILS",
        "JOD",
        "LBP",
        "MNT",
    ]
)
_CODE = re.compile(
    r"(?<![A-Z])(?:US\$|HK\$|[CAS]\$|[A-Z]{3}|TL)(?![A-Za-z])|[€$£₽₺₴₸₹元]"
    r"|\b(?:Euros?|EURO|руб|РУБ|евро|ЕВРО)\b|美元|欧元|人民币"
)
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
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


class Number(NamedTuple):
    """A number in a text, and where."""

    value: Decimal
    start: int
    end: int


def plain(text: str) -> str:
    """The text with full-width figures and signs as plain ones, of the same length."""
    return "".join(_narrow(c) for c in text) if not text.isascii() else text


@lru_cache(maxsize=2048)
def _narrow(letter: str) -> str:
    if letter == "−":
        return "-"
    wide = "\uff01" <= letter <= "\uff5e" or letter == "\u3000"
    return unicodedata.normalize("NFKC", letter) if wide else letter


def decimal_mark(texts: Iterable[str]) -> str:
    """`,` or `.` where the numbers of a document show which, else ''."""
    votes = {",": 0, ".": 0}
    for text in texts:
        for match in _NUMBER.finditer(plain(text)):
            said = match[0]
            comma, point = said.rfind(","), said.rfind(".")
            last = max(comma, point)
            if last < 0 or said.count(said[last]) > 1:
                if last >= 0:
                    votes["." if said[last] == "," else ","] += 1
                continue
            both = comma >= 0 and point >= 0
            spaced = any(c in said for c in " \u00a0\u202f'’")
            if both or spaced or len(said) - last - 1 in (1, 2):
                votes[said[last]] += 3 if both else 1
    if votes[","] == votes["."]:
        return ""
    return max(votes, key=lambda mark: votes[mark])


def numbers(text: str, mark: str = "") -> list[Number]:
    """Every number of a text; `mark` divides decimals where one number can't tell.

    *Example*

    >>> [str(n.value) for n in numbers("1.234,56 and 18,900 kg", ",")]
    ['1234.56', '18.900']
    """
    said = plain(text)
    glued = _GLUED.match(said)
    if glued:
        said = " " * glued.end() + said[glued.end() :]
    found = []
    for match in _NUMBER.finditer(said):
        value = _decimal(match[0], mark)
        if value is not None and len(match[0]) <= 24:
            found.append(Number(value, match.start(), match.end()))
    return found


def _decimal(said: str, mark: str) -> Decimal | None:
    bare = re.sub(r"[ \u00a0\u202f'’]", "", said)
    comma, point = bare.rfind(","), bare.rfind(".")
    if comma >= 0 and point >= 0:
        mark = "," if comma > point else "."
    elif comma >= 0 or point >= 0:
        sign = "," if comma >= 0 else "."
        groups = bare.lstrip("+-").split(sign)
        threes = all(len(g) == 3 for g in groups[1:]) and 0 < len(groups[0]) <= 3
        if len(groups) > 2:
            mark = "." if sign == "," else ","
            if not threes:
                return None
        elif not threes or groups[0] == "0":
            mark = sign
        elif not mark:
            mark = "."
    other = "," if mark == "." else "."
    try:
        return Decimal(bare.replace(other, "").replace(",", ".") or "x")
    except InvalidOperation:
        return None


def currency_in(text: str) -> str:
    """The one currency a text names, by code or sign, or ''."""
    found = []
    for match in _CODE.finditer(plain(text)):
        code = _SYMBOLS.get(match[0].upper(), match[0])
        if code in CURRENCIES:
            found.append(code)
    return found[0] if len(set(found)) == 1 else ""


def unit_after(text: str, end: int) -> tuple[str, int]:
    """The unit that follows a number, as a code where it is one, and its end."""
    match = re.match(r"\s*\(?\s*([^\W\d_]{1,12}[23³²]?)\.?(?:\(s\))?", text[end:])
    if not match:
        return "", end
    word = match[1]
    stem = word.upper()
    known = stem in REC20 or stem in _OWN_UNITS
    if not known and stem.endswith("S") and stem[:-1] in REC20:
        stem, known = stem[:-1], True
    if not known:
        return "", end
    return _OWN_UNITS.get(stem) or unit_code(stem), end + match.end()


_OWN_UNITS = {
    "КГ": "KGM",
    "ШТ": "H87",
    "Т": "TNE",
    "МЕСТ": "PK",
    "МЕСТА": "PK",
    "公斤": "KGM",
    "千克": "KGM",
    "件": "H87",
    "个": "H87",
    "台": "H87",
    "套": "SET",
    "箱": "CS",
    "M³": "MTQ",
    "LITER": "LTR",
    "CRATE": "CR",
    "CRATES": "CR",
    "KISTE": "CS",
    "KISTEN": "CS",
    "KARTON": "CT",
    "KARTONS": "CT",
    "PALETTE": "PX",
    "PALETTEN": "PX",
    "COLIS": "PK",
    "CAISSE": "CS",
    "CAISSES": "CS",
    "BULTOS": "PK",
    "CAJAS": "BX",
    "KAP": "PK",
    "KOLI": "PK",
    "SANDIK": "CS",
}


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
