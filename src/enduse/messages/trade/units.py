"""Numbers and units as trade papers write them.

*Source*: UN/ECE Recommendation 20 (units of measure) and 21 (packages): a code stays as
it is, a word becomes the code it surely means.
"""

import re
from decimal import Decimal, InvalidOperation

_WORDS = {
    "H87": "PCS PC PIECE PIECES NOS NR NUMBER EA EACH UNIT UNITS C62 PCE STK ST "
    "STUECK STÜCK ADET ШТ QTY NAR",
    "SET": "SET SETS TAKIM",
    "KGM": "KG KGS KILO KILOS KILOGRAM KILOGRAMS KILOGRAMME KILOGRAMMES KGM КГ K",
    "GRM": "G GR GRAM GRAMS GRM",
    "TNE": "MT MTS MTN MTON MTONS TON TONS TONNE TONNES TNE T METRICTON METRICTONS",
    "LBR": "LB LBS POUND POUNDS LBR L/B",
    "MTR": "M METER METERS METRE METRES MTR",
    "MTK": "M2 SQM MTK",
    "MTQ": "M3 CBM MTQ",
    "LTR": "L LT LTR LTRS LITER LITERS LITRE LITRES",
    "BLL": "BBL BBLS BARREL BARRELS",
    "DZN": "DOZ DOZEN DOZENS DZN",
    "PR": "PAIR PAIRS PRS",
    "LO": "LOT LOTS",
    "RO": "ROLL ROLLS",
    "CT": "CARTON CARTONS CTN CTNS",
    "BX": "BOX BOXES",
    "PX": "PALLET PALLETS PLT PLTS",
    "DR": "DRUM DRUMS",
    "BG": "BAG BAGS",
    "CS": "CASE CASES",
    "PK": "PACKAGE PACKAGES PKG PKGS COLLI COLIS",
}
REC20 = {word: code for code, words in _WORDS.items() for word in words.split()}
_FIGURES = re.compile(r"[+-]?\d[\d.,'\u00a0 ]*")


def unit_code(word: str) -> str:
    """The unit's code where the word surely means one, else the word as written."""
    plain = word.strip().strip(".()").upper()
    return REC20.get(plain.replace(" ", ""), word.strip())


def decimal_of(text: str) -> Decimal | None:
    """The number a text writes, with either sign for the decimals, or None.

    One sign with three figures after it divides thousands where it is a comma, and
    decimals where it is a point; two different signs tell by their order. *Example*

    >>> [str(decimal_of(t)) for t in ("1.485.000,00", "1,485,000.5", "12,5", "5,000")]
    ['1485000.00', '1485000.5', '12.5', '5000']
    """
    plain = text.strip()
    if not _FIGURES.fullmatch(plain) or len(plain) > 40:
        return None
    plain = re.sub(r"[ '\u00a0]", "", plain)
    try:
        return Decimal(_pointed(plain).rstrip("."))
    except InvalidOperation:
        return None


def _pointed(plain: str) -> str:
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and point >= 0:
        thousands = "," if point > comma else "."
        return plain.replace(thousands, "").replace(",", ".")
    if comma >= 0:
        groups = plain.lstrip("+-").split(",")
        grouped = all(len(g) == 3 for g in groups[1:]) and 0 < len(groups[0]) < 4
        return plain.replace(",", "" if grouped and groups[0] != "0" else ".")
    return plain.replace(".", "") if plain.count(".") > 1 else plain


def exact(text: str) -> Decimal | None:
    """The number of a format that writes decimals with a point, or None."""
    plain = text.strip()
    if not re.fullmatch(r"[+-]?\d{0,30}(?:\.\d{0,20})?", plain) or plain in _NOTHING:
        return None
    return Decimal(plain.rstrip(".") or "0")


_NOTHING = frozenset(("", "+", "-", ".", "+.", "-."))
