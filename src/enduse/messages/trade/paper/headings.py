"""What the heading of a column says that it holds."""

import re
from functools import lru_cache

from enduse.messages.trade.paper.segment import Segment
from enduse.messages.trade.paper.vocabulary import columns, tokens_of, unit_words

NUMBERED = re.compile(
    r"^\s*\(?\d{1,2}[a-z]?(?:[.)]\s*(?=\D)|\s+(?=[^\W\d_]+\W+[^\W\d_]{2,}))"
)
_AMONG = ("marks", "packages", "case", "container")  # often named with the goods


@lru_cache(maxsize=16384)
def field_of(text: str) -> str:
    """What a column with this heading holds, or ''.

    Units and currencies beside the name do not matter. *Example*

    >>> field_of("Unit price (EUR)"), field_of("Gross weight kg"), field_of("Hamburg")
    ('unit_price', 'gross_weight', '')
    """
    known = columns()
    tokens = tokens_of(NUMBERED.sub("", text))
    if not tokens or len(tokens) > 14:
        return ""
    words = tuple(t.word for t in tokens)
    whole = known.phrases.get(words)
    if whole:
        return whole[0]
    plain = tuple(word for word in words if word.isascii())
    if 0 < len(plain) < len(words) and plain in known.phrases:
        return known.phrases[plain][0]
    beside = unit_words()
    best = ""
    place, taken = 0, 0
    while place < len(tokens):
        found = known.at(tokens, place)
        if found and not (found.field == "line" and best):
            goods = found.field == "description" and best in _AMONG
            if goods or best in ("", "line", "unit", "other", "tax"):
                best = found.field
            taken += found.last - found.first + 1
            place = found.last + 1
        elif tokens[place].word in beside:
            taken, place = taken + 1, place + 1
        else:
            place += 1
    if taken >= len(tokens) - (len(tokens) > 4) or " / " not in text:
        return best if taken >= len(tokens) - (len(tokens) > 4) else ""
    both = (field_of(part) for part in text.split(" / ") if part.strip())
    return next((field for field in both if field), "")


def several_in(segment: Segment) -> list[tuple[str, int, int]]:
    """The headings in a segment that holds several side by side, else none."""
    tokens = tokens_of(segment.text)
    if ";" in segment.text:
        return []
    if field_of(segment.text) and len(tokens) <= 3:
        whole = columns().phrases.get(tuple(t.word for t in tokens))
        if whole or len(tokens) < 2:
            return []
    known, beside = columns(), unit_words()
    found: list[tuple[str, int, int]] = []
    place = 0
    while place < len(tokens):
        phrase = known.at(tokens, place)
        if phrase:
            end = tokens[phrase.last].end
            found.append((phrase.field, tokens[place].start, end))
            place = phrase.last + 1
        elif tokens[place].word in beside and found:
            found[-1] = (*found[-1][:2], tokens[place].end)
            place += 1
        else:
            return []
    fields = {field for field, _, _ in found}
    numbered = bool(found) and found[0][0] == "line"
    return found if len(fields) > 2 or (len(fields) == 2 and numbered) else []
