"""Facts that free text labels: numbers, terms, places, vessels and parties.

For the narrative of a message or a condition of a credit; a reader marks what it finds
here with a confidence below one. Every pattern is of a bounded width.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from enduse.codes import container, imo

_SIGN = r"\s{0,2}(?P<no>NO|NR|NUMBER|REF|REFERENCE|N|Nº|№)?\s{0,2}[.:#]{0,2}\s{0,2}"
_VALUE = r"(?P<value>[A-ZА-Я0-9][A-ZА-Я0-9/._-]{1,34})"
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
_INCOTERM = re.compile(
    r"(?<![A-Z0-9])(EXW|FCA|FAS|FOB|CFR|C\s?[&+]\s?F|CNF|CIF|CIP|CPT|DAP|DAT|DPU|DDP|DDU)"
    r"(?![A-Z0-9])[ ,:-]{0,3}((?:[A-Z][A-Z.'-]{1,20}[ ,]{0,2}){0,5})",
)
_EDITION = re.compile(r"[ ,(]{0,3}(?:AS\s?PER\s?)?INCOTERMS.{0,10}$")
_VESSEL = re.compile(
    r"(?<![A-Z0-9])(?:(?:OCEAN\s|CARRYING\s|MOTHER\s|FEEDER\s)?VESSEL(?:'?S?\sNAME)?\s?[:=]"
    r"|(?:PER|BY|ABOARD|ON\sBOARD)\s(?:VESSEL|STEAMER|M/?V|M/?T|S/?S)[ .:]{1,2}"
    r"|M[./]?V\.?[ :]|M[./]T\.?[ :]|S\.S\.[ :])\s{0,2}[\"']?([A-Z][A-Z0-9 .'-]{2,30})",
)
_STOPS = re.compile(
    r"\s(?:ALLOWED|PERMITTED|ACCEPTABLE|NOT|SAILING|SAILED|VIA|FLYING|VOY|VOYAGE|IMO|FROM|FLAG|ON|DATED|TO|AT|AND|WITH|ISSUED|B/L|PORT|ETA|ETD|OR"
    r"|WHICH|HAS|WAS|IS|WILL|SHIPPED)\b.*|[\"'].*"
)
_PLACES = (
    ("port_of_loading", r"PORT\sOF\s(?:LOADING|SHIPMENT)|LOADING\sPORT|POL|LOAD\sPORT"),
    ("port_of_discharge", r"PORT\sOF\s(?:DISCHARGE|UNLOADING)|DISCHARGE\sPORT|POD"),
    ("port_of_transhipment", r"(?:PORT\sOF\s)?TRANSS?HIPMENT(?:\sPORT)?(?:\sAT)?"),
    ("place_of_receipt", r"PLACE\sOF\s(?:RECEIPT|TAKING\sIN\sCHARGE)"),
    ("place_of_delivery", r"PLACE\sOF\sDELIVERY"),
    ("final_destination", r"(?:PLACE\sOF\s)?FINAL\sDESTINATION"),
)
_PLACED = [
    (
        role,
        re.compile(
            rf"(?<![A-Z])(?:{label})\s?[:=]\s{{0,2}}([A-Z][A-Z0-9 ,.'/-]{{1,50}})"
        ),
    )
    for role, label in _PLACES
]
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
        r"END[ -]USER|ULTIMATE\sCONSIGNEE|ENDVERWENDER|UTILISATEUR\sFINAL"
        r"|USUARIO\sFINAL"
        r"|КОНЕЧНЫЙ\s(?:ПОЛЬЗОВАТЕЛЬ|ПОТРЕБИТЕЛЬ)",
    ),
    (
        "manufacturer",
        r"MANUFACTURER|PRODUCER|HERSTELLER|FABRICANTE?|PRODUTTORE|ИЗГОТОВИТЕЛЬ",
    ),
    ("freight_forwarder", r"(?:FREIGHT\s)?FORWARDER|FORWARDING\sAGENT"),
    ("carrier", r"CARRIER|SHIPPING\sLINE"),
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
    r"(?<![A-Z])(?:TO\sTHE\sORDER\sOF|A\sL.ORDRE\sDE|A\sLA\sORDEN\sDE|AN\s(?:DIE\s)?ORDER\sVON)"
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
_NOT_VESSELS = re.compile(
    r"(?:\w+ING|THE|ANY|OF|IN|WITH|NOT|MUST|SHOULD|ONLY|CLASSED|CLASSIFIED|NAME|AND"
    r"|WHICH|THAT|TO|FROM|ON|AT|OR)\b"
)
_GOODS = re.compile(
    r"(?<![A-Z])(?:(?:DESCRIPTION\sOF\s)?GOODS|COMMODIT(?:Y|IES)|MERCHANDISE|CARGO|WARE|WAREN"
    r"|MARCHANDISES?|MERCANC[IÍ]AS?|MERCE|MAL|ТОВАР|ГРУЗ)\s?[:=]\s{0,2}([^\W_][^;\n]{2,120})"
)
_GOODS_END = re.compile(
    r"[,.]?\s(?:SHIPPED|SHIPMENT|LOADED|FROM|PER\s(?:MV|M/V|VESSEL)|ORIGIN|CONSIGNEE|VESSEL"
    r"|INVOICE|CONTRACT|AMOUNT|VALUE|B/L|L/C)\b.*|\.\s.*|[,.]$"
)
_FROM_TO = re.compile(
    r"\bFROM\s(?!THE\b|OUR\b|YOUR\b|DATE\b)([A-Z][A-Z .'-]{2,25}?)"
    r"(?:,\s?[A-Z ]{4,20}?)?,?"
    r"\sTO\s(?!THE\b|OUR\b|YOUR\b|US\b|BE\b)([A-Z][A-Z .'-]{2,25}?)"
    r"(?=[,.;/(]|\s(?:ON|PER|BY|VIA|VESSEL|M/?V|DATED|WITH|AND|IN|PORT|UNDER|WAS|HAS|IS)\b|$)"
    r"(?:\s?VIA\s([A-Z][A-Z .'-]{2,25}?)(?=[,.;/(]|\s(?:ON|PER|BY|AND)\b|$))?"
)
_MOVES = (
    "SHIP",
    "VESSEL",
    "VOYAGE",
    "M/V",
    "MV ",
    "LOAD",
    "CARGO",
    "SAIL",
    "TRANSPORT",
)
_IMO = re.compile(r"\bIMO\s{0,2}(?:NO|NUMBER)?[.:#\s]{0,3}(\d{7})\b")


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
        if not any(hint in upper for hint in _HINTS[role]):
            continue
        for match in pattern.finditer(upper):
            value = match["value"].rstrip(".,-/_")
            start, end = match.span("value")
            clash = any(start < b and end > a for a, b in taken)
            if not clash and _is_number(value, bool(match["no"])):
                taken.append((start, end))
                found.append(Labelled("ref", role, value))
    for number in container.mentioned(upper):
        found.append(Labelled("ref", "container", number))
    return list(dict.fromkeys(found))


def _is_number(value: str, labelled: bool) -> bool:
    digits = sum(c.isdigit() for c in value)
    return digits > 0 if labelled and len(value) > 1 else digits > 1 and len(value) > 3


def incoterms_in(text: str) -> list[str]:
    """Terms of delivery with their named place: `CIF MERSIN`, each once."""
    found = []
    for match in _INCOTERM.finditer(text.upper()):
        place = _EDITION.sub("", match[2]).strip(" ,")
        term = re.sub(r"\s", "", match[1])
        found.append(f"{term} {place}".strip())
    return list(dict.fromkeys(found))


def labelled_in(text: str) -> Iterator[Labelled]:
    """Everything that a narrative labels: numbers, terms, places, vessels, parties."""
    upper = text.upper()
    yield from references_in(upper)
    for term in incoterms_in(upper):
        yield Labelled("term", "incoterm", term)
    for role, pattern in _PLACED if ":" in upper or "=" in upper else ():
        for match in pattern.finditer(upper):
            yield Labelled("place", role, match[1].strip(" ,.-"))
    for match in _VESSEL.finditer(upper):
        name = _STOPS.sub("", match[1]).strip(" .,-'")
        if len(name) > 2 and not _NOT_VESSELS.match(name):
            yield Labelled("vessel", "vessel", name)
    for match in _IMO.finditer(upper):
        if imo.is_valid(match[1]):
            yield Labelled("vessel", "imo", match[1])
    yield from _parties(upper)
    for match in _GOODS.finditer(upper):
        yield Labelled("goods", "goods", _GOODS_END.sub("", match[1]).strip(" .,"))
    yield from _journey(upper)


def _journey(text: str) -> Iterator[Labelled]:
    """`SHIPPED FROM IZMIR TO POTI VIA CONSTANTA`: places without a label."""
    if not any(word in text for word in _MOVES):
        return
    for match in _FROM_TO.finditer(text):
        yield Labelled("place", "port_of_loading", match[1].strip(" ,.-"))
        if match[3]:
            yield Labelled("place", "port_of_transhipment", match[3].strip(" ,.-"))
        yield Labelled("place", "port_of_discharge", match[2].strip(" ,.-"))


def _parties(text: str) -> Iterator[Labelled]:
    named = any(sign in text for sign in (":", "=", "CONSIGNED TO", " READ", " BE "))
    for role, pattern in _NAMED if named else ():
        for match in pattern.finditer(text):
            if not _NOT_NAMES.match(match[1]):
                yield Labelled("party", role, match[1].strip(" .,"))
    for match in _ORDER_OF.finditer(text):
        if not _NOT_NAMES.match(match[1]):
            name = _ORDER_ENDS.sub("", match[1]).strip(" .,")
            yield Labelled("party", "consignee", name)
