"""What a description says of papers, not of goods: contract, invoice, order, date."""

import re

_LEAD = (
    r"(?:(?:as\s+)?per|acc(?:ording|ord|dg|\.)?\s*to|acc\.?|under|against|ref(?:erence)?"
    r"|laut|lt\.|gem(?:äß|aess|ass|\.)|по|согласно|на\s+основании|根据|按照|按)"
    r"[\s:.]*(?:(?:the|our|your|attached)\s+)?"
)
_PAPER = (
    r"(?:pro-?\s?forma(?:[\s-]+(?:invoice|rechnung|fatura))?|commercial\s+invoice"
    r"|invoices?|inv|contracts?|contr|agreement|(?:purchase|sales)\s+order|order|p\.?o"
    r"|p/?i|quotation|offer|договор(?:у|а)?|контракт(?:у|а)?|инвойс(?:у|а)?"
    r"|сч(?:е|ё)т(?:у|а)?(?:-фактур(?:а|е|ы))?|спецификаци(?:я|и)|заказ(?:у|а)?"
    r"|sözleşme(?:si)?|fatura(?:sı)?|sipariş(?:i)?|vertrag|rechnung|auftrag"
    r"|bestellung|angebot|合同|发票|订单)"
)
_LABEL = r"(?:nos?|nr|num(?:ber|ara)?|№|n°|#|号码?|编号)"
_MARK = r"(?=[\w/.-]*\d)\w[\w/.-]"
_NUMBER = rf"(?:[\s.:]*{_LABEL}[\s.:#]*{_MARK}*|[\s.:#-]*{_MARK}{{2,}})"
_DATE = (
    r"(?:(?:dated?|dtd|dd|of|from|от|vom|tarihli)[\s.:]*)"
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[ -]?[a-zа-я]{3,9}[ -,]*\d{2,4})"
)
_LOOSE = rf"(?:[\s.:]*{_LABEL})?[\s.:#-]*{_MARK}*"
_SPECIFIED = r"(?:spec(?:ification)?s?|packing\s+list|p/?l|attachment|annex)"
_BY = (
    rf"\b{_LEAD}(?:{_PAPER}\b(?:{_LOOSE})?"
    rf"|{_SPECIFIED}\b\.?(?:(?:[\s.:]*{_LABEL})?[\s.:#-]*\d{{1,4}}(?!\w))?)"
    rf"(?:[\s,]*{_DATE})?"
)
_NAMED = rf"(?<!\w){_PAPER}{_NUMBER}(?:[\s,]*{_DATE})?"
_INSTALMENT = r"(?:balance|deposit|advance|pre-?payment|down\s?payment)"
_PAID = (
    rf"(?<!\w)(?:{_INSTALMENT}\s+(?:of\s+)?\d{{1,3}}\s?%"
    rf"|\d{{1,3}}\s?%\s+(?:{_INSTALMENT}|payment))"
    r"(?:\s+(?:for|of)\b|(?=\s*(?:$|[,;.:/+-]|(?:against|due|as|acc\w*|per|on)\b)))"
    r"|\bagainst\s+(?:(?:a\s+)?copy\s+of\s+)?(?:b\s?/?\s?l|documents|docs)\b"
    r"(?:\s+cop(?:y|ies))?"
)  # which share of the price is paid, and against what
_SAID = re.compile(rf"{_BY}|{_NAMED}|(?<!\w){_DATE}|{_PAID}", re.IGNORECASE)
_HINT = re.compile(
    r"inv|contr|order|offer|forma|agree|quot|\bp\.?/?[oil]\b|dat|dtd|spec|packing|annex"
    r"|attach|against|balanc|deposit|advanc|payment|\bdd\b|договор|контра"
    r"|инвойс|сч[её]т|специф|заказ|\bот\b|sözle|fatura|sipar|tarih|vertrag|rechn|auftr"
    r"|bestel|angeb|\bvom\b|合同|发票|订单",
    re.IGNORECASE,
)
_SAYS = (
    "inv", "contr", "order", "offer", "forma", "agree", "quot", "dat", "dtd", "fatura",
    "sipar", "tarih", "vertrag", "rechn", "auftr", "bestel", "angeb", "spec",
    "packing", "annex", "attach", "against", "balanc", "deposit", "advanc", "payment",
)  # fmt: skip
_SHORT = re.compile(r"\b(?:p\.?/?[oil]|dd|vom)\b", re.IGNORECASE)
LONGEST = 2000  # characters in which references are looked for


def references(text: str) -> list[tuple[int, int]]:
    """Where a text speaks of papers by name or number, in its order.

    *Example*:
    >>> references("LATHE, contract 14/B")
    [(7, 20)]
    """
    cut = text[:LONGEST]
    if not _hinted(cut):
        return []
    return [match.span() for match in _SAID.finditer(cut)]


def _hinted(text: str) -> bool:
    """Whether a text may speak of papers; the plain question for plain letters."""
    if not text.isascii():
        return bool(_HINT.search(text))
    lower = text.lower()
    for word in _SAYS:
        if word in lower:
            return True
    return bool(_SHORT.search(lower))


def without_references(text: str) -> str:
    """The text without what it says of papers; '' where it says nothing else.

    *Example*:
    >>> without_references("INTEGRATED CIRCUITS AS PER PROFORMA CK-2211")
    'INTEGRATED CIRCUITS'
    """
    found = references(text)
    if not found:
        return text
    kept, at = [], 0
    for start, end in found:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    left = " ".join(" ".join(kept).split()).strip(" ,;:-./")
    return left if any(map(str.isalnum, left)) else ""
