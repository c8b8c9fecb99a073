"""Parties that free text labels: notify party, consignee, end user and others."""

import re
from collections.abc import Iterator

from enduse.messages.trade.labelled_numbers import Labelled

_PARTIES = (
    (
        "notify_party",
        r"NOTIFY(?:ING)?(?:\sPART(?:Y|IES))?|NOTIFIER|NOTIFICAR(?:\sA)?|NOTIFIE|ЗАЯВИТЬ",
    ),
    (
        "consignee",
        r"CONSIGNEE|CONSIGNED\sTO|EMPF(?:AE|Ä)NGER|DESTINATAIRE|CONSIGNATARIO|DESTINATARIO"
        r"|ГРУЗОПОЛУЧАТЕЛЬ|ALICI",
    ),
    (
        "shipper",
        r"SHIPPER|CONSIGNOR|ABSENDER|EXP[EÉ]DITEUR|EMBARCADOR|ГРУЗООТПРАВИТЕЛЬ",
    ),
    ("applicant", r"APPLICANT|ORDERING\sPARTY|AUFTRAGGEBER|DONNEUR\sD.ORDRE|ORDENANTE"),
    (
        "beneficiary",
        r"BENEFICIARY|BEG(?:UE|Ü)NSTIGTER?|B[EÉ]N[EÉ]FICIAIRE|BENEFICIARIO",
    ),
    (
        "buyer",
        r"BUYER|IMPORTER|PURCHASER|K(?:AE|Ä)UFER|ACHETEUR|COMPRADOR|ACQUIRENTE|ПОКУПАТЕЛЬ",
    ),
    (
        "seller",
        r"SELLER|EXPORTER|SUPPLIER|VERK(?:AE|Ä)UFER|VENDEUR|VENDEDOR|VENDITORE|SATICI"
        r"|ПРОДАВЕЦ|ПОСТАВЩИК",
    ),
    (
        "end_user",
        r"END[ -]USER|ULTIMATE\sCONSIGNEE|ENDVERWENDER"
        r"|(?:UTILISATEUR|DESTINATAIRE)\sFINAL"
        r"|USUARIO\sFINAL|SON\sKULLANICI"
        r"|КОНЕЧНЫЙ\s(?:ПОЛЬЗОВАТЕЛЬ|ПОТРЕБИТЕЛЬ)",
    ),
    (
        "manufacturer",
        r"MANUFACTURER|PRODUCER|HERSTELLER|FABRICANTE?|PRODUTTORE|ИЗГОТОВИТЕЛЬ",
    ),
    (
        "freight_forwarder",
        r"(?:FREIGHT\s)?FORWARDER|FORWARDING\sAGENT|SPEDITEUR|TRANSITAIRE|ЭКСПЕДИТОР",
    ),
    ("carrier", r"CARRIER|SHIPPING\sLINE"),
    (
        "owner",
        r"(?:REGISTERED|VESSEL|SHIP)['’]?S?\s?OWNERS?|OWNERS?\sOF\s(?:THE\s)?VESSEL|СУДОВЛАДЕЛЕЦ",
    ),
    ("drawee", r"DRAWEE"),
    ("drawer", r"DRAWER"),
    ("issuing_bank", r"ISSUING\sBANK"),
    ("advising_bank", r"ADVISING\sBANK"),
)
_NAMED = [
    (
        role,
        re.compile(
            rf"(?<![A-Z-])(?:{label})(?:\s(?:NOW|TO|SHOULD|SHALL)\s(?:READ|BE)S?(?:\sAS)?"
            rf"\s?[:=]?|\s?[:=]|(?<=TO)\s)\s{{0,2}}([^\W_].{{2,120}})"
        ),
    )
    for role, label in _PARTIES
]
_ORDER_OF = re.compile(
    r"(?<![A-Z])(?:TO\s(?:THE\s)?ORDER\sOF|A\sL.ORDRE\sDE|A\sLA\sORDEN\sDE|AN\s(?:DIE\s)?ORDER\sVON)"
    r"\s{1,2}([A-Z0-9][A-Z0-9 .,&'()-]{2,120})"
)
_ORDER_ENDS = re.compile(
    r"[,.;]?\s(?:(?:AND|OR)\s)?(?:MARKED|NOTIFY|NOTIFYING|NOTIFIER|NOTIFICAR|BLANK|ENDORSED|SHOWING|STATING"
    r"|INDICATING|EVIDENCING|BEARING|FREIGHT|DATED)\b.*"
)
_NOT_NAMES = re.compile(
    r"(?:APPLICANT|BENEFICIARY|ISSUING BANK|SHIPPER|ORDER|BLANK|AS ABOVE|SAME|THE|OUR"
    r"|NOT|BUYER|SELLER|MARKED|NEGOTIATING BANK)\b"
)


_FORM_NEXT = re.compile(
    r",\s?(?:LTD|LIMITED|INC|L\.?L\.?C|CORP|S\.?A\.?|S\.?R\.?L|PTE|PVT|PTY|PLC|GMBH"
    r"|JSC|A\.?S)\b",
    re.IGNORECASE,
)


def name_and_rest(text: str) -> tuple[str, str]:
    """A name up to its first comma that no legal form follows, and what is behind it.

    *Example*

    >>> name_and_rest("LINGYUN PARTS CO., LTD., TAIZHOU, CHINA")
    ('LINGYUN PARTS CO., LTD.', 'TAIZHOU, CHINA')
    """
    comma = text.find(",")
    while comma >= 0:
        if not _FORM_NEXT.match(text, comma):
            return text[:comma].strip(), text[comma + 1 :].strip()
        comma = text.find(",", comma + 1)
    return text.strip(), ""


def parties_in(text: str) -> Iterator[Labelled]:
    """Every party that a text, in capitals, names after its part or an order."""
    named = any(sign in text for sign in (":", "=", "CONSIGNED TO", " READ", " BE "))
    for role, pattern in _NAMED if named else ():
        for match in pattern.finditer(text):
            if not _NOT_NAMES.match(match[1]):
                yield Labelled("party", role, match[1].strip(" .,"))
    for match in _ORDER_OF.finditer(text):
        if not _NOT_NAMES.match(match[1]):
            name = _ORDER_ENDS.sub("", match[1]).strip(" .,")
            yield Labelled("party", "consignee", name)
