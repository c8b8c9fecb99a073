"""The readers of one family of sources, and the cards of the sources they read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar, cast

from enduse.files.adapters import Adapters
from enduse.files.source_file import SourceFile
from enduse.lists.card import Card
from enduse.lists.record import Record
from enduse.model import Problem


class Client(Protocol):
    """What `fetch` may use of the outside: see `enduse.library.download`."""

    def files(self, card: Card) -> list[SourceFile]:
        """Download every URL of the card, conditionally, into a scratch folder."""


class SourceReader(Protocol):
    """The shape of every module that reads a source, but for what its rows mean.

    `CARDS` has one card for each source the module reads; a module of any number of
    sources (`own-...`, an edition or a language each) makes the others in
    `card_for(source)`, None for a source that isn't its own. `IGNORED` maps a path of
    the rows (`table/column`) to the reason why nothing needs it.
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


R = TypeVar("R", bound=SourceReader)


class Sources(Adapters[R]):
    """The readers of a family, and which of them has the card of a source."""

    def cards(self) -> dict[str, Card]:
        """Every fixed source's card by source id."""
        return self._cards

    def card(self, source: str) -> Card:
        """The card of a source. *Raises* KeyError where no reader knows the source."""
        if source in self._cards:
            return self._cards[source]
        made = (self._made(name, source) for name in self.names())
        found = next((card for card in made if card), None)
        if found is None:
            raise KeyError(source)
        return found

    def reader_of(self, source: str) -> R:
        """The first reader that has the source's card. *Raises* KeyError if none."""
        for name in self.names():
            if any(card.id == source for card in self.reader(name).CARDS):
                return self.reader(name)
        for name in self.names():
            if self._made(name, source):
                return self.reader(name)
        raise KeyError(source)

    def sniff(self, file: SourceFile) -> tuple[str, str] | None:
        """(reader name, source id) for a file, or None where no reader knows it."""
        for name in self.names():
            source = self.reader(name).sniff(file)
            if source:
                return name, source
        return None

    @cached_property
    def _cards(self) -> dict[str, Card]:
        readers = map(self.reader, self.names())
        return {card.id: card for reader in readers for card in reader.CARDS}

    def _made(self, name: str, source: str) -> Card | None:
        make = getattr(self.reader(name), "card_for", None)
        return cast(Card | None, make(source)) if make else None


def one_each(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """Every file a publication of its own: the `group` of most readers."""
    return [[file] for file in files]


def undated(files: Sequence[SourceFile]) -> date | None:
    """None: the publication gives no date of its own. For readers as `published`."""
    return None


def downloaded(client: Client, card: Card) -> list[SourceFile]:
    """What lies at the card's URLs; nothing where it has none, for what is imported.

    For readers as `fetch`.
    """
    return client.files(card)
