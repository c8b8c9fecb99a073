"""EDIFACT segments to facts: one table says what each segment tells.

Segments stand in groups without brackets: a party, a line of goods or an equipment
stays open until a segment comes that can't belong to it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from enduse.codes import container, unlocode
from enduse.codes.country import alpha2, is_code
from enduse.messages.trade.edifact import words
from enduse.messages.trade.edifact.drafts import GoodDraft, PartyDraft, party_of
from enduse.messages.trade.edifact.means import vessel_of
from enduse.messages.trade.edifact.segments import Segment
from enduse.messages.trade.edifact.taken import Taken
from enduse.messages.trade.edifact.times import day_of
from enduse.messages.trade.element_place import BY_AIR, in_order
from enduse.messages.trade.labelled import references_in
from enduse.messages.trade.notes import Notes, numbered
from enduse.messages.trade.units import exact, unit_code
from enduse.model import Amount, Identifier, PartyName, Place, Quantity

_OF_PARTIES = frozenset(("NAD", "CTA", "COM", "RFF", "FII", "DTM"))
_CARRIED = frozenset(("BAPLIE", "COPRAR", "COARRI", "CODECO", "MOVINS", "CALINF"))
_COMMUNICATION = {
    "TE": "phone",
    "AL": "phone",
    "FX": "phone",
    "EM": "email",
    "AH": "website",
}


class Meaning:
    """The facts of one message, segment by segment."""

    def __init__(self, notes: Notes, type: str, message: str) -> None:
        self.notes = notes
        self.type = type
        self.message = message
        self.number = ""
        self.currency = ""
        self.party: PartyDraft | None = None
        self.contact: PartyDraft | None = None
        self.good: GoodDraft | None = None
        self.places: list[Place] = []
        self.route_at = ""
        self.mode = ""
        self.in_equipment = False

    def read(self, segments: Iterable[Segment]) -> None:
        """Reads all segments of a message."""
        for raw in segments:
            segment = Taken(raw, self.message)
            if segment.tag not in _OF_PARTIES:
                self.close_party()
            reader = READERS.get(segment.tag)
            if reader is not None:
                reader(self, segment)
            self._rest(segment)
        self.close_party()
        self.close_good()
        self.close_route()

    def _rest(self, segment: Taken) -> None:
        notes = self.notes
        total = segment.count()
        notes.leaves += total
        exempt = 0
        for text, harmless in segment.left():
            exempt += harmless
            if not harmless:
                notes.text("unmapped", text, segment.where)
        notes.exempt += exempt
        notes.screened += total - exempt

    def close_party(self) -> None:
        """Notes the party that is open, and its contact."""
        for draft in (self.party, self.contact):
            if draft is not None:
                draft.note(self.notes)
        self.party = self.contact = None

    def close_good(self) -> None:
        """Notes the goods that are open."""
        if self.good is not None:
            self.good.note(self.notes, words.QUANTITIES)
            self.good = None

    def close_route(self) -> None:
        """Notes the route so far, and starts another."""
        places = self.places
        if self.mode == "air":
            places = [replace(p, role=BY_AIR.get(p.role, p.role)) for p in places]
        self.notes.route(in_order(places), self.mode, self.route_at)
        self.places = []

    def loose_goods(self, text: str, where: str) -> None:
        """Notes goods that stand in no line: of a container, of a whole message."""
        for found in references_in(text):
            self.notes.text(found.role, found.value, where, 0.7)
        draft = GoodDraft(where, "FTX", words=[text])
        draft.note(self.notes, words.QUANTITIES)


def _document(m: Meaning, s: Taken) -> None:
    code, name = s.take(0), s.take(0, 3)
    m.number = s.look(1)
    m.notes.text("document_type", name or code, s.where)
    role = words.DOCUMENTS.get(code) or words.MESSAGES.get(m.type, "reference")
    m.notes.reference(role, s.take(1), s.where)


def _date(m: Meaning, s: Taken) -> None:
    qualifier, value, format = s.take(0), s.look(0, 1), s.look(0, 2)
    role = words.DATES.get(qualifier, "related_date")
    if m.type in _CARRIED and role != "issue_date":
        role = "related_date"  # of a ship at one of its ports, not of the goods
    day = day_of(value, format)
    if day is not None:
        s.take(0, 1)
        m.notes.date(role, value, s.where, day=day)


def _name(m: Meaning, s: Taken) -> None:
    m.close_party()
    role = words.PARTIES.get(s.take(0).upper(), f"party_{s.look(0).lower()}")
    m.party = party_of(s, role)
    if m.good is not None and role == "manufacturer" and m.party.names:
        m.good.maker = m.party.names[0].text


def _contact(m: Meaning, s: Taken) -> None:
    role = m.party.role if m.party is not None else "document"
    name = s.take(1, 1) or s.take(1)
    if m.contact is not None:
        m.contact.note(m.notes)
    m.contact = PartyDraft(f"{role}_contact", s.where, "person")
    if name and not name.isdigit():
        m.contact.names.append(PartyName(name, s.where))
    elif name:
        m.contact.identifiers.append(numbered("other", name, s.where))


def _communication(m: Meaning, s: Taken) -> None:
    whose = m.contact or m.party
    if whose is None:
        return
    for element in range(len(s.segment.elements)):
        scheme = _COMMUNICATION.get(s.take(element, 1), "other")
        if value := s.take(element):
            whose.identifiers.append(numbered(scheme, value, s.where))


def _account(m: Meaning, s: Taken) -> None:
    side = "payer" if s.take(0) in ("BB", "BI", "PB") else "payee"
    account = PartyDraft(f"{side}_account", s.where)
    if number := s.take(1):
        account.identifiers.append(numbered("account", number, s.where))
    account.names.extend(PartyName(n, s.where) for n in s.words(1, 1, 2))
    account.note(m.notes)
    bank = PartyDraft(f"{side}_bank", s.where, "entity")
    if code := s.take(2):
        bank.identifiers.append(numbered("bic", code, s.where))
    if name := " ".join(s.words(2, 6, 7)):
        bank.names.append(PartyName(name, s.where))
    bank.note(m.notes)


def _reference(m: Meaning, s: Taken) -> None:
    qualifier, value = s.take(0), s.take(0, 1)
    if m.party is not None and (scheme := words.PARTY_NUMBERS.get(qualifier)):
        found = numbered(scheme, value, s.where, note=qualifier)
        m.party.identifiers.append(found)
        return
    role = words.REFERENCES.get(qualifier, "related_reference")
    if role == "container" and not container.is_shaped(value):
        role = "related_reference"
    if len(value) < 2 or not qualifier:
        role = "line_reference"  # `1`: no number at all, a place to put one
    m.notes.reference(role, value, s.where)


def _line(m: Meaning, s: Taken) -> None:
    m.close_good()
    m.good = GoodDraft(s.where, s.tag, s.take(0))
    _code(m.good, s, 2)


def _code(good: GoodDraft, s: Taken, element: int) -> None:
    value, kind = s.take(element), s.take(element, 1)
    if value:
        scheme = words.CODES.get(kind, "other")
        good.codes.append(Identifier(scheme, value, "", kind, s.where))


def _more_codes(m: Meaning, s: Taken) -> None:
    if m.good is None:
        return
    for element in range(1, len(s.segment.elements)):
        _code(m.good, s, element)


def _description(m: Meaning, s: Taken) -> None:
    texts = s.words(2, 3, 4)
    if not texts and s.look(2).strip() and len(s.look(2)) > 3:
        texts = [s.take(2)]
    if m.good is not None:
        m.good.words.extend([" ".join(texts)] if texts else [])
    elif texts:
        m.loose_goods(" ".join(texts), s.where)


_TEXT_ROLES = {
    "AAB": "payment_terms",
    "PMT": "payment_terms",
    "AAD": "dangerous_goods",
    "AAC": "dangerous_goods",
    "PKG": "packaging",
}


def _free_text(m: Meaning, s: Taken) -> None:
    qualifier = s.take(0)
    text = " ".join(s.words(3))
    if qualifier in ("AAA", "PRD", "ACB") and m.good is not None and text:
        m.good.words.append(text)
    elif text and qualifier == "AAA":
        m.loose_goods(text, s.where)
    elif text:
        role = _TEXT_ROLES.get(qualifier, "narrative")
        m.notes.narrative(role, text, s.where)


def _quantity(m: Meaning, s: Taken) -> None:
    qualifier, value, unit = s.take(0), s.number(0, 1), s.take(0, 2)
    found = exact(value)
    if found is None or m.good is None:
        m.notes.quantity("quantity", value, unit, s.where)
        return
    m.good.quantities.setdefault(qualifier, Quantity(found, unit_code(unit)))


def _amount(m: Meaning, s: Taken) -> None:
    qualifier, value = s.take(0), s.number(0, 1)
    currency = s.take(0, 2) or m.currency
    found = exact(value)
    good = m.good
    if good is not None and found is not None and currency:
        money = Amount(found, currency)
        if qualifier == "146":
            good.price = good.price or money
            return
        if qualifier in words.LINE_AMOUNTS[:3] and good.value is None:
            good.value = money
            return
        if qualifier in words.CUSTOMS_AMOUNTS:
            good.customs_value = good.customs_value or money
    role = words.AMOUNTS.get(qualifier, "amount") if good is None else "line_amount"
    m.notes.amount(role, value, currency, s.where)


def _price(m: Meaning, s: Taken) -> None:
    value = exact(s.number(0, 1))
    if m.good is not None and value is not None and m.currency:
        m.good.price = m.good.price or Amount(value, m.currency)
    elif m.currency:
        m.notes.amount("unit_price", s.number(0, 1), m.currency, s.where)


def _currency(m: Meaning, s: Taken) -> None:
    for element in range(len(s.segment.elements)):
        code = s.look(element, 1)
        if s.look(element) in ("2", "1", "6") and len(code) == 3:
            m.currency = m.currency or s.take(element, 1)


def _origin(m: Meaning, s: Taken) -> None:
    code = alpha2(s.look(0))[:2]
    if code and m.good is not None:
        m.good.country = s.take(0) and code


def _goods_item(m: Meaning, s: Taken) -> None:
    m.close_good()
    m.good = GoodDraft(s.where, s.tag, s.take(0))
    m.good.packages = _packages(s, 1)


def _packages(s: Taken, element: int) -> Quantity | None:
    value = exact(s.number(element)) if s.look(element) else None
    word = s.take(element, 4) or s.take(element, 1)
    return Quantity(value, unit_code(word)) if value is not None else None


def _package(m: Meaning, s: Taken) -> None:
    value = exact(s.number(0)) if s.look(0) else None
    word = s.take(2, 3) or s.take(2)
    if value is None:
        return
    if m.good is not None and m.good.packages is None:
        m.good.packages = Quantity(value, unit_code(word))
    else:
        m.notes.quantity("packages", str(value), word, s.where)


def _measure(m: Meaning, s: Taken) -> None:
    dimension = s.take(1) or s.take(0)
    unit, value = s.take(2), s.number(2, 1)
    found = exact(value)
    if found is None:
        return
    kind = _kind_of_measure(dimension)
    measure = Quantity(found, unit_code(unit))
    good = m.good
    if good is not None and kind == "gross_weight" and good.gross is None:
        good.gross = measure
    elif good is not None and kind == "net_weight" and good.net is None:
        good.net = measure
    else:
        whole = kind in ("gross_weight", "net_weight", "volume") and good is None
        role = f"total_{kind}" if whole and not m.in_equipment else kind
        m.notes.quantity(role, value, unit, s.where)


def _kind_of_measure(dimension: str) -> str:
    if dimension in words.GROSS or dimension == "WT":
        return "gross_weight"
    if dimension in words.NET:
        return "net_weight"
    if dimension in words.VOLUMES:
        return "volume"
    return "tare_weight" if dimension == "T" else "measure"


def _place(m: Meaning, s: Taken) -> None:
    qualifier, code = s.take(0), s.look(1)
    if qualifier == "147":  # a cell aboard ship: what follows is of another container
        s.take(1)
        m.close_good()
        m.close_route()
        m.in_equipment = True
        return
    name = s.take(1, 3)
    if qualifier == "27":
        _country_of_origin(m, s, code or name)
        return
    role = words.PLACES.get(qualifier, "place_of_event")
    related = [text for part in (2, 3) for text in _name_of_place(s, part)]
    if not (code or name or related):
        return
    s.take(1)
    shaped = len(code) == 5 and not unlocode.fault(code)
    country = code if is_code(code) else ""
    named = ", ".join(dict.fromkeys(text for text in (name, *related) if text))
    said = named
    if not shaped and not country:
        said = f"{said} {code}".strip()
    unknown = "" if shaped or len(code) != 5 or not code.isalpha() else code
    if unknown:  # formed like a UN/LOCODE of no country: checked and told
        said = named
    place = Place(role, said, code if shaped or unknown else "", country, s.where)
    m.places.append(place)
    m.route_at = m.route_at if len(m.places) > 1 else s.where


def _name_of_place(s: Taken, element: int) -> list[str]:
    """The words for a place within the place; a code where there are no words."""
    return s.words(element, 3, 3) or s.words(element, 0, 0)


def _country_of_origin(m: Meaning, s: Taken, text: str) -> None:
    code = alpha2(text)[:2]
    if m.good is not None and code:
        m.good.country = m.good.country or code
        s.take(1)
    elif text:
        m.notes.text("origin_country", code or s.take(1), s.where)
        s.take(1)


def _transport(m: Meaning, s: Taken) -> None:
    if s.look(0) in ("20", "") or not m.mode:
        m.mode = words.MODES.get(s.look(2), m.mode)
    if voyage := s.take(1):
        m.notes.reference("voyage", voyage, s.where)
    carrier = PartyDraft("carrier", s.where, "entity")
    if code := s.take(4):
        carrier.identifiers.append(
            numbered("other", code, s.where, note="carrier code")
        )
    if name := s.take(4, 3):
        carrier.names.append(PartyName(name, s.where))
    carrier.note(m.notes)
    vessel_of(m.notes, s, m.mode)


def _equipment(m: Meaning, s: Taken) -> None:
    m.close_good()
    m.close_route()
    m.in_equipment = True
    kind, number = s.take(0), s.take(1)
    if len(s.look(2)) <= 4:
        s.take(2)  # size and type, ISO 6346
    if not number:
        return
    role = "container" if kind == "CN" or container.is_shaped(number) else "vehicle"
    m.notes.reference(role, number, s.where)


def _split_goods(m: Meaning, s: Taken) -> None:
    if number := s.take(0):
        shaped = container.is_shaped(number)
        m.notes.reference("container" if shaped else "vehicle", number, s.where)


def _seal(m: Meaning, s: Taken) -> None:
    if number := s.take(0):
        m.notes.reference("seal", number, s.where)


def _consignment(m: Meaning, s: Taken) -> None:
    m.close_good()
    m.close_route()
    m.in_equipment = False
    if number := s.take(1):
        m.notes.reference("bl_number", number, s.where)


def _other_document(m: Meaning, s: Taken) -> None:
    code, number = s.take(0), s.take(1)
    role = words.DOCUMENTS.get(code.removeprefix("N"), "related_reference")
    if name := s.take(0, 3):
        m.notes.text("documents_required", name, s.where)
    if number:
        m.notes.reference(role, number, s.where)


def _terms(m: Meaning, s: Taken) -> None:
    code = s.take(2)
    text = " ".join([code, *s.words(2, 3, 4)]).strip()
    if text:
        m.notes.text("incoterm", text, s.where)


def _payment(m: Meaning, s: Taken) -> None:
    for element in range(1, len(s.segment.elements)):
        for text in s.words(element, 3):
            m.notes.text("payment_terms", text, s.where)


def _marks(m: Meaning, s: Taken) -> None:
    if marks := s.words(1):
        m.notes.text("package_marks", " ".join(marks), s.where)


def _danger(m: Meaning, s: Taken) -> None:
    number = s.take(2)
    if number and m.good is not None:
        m.good.codes.append(Identifier("other", number, "", "UN", s.where))
    elif number:
        m.notes.text("dangerous_goods", f"UN {number}", s.where)


def _control(m: Meaning, s: Taken) -> None:
    role = words.TOTALS.get(s.take(0), "control_total")
    m.notes.quantity(role, s.number(0, 1), s.take(0, 2), s.where)


def _customs_status(m: Meaning, s: Taken) -> None:
    if not s.look(0) and m.good is None:
        return  # of the whole declaration
    if m.good is None or m.good.opened_by == "CST":
        m.close_good()
        m.good = GoodDraft(s.where, s.tag, s.take(0))
    for element in range(1, len(s.segment.elements)):
        value = s.look(element)
        digits = sum(c.isdigit() for c in value)
        if digits >= 6 and digits >= len(value) - 3:
            m.good.codes.append(Identifier("hs", s.take(element), "", "", s.where))


def _nature(m: Meaning, s: Taken) -> None:
    value = s.look(0)
    if m.good is not None and value:
        m.good.codes.append(Identifier("other", s.take(0), "", "GDS", s.where))


def _summary(m: Meaning, s: Taken) -> None:
    m.close_good()
    m.in_equipment = False


READERS: dict[str, Callable[[Meaning, Taken], None]] = {
    "ALI": _origin,
    "BGM": _document,
    "CNI": _consignment,
    "CNT": _control,
    "COM": _communication,
    "CST": _customs_status,
    "CTA": _contact,
    "CUX": _currency,
    "DGS": _danger,
    "DOC": _other_document,
    "DTM": _date,
    "EQD": _equipment,
    "FII": _account,
    "FTX": _free_text,
    "GDS": _nature,
    "GID": _goods_item,
    "IMD": _description,
    "LIN": _line,
    "LOC": _place,
    "MEA": _measure,
    "MOA": _amount,
    "NAD": _name,
    "PAC": _package,
    "PAT": _payment,
    "PCI": _marks,
    "PIA": _more_codes,
    "PRI": _price,
    "PYT": _payment,
    "QTY": _quantity,
    "RFF": _reference,
    "SEL": _seal,
    "SGP": _split_goods,
    "TDT": _transport,
    "TOD": _terms,
    "UNS": _summary,
}
