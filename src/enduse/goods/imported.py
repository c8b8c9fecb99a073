"""Control lists that came by import: EU export bans, ECCN texts, a user's own."""

from collections.abc import Iterator

from enduse.goods import registry
from enduse.goods.control_list import ControlList
from enduse.goods.entry import ControlEntry
from enduse.goods.store import GoodsStore


def control_lists(store: GoodsStore) -> Iterator[ControlList]:
    """Every list of the store's control entries, in the order of their ids."""
    for source in store.sources(ControlEntry):
        entries = tuple(store.entries(ControlEntry, source))
        yield ControlList(registry.card_in(store, source), entries)
