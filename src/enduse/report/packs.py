"""What a long report holds back: pieces of its page, packed, that its script unpacks.

The first items of a table or a list are part of the page. What follows stands in data
blocks of zlib-compressed HTML in base64: a fifteenth of its size, costing a browser
nothing until the script puts it in its place. Without scripts the first items are read.
"""

import base64
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
Render = Callable[[Sequence[T]], str]


def parts(
    items: Iterable[T],
    render: Render[T],
    *,
    first: int,
    pack: int,
    size: Callable[[T], int] = lambda _: 1,
) -> Iterator[str]:
    """The HTML of the first items, then the rest as packs, in order.

    *Units*: `first` and `pack` in what `size` counts of an item: one each, or its
    findings.
    """
    plain = True
    held: list[T] = []
    count = 0
    for item in items:
        held.append(item)
        count += size(item)
        if count >= (first if plain else pack):
            yield render(held) if plain else packed(render(held))
            held, count, plain = [], 0, False
    if held:
        yield render(held) if plain else packed(render(held))


def packed(markup: str) -> str:
    """A piece of the page as a data block, which no browser runs."""
    data = zlib.compress(markup.encode("utf-8", "backslashreplace"), 9)
    text = base64.b64encode(data).decode("ascii")
    return f'<script type="text/plain" class="pack">{text}</script>\n'
