"""Which registry a source is of: party lists, or goods.

Both families have readers of one shape and cards of one kind; only what they make of
their rows differs, listings or entries.
"""

from enduse.files.source_file import SourceFile
from enduse.goods import registry as goods
from enduse.goods.registry import GoodsReader
from enduse.lists import registry as lists
from enduse.lists.card import Card
from enduse.lists.registry import ListReader


def is_goods(reader: str) -> bool:
    """Whether the reader of that name reads a goods source."""
    return reader in goods.names() and reader not in lists.names()


def reader(name: str) -> ListReader | GoodsReader:
    """The reader of that name. *Raises* KeyError for a name nobody registered."""
    return goods.reader(name) if is_goods(name) else lists.reader(name)


def sniff(file: SourceFile) -> tuple[str, str] | None:
    """(reader name, source id) for a file; party lists are asked first."""
    return lists.sniff(file) or goods.sniff(file)


def card(source: str) -> Card:
    """The card of a source. *Raises* KeyError where no reader knows the source."""
    try:
        return lists.card(source)
    except KeyError:
        return goods.card(source)


def cards() -> dict[str, Card]:
    """Every fixed source's card by source id, party lists first."""
    return {**lists.cards(), **goods.cards()}


def reader_of(source: str) -> ListReader | GoodsReader:
    """The first reader that has the source's card. *Raises* KeyError if none has."""
    try:
        return lists.reader_of(source)
    except KeyError:
        return goods.reader_of(source)
