"""Texts that can stand alone: a leaf that says "other" carries its parents' texts."""

from collections.abc import Sequence

LONGEST = 1000


def joined(parents: Sequence[str], own: str) -> str:
    """The parents' texts and the own one, joined by `: `, each said once.

    A parent that the own text begins with, or that is repeated further down, is left
    out. *Example*

    >>> joined(["Machining centers:", "Other:"], "Not over 660 mm")
    'Machining centers: Other: Not over 660 mm'
    >>> joined(["Horses; live"], "Horses; live, pure-bred")
    'Horses; live, pure-bred'
    """
    texts = [" ".join(t.split()).strip(" :") for t in (*parents, own)]
    kept: list[str] = []
    for at, text in enumerate(texts):
        below = texts[at + 1 :]
        if text and not any(later.lower().startswith(text.lower()) for later in below):
            kept.append(text)
    return ": ".join(kept)[:LONGEST]
