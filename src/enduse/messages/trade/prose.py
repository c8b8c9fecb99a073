"""Parties that sentences name: `shipped by X Ltd. of Shenzhen to Y LLC, Moscow`.

A name is known by its legal form; its part by the words before it or behind it. What
is found so is a guess, and is noted as one.
"""

import re
from collections.abc import Iterator

from enduse.messages.swift.free_lines import place_of
from enduse.messages.trade.signed import Told, carriers_told

LONGEST = 20_000  # characters of one text that are looked through
_WORDS = 8  # of a name, before its legal form
_FORM = re.compile(
    r"(?<![\w.])(?:CO\.?,? ?LTD\.?|COMPANY,? LIMITED|PTE\.? ?LTD\.?|PVT\.? ?LTD\.?"
    r"|PTY\.? ?LTD\.?|SDN\.? ?BHD\.?|LTD\.? ?[SŞ]T[Iİ]\.?|LIMITED|LTD\.?|L\.?L\.?C\.?"
    r"|L\.?L\.?P\.?|INC\.?|CORPORATION|CORP\.?|PLC|GMBH(?: ?& ?CO\.? ?KG)?|AG|KG"
    r"|S\.?A\.?R\.?L\.?|S\.?P\.?A\.?|S\.?R\.?L\.?|S\.A\.S?\.?|SAS?|B\.?V\.?|N\.?V\.?"
    r"|AB|OYJ?|OÜ|A/S|ASA?|A\. ?[SŞ]\.?|D\.?O\.?O\.?|D\.D\.|EOOD|OOD|UAB|SIA|FZE|FZCO"
    r"|FZ-?LLC|DMCC|FZC|W\.?L\.?L\.?|QSC|MCHJ|MMC|OSOO|[OCPZ]?JSC|OOO|OAO|ZAO|PAO|TOO|SE"
    r"|SP\. ?Z ?O\.? ?O\.?|S\.?R\.?O\.?|KFT\.?"
    r"|ООО|ТОО|АО)(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?<!\w)(?:ООО|ОАО|ЗАО|ПАО|АО|НАО|ТОО|ОДО|ЧУП|УП|СП|ИП|ГУП|ФГУП|OOO|ZAO|OAO|PAO|TOO"
    r"|LLC|JSC|OJSC|CJSC|PT)\s{1,2}(?:[«\"“„]([^»\"”“]{2,80})[»\"”“]|"
    r"((?:[A-ZА-ЯЁ][\w-]{1,30}\s?){1,4}))"
)
_NAME_WORD = re.compile(r"[^\W_a-zа-яё][\w&.'’+/-]*|&")
_LINKS = frozenset(("of", "de", "du", "und", "and", "et", "e", "y", "i", "ve", "&"))
_NOT_NAMES = """
    BY TO FROM FOR THE WE OUR WITH VIA PER ON IN AT AS IS ARE WAS AND OF OR THAT BETWEEN
    CLIENT CLIENTS CUSTOMER BUYER SELLER SHIPPER CONSIGNEE APPLICANT BENEFICIARY VESSEL
    DRAWEE DRAWER ASSIGNED NOTIFYING
    MESSRS MANUFACTURER SUPPLIER EXPORTER IMPORTER CARRIER END-USER USER PARTY NOTIFY
    COMPANY FIRM BEHALF ACCOUNT ORDER PORT DEAR ATTN ATTENTION INVOICE CONTRACT VON AN
    DURCH PAR POUR CHEZ POR PARA КОМПАНИЯ ФИРМА ОТ ДЛЯ И В НА
"""
_STOPS = frozenset(_NOT_NAMES.split())
_WORDS_TOO = frozenset(
    ("AS", "AG", "AB", "SE", "SA", "KG", "OY", "SAS", "ASA", "AO", "АО")
)
"""Legal forms that are words too: known only behind a name in small letters."""
_BODY = re.compile(
    r"(?<!\w)(?:Ministry|Department|Directorate|Institute|Agency|University|Federal \w+"
    r"|Design Bureau|Military Unit|Armed Forces|Министерств[оа]|Институт)"
    r"(?:\s(?:of|for|the|and|№|No\.|\d+|[A-ZА-ЯЁ][\w-]+)){1,10}"
)
_OF_NAMES = frozenset(
    ("BANK", "MINISTRY", "INSTITUTE", "HOUSE", "UNIVERSITY", "TRADERS")
)
_JOINED = """
    IMPORT EXPORT TRADE TRADING SCIENCE RESEARCH DEVELOPMENT TECHNOLOGY TECHNOLOGICAL
    TRANSPORT TRANSPORTATION ENGINEERING LOGISTICS DESIGN PRODUCTION INDUSTRY INDUSTRIAL
    COMMERCE COMMERCIAL SHIPPING FINANCE MACHINERY EQUIPMENT ELECTRONIC ELECTRONICS
    SCIENTIFIC CONSTRUCTION INVESTMENT INSTRUMENT INSTRUMENTS CHEMICAL METAL MINING OIL
"""
_BEFORE_AND = frozenset(_JOINED.split())
"""Words of a firm's name that go on with `and`: `Import and Export Co.`"""
_CUES: tuple[tuple[str, str], ...] = (
    (
        "shipper",
        r"(?:SHIPPED|DISPATCHED|DESPATCHED|LOADED|CONSIGNED|SENT|FORWARDED)\s+BY",
    ),
    ("seller", r"(?:SOLD|OFFERED|INVOICED|SUPPLIED|DELIVERED|EXPORTED)\s+BY"),
    ("seller", r"(?:ORDERED|PURCHASED|BOUGHT|PROCURED|IMPORTED)\s+FROM"),
    ("seller", r"(?:THE\s+)?(?:SELLER|SUPPLIER|EXPORTER)(?:\s+IS)?,?"),
    ("manufacturer", r"(?:MANUFACTURED|PRODUCED|MADE)\s+BY"),
    ("manufacturer", r"(?:MANUFACTURER|PRODUCER)(?:\s+IS|\s?:)?"),
    ("buyer", r"(?:PURCHASED|BOUGHT|ORDERED|IMPORTED)\s+BY"),
    ("buyer", r"(?:THE\s+)?(?:BUYER|PURCHASER|IMPORTER)(?:\s+IS)?,?"),
    ("buyer", r"\b(?:SOLD|SUPPLIED|INVOICED|SELL|SALE)\b.{0,220}?\bTO"),
    (
        "consignee",
        r"\b(?:SHIP(?:PED|MENT)?|CONSIGNED|SENT|DELIVER(?:ED|Y)?|EXPORTED"
        r"|DESTINED|DISPATCHED|DESPATCHED|FORWARDED)\b.{0,220}?\b(?:TO|FOR)",
    ),
    (
        "consignee",
        r"(?:THE\s+)?(?:CONSIGNEE|RECEIVER|RECIPIENT)(?:\s+(?:IS|AS|BEING))?,?",
    ),
    ("shipper", r"(?:THE\s+)?(?:SHIPPER|CONSIGNOR)(?:\s+(?:IS|AS|BEING))?,?"),
    ("end_user", r"(?:USED|OPERATED)\s+(?:\w+\s+){0,2}BY|END[ -]USER(?:\s+IS)?,?"),
    ("payer", r"\bPA(?:ID|YMENT|YABLE)\b.{0,80}?\bBY(?:\s+OUR\s+\w+)?"),
    ("payee", r"\bPAY\b.{0,60}?\bTO(?:\s+THE)?\s+ORDER\s+OF"),
    ("payee", r"\bPA(?:ID|YMENT|YABLE)\b.{0,80}?\b(?:TO|IN FAVOU?R OF)"),
    ("insurer", r"INSUR\w+.{0,40}?\bBY"),
    (
        "notify_party",
        r"NOTIFY(?:ING)?(?:\s+PARTY)?(?:\s+(?:IS|AS|BOTH))?,?(?:\s+(?:THE\s+)?"
        r"(?:APPLICANT|BUYER|OPENER|IMPORTER|ISSUING\s+BANK)(?:,|\s+AND))*",
    ),
    (
        "carrier",
        r"(?:CARRIED|TRANSPORTED)\s+BY|(?:FOR\s+THE\s+)?CARRIER(?:\s+IS)?,?:?",
    ),
    ("inspector", r"INSPECT\w+.{0,40}?\bBY"),
    ("drawee", r"(?:THE\s+)?DRAWEE(?:\s+IS)?,?"),
    ("drawer", r"(?:THE\s+)?DRAWER(?:\s+IS)?,?"),
    ("applicant", r"(?:THE\s+)?(?:APPLICANT|ORDERING CUSTOMER)(?:\s+IS)?,?"),
    (
        "applicant",
        r"(?:ISSUE|OPEN|ESTABLISH)\w*\b.{0,120}?\bON\s+BEHALF\s+OF(?:\s+OUR\s+\w+)?",
    ),
    ("beneficiary", r"(?:THE\s+)?BENEFICIARY(?:\s+IS)?,?|IN\s+FAVOU?R\s+OF"),
    (
        "consignee",
        r"\bMADE\s+OUT\s+(?:TO(?:\s+THE\s+ORDER\s+OF)?|IN\s+THE\s+NAME\s+OF)",
    ),
    ("issuer", r"(?:^|[.:;,]\s*|THAT\s+)WE,?(?:\s+THE\s+UNDERSIGNED,?)?"),
)
_CUE = [
    (role, re.compile(rf"(?:{cue})\s*(?:MESSRS\.?\s*)?$", re.I)) for role, cue in _CUES
]
_CALLED = re.compile(
    r"^[^;]{0,160}?(?:HEREINAFTER|HEREAFTER|\(THE|ИМЕНУЕМ\w+)[^.;]{0,60}?"
    r"[\"“«'](?:THE )?"
    r"(SELLER|BUYER|SUPPLIER|PURCHASER|CARRIER|ПРОДАВЕЦ|ПОКУПАТЕЛЬ|ПОСТАВЩИК|ЗАКАЗЧИК)",
    re.IGNORECASE,
)
_ROLE_OF = {
    "SELLER": "seller",
    "SUPPLIER": "seller",
    "ПРОДАВЕЦ": "seller",
    "ПОСТАВЩИК": "seller",
    "CARRIER": "carrier",
}
_SENTENCE = re.compile(r"(?<=[a-zа-яё)]{3})\.\s")
_SEAT = re.compile(r"\s*(?:,|\bof\b|\bin\b)\s+", re.IGNORECASE)
_PART = re.compile(r"[\dA-ZÀ-ÞА-ЯЁ][^.,;:()\n]{1,40}")
MENTIONED = "mentioned"


def parties_told(text: str) -> list[Told]:
    """Every firm that the sentences of a text name, in order.

    *Example*

    >>> said = "The goods are shipped by Kai Yuan Ltd. of Shenzhen to Promsnab LLC."
    >>> [(one.role, one.name) for one in parties_told(said)]
    [('shipper', 'Kai Yuan Ltd.'), ('consignee', 'Promsnab LLC')]
    """
    found: list[Told] = list(carriers_told(text[:LONGEST]))
    names = list(_names(text[:LONGEST]))
    for number, (start, end) in enumerate(names):
        following = names[number + 1][0] if number + 1 < len(names) else len(text)
        name = " ".join(text[start:end].strip(" ,").split())
        address, stop = _seat(text, end)
        role = _called(text[stop:following]) or _role(text[:start])
        if not any(one.start < end and start < one.end for one in found):
            found.append(Told(role, name, address, start, stop))
    return sorted(found, key=lambda one: one.start)


def _names(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that are names of firms, none in another."""
    spans = [(m.start(), m.end()) for m in _BEFORE.finditer(text)]
    spans += [_body(match) for match in _BODY.finditer(text)]
    for form in _FORM.finditer(text):
        start = _start_of(text, form.start())
        name = text[max(start, 0) : form.start()]
        word = form[0].upper() in _WORDS_TOO and not any(map(str.islower, name))
        if start >= 0 and form[0][:1].isupper() and not word:
            spans.append((start, form.end()))
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, _without_stop(text, start, end)
            last = end


def _body(match: re.Match[str]) -> tuple[int, int]:
    """A ministry or institute, without the little word that goes on after it."""
    name = re.sub(r"(?:\s(?:of|for|the|and))+$", "", match[0])
    return match.start(), match.start() + len(name)


def _without_stop(text: str, start: int, end: int) -> int:
    """A point that ends the sentence is not the legal form's: `LLC.`"""
    bare = text[start : end - 1].rstrip()
    if text[end - 1 : end] == "." and bare[-3:].upper() in ("LLC", "LLP", "JSC", "PLC"):
        return end - 1
    return end


def _start_of(text: str, form: int) -> int:
    """Where a name begins whose legal form stands there; -1 where there is none."""
    begin, at, words = -1, form, 0
    while words < _WORDS:
        before = (
            text[max(0, at - 42) : at].rstrip(" ,")
            if words == 0
            else (text[max(0, at - 42) : at].rstrip(" "))
        )
        opened = before.endswith(("»", '"', "”"))
        word = re.search(r"[^\s,;:()]+$", before.rstrip('»"”'))
        if not word or (words and before.endswith((",", ";", ":", ")"))):
            break
        said = word[0].strip('«"“„')
        if not _is_of_name(said, words, text, at):
            break
        size = len(before) - word.start()
        at = at - (len(text[max(0, at - 42) : at]) - len(before)) - size
        words += 1
        if said.casefold() not in _LINKS:
            begin = at
        if word[0] != said or opened:
            begin = at
            break
    return begin


def _is_of_name(word: str, words: int, text: str, at: int) -> bool:
    if word.upper() in ("OF", "AND"):
        before = text[max(0, at - 60) : at].rstrip()[: -len(word)].split()
        known = _BEFORE_AND if word.upper() == "AND" else _OF_NAMES
        return bool(words and before) and before[-1].upper() in known
    if word.casefold() in _LINKS and not word.isupper():
        return words > 0
    if word.upper() in _STOPS:
        return False
    if word.endswith(".") and len(word) > 5:
        return False  # a sentence ended here
    return bool(_NAME_WORD.fullmatch(word))


def _seat(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """The town and country behind a name, and where they end."""
    parts: list[str] = []
    at = end
    while len(parts) < 5:
        joint = _SEAT.match(text, at)
        part = _PART.match(text, joint.end()) if joint else None
        if not part:
            break
        said = _place_in(part[0])
        if not said:
            break
        parts.append(said)
        at = part.start() + len(said)
        if len(said) < len(part[0].rstrip()):
            break
    return tuple(parts), at


def _place_in(text: str) -> str:
    """The words of a text, from its first, that name a place or a street."""
    words = text.split()
    for count in range(min(len(words), 6), 0, -1):
        said = " ".join(words[:count])
        if any(word.upper() in _STOPS for word in words[:count]):
            continue
        place = place_of(said)
        if (place.country or place.city) and _NAME_WORD.fullmatch(words[count - 1]):
            return said
    street = words and words[0][:1].isdigit() and len(words) > 1
    if street:
        return text.strip()
    capital = all(_NAME_WORD.fullmatch(word) for word in words) and not text.isupper()
    return text.strip() if capital and 0 < len(words) < 3 else ""


def _called(after: str) -> str:
    """The part that a contract gives a party behind its name, or ''."""
    found = _CALLED.match(after[:260])
    return _ROLE_OF.get(found[1].upper(), "buyer") if found else ""


def _role(before: str) -> str:
    """The part that the words before a name give it."""
    near = before[-300:].rstrip(" \n«\"“„'").removesuffix(" the").removesuffix(" THE")
    sentence = " ".join(_SENTENCE.split(near)[-1].split())
    return next((role for role, cue in _CUE if cue.search(sentence)), MENTIONED)
