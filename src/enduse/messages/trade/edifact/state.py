"""What is open while the segments of one message are read: a party, goods, a route."""

from dataclasses import replace

from enduse.messages.trade.edifact import words
from enduse.messages.trade.edifact.drafts import GoodDraft, PartyDraft
from enduse.messages.trade.element_place import BY_AIR, in_order
from enduse.messages.trade.labelled_numbers import references_in
from enduse.messages.trade.notes import Notes
from enduse.model import Place


class State:
    """One message while it is read; its facts go to `notes`."""

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
