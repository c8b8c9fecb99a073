"""Segments of a journey: places, means of transport, equipment and consignments."""

from enduse.codes import container, unlocode
from enduse.codes.country import alpha2, is_code
from enduse.messages.trade.edifact import words
from enduse.messages.trade.edifact.drafts import PartyDraft
from enduse.messages.trade.edifact.means import vessel_of
from enduse.messages.trade.edifact.state import State
from enduse.messages.trade.edifact.taken import Taken
from enduse.messages.trade.notes import numbered
from enduse.model import PartyName, Place


def place(m: State, s: Taken) -> None:
    """A place: a port, a cell aboard, a country of origin."""
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


def _country_of_origin(m: State, s: Taken, text: str) -> None:
    code = alpha2(text)[:2]
    if m.good is not None and code:
        m.good.country = m.good.country or code
        s.take(1)
    elif text:
        m.notes.text("origin_country", code or s.take(1), s.where)
        s.take(1)


def transport(m: State, s: Taken) -> None:
    """A stage of the journey: voyage, carrier and vessel."""
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


def equipment(m: State, s: Taken) -> None:
    """A container or vehicle."""
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


def packing(m: State, s: Taken) -> None:
    """Opens a level of packing: what follows is of packages, not of a container."""
    m.close_good()
    m.in_equipment = False


def split_goods(m: State, s: Taken) -> None:
    """The container goods are in."""
    if number := s.take(0):
        shaped = container.is_shaped(number)
        m.notes.reference("container" if shaped else "vehicle", number, s.where)


def seal(m: State, s: Taken) -> None:
    """A seal."""
    if number := s.take(0):
        m.notes.reference("seal", number, s.where)


def consignment(m: State, s: Taken) -> None:
    """Opens a consignment."""
    m.close_good()
    m.close_route()
    m.in_equipment = False
    if number := s.take(1):
        m.notes.reference("bl_number", number, s.where)
