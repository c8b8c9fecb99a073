"""One air waybill of Cargo-IMP: what each of its segments says.

*Source*: IATA Cargo-IMP, FWB and FHL: `MBI` and the first line the consignment, `HBS`
a house, `SHP` `CNE` `NFY` `AGT` parties (with `NAM`, `ADR`, `LOC` in later versions),
`RTD` rates with the goods (`NG`, `NC` words, `NH` a tariff code, `NO` origin), `RTG`
the route.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from enduse.codes import port
from enduse.codes.country import is_code
from enduse.messages.swift.free_lines import Line, split_lines
from enduse.messages.trade.notes import Notes, numbered
from enduse.messages.trade.units import exact
from enduse.model import Address, Good, Identifier, Party, Place, Quantity

_CONSIGNMENT = re.compile(
    r"(\d{3}-\d{8})([A-Z]{3})([A-Z]{3})(?:/[A-Z](\d{1,5})([KL])([\d.]{1,12}))?"
)
_PIECES = re.compile(r"([KL])([\d.]{1,12})")
_DAY = re.compile(r"(\d{2})([A-Z]{3})(\d{2})")
_MONTHS = [
    "JAN",
    "FEB",
    "MAR",
    "APR",
    "MAY",
    "JUN",
    "JUL",
    "AUG",
    "SEP",
    "OCT",
    "NOV",
    "DEC",
]
_PARTIES = {"SHP": "shipper", "CNE": "consignee", "NFY": "notify_party"}
_UNITS = {"K": "KGM", "L": "LBR"}
_WORDS = {
    "SSR": "instruction",
    "OSI": "narrative",
    "ACC": "narrative",
    "COI": "narrative",
}
_COUNTRY = re.compile(r"([A-Z]{2})(?:/([A-Z0-9 -]{0,9}))?(?:/.*)?")
_WIDE = 35  # characters of a name's line; what is as long goes on below


@dataclass(slots=True)
class Part:
    """A segment: its letters, its lines, and the number of its first."""

    tag: str
    number: int
    lines: list[str] = field(default_factory=list)


class Waybill:
    """One waybill while it is read; `number` is its own once it was told."""

    def __init__(self, notes: Notes, place: str) -> None:
        self.notes = notes
        self.number = ""
        self._place = place
        self._at = place
        self._ends = ("", "")
        self._legs: list[str] = []
        self._words: list[str] = []
        self._codes: list[Identifier] = []
        self._pieces: Quantity | None = None
        self._weight: Quantity | None = None
        self._origin = ""

    def take(self, part: Part) -> None:
        """Notes what a segment says; what no rule takes is screened as text."""
        where = f"{self._place} line {part.number} {part.tag}".rstrip()
        lines = [line for line in part.lines if line.strip()]
        self.notes.leaves += len(lines)
        self.notes.screened += len(lines)
        whole = " ".join(line.lstrip("/") for line in lines)
        steps = [step.strip() for step in whole.split("/")]
        if part.tag in _PARTIES:
            self._party(lines, where, _PARTIES[part.tag])
        elif part.tag == "AGT":
            self._agent(lines, where)
        elif part.tag in ("", "MBI"):
            self._consignment(whole, where)
        elif part.tag == "HBS":
            self._house(steps, where)
        elif part.tag == "RTD":
            self._rates(lines, where)
        elif part.tag == "TXT":
            self._describe(whole, where)
        elif part.tag == "HTS":
            self._tariff(steps, where)
        elif part.tag == "RTG":
            self._legs += [leg[:3] for leg in steps if leg[:3].isalpha()]
        else:
            self._other(part.tag, whole, steps, where)

    def close(self) -> None:
        """Notes goods and route, once the whole waybill has been read."""
        description = " ".join(" ".join(self._words).split())
        if description or self._codes:
            good = Good(
                description,
                self.notes.origin.at(self._at),
                codes=tuple(dict.fromkeys(self._codes)),
                quantity=self._pieces,
                gross_weight=self._weight,
                origin_country=self._origin,
            )
            self.notes.fact("goods", good, self._at)
        start, end = self._ends
        legs = [leg for leg in dict.fromkeys(self._legs) if leg not in (start, end)]
        stops = [
            ("airport_of_departure", start),
            *(("port_of_transhipment", leg) for leg in legs),
            ("airport_of_destination", end),
        ]
        places = [_airport(code, role, self._at) for role, code in stops if code]
        self.notes.route(places, "air", self._at)

    def _consignment(self, text: str, where: str) -> None:
        match = _CONSIGNMENT.match(text.strip())
        if not match:
            self.notes.text("unmapped", text, where)
            return
        self.number = self.number or match[1]
        self._at, self._ends = where, (match[2], match[3])
        self.notes.reference("awb_number", match[1], where)
        if match[6]:
            self._weigh(match[4], f"{match[5]}{match[6]}", where)

    def _weigh(self, pieces: str, weight: str, where: str) -> None:
        count, found = exact(pieces), _PIECES.fullmatch(weight)
        if count is not None:
            self._pieces = Quantity(count, "PK")
            self.notes.quantity("total_packages", pieces, "PK", where)
        value = exact(found[2]) if found else None
        if found and value is not None:
            self._weight = Quantity(value, _UNITS[found[1]])
            unit = _UNITS[found[1]]
            self.notes.quantity("total_gross_weight", found[2], unit, where)

    def _house(self, steps: Sequence[str], where: str) -> None:
        """`HBS/number/ends/pieces/weight/further pieces/description`."""
        self.notes.reference("awb_number", steps[0], where)
        self._at = where
        ends = steps[1] if len(steps) > 1 else ""
        if len(ends) == 6:
            self._ends = (ends[:3], ends[3:])
        if len(steps) > 3:
            self._weigh(steps[2], steps[3], where)
        self._describe(
            " ".join(s for s in steps[4:] if any(map(str.isalpha, s))), where
        )

    def _rates(self, lines: Sequence[str], where: str) -> None:
        """The lines of a rate: `/2/NG/WORDS`, `/NH/8471`, sizes and charges."""
        for line in lines:
            steps = line.strip("/").split("/")
            at = next((n for n, s in enumerate(steps) if s in _RATED), -1)
            said = "/".join(steps[at + 1 :]).strip()
            if at < 0 or not said:
                continue
            if steps[at] in ("NG", "NC"):
                self._describe(said, where)
            elif steps[at] == "NH":
                self._tariff([said], where)
            elif steps[at] == "NO" and is_code(said[:2]):
                self._origin = said[:2]

    def _describe(self, text: str, where: str) -> None:
        if text.strip():
            self._words.append(text.strip())
            self.notes.text("goods_text", text, where)

    def _tariff(self, codes: Sequence[str], where: str) -> None:
        for code in codes:
            if code.replace(".", "").isdigit() and len(code) >= 4:
                self._codes.append(Identifier("hs", code, "", "", where))

    def _other(self, tag: str, whole: str, steps: Sequence[str], where: str) -> None:
        if tag == "FLT":
            for flight in steps[::2]:
                self.notes.reference("voyage", flight, where)
        elif tag == "CVD" and steps:
            names = {3: "carriage_value", 4: "customs_value"}
            for place, role in names.items():
                if place < len(steps) and exact(steps[place]) is not None:
                    self.notes.amount(role, steps[place], steps[0], where)
        elif tag == "ISU" and (match := _DAY.match(whole)) and match[2] in _MONTHS:
            month, year = _MONTHS.index(match[2]) + 1, 2000 + int(match[3])
            self._issued(year, month, int(match[1]), where)
            self.notes.text("unmapped", whole[match.end() :].strip("/ "), where)
        elif tag in _WORDS:
            self.notes.narrative(_WORDS[tag], whole, where)
        elif any(map(str.isalpha, whole)):
            self.notes.text("unmapped", whole, where)

    def _issued(self, year: int, month: int, day: int, where: str) -> None:
        try:
            found = date(year, month, day)
        except ValueError:
            self.notes.report("date-unreadable", "its date of issue is none", where)
            return
        self.notes.date("issue_date", found.isoformat(), where, day=found)

    def _agent(self, lines: Sequence[str], where: str) -> None:
        """`AGT/account/IATA number/cass`, then name and place."""
        number = next((s for s in lines[0].split("/") if s.isdigit()), "")
        note = "IATA agent"
        ids = (numbered("other", number, where, note=note),) if number else ()
        names = [line.strip("/ ") for line in lines[1:] if line.strip("/ ")]
        self._note("freight_forwarder", names, where, ids)

    def _party(self, lines: Sequence[str], where: str, role: str) -> None:
        self._note(
            role, [line.strip() for line in lines if line.strip("/ ")], where, ()
        )

    def _note(
        self,
        role: str,
        lines: Sequence[str],
        where: str,
        identifiers: tuple[Identifier, ...],
    ) -> None:
        said = _joined(lines)
        if not said and not identifiers:
            return
        country = next((m[1] for s in said[1:] if (m := _in_country(s))), "")
        free = [Line(s, where) for s in said if not _in_country(s)]
        names, _ = split_lines(free[:1])
        rest = tuple(line.text for line in free[1:])
        tail = next((s for s in said[1:] if _in_country(s)), "")
        lines_of = (*rest, tail.replace("/", " ")) if tail else rest
        address = Address(lines=lines_of, country=country, locator=where)
        addresses = (address,) if lines_of else ()
        origin = self.notes.origin.at(where)
        party = Party(role, origin, names, "entity", identifiers, addresses=addresses)
        self.notes.party(party)


_RATED = frozenset(("NG", "NC", "NH", "NO", "ND", "NV", "NS", "NU"))


def _joined(lines: Sequence[str]) -> list[str]:
    """Name and address, a line each; a name of two lines is one."""
    found: list[str] = []
    labelled = any(line.startswith("NAM/") for line in lines)
    before = ""
    for line in lines:
        label = line[:4] if line[:4] in ("NAM/", "ADR/", "LOC/") else ""
        text = line[len(label) :].strip("/ ")
        goes_on = labelled and not label and before == "NAM/" and bool(found)
        if goes_on:
            joint = "" if len(found[-1]) >= _WIDE else " "
            found[-1] = f"{found[-1]}{joint}{text}"
        elif text:
            found.append(text.replace("/", " ") if before != "LOC/" and label else text)
        before = label or before
    return found


def _in_country(text: str) -> re.Match[str] | None:
    """The line of country, post code and telephone, or None."""
    match = _COUNTRY.fullmatch(text)
    return match if match and is_code(match[1]) else None


def _airport(code: str, role: str, where: str) -> Place:
    known = port.by_iata(code)
    return Place(role, code, "", known.country if known else "", where)
