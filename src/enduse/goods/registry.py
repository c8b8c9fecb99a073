"""Every reader of goods sources there is, in one dict.

Each module has the shape of the party lists' readers, with `entries` in the place of
`listings`; cards lie beside them.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Protocol, cast

from enduse.goods.entry import Entry
from enduse.goods.store import GoodsStore
from enduse.lists.card import Card, card_from
from enduse.lists.record import Record
from enduse.lists.sources import SourceReader, Sources
from enduse.model import Problem


class GoodsReader(SourceReader, Protocol):
    """The shape of every module that reads a goods source."""

    def entries(self, rows: Iterable[Record]) -> Iterator[Entry | Problem]:
        """What the rows mean. Pure: the same rows give the same entries."""


# In the order they are asked to sniff: the particular before the general.
READERS: dict[str, str] = {
    "goods-own": "enduse.goods.lists.own",
    "hs": "enduse.goods.nomenclature.hs",
    "hs-sections": "enduse.goods.nomenclature.sections",
    "cn": "enduse.goods.nomenclature.cn",
    "us-hts": "enduse.goods.nomenclature.hts",
    "tnved": "enduse.goods.nomenclature.tnved",
    "unsd": "enduse.goods.nomenclature.unsd",
    "eu-833": "enduse.goods.lists.eu_833",
    "us-ccl": "enduse.goods.lists.ccl",
    "ua-gur": "enduse.goods.parts.gur",
    "uk-vague": "enduse.goods.lists.uk_vague",
}

_GOODS: Sources[GoodsReader] = Sources("enduse.goods", READERS)
reader, names, sniff = _GOODS.reader, _GOODS.names, _GOODS.sniff
card, cards, reader_of = _GOODS.card, _GOODS.cards, _GOODS.reader_of


def card_in(store: GoodsStore, source: str) -> Card:
    """The card of a source as its current snapshot has it: a user's own brings one.

    *Raises* KeyError where no reader knows the source.
    """
    for name in names():
        own = getattr(reader(name), "card_in", None)
        found = cast(Card | None, own(store, source)) if own else None
        if found:
            return found
    return card(source)


def knows(source: str) -> bool:
    """Whether this is a goods source."""
    try:
        return bool(card(source))
    except KeyError:
        return False


@cache
def load(folder: str, name: str) -> Card:
    """The card that lies beside its reader: `load("nomenclature", "hs")`."""
    place = files("enduse.goods").joinpath(folder, f"{name}.toml")
    return card_from(place.read_text(encoding="utf-8"))
