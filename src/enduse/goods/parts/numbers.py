"""Part numbers as makers, distributors and markings write them, in one form.

`normal` takes out what carries no meaning (case, blanks, dashes); `bare` takes off what
says only how the part is packed or that it is free of lead. Makers' own orderings of
packing: Analog Devices and Linear (#TRPBF), Texas Instruments (/NOPB, G4, /2K5),
NXP (",115"), Vishay (-T1-GE3), Diodes (-7-F), onsemi (T1G, R2G), STMicroelectronics
(TR), Infineon (TRPBF), Microchip (T-I/SN), distributors' own (-ND, CT, 1K/reel).
"""

import re
import unicodedata
from functools import lru_cache

SHORTEST = 4
_LONGEST = 60
_SUFFIXES = re.compile(
    r"(?:"
    r"#W?(?:TR)?(?:PBF)?|TRPBF|/NOPB|\(?(?:PB|LEAD)[ -]?FREE\)?|\(?ROHS\)?|[-/ ]?PBF"
    r"|,\d{3}|,[A-Z]\d?"
    r"|[-/ _]?\(?(?:T/R|T ?& ?R|TAPE ?(?:&|AND)? ?REEL|CUT ?TAPE|REEL ?\d{0,2}|RL7?|R7)"
    r"\)?"
    r"|(?<=^G[A-Z]M[A-Z0-9]{14})[DJKLB]"  # Murata: on paper, on foil, in bulk
    r"|[-/ _]?(?:TRAY|TUBE|BULK)"
    r"|[ -]\d+K? ?/ ?(?:REEL|TRAY|TUBE|BOX)|/\d+K\d?|/250|[ -]?(?:编带|盘装|托盘)"
    r"|[-/ _](?:TR\d?|TP|TL|TE\d{1,2}|T1|CT|TB|BK|7-F|13-F|7|13)(?=$|-)"
    r"|-(?:E3|GE3|E4|G4|F)"
    r"|(?<=[A-Z0-9])G4|(?<=[A-Z0-9]{4})(?:T[1-5]|R2)G|(?<=[A-Z0-9]{5})TR"
    r"|(?<=-[AM]U)R"
    r"|(?:DKR|CT)?-ND"
    r"|\+T(?:&R)?|\+"
    r")$"
)
_INSIDE = re.compile(r"(?<=[A-Z0-9])T(?=-[IEHM]/)")  # Microchip: 24LC256T-I/SN
_WORD = re.compile(r"[A-Z0-9][A-Z0-9+#/.,_&-]*[A-Z0-9+]", re.I)
_GENERIC = re.compile(  # packages, interfaces and families: no one's part number
    r"(?:[LTPVS]?QFP|[VF]?[FT]?BGA|QFN|SOT|SOI?C|T?S?SOP|DIP|TO|D2?PAK|FGG?|FTG?|CSG|PQG?"
    r"|TQG?|RS|USB|DDR|MIL|ISO|IEC|EN|ST(?=\d{3}$)|SPARTAN|CYCLONE|VIRTEX|STRATIX|ARTIX"
    r"|MAX(?=I+$)|PCI?E?|CAN|WIFI|WI|CORTEXM?|CORE|I|LPDDR|SDRAM|HDMI|IP|CLASS)\d{1,4}[A-Z]?"
    r"|RS\d{3}RS\d{3}|\d+RS|DOUBLEDATARATE\d|\d+(?:WIRE|CHANNEL|PORT|BIT|LAYER)S?"
)
_UNIT = re.compile(
    r"(?:DC|AC)?\d+([.,]\d+)?(?:V\d+)?(K|M|G|U|N|P)?"
    r"(V|A|W|HZ|F|H|OHM|BIT|BITS|MM|CM|KG|DB|AH|MAH|VDC|VAC|GB|MB|KB|PCS|PIN|AXIS|NM|C)"
)
_DATE = re.compile(
    r"(19|20)\d\d(0[1-9]|1[0-2])([0-3]\d)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
)


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """Letters and digits only, upper case; '' for what is longer than any number.

    *Example*

    >>> normal("xc7a35t-1cpg236i"), normal("AD 9361 BBCZ")
    ('XC7A35T1CPG236I', 'AD9361BBCZ')
    """
    plain = unicodedata.normalize("NFKC", text[: 2 * _LONGEST]).upper()
    kept = "".join(c for c in plain if c.isascii() and c.isalnum())
    return kept if len(kept) <= _LONGEST else ""


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """The normal form without packing, reel and lead-free suffixes.

    *Example*

    >>> [bare(t) for t in ("LTC2208CUP#TRPBF", "LM5017MRX/NOPB", "BAT54S,215")]
    ['LTC2208CUP', 'LM5017MRX', 'BAT54S']
    """
    plain = unicodedata.normalize("NFKC", text[: 2 * _LONGEST]).upper().strip()
    plain = _INSIDE.sub("", plain)
    while len(plain) > SHORTEST:
        cut = _SUFFIXES.sub("", plain).strip(" -_,/")
        if cut == plain or len(normal(cut)) < SHORTEST:
            break
        plain = cut
    return normal(plain)


def is_number(text: str) -> bool:
    """Whether a word can be told as a part number: long enough, letters and digits.

    Five digits alone can be one where the maker is known as well. *Example*

    >>> [is_number(t) for t in ("MAX913", "FPGA", "1N4", "12V", "12095", "2024")]
    [True, False, False, False, True, False]
    """
    plain = normal(text)
    if len(plain) < SHORTEST or not any(c.isdigit() for c in plain):
        return False
    if any(c.isalpha() for c in plain):
        return not (_UNIT.fullmatch(plain) or _GENERIC.fullmatch(plain))
    return 5 <= len(plain) <= 12 and not _DATE.fullmatch(text.strip())


def part_numbers(*texts: str) -> tuple[str, ...]:
    """The part numbers in the texts, each once, as written.

    The first text is a field for one number and is taken whole if it can be one; words
    of the others are taken that have both letters and digits. *Example*

    >>> part_numbers("SPDT", "SPDT Switch SKY13330_397L")
    ('SKY13330_397L',)
    """
    field = texts[0] if texts else ""
    words = [field.strip(), *(w for text in texts for w in _WORD.findall(text[:2000]))]
    found: dict[str, str] = {}
    for word in words:
        first = word.split(" ", 1)[0]
        named = any(c.isdigit() for c in first)  # "PLIS XC3S2000" starts with a noun
        own = word == field.strip() or any(c.isalpha() for c in word)
        if named and own and is_number(word):
            found.setdefault(normal(word), word)
    return tuple(found.values())
