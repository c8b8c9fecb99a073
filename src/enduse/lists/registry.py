"""Every list reader there is, in one dict; others may add theirs by entry point."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, cast

from enduse.files.source_file import SourceFile
from enduse.lists.card import Card
from enduse.lists.record import Record
from enduse.model import Listing, Problem


class Client(Protocol):
    """What `fetch` may use of the outside: see `enduse.library.download`."""

    def files(self, card: Card) -> list[SourceFile]:
        """Download every URL of the card, conditionally, into a scratch folder."""


class ListReader(Protocol):
    """The shape of every module that reads a list.

    `CARDS` has one card for each source the module reads. `IGNORED` maps a path of
    the rows (`table/column`) to the reason why no listing needs it.
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

    def listings(self, rows: Iterable[Record]) -> Iterator[Listing | Problem]:
        """What the rows mean. Pure: the same rows give the same listings."""


# In the order they are asked to sniff: the particular before the general.
READERS: dict[str, str] = {
    "sample": "enduse.lists.sample.sample",
    "un-sc": "enduse.lists.un.sc",
    "eu-fsf": "enduse.lists.eu.fsf",
    "eu-fsf-csv": "enduse.lists.eu.fsf_csv",
    "eu-journal": "enduse.lists.eu.journal",
    "ch-seco": "enduse.lists.ch.seco",
    "ch-fiaa": "enduse.lists.ch.fiaa",
    "uk-ofsi": "enduse.lists.uk.ofsi",
    "uk-sanctions": "enduse.lists.uk.uksl",
    "uk-sanctions-tables": "enduse.lists.uk.uksl_normalised",
    "us-ofac-delimited": "enduse.lists.us.ofac_delimited",
    "us-ofac-xml": "enduse.lists.us.ofac_xml",
    "us-ofac-enhanced": "enduse.lists.us.ofac_enhanced",
    "us-ofac-advanced": "enduse.lists.us.ofac_advanced",
    "us-csl": "enduse.lists.us.csl",
    "us-bis-dpl": "enduse.lists.us.bis_dpl",
    "ca-sema": "enduse.lists.ca.sema",
    "au-dfat": "enduse.lists.au.dfat",
    "jp-meti-eul": "enduse.lists.jp.meti_eul",
    "jp-meti-russia": "enduse.lists.jp.meti_russia",
    "cn-mofcom": "enduse.lists.cn.mofcom",
    "targets-simple": "enduse.lists.opensanctions.targets_simple",
    "ftm": "enduse.lists.opensanctions.ftm",
    "own": "enduse.lists.own.table",
}


@cache
def reader(name: str) -> ListReader:
    """The reader of that name. *Raises* KeyError for a name nobody registered."""
    for point in entry_points(group="enduse.lists"):
        if point.name == name:
            return cast(ListReader, point.load())
    return cast(ListReader, import_module(READERS[name]))


def names() -> list[str]:
    """The names of all readers, third parties' first, in sniffing order."""
    return [*(p.name for p in entry_points(group="enduse.lists")), *READERS]


@cache
def cards() -> dict[str, Card]:
    """Every source's card by source id."""
    return {card.id: card for name in names() for card in reader(name).CARDS}


def card(source: str) -> Card:
    """The card of a source. *Raises* KeyError where no reader knows the source.

    A reader of any number of sources (`own-...`, `ftm-...`) makes the card of one
    with its `card_for(source)`, which gives None for a source that isn't its own.
    """
    if source in cards():
        return cards()[source]
    made = (_made_card(reader(name), source) for name in names())
    found = next((card for card in made if card), None)
    if found is None:
        raise KeyError(source)
    return found


def reader_of(source: str) -> ListReader:
    """The first reader that has the source's card. *Raises* KeyError if none has."""
    for name in names():
        if any(card.id == source for card in reader(name).CARDS):
            return reader(name)
    for name in names():
        if _made_card(reader(name), source):
            return reader(name)
    raise KeyError(source)


def _made_card(reader: ListReader, source: str) -> Card | None:
    make = getattr(reader, "card_for", None)
    return cast(Card | None, make(source)) if make else None


def sniff(file: SourceFile) -> tuple[str, str] | None:
    """(reader name, source id) for a file, or None where no reader knows it."""
    for name in names():
        source = reader(name).sniff(file)
        if source:
            return name, source
    return None


def one_each(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """Every file a publication of its own: the `group` of most readers."""
    return [[file] for file in files]
