"""How a code reaches the entries of a control list: as stated, or between editions.

Where the list's edition calls the goods otherwise, every possible code there is
followed; links that say nothing of one line of goods are not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from enduse.goods import editions, hs
from enduse.goods.codes import Reading
from enduse.goods.control_list import ControlList, base_of
from enduse.goods.correlated import Correlated
from enduse.goods.entry import ControlEntry
from enduse.model import Cite, Control, Via


@dataclass(frozen=True, slots=True)
class Asked:
    """A code that is asked about: how it reads, its edition, the day, how it came.

    `edition` is that of the document, '' where it says none; `imported` are the user's
    correlation tables.
    """

    reading: Reading
    edition: str
    day: date
    via: Via
    imported: Correlated | None = None


def under_tariff(one: ControlList, asked: Asked) -> Iterator[Control]:
    """How a list of tariff codes bears on a tariff code."""
    reading, day = asked.reading, asked.day
    for base in one.bases:
        found: dict[str, Control] = {}
        for code, p, how in _in_edition(asked, base):
            for entry in one.bearing_on(code, day):
                if base_of(entry) == base:
                    before = found[entry.code].p if entry.code in found else 0.0
                    share = min(1.0, before + p * _share(entry.code, code, base))
                    found[entry.code] = _control(one, entry, reading, how, share)
        yield from found.values()


def _in_edition(asked: Asked, base: str) -> Iterator[tuple[str, float, Via]]:
    """What the code is in the list's edition: (code, probability, how)."""
    reading, edition, via = asked.reading, asked.edition, asked.via
    said = edition if edition in reading.editions else reading.editions[0]
    if not edition and base in reading.editions:
        said = base
    if said == base:
        yield reading.code, 1.0, via
        return
    wider = hs.under(reading.prefix, said)
    links = {
        link.code: None
        for code in wider
        for link in editions.targets(code, said, base, imported=asked.imported)
        if not link.catch_all
    }
    for target in links:
        same = target == reading.prefix and len(links) == 1
        yield target, 1 / len(links), via if same else "mapped"


def _share(entry: str, code: str, base: str) -> float:
    """1 where the code lies within the entry; else the entry's even share of it."""
    if code.startswith(entry):
        return 1.0
    wider, narrower = hs.under(code[:6], base), hs.under(entry[:6], base)
    share = len(narrower) / len(wider) if wider and len(code) < 6 else 1.0
    return share if len(entry) <= 6 else share / 2  # a national code within: unknown


def under_eccn(one: ControlList, asked: Asked) -> Iterator[Control]:
    """The narrowest entry of a list that covers an ECCN."""
    reading, via = asked.reading, asked.via
    held = [e for e in one.entries if not e.edition and e.at(asked.day)]
    best = [e for e in held if _covers(e.code, reading.code)]
    for entry in sorted(best, key=lambda e: -len(e.code))[:1]:
        yield _control(one, entry, reading, via, 1.0)


def _covers(entry: str, code: str) -> bool:
    return code == entry or code.startswith(f"{entry}.")


def _control(
    one: ControlList, entry: ControlEntry, reading: Reading, via: Via, p: float
) -> Control:
    return Control(
        list=one.id,
        code=entry.code,
        hs6=reading.hs6 or reading.prefix,
        via=via,
        p=p,
        tier=entry.tier,
        title=entry.title,
        edition=entry.edition,
        since=entry.since,
        until=entry.until,
        grade=entry.grade,
        cites=one.card.law or (Cite(one.card.title),),
        ask=entry.ask,
        ordinary_uses=entry.ordinary_uses,
    )
