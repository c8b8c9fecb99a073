"""What goods travel in, by number: containers, their seals, trucks and trailers."""

import re
from collections.abc import Callable, Mapping

from enduse.codes import container
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.values import Stretch


def _containers(stretch: Stretch, where: str, sheet: Sheet, confidence: float) -> bool:
    found = container.mentioned(stretch.text)
    for number in found:
        if sheet.new("container", number):
            sheet.notes.reference("container", number, where, confidence)
    if found:
        stretch.take()
    return bool(found)


_PLATE = re.compile(r"(?=[^.;,]*\d)[^\W_][\w -]{3,19}")


def _vehicle(stretch: Stretch, where: str, sheet: Sheet, confidence: float) -> bool:
    """The number plates of a truck and its trailer."""
    plates = (match[0].strip() for match in _PLATE.finditer(stretch.text))
    found = [plate for plate in plates if plate == plate.upper()]
    for plate in found[:2]:
        if sheet.new("vehicle", plate):
            sheet.notes.reference("vehicle", plate, where, confidence)
    if found:
        stretch.take()
    return bool(found)


def _seals(stretch: Stretch, where: str, sheet: Sheet, confidence: float) -> bool:
    text = stretch.text
    for number in container.mentioned(text):
        loose = r"[ ./-]{0,2}".join(number)
        text = re.sub(loose, " ", text, flags=re.IGNORECASE)
    found = [
        word
        for word in re.findall(r"[A-Z0-9][A-Z0-9-]{3,19}", text.upper())
        if sum(c.isdigit() for c in word) > 2
    ]
    for word in found:
        if sheet.new("seal", word):
            sheet.notes.reference("seal", word, where, confidence)
    if found:
        stretch.take()
    return bool(found)


MEANS: Mapping[str, Callable[[Stretch, str, Sheet, float], bool]] = {
    "container": _containers,
    "seal": _seals,
    "vehicle": _vehicle,
}
