"""Numbers of other papers that free text labels: contracts, orders, bills of lading."""

import re
from typing import NamedTuple

from enduse.codes import container

_SIGN = r"\s{0,2}(?P<no>NO|NR|NUMBER|REF|REFERENCE|N|Nº|№)?\s{0,2}[.:#]{0,2}\s{0,2}"
_VALUE = (
    r"(?P<value>[A-Z]{2,4}(?:-[A-Z]{1,4})?\s\d{1,6}/\d{2,4}"
    r"|[A-ZА-Я0-9][A-ZА-Я0-9/._-]{1,34})"
)
_LABELS = (
    ("proforma_number", r"PRO-?\s?FORMA(?:\sINVOICE)?|P/I|PFI"),
    (
        "contract_number",
        r"(?:SALES?\s|PURCHASE\s|SUPPLY\s)?(?:CONTRACT|AGREEMENT)|S/C|(?:KAUF|LIEFER)?VERTRAG"
        r"|CONTRATT?O|CONTRAT|KONTRAKT|КОНТРАКТ|ДОГОВОР",
    ),
    (
        "order_number",
        r"(?:PURCHASE\s|SALES\s)?ORDER(?:\sCONFIRMATION)?|P\.?O\.?|INDENT|BESTELLUNG|AUFTRAG"
        r"|COMMANDE|PEDIDO|ORDINE|SIPARIS|ЗАКАЗ",
    ),
    ("packing_list_number", r"PACKING\sLIST|PACKLISTE|LISTE\sDE\sCOLISAGE"),
    (
        "bl_number",
        r"B\s?/\s?L|BILLS?\sOF\sLADING|KONNOSSEMENT|CONNAISSEMENT|POLIZZA\sDI\sCARICO"
        r"|CONOCIMIENTO\sDE\sEMBARQUE|КОНОСАМЕНТ|WAYBILL",
    ),
    ("awb_number", r"(?:H|M)?AWB|AIR\s?WAYBILL"),
    ("booking_number", r"BOOKING"),
    ("licence_number", r"(?:EXPORT\s|IMPORT\s)?LICEN[CS]E"),
    ("certificate_number", r"CERTIFICATE"),
    ("declaration_number", r"(?:CUSTOMS\s|EXPORT\s)?DECLARATION|MRN|GTD"),
    (
        "invoice_number",
        r"(?:COMMERCIAL\s)?INVOICE|INV|(?:HANDELS)?RECHNUNG|FACTURE|FACTURA|FATTURA|FATURA"
        r"|ИНВОЙС|СЧЕТ-?ФАКТУРА",
    ),
    ("guarantee_number", r"(?:BANK\s)?GUARANTEE|STANDBY(?:\sL/?C)?"),
    ("credit_number", r"(?:DOCUMENTARY\s)?CREDIT|L\s?/\s?C|LC|LETTER\sOF\sCREDIT"),
    ("voyage", r"VOY(?:AGE)?"),
    ("seal", r"SEALS?"),
)
_REFERENCES = [
    (role, re.compile(rf"(?<![A-Z0-9])(?:{label}){_SIGN}{_VALUE}", re.IGNORECASE))
    for role, label in _LABELS
]
# What must stand in a text for its pattern to find anything: a look is cheaper.
_HINTS = {
    "proforma_number": ("FORMA", "P/I", "PFI"),
    "contract_number": (
        *("CONTRA", "AGREEMENT", "S/C", "VERTRAG", "KONTRAKT", "КОНТРАКТ", "ДОГОВОР"),
    ),
    "order_number": (
        *("ORDER", "P.O", "PO", "INDENT", "BESTELL", "AUFTRAG", "COMMANDE", "PEDIDO"),
        *("ORDINE", "SIPARIS", "ЗАКАЗ"),
    ),
    "packing_list_number": ("PACKING", "PACKLISTE", "COLISAGE"),
    "bl_number": (
        *(
            "/L",
            "/ L",
            "LADING",
            "KONNOSS",
            "CONNAISS",
            "POLIZZA",
            "CONOCIM",
            "КОНОСАМ",
        ),
        "WAYBILL",
    ),
    "awb_number": ("AWB", "WAYBILL", "AIR "),
    "booking_number": ("BOOKING",),
    "licence_number": ("LICEN",),
    "certificate_number": ("CERTIFICATE",),
    "declaration_number": ("DECLARATION", "MRN", "GTD"),
    "invoice_number": (
        *("INV", "RECHNUNG", "FACTUR", "FATTURA", "FATURA", "ИНВОЙС", "ФАКТУРА"),
    ),
    "guarantee_number": ("GUARANTEE", "STANDBY"),
    "credit_number": ("CREDIT", "/C", "/ C", "LC"),
    "voyage": ("VOY",),
    "seal": ("SEAL",),
}


_CALLED = [(role, re.compile(rf"(?:{label}){_SIGN}")) for role, label in _LABELS]


def role_called(words: str) -> str:
    """The role of the number of a paper that is called so, or ''.

    *Example*

    >>> role_called("Commercial invoice"), role_called("Purchase Order No.")
    ('invoice_number', 'order_number')
    """
    upper = " ".join(words.upper().split())[:60]
    return next((role for role, called in _CALLED if called.fullmatch(upper)), "")


class Labelled(NamedTuple):
    """One thing a text labels; `kind`: `ref`, `term`, `place`, `vessel`, `party` or
    `goods`."""

    kind: str
    role: str
    value: str


def references_in(text: str) -> list[Labelled]:
    """Numbers of other papers that a text labels, each once.

    *Example*

    >>> [(r.role, r.value) for r in references_in("AS PER CONTRACT NO. AO-26/118")]
    [('contract_number', 'AO-26/118')]
    """
    found: list[Labelled] = []
    taken: list[tuple[int, int]] = []
    upper = text.upper()
    if not any(map(str.isdigit, upper)):
        return []
    for role, pattern in _REFERENCES:
        for hint in _HINTS[role]:  # plain loops: asked of every line of goods
            if hint in upper:
                break
        else:
            continue
        for match in pattern.finditer(upper):
            value = match["value"].rstrip(".,-/_")
            start, end = match.span("value")
            clash = any(start < b and end > a for a, b in taken)
            short = role == "voyage" and any(map(str.isdigit, value))
            if not clash and (short or _is_number(value, bool(match["no"]))):
                taken.append((start, end))
                found.append(Labelled("ref", role, value))
    for number in container.mentioned(upper):
        found.append(Labelled("ref", "container", number))
    return list(dict.fromkeys(found))


def _is_number(value: str, labelled: bool) -> bool:
    digits = sum(c.isdigit() for c in value)
    return digits > 0 if labelled and len(value) > 1 else digits > 1 and len(value) > 3
