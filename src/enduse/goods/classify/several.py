"""Several goods in one line: "bearings 6205, capacitors and one oscilloscope"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from enduse.goods.classify.classification import Classification
from enduse.goods.classify.vague import is_generic

SURE = 0.4  # of its heading, so that a piece is a good of its own
_FEWEST, _FEWEST_WIDE = 4, 2  # letters of a piece, in Latin script and in others
_LONGEST_PIECE = 60
_LONGEST = 500  # characters of a line
_MOST = 12  # goods of a line
_BETWEEN = re.compile(
    r"[;；、，・|\n]|,(?!\d)|(?<!\d),|\s[+&/]\s|[和及与]"
    r"|\s(?:and|und|et|y|e|i|oraz|и|ve|және|و|및|plus|sowie|ainsi que|так ?же)\s",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?<=\W)(?:with|without|incl\w*|mit|inkl\w*|ohne|avec|sans|con|sin|с|без)\s", re.I
)
_BRACKETS = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(
    r"^(?:\d+|an?|one|two|three|ein|eine|zwei|un|une|uno|una|bir)\s*(?:x|pcs?|шт\.?|adet|台)?\s+"
    r"(?=\S)",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def pieces_of(text: str) -> tuple[str, ...]:
    """The pieces of a line that may be goods of their own; none where it is one good.

    What comes beside goods ("with probes and case") is no piece.

    *Example*:
    >>> pieces_of("bearings 6205, capacitors and one oscilloscope")
    ('bearings 6205', 'capacitors', 'oscilloscope')
    >>> pieces_of("ball bearing 6205")
    ()
    """
    plain = _BRACKETS.sub(" ", text[:_LONGEST])
    parted = _BETWEEN.split(_BESIDE.split(plain, maxsplit=1)[0])
    if len(parted) < 2:
        return ()
    counted = (_COUNTED.sub("", piece.strip()) for piece in parted)
    told = dict.fromkeys(piece for piece in counted if _may_name(piece))
    return tuple(told)[:_MOST] if len(told) > 1 else ()


def _may_name(piece: str) -> bool:
    """Whether a piece has words of its own that are not said of goods of any kind."""
    letters = sum(map(str.isalpha, piece))
    least = _FEWEST if piece.isascii() else _FEWEST_WIDE
    return least <= letters and len(piece) <= _LONGEST_PIECE and not is_generic(piece)


def apart(told: Sequence[Classification]) -> list[Classification]:
    """The pieces that are goods of their own; none where fewer than two are.

    A piece is one where most of what its words may mean is of one heading, and its
    likeliest code is no other piece's.
    """
    first: dict[str, Classification] = {}
    for one in told:
        if one.candidates and not one.too_vague and _of_first_heading(one) >= SURE:
            first.setdefault(one.candidates[0].hs6, one)
    return list(first.values()) if len(first) > 1 else []


def _of_first_heading(one: Classification) -> float:
    heading = one.candidates[0].hs6[:4]
    return sum(other.p for other in one.candidates if other.hs6[:4] == heading)
