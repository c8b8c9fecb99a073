"""Every reader of goods sources there is, in one dict.

Each module has the shape of the party lists' readers, with `entries` in the place of
`listings`; cards lie beside them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from typing import Protocol, cast

from enduse.files.source_file import SourceFile
from enduse.goods.entry import Entry
from enduse.goods.store import GoodsStore
from enduse.lists.card import Card, card_from
from enduse.lists.record import Record
from enduse.lists.registry import Client
from enduse.model import Problem


class GoodsReader(Protocol):
    """The shape of every module that reads a goods source.

    `CARDS` has one card for each source the module reads; a module of any number of
    sources (an edition or a language each) makes the others in `card_for`. `IGNORED`
    maps a path of the rows (`table/column`) to the reason why no entry needs it.
    """

    CARDS: tuple[Card, ...]
    IGNORED: Mapping[str, str]

    def sniff(self, file: SourceFile) -> str | None:
        """The id of the source this file is of, or None if it is none of ours."""

    def group(self, files: Sequence[SourceFile]) -> list[list[SourceFile]]:
        """Files that were sniffed as one source, put together as publications."""

    def published(self, files: Sequence[SourceFile]) -> date | None:
        """The date the files give for themselves, or None."""

    def fetch(self, client: Client, card: Card) -> list[SourceFile]:
        """The newest publication, from the publisher."""

    def rows(
        self, files: Sequence[SourceFile], source: str
    ) -> Iterator[Record | Problem]:
        """Every row of the files, unchanged, with its origin."""

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


@cache
def reader(name: str) -> GoodsReader:
    """The reader of that name. *Raises* KeyError for a name nobody registered."""
    for point in entry_points(group="enduse.goods"):
        if point.name == name:
            return cast(GoodsReader, point.load())
    return cast(GoodsReader, import_module(READERS[name]))


def names() -> list[str]:
    """The names of all readers, third parties' first, in sniffing order."""
    return [*(p.name for p in entry_points(group="enduse.goods")), *READERS]


@cache
def cards() -> dict[str, Card]:
    """Every fixed source's card by source id."""
    return {card.id: card for name in names() for card in reader(name).CARDS}


def card(source: str) -> Card:
    """The card of a source. *Raises* KeyError where no reader knows the source."""
    found = cards().get(source) or next(
        (made for name in names() if (made := _made_card(reader(name), source))), None
    )
    if found is None:
        raise KeyError(source)
    return found


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


def reader_of(source: str) -> GoodsReader:
    """The first reader that has the source's card. *Raises* KeyError if none has."""
    for name in names():
        if any(card.id == source for card in reader(name).CARDS):
            return reader(name)
        if _made_card(reader(name), source):
            return reader(name)
    raise KeyError(source)


def sniff(file: SourceFile) -> tuple[str, str] | None:
    """(reader name, source id) for a file, or None where no reader knows it."""
    for name in names():
        source = reader(name).sniff(file)
        if source:
            return name, source
    return None


@cache
def load(folder: str, name: str) -> Card:
    """The card that lies beside its reader: `load("nomenclature", "hs")`."""
    place = files("enduse.goods").joinpath(folder, f"{name}.toml")
    return card_from(place.read_text(encoding="utf-8"))


def undated(files: Sequence[SourceFile]) -> date | None:
    """None: the publication gives no date of its own. For readers as `published`."""
    return None


def downloaded(client: Client, card: Card) -> list[SourceFile]:
    """What lies at the card's URLs; nothing where it has none, for what is imported.

    For readers as `fetch`.
    """
    return client.files(card)


def _made_card(module: GoodsReader, source: str) -> Card | None:
    make = getattr(module, "card_for", None)
    return cast(Card | None, make(source)) if make else None
