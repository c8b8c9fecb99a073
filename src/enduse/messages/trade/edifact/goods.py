"""Segments of a line of goods: what, codes, quantities, measures and prices."""

from enduse.codes.country import alpha2
from enduse.messages.trade.edifact import words
from enduse.messages.trade.edifact.drafts import GoodDraft
from enduse.messages.trade.edifact.state import State
from enduse.messages.trade.edifact.taken import Taken
from enduse.messages.trade.units import exact, unit_code
from enduse.model import Amount, Identifier, Quantity


def line(m: State, s: Taken) -> None:
    """Opens a line of goods."""
    m.close_good()
    m.good = GoodDraft(s.where, s.tag, s.take(0))
    _code(m.good, s, 2)


def goods_item(m: State, s: Taken) -> None:
    """Opens an item of goods and its packages."""
    m.close_good()
    m.good = GoodDraft(s.where, s.tag, s.take(0))
    m.good.packages = _packages(s, 1)


def customs_status(m: State, s: Taken) -> None:
    """Opens a line of a declaration, or gives it codes."""
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


def _code(good: GoodDraft, s: Taken, element: int) -> None:
    value, kind = s.take(element), s.take(element, 1)
    if value:
        scheme = words.CODES.get(kind, "other")
        good.codes.append(Identifier(scheme, value, "", kind, s.where))


def more_codes(m: State, s: Taken) -> None:
    """Further codes of the goods."""
    if m.good is None:
        return
    for element in range(1, len(s.segment.elements)):
        _code(m.good, s, element)


def nature(m: State, s: Taken) -> None:
    """The nature of the cargo."""
    value = s.look(0)
    if m.good is not None and value:
        m.good.codes.append(Identifier("other", s.take(0), "", "GDS", s.where))


def description(m: State, s: Taken) -> None:
    """What the goods are."""
    texts = s.words(2, 3, 4)
    if not texts and s.look(2).strip() and len(s.look(2)) > 3:
        texts = [s.take(2)]
    if m.good is not None:
        m.good.words.extend([" ".join(texts)] if texts else [])
    elif texts:
        m.loose_goods(" ".join(texts), s.where)


def origin(m: State, s: Taken) -> None:
    """Their country of origin."""
    code = alpha2(s.look(0))[:2]
    if code and m.good is not None:
        m.good.country = s.take(0) and code


def danger(m: State, s: Taken) -> None:
    """Their number as dangerous goods."""
    number = s.take(2)
    if number and m.good is not None:
        m.good.codes.append(Identifier("other", number, "", "UN", s.where))
    elif number:
        m.notes.text("dangerous_goods", f"UN {number}", s.where)


def quantity(m: State, s: Taken) -> None:
    """How many."""
    qualifier, value, unit = s.take(0), s.number(0, 1), s.take(0, 2)
    found = exact(value)
    if found is None or m.good is None:
        m.notes.quantity("quantity", value, unit, s.where)
        return
    m.good.quantities.setdefault(qualifier, Quantity(found, unit_code(unit)))


def _packages(s: Taken, element: int) -> Quantity | None:
    value = exact(s.number(element)) if s.look(element) else None
    word = s.take(element, 4) or s.take(element, 1)
    return Quantity(value, unit_code(word)) if value is not None else None


def package(m: State, s: Taken) -> None:
    """How many packages."""
    value = exact(s.number(0)) if s.look(0) else None
    word = s.take(2, 3) or s.take(2)
    if value is None:
        return
    if m.good is not None and m.good.packages is None:
        m.good.packages = Quantity(value, unit_code(word))
    else:
        m.notes.quantity("packages", str(value), word, s.where)


def measure(m: State, s: Taken) -> None:
    """A weight, a volume or another measure."""
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


def amount(m: State, s: Taken) -> None:
    """Money: of the line that is open, or of the document."""
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


def price(m: State, s: Taken) -> None:
    """A unit price."""
    value = exact(s.number(0, 1))
    if m.good is not None and value is not None and m.currency:
        m.good.price = m.good.price or Amount(value, m.currency)
    elif m.currency:
        m.notes.amount("unit_price", s.number(0, 1), m.currency, s.where)


def marks(m: State, s: Taken) -> None:
    """Marks on packages."""
    if marks := s.words(1):
        m.notes.text("package_marks", " ".join(marks), s.where)
