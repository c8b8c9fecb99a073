"""Labels on a page: where a known phrase stands before, above or beside a value."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from enduse.messages.trade.paper.days import dates_in
from enduse.messages.trade.paper.figures import numbers
from enduse.messages.trade.paper.segment import Segment
from enduse.messages.trade.paper.vocabulary import Found, Token, labels, tokens_of

_NUMBERING = re.compile(
    r"\s*[(\[]?\s*(?:\d{1,2}|[a-zA-Z])?\s*[.)\]]*\s*[-•*–]?\s*"
    r"(?:(?:the|der|die|le|la|el)\s+)?",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;|•●.!]\s*$|\s[-–—]\s*$|,\s*$|\s{2,}$")
_JOINT = re.compile(
    r"[.\s]*(?:[/&,+|(\[-]|\band\b|\bund\b|\bet\b|\by\b|\bve\b|и)[.\s]*"
)
_ASIDE = re.compile(r"\s*[(\[（][^()\[\]（）0-9]{2,80}[)\]）]")
_COLON = re.compile(r"\s*(?:[.\s]{0,3}[:：=]|\.{3,}|\s[-–—](?=\s))\s*")
_INCOTERM = re.compile(
    r"\b(?:EXW|FCA|FAS|FOB|CFR|CNF|C&F|CIF|CPT|CIP|DAT|DPU|DAP|DDP|DDU|DAF|DES|DEQ)\b"
)
_PRINTED = re.compile(
    r"\s*(?:[(/,;&]|\.\s+[A-Z]|['’]s\b|(?:of|and|or|in|by|for|as|to)\b)", re.IGNORECASE
)
_UNSHUT = re.compile(r"[^()]*\([^()]*$")
_FORM = re.compile(r"optional|country|address|if any|name", re.IGNORECASE)
MAX_LABEL = 12  # tokens, with everything joined to it
SCALAR = ("references", "dates", "places", "vessel", "totals", "values", "terms")


class Hit(NamedTuple):
    """A label in a segment: what it may stand for, and the stretch of its value."""

    segment: Segment
    fields: tuple[str, ...]
    section: str
    start: int
    value_at: int
    value_end: int
    sure: bool

    @property
    def value(self) -> str:
        """What follows on the same line, up to the next label."""
        return self.segment.text[self.value_at : self.value_end]


class _Phrase(NamedTuple):
    fields: tuple[str, ...]
    section: str
    first: int
    start: int
    end: int
    words: int


def hits_in(segment: Segment) -> list[Hit]:
    """The labels of a segment, from the left, each with the value beside it."""
    text = segment.text
    if len(text) > 600:
        return []
    phrases = _phrases(text, tokens_of(text))
    if len(phrases) > 1 and _only_labels(text, phrases):
        last = {phrase.fields: phrase for phrase in phrases}
        return [
            Hit(segment, fields, p.section, p.start, p.end, p.end, True)
            for p in phrases
            for fields in [p.fields if last[p.fields] is p else ("reference",)]
        ]
    if phrases and _is_heading(segment, phrases[0]):
        one = phrases[0]
        end = len(text)
        return [Hit(segment, one.fields, one.section, one.start, end, end, True)]
    kept: list[tuple[_Phrase, bool]] = []
    for number, phrase in enumerate(phrases):
        following = phrases[number + 1].start if number + 1 < len(phrases) else None
        sure = _surely(segment, phrase)
        if sure or _likely(segment, phrase, following, bool(kept)):
            kept.append((phrase, sure))
    found = []
    for number, (phrase, sure) in enumerate(kept):
        end = kept[number + 1][0].start if number + 1 < len(kept) else len(text)
        colon = _COLON.match(text, phrase.end)
        begin = phrase.end + (text[phrase.end : phrase.end + 1] in ("°", "º"))
        colon = colon or _COLON.match(text, begin)  # `Facture n° :`
        begin = min(colon.end() if colon else begin, end)
        found.append(
            Hit(segment, phrase.fields, phrase.section, phrase.start, begin, end, sure)
        )
    return found


def _only_labels(text: str, phrases: Sequence[_Phrase]) -> bool:
    """Whether labels stand side by side and nothing else: `B/L NO.   BOOKING NO.`"""
    if any(phrase.section not in SCALAR or phrase.words < 2 for phrase in phrases):
        return False
    edges = [0, *(edge for p in phrases for edge in (p.start, p.end)), len(text)]
    between = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    return not any(c.isalnum() for c in between) and ":" not in text


def _is_heading(segment: Segment, phrase: _Phrase) -> bool:
    """Whether it is the small print over a box, all of it: `4 Place of delivery of`."""
    text = segment.text
    rest = text[phrase.end :]
    opens = _NUMBERING.fullmatch(text[: phrase.start])
    said = re.sub(r"\([^()]*\)", "", rest)  # `(see clause 22)`
    plain = not any(c.isdigit() for c in said) and not re.search(r"[:：]", text)
    if not (segment.small and opens and plain) or len(text) > 150:
        return False
    numbered = text[: phrase.start].strip(" .)([")[:1].isdigit()
    return bool(_PRINTED.match(rest)) or (numbered and rest[:1].isspace())


def _phrases(text: str, tokens: Sequence[Token]) -> list[_Phrase]:
    found = []
    place = 0
    known = labels()
    while place < len(tokens):
        phrase = known.at(tokens, place)
        if not phrase:
            place += 1
            continue
        one = _extended(text, tokens, phrase)
        found.append(one)
        place += one.words
    return found


def _extended(text: str, tokens: Sequence[Token], first: Found) -> _Phrase:
    """A label with what is joined to it: `Exporter / Seller (name, address)`."""
    fields, last = [first.field], first.last
    shut = _UNSHUT.match(text[tokens[first.first].start : tokens[last].end])
    ends = text.find(")", tokens[last].end, tokens[last].end + 80) if shut else -1
    if ends > 0:  # `Carrier (name` of `Carrier (name, address)`
        last = max(n for n, token in enumerate(tokens) if token.start < ends)
        return _phrase(fields, first, tokens, last, ends + 1)
    known = labels()
    while True:
        end = tokens[last].end
        aside = _ASIDE.match(text, end)
        if aside:
            inside = [n for n, t in enumerate(tokens) if end <= t.start < aside.end()]
            more = known.at(tokens, inside[0]) if inside else None
            if more and (more.section == first.section):
                fields.append(more.field)
            elif more and first.section == "ends" and more.section == "parties":
                fields = [more.field]  # `From (Shipper)`
            spoken = first.section != "places" or bool(more) or _FORM.search(aside[0])
            if spoken and inside and (more or not text[aside.start() :].isupper()):
                last = inside[-1]
                further = _joined_on(text, tokens, first, aside.end())
                if further is None:
                    return _phrase(fields, first, tokens, last, aside.end())
                fields.append(further.field)
                last = further.last
                continue
        joint = _JOINT.match(text, end)
        start = joint.end() if joint else end
        following = next((n for n, t in enumerate(tokens) if t.start >= start), None)
        same = joint or text[end : start + 1].isspace() or _is_han(text, end)
        more = known.at(tokens, following) if following is not None and same else None
        width = last - first.first
        alike = more and (more.section == first.section or _go_together(first, more))
        if not more or not alike or width > MAX_LABEL:
            break
        if not joint and more.field != first.field and not _go_together(first, more):
            break
        fields.append(more.field)
        last = more.last
    end = tokens[last].end
    close = re.compile(r"\s*[)\]）]").match(text, end)
    return _phrase(fields, first, tokens, last, close.end() if close else end)


def _joined_on(
    text: str, tokens: Sequence[Token], first: Found, end: int
) -> Found | None:
    """A label joined on behind a bracket: `Sender (name, address) / Absender`."""
    joint = _JOINT.match(text, end)
    start = joint.end() if joint else end
    place = next((n for n, t in enumerate(tokens) if t.start >= start), None)
    more = labels().at(tokens, place) if joint and place is not None else None
    return more if more and more.section == first.section else None


def _go_together(first: Found, more: Found) -> bool:
    pair = {first.field, more.field}
    return pair <= {"vessel", "voyage", "flight"} or pair <= {"container", "seal"}


def _is_han(text: str, end: int) -> bool:
    return "\u3400" <= text[end - 1] <= "\u9fff"


def _phrase(
    fields: list[str], first: Found, tokens: Sequence[Token], last: int, end: int
) -> _Phrase:
    unique = tuple(dict.fromkeys(fields))
    width = last - first.first + 1
    return _Phrase(
        unique, first.section, first.first, tokens[first.first].start, end, width
    )


def _surely(segment: Segment, phrase: _Phrase) -> bool:
    """A colon after it, a change from bold to plain, or nothing else on its line."""
    text = segment.text
    before = text[: phrase.start]
    opens = bool(_NUMBERING.fullmatch(before))
    parted = opens or bool(_BREAK.search(before)) or _bold_starts(segment, phrase.start)
    inside = ":" in text[phrase.start : phrase.end]  # `Contract: № 12`
    colon = inside or _COLON.match(text, phrase.end)
    named = not text[phrase.start].islower()
    if colon and (parted or phrase.words > 1 or named):
        return parted or phrase.section in SCALAR or phrase.section == "contact"
    rest = text[phrase.end :].strip(" .:)]*°º")
    opens = opens or _is_foreign(before)
    if opens and (not rest or _is_foreign(rest)):
        return True
    if parted and segment.bold_at(phrase.start):
        after = len(text) - len(text[phrase.end :].lstrip())
        return after < len(text) and not segment.bold_at(after)
    return False


def _is_foreign(text: str) -> bool:
    """Whether words are the same label in another script, parted by a stroke."""
    bare = text.strip()
    if not bare or len(bare) > 40 or (bare[0] not in "/|" and bare[-1] not in "/|"):
        return False
    letters = [c for c in bare if c.isalnum()]
    return bool(letters) and all(c.isalpha() and ord(c) > 0x24F for c in letters)


def _bold_starts(segment: Segment, at: int) -> bool:
    return at > 0 and segment.bold_at(at) and not segment.bold_at(at - 2)


def _likely(
    segment: Segment, phrase: _Phrase, following: int | None, after_label: bool
) -> bool:
    """No mark of a label, but the right kind of value right behind it."""
    text = segment.text
    before = text[: phrase.start]
    value = text[phrase.end : following].strip(" .,;")
    if not value or phrase.section not in SCALAR:
        return False
    opens = bool(_NUMBERING.fullmatch(before)) or bool(_BREAK.search(before))
    if phrase.words == 1 and not (opens or after_label):
        return False
    if not opens and phrase.section in ("terms", "places"):
        return False
    if len(tokens_of(value)) > (8 if phrase.words == 1 else 14):
        return False
    return fits(phrase.fields[0], phrase.section, value) and (
        opens or phrase.section in ("totals", "dates", "references")
    )


def fits(field: str, section: str, value: str) -> bool:
    """Whether a text can be a value of that field."""
    text = value.strip()
    if section == "dates":
        return bool(dates_in(text))
    if section == "totals":
        return (bool(numbers(text)) and not text[0].isalpha()) or _coded(text)
    if section == "references":
        words = re.sub(r"^(?:№|#|N[°º]|No\.?\s|Nr\.?\s)\s*", "", text).split()
        word = words[0] if words else ""
        if field == "reference" and len(words) < 5:
            return any(c.isdigit() for c in text)
        return any(c.isdigit() for c in word) or (
            word.isupper() and len(word) > 4 and any(c.isdigit() for c in text[:30])
        )
    if field == "incoterm":
        named = re.search(r"\b(?:deliver\w+|free|ex works|cost)\b", text, re.IGNORECASE)
        return bool(_INCOTERM.search(text.upper()) or named)
    if field == "vessel_imo":
        return bool(re.search(r"\d(?:[ .]?\d){6}", text))
    if field == "payment_terms":
        return any(c.isalnum() for c in text)
    if section == "values":
        return any(c.isalnum() for c in text)
    return any(c.isalpha() for c in text) and (text[0].isupper() or not text.isascii())


def _coded(text: str) -> bool:
    """A currency code and then a number: `USD 1,200.00`."""
    return bool(re.match(r"(?:[A-Z]{1,3}\s?)?[€$£¥₽]?\s*\d", text))
