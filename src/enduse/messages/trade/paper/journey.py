"""A journey told in a sentence: `Shipped from Mundra, India to Poti per m.v. ALINA`.

Two ends are believed where each is a place that is known, or names its country.
"""

import re
from collections.abc import Iterator, Sequence

from enduse.codes import port
from enduse.codes.country import alpha2
from enduse.messages.swift.free_lines import Line
from enduse.messages.trade.paper.closing import keep_vessel, without_voyage
from enduse.messages.trade.paper.scalars import place_named
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.model import Place

_END = r"[^:;\n]{2,60}?"
_STOP = (
    r"(?=\s+(?:by|per|via|on|in|as|under|with|freight|latest|not|par|per|mit|через)\b"
    r"|\s*[.;:(]\s|\s*[.;:)]?$)"
)
_VIA = rf"(?:[\s,;]+(?:via|через|经|über)[:\s]+(?P<via>{_END}){_STOP})?"
_FROM_TO = re.compile(
    rf"(?:\bfrom|\bvon|\bex)[:\s]+(?P<first>{_END})[\s,;]+(?:to|nach|till|until|up to)"
    rf"[:\s]+(?P<last>{_END}){_STOP}{_VIA}"
    rf"|(?:从|由|自)\s*(?P<first2>[^,，。;；]{{2,20}}?)\s*(?:运往|至|到|运至|运到)\s*"
    rf"(?P<last2>[^,，。;；\s]{{2,20}}?)(?=经|海运|空运|[,，。;；\s]|$)",
    re.IGNORECASE,
)
_DASHED = re.compile(
    rf"(?P<first>{_END})\s*(?:\s[-–—]\s|->|→|⟶|=>)\s*(?P<last>{_END}){_STOP}{_VIA}",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?P<air>\bby air|\bair ?freight|luftfracht|\bair waybill|\bpar avion|空运|авиа)"
    r"|(?P<road>\bby (?:road|truck|lorry)|\blkw\b|\btruck|авто|陆运|汽运|tır\b)"
    r"|(?P<rail>\bby (?:rail|train)|\bbahn\b|ж/д|铁路)"
    r"|(?P<sea>\bby sea|\bocean|seefracht|\bvessel|\bm/?v\b|\bm\.v\.|海运|морем)",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"^.*\b(?:by|per|via|mit|par|luftfracht|seefracht|truck|lkw|bahn|air ?freight)\s+",
    re.IGNORECASE,
)
_ROLES = {
    "air": ("airport_of_departure", "airport_of_destination"),
    "road": ("place_of_receipt", "place_of_delivery"),
    "rail": ("place_of_receipt", "place_of_delivery"),
}
_BY_SEA = ("port_of_loading", "port_of_discharge")
_VESSEL = re.compile(
    r"(?<![\w.])(?:(?:motor |the )?vessel\s+)?"
    r"(?:m/?v\b\.?|m\.\s?v\.|s/s|s\.s\.|motor (?:vessel|tanker|ship)|vessel|т/х"
    r"|теплоход)\s*"
    r"(?:[\"“«']\s*(?P<quoted>[^\"”»']{2,40})[\"”»']"
    r"|(?P<bare>(?-i:[A-Z][A-Z0-9.-]+(?: [A-Z0-9][A-Z0-9.-]*(?![a-z])){0,4})))"
    r"(?:[\s,(]*(?:voy(?:age)?|v|рейс)\.?\s*(?:no\.?|№)?\s*[:.]?\s*"
    r"(?P<voyage>[A-Z]{0,3}\d[\w-]{0,8}))?",
    re.IGNORECASE,
)
_NO_NAMES = ("", "VOY", "VOYAGE", "NO", "NAME", "FLIGHT", "NR", "IMO", "FLAG")
SURE = 0.7


def note_journeys(leaf: Leaf, segments: Sequence[Segment], sheet: Sheet) -> None:
    """Keeps the ends of journeys that sentences name until the document ends."""
    for segment in segments:
        if len(segment.text) < 400 and not segment.said:
            _note(leaf, segment, sheet)


def _note(leaf: Leaf, segment: Segment, sheet: Sheet) -> None:
    text = segment.text
    where = leaf.where([segment])
    for start, end, places in _journeys(text, where):
        kept = [sheet.journey.setdefault(place.role, place) for place in places]
        if [place.name for place in kept] == [place.name for place in places]:
            segment.take(start, end)  # a second journey stays text
    for match in _VESSEL.finditer(text):
        name = (match["quoted"] or match["bare"] or "").strip(" .,-")
        if name.upper().split(" ")[0].strip(".") in _NO_NAMES or len(name) < 3:
            continue
        keep_vessel(without_voyage(name), where, sheet)
        segment.take(match.start(), match.end())
        if match["voyage"] and sheet.new("voyage", match["voyage"]):
            sheet.notes.reference("voyage", match["voyage"], where, SURE)


def _journeys(text: str, where: str) -> Iterator[tuple[int, int, list[Place]]]:
    by = _BY.search(text)
    mode = by.lastgroup if by and by.lastgroup else ""
    first_role, last_role = _ROLES.get(mode, _BY_SEA)
    matches = list(_FROM_TO.finditer(text))
    if not matches and by:
        matches = list(_DASHED.finditer(text))
    for match in matches:
        groups = match.groupdict()
        first = groups["first"] or groups.get("first2") or ""
        last = groups["last"] or groups.get("last2") or ""
        first = _WITHOUT.sub("", first) if match.re is _DASHED else first
        ends = [(first_role, first), (last_role, last)]
        if not all(is_place(said) for _, said in ends):
            continue
        if groups["via"] and is_place(groups["via"]):
            ends.append(("port_of_transhipment", groups["via"]))
        found = [place_named(role, said, where) for role, said in ends]
        yield match.start(), match.end(), [place for place in found if place]


def note_end(field: str, line: Line, sheet: Sheet) -> None:
    """Keeps a place that stands behind a bare `From:` or `To:`."""
    first = field in ("seller", "shipper")
    place = place_named(_BY_SEA[0 if first else 1], line.text, line.locator)
    if place:
        sheet.journey.setdefault(place.role, place)


def is_place(text: str) -> bool:
    """Whether a text is a known place, or ends in a country."""
    said = text.strip(" .,\"'")
    if not said or any(c.isdigit() for c in said):
        return False
    tail = said.rpartition(",")[2].strip()
    words = said.split()
    return bool(port.find(said) or alpha2(said) or ("," in said and alpha2(tail))) and (
        len(words) <= 7
    )
