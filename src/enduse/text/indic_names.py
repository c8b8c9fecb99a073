"""How names of India and its neighbours are usually spelt: `पूजा`, Pooja.

*Source*: `indic_names.txt`: general knowledge.
"""

from functools import cache
from importlib.resources import files


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    text = (files("enduse.text") / "indic_names.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line[:1] not in ("", "#"))
    return {read: tuple(spelt) for read, *spelt in lines}


def usually_spelt(read: str) -> tuple[str, ...]:
    """A reading with each of its words as it is usually spelt, in one way or two.

    *Unknown*: none where no word of it is spelt otherwise than it is read.

    *Example*

    >>> usually_spelt("puja gayakvad"), usually_spelt("ravi")
    (('pooja gaikwad', 'pooja gaekwad'), ())
    """
    known = _spellings()
    words = [known.get(word, (word,)) for word in read.split()]
    first = " ".join(spelt[0] for spelt in words)
    last = " ".join(spelt[-1] for spelt in words)
    return tuple(way for way in dict.fromkeys((first, last)) if way != read)
