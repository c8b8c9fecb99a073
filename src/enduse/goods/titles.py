"""The text of a code: from the library where it has one, else from our own lists."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from enduse.goods import cas, hs
from enduse.goods.control_list import SHIPPED, shipped
from enduse.goods.editions import targets
from enduse.goods.entry import ControlEntry
from enduse.goods.store import GoodsStore


def title(code: str, edition: str, store: GoodsStore) -> str:
    """The text of a code of an HS edition, of `eccn` or of `cas`.

    The publisher's where the library has it: of the national code where one is known,
    else of its six digits; else a short one of our own for codes on the lists that
    ship. *Unknown*: '' where neither has the code.
    """
    if edition == "eccn":
        return _eccn(code, store)
    if edition == "cas":
        return cas.name(code)
    if edition not in hs.EDITIONS:
        return ""
    if len(code) > 6:
        national = next(_national(code, edition, store), "")
        if national:
            return national
    prefix = code[:6]
    found = store.titles.own(prefix, f"hs-{edition[2:]}")
    if not found and edition != hs.EDITIONS[0]:
        plain = [t for t in targets(prefix, edition, hs.EDITIONS[0]) if not t.catch_all]
        same = [(link.code, link.relationship) for link in plain] == [(prefix, "1:1")]
        return title(prefix, hs.EDITIONS[0], store) if same else ""
    return found or _ours(prefix)


def _national(code: str, edition: str, store: GoodsStore) -> Iterator[str]:
    if edition != hs.EDITIONS[0]:
        return
    for source in store.current:
        if source.startswith("cn-") and source.endswith("-en") and len(code) >= 8:
            yield from filter(None, [store.titles.whole(code[:8], source)])
    for source in ("us-hts", "tnved"):
        yield from filter(None, [store.titles.whole(code, source)])


def _eccn(code: str, store: GoodsStore) -> str:
    entries = {e.code: e for e in store.entries(ControlEntry, "us-ccl")}
    parts = code.split(".")
    for end in range(len(parts), 0, -1):
        found = entries.get(".".join(parts[:end]))
        if found:
            return found.title
    return ""


def _ours(code: str) -> str:
    """Our own short title: a list's for its very code, else one of `titles.toml`."""
    listed = {entry.code: entry.title for entry in shipped("chpl").entries}
    found = listed.get(code) or _short().get(code, "")
    if found:
        return found
    entries = (entry for name in SHIPPED for entry in shipped(name).entries)
    return next((entry.title for entry in entries if entry.code == code), "")


@cache
def _short() -> dict[str, str]:
    place = files("enduse.goods").joinpath("titles.toml")
    return {k: str(v) for k, v in tomllib.loads(place.read_text("utf-8")).items()}
