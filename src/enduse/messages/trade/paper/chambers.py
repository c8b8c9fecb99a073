"""The chamber or authority that certifies an origin, named at the foot of the paper."""

import re
from collections.abc import Sequence

from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.model import Party, PartyName

_CHAMBER = re.compile(
    r"(?:(?:THE\s)?(?:[A-ZÀ-Þ][\w.&'-]*\s){0,5})?CHAMBERS?\sOF\s(?:[A-Z][\w&-]*(?:,\s|\s)?"
    r"(?:AND\s|&\s|OF\s)?){1,6}|(?:INDUSTRIE-\s?UND\s)?HANDELSKAMMER(?:\s[\w-]+){1,4}"
    r"|(?:CHINA COUNCIL FOR THE PROMOTION OF INTERNATIONAL TRADE|CCPIT)\b.{0,40}"
    r"|(?:CHAMBRE|C[AÁ]MARA|CAMERA)\s(?:DE|DI)\s(?:COMM?ERC\w+)(?:[\s,]+[\w'’-]+){0,8}"
    r"|(?:[\w-]+\s)?ТОРГОВО-ПРОМЫШЛЕНН\w+ ПАЛАТ\w+(?:\s[\w-]+){0,4}"
    r"|(?:[\wİŞÇÖÜĞışçöüğ]+\s)?(?:TİCARET|SANAYİ)\s(?:VE\s\w+\s)?ODASI|.{0,20}贸易促进委员会.{0,10}",
    re.IGNORECASE,
)
GUESS = 0.6
_LONGEST = 300


def note_chamber(leaf: Leaf, segments: Sequence[Segment], sheet: Sheet) -> None:
    """Notes who issued a certificate of origin, where no label has named it."""
    if sheet.kind != "certificate-of-origin" or "issuer" in sheet.parties:
        return
    for segment in reversed(segments):
        if len(segment.text) > _LONGEST:
            continue
        match = _CHAMBER.search(segment.text)
        name = match[0].strip(" ,.") if match else ""
        if not match or len(name) < 10 or any(c.isdigit() for c in name):
            continue
        where = leaf.where_in(segment, match.start(), match.end())
        origin = sheet.notes.origin.at(where)
        party = Party("issuer", origin, (PartyName(name, where),), "entity")
        if sheet.new("party issuer", name):
            sheet.notes.party(party, GUESS)
            sheet.parties.setdefault("issuer", []).append(party)
        return
