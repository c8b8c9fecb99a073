"""Makers of parts and machines that descriptions name, and how they are written.

*Source*: `words/makers.tsv`, written for enduse from general knowledge of the trades.
Which firms sell one another's parts is said in `goods/parts/makers.toml`.
"""

from importlib.resources import files

from enduse.goods.words.lines import rows_of

MAKERS: dict[str, tuple[str, ...]] = {
    name: tuple(words.split("|"))
    for name, words, _, _ in rows_of(files("enduse.goods.words") / "makers.tsv")
}
