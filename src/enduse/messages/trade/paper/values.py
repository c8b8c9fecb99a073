"""Where the value of a label is: beside it, under it, or in the next cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from enduse.messages.trade.paper.hits import Hit, fits
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.text.scripts import is_right_to_left

MAX_LINES = 10


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text of one segment, with its place."""

    segment: Segment
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text, trimmed."""
        text = self.segment.text[self.start : self.end]
        return text.strip(" \t:：;|_").lstrip(".·# ")

    def take(self) -> None:
        """Marks it as read."""
        self.segment.take(self.start, self.end)


@dataclass(eq=False, slots=True)
class Around:
    """A page with its labels, for asking what lies around one of them."""

    leaf: Leaf
    hits: Mapping[int, list[Hit]]  # by id of segment
    tabled: set[int]

    def scalar(self, hit: Hit) -> Stretch | None:
        """The one-line value of a label, or None."""
        beside = Stretch(hit.segment, hit.value_at, hit.value_end)
        field, section = hit.fields[0], hit.section
        if beside.text:
            return beside
        if self._is_among(hit):
            return self._under(hit)
        options = [s for s in self._near(hit) if s]
        fitting = [
            s for s in options if fits(field, section, self._open(s).text or "-")
        ]
        return self._open(fitting[0]) if fitting else None

    def _is_among(self, hit: Hit) -> bool:
        """Whether other labels stand beside it in the same run of words."""
        others = self.hits.get(id(hit.segment), ())
        return len(others) > 1 and all(h.sure and not h.value.strip() for h in others)

    def _under(self, hit: Hit) -> Stretch | None:
        """The words under one of several labels that stand side by side."""
        later = [h for h in self.hits[id(hit.segment)] if h.start > hit.start]
        left, right = hit.segment.span(hit.start, hit.value_at)
        own = hit.segment
        edge = own.span(later[0].start, later[0].value_at)[0] if later else 0
        rows = self.leaf.between(own.y1, own.y1 + 1.6 * max(own.size, 6))
        wide = [s for s in rows if s.x0 < (edge or right + 40) and s.x1 > left - 4]
        below = min(wide, key=lambda s: s.middle, default=None)
        if below is None or id(below) in self.tabled:
            return None
        words = [p for p in below.pieces if left - 12 <= p.x0 < (edge or 1e6) - 2]
        if not words:
            return None
        ends = [p.start for p in below.pieces if p.start > words[-1].start]
        end = ends[0] if ends else len(below.text)
        found = Stretch(below, words[0].start, end)
        return found if fits(hit.fields[0], hit.section, found.text or "-") else None

    def block(self, hit: Hit) -> list[Stretch]:
        """The lines of a value of several: under the label, or beside it and down."""
        beside = Stretch(hit.segment, hit.value_at, hit.value_end)
        if beside.text:
            return [beside, *self._further(hit)]
        form = self._form(hit.segment)
        if form:
            return form
        for first in self._near(hit):
            if first:
                return self._run(first, label=hit.segment)
        return []

    def _form(self, label: Segment) -> list[Stretch]:
        """A party as a form under its label: `Name:`, and the name beside it."""
        found: list[Stretch] = []
        last = label
        limit = label.y1 + 16 * max(label.size, 6)
        wall = self.leaf.wall_right(label.x1, label.middle)
        wall = self.leaf.width if label.place else wall
        for segment in self.leaf.between(label.middle + 2, limit):
            if segment.y0 < label.middle or not label.x0 - 4 <= segment.x0 < wall:
                continue
            if segment.y0 - last.y1 > 1.6 * max(label.size, 6):
                break
            own = abs(segment.x0 - label.x0) < 5
            if own and not self._is_contact(segment) and not found:
                return []
            if own and self._free(segment) is None:
                break
            if id(segment) in self.tabled:
                break
            found.append(self._open(segment))
            last = segment
        told = sum(self._is_contact(s.segment) for s in found)
        return found if told >= 2 else []

    def _is_contact(self, segment: Segment) -> bool:
        first = self.hits.get(id(segment), [None])[0]
        return bool(first and first.section == "contact" and first.start < 2)

    def _near(self, hit: Hit) -> list[Segment | None]:
        """The segment under a label and the one right of it, the likelier first."""
        segment = hit.segment
        numbered = not any(map(str.isalpha, segment.text[: hit.start]))
        start = 0 if numbered else hit.start  # `10. Issuing bank` begins at its number
        x0, x1 = segment.span(start, max(hit.value_at, hit.start + 1))
        under = self._free(
            self.leaf.below(segment, left=x0 - 4, right=max(x1, x0 + 40))
        )
        right = self._free(self.leaf.right_of(segment)) if self._is_last(hit) else None
        if right is None and is_right_to_left(segment.text):
            right = self._free(self.leaf.left_of(segment))
        if under and right:
            walled = self.leaf.walled_off(segment.x1, right.x0, segment.middle)
            close = under.y0 - segment.y1 < 0.75 * segment.size
            if segment.place:
                return [right, under]
            if hit.section != "parties" and not walled and _hugs(segment, right):
                return [right, under]
            if walled and close:
                return [under, right]
            if self._starts_label(under, beside=right):
                return [right, under]
            aligned = abs(under.x0 - x0) < 12
            colon = segment.text.rstrip()[-1:] in ":："
            titled = right.bold_at(0) and segment.bold_at(hit.start)
            if close and aligned and (titled or not colon):
                return [under, right]
            far = right.x0 - segment.x1 > 14 * segment.size
            smaller = segment.size < 0.87 * under.size
            if (far or smaller) and close:
                return [under, right]
            return [right, under] if not self._in_row(hit) else [under, right]
        return [under, right]

    def _is_last(self, hit: Hit) -> bool:
        return not hit.segment.text[hit.value_at :].strip(" :：.")

    def _starts_label(self, under: Segment, *, beside: Segment) -> bool:
        """Whether the next line again has a label on the left and a value beside it."""
        other = self.leaf.right_of(under)
        return other is not None and abs(other.x0 - beside.x0) < 4

    def _in_row(self, hit: Hit) -> bool:
        """Whether a label stands in a row of labels, their values below."""
        right = self.leaf.right_of(hit.segment)
        return bool(right and self.hits.get(id(right)))

    def _free(self, segment: Segment | None) -> Segment | None:
        """The segment, unless a table or a label of its own has it."""
        if segment is None or id(segment) in self.tabled:
            return None
        first = self.hits.get(id(segment), [None])[0]
        if (
            not first
            and segment.text.rstrip()[-1:] in (":", "：")
            and (len(segment.text) < 40)
        ):
            return None  # a label nobody knows
        if first and first.sure and first.start < 4 and first.section != "contact":
            return None
        return segment

    def _open(self, segment: Segment) -> Stretch:
        """A segment up to the first label inside it."""
        inside = [h for h in self.hits.get(id(segment), ()) if h.section != "contact"]
        cut = next((h.start for h in inside if h.start > 3), len(segment.text))
        return Stretch(segment, 0, cut)

    def _further(self, hit: Hit) -> list[Stretch]:
        """Lines that go on under a label whose value began beside it."""
        segment = hit.segment
        x0, _ = segment.span(hit.value_at, hit.value_end)
        label_x, _ = segment.span(hit.start, hit.value_at)
        for left in (x0, label_x):
            under = self.leaf.below(segment, left=left - 4, right=left + 60, reach=1.5)
            first = self._free(under)
            if first and self._is_unknown(first, label_x):
                continue
            if first and min(abs(first.x0 - x0), abs(first.x0 - label_x)) < 12:
                return self._run(first, label_x=label_x)
        return []

    def _run(
        self, first: Segment, *, label: Segment | None = None, label_x: float = -1.0
    ) -> list[Stretch]:
        """The lines from `first` down; beside a label, up to the next one below it."""
        found: list[Stretch] = []
        beside = label if label and label.x1 <= first.x0 + 1 else None
        for segment in self.leaf.run_below(first, most=MAX_LINES):
            if self._free(segment) is None:
                break
            if found and beside and self._stands_at(beside.x0, segment):
                break
            if label_x >= 0 and self._labelled_at(label_x, segment):
                break
            if self._is_unknown(segment, label_x):
                break
            stretch = self._open(segment)
            found.append(stretch)
            if stretch.end < len(segment.text):
                break
        return found

    def _is_unknown(self, segment: Segment, label_x: float) -> bool:
        """Whether a line flush with a label begins with another, one nobody knows."""
        flush = abs(segment.x0 - label_x) < 5
        return (
            flush
            and bool(_LABEL.match(segment.text))
            and not (self._is_contact(segment))
        )

    def _stands_at(self, x: float, segment: Segment) -> bool:
        """Whether something starts at that place of the segment's line."""
        reach = 0.5 * max(segment.size, 4)
        row = self.leaf.between(segment.middle - reach, segment.middle + reach)
        return any(abs(s.x0 - x) < 5 for s in row)

    def _labelled_at(self, x: float, segment: Segment) -> bool:
        """Whether another label starts at that place of the segment's line."""
        reach = 0.5 * max(segment.size, 4)
        row = self.leaf.between(segment.middle - reach, segment.middle + reach)
        starting = [s for s in row if abs(s.x0 - x) < 5 and s is not segment]
        return any(self._free(s) is None for s in starting)


_LABEL = re.compile(
    r"(?!(?:c/o|attn|att|att'n|attention|branch|unit|building|plant|room|floor)\b)"
    r"[^\W\d_][^:：\n]{2,44}[:：]\s{0,9}[^\s/]",
    re.IGNORECASE,
)


def _hugs(label: Segment, right: Segment) -> bool:
    """Whether a value goes on where its label in small print ends, on its base line."""
    near = right.x0 - label.x1 < 0.8 * right.size
    level = abs(right.y1 - label.y1) < 0.35 * right.size
    return near and level and right.size > 1.1 * label.size
