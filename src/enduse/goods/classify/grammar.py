"""What part numbers in a description say of its class, by the makers' own grammar."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.attributes import part_numbers
from enduse.goods.classify.index import classes
from enduse.goods.words import parts

_TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9./#+-]{2,39}")
_DIGIT = re.compile("[0-9]")
_SAID = re.compile(r"(?<!\S)[^\W\d_]{3,}(?!\w)")
_OTHER_SCRIPT = re.compile("[\u0370-\u07ff\u0900-\u0dff\u3040-\ud7af]{2}")
_BEARING = re.compile(
    r"\b(\d{4,5}) (?=(?:2-?R[SZ][1HR]?|RS[1H]|2Z|ZZ|LLU|DDU|J2|EK|ECP|BEP|BECB[PY]"
    r"|ETN9)\b)"
)  # a number and, after a blank, the design of a bearing: "32207 J2/Q", "6204 2RS"
_MOST = 3  # part numbers looked up in one description
_WHOLE = 9.0  # places of a pattern that leave no doubt
SURE = 0.4  # strength of a reading (four places told) from where it is `RIGHT`
RIGHT = 0.65  # of readings that strong, on parts with what is said of them
RIGHT_AMONG = 0.45  # the same among words that tell of more, and where it is shorter
SHORT = 0.5  # strength (a pattern of four or five places) up to where it is short
OTHER = 0.5  # from here on words are surer of another code
_AMONG = 3  # words without a digit that tell of more


class Readings(NamedTuple):
    """Row, class and strength (0 to 1.5) of each class a part number speaks for.

    `told` says of each text whether it has words in another script than Latin.
    """

    row: NDArray[np.int64]
    code: NDArray[np.int64]
    strength: NDArray[np.float32]
    told: NDArray[np.bool_]


def readings(texts: Sequence[str]) -> Readings:
    """What the part numbers of each text say, the strongest reading of each class."""
    found = [
        (row, code, strength)
        for row, text in enumerate(texts)
        for code, strength in spoken(text).items()
    ]
    columns = list(zip(*found, strict=True)) or [(), (), ()]
    return Readings(
        np.array(columns[0], np.int64),
        np.array(columns[1], np.int64),
        np.array(columns[2], np.float32),
        np.array([_told(text) for text in texts], bool),
    )


def with_read(
    texts: Sequence[str],
    read: Readings,
    *,
    classes_: NDArray[np.int64],
    p: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The probabilities of candidates, that which a part number says at least `RIGHT`.

    For weights that were fitted to few parts with words around them. Of 71 short
    readings among words 42 were right where nothing of the like was learned, of 11
    one where it was: no more than `RIGHT_AMONG`, so that none of them decides.
    """
    found = p.copy()
    for row in np.unique(read.row[read.strength >= SURE]).tolist():
        if not part_numbers(texts[row]):
            continue
        mine = np.flatnonzero(read.row == row)
        best = mine[read.strength[mine].argmax()]
        at = np.flatnonzero(classes_[row] == read.code[best])
        own = p[row, at].sum()
        short = read.strength[best] < SHORT and _tells_more(texts[row])
        least = RIGHT_AMONG if short else RIGHT
        if own < least and p[row].max() < OTHER:
            found[row] *= (1 - least) / max(1 - own, 1e-9)
            found[row, at] = least
    return found


def _tells_more(text: str) -> bool:
    """Whether some words stand beside part numbers."""
    return len(_SAID.findall(text)) >= _AMONG


def _told(text: str) -> bool:
    return not text.isascii() and bool(_OTHER_SCRIPT.search(text))


def spoken(text: str) -> dict[int, float]:
    """Class and strength of each reading of the part numbers in a text.

    A reading is the stronger the longer its pattern, and half as much again where the
    text names its maker.
    """
    best: dict[int, float] = {}
    if not _DIGIT.search(text):
        return best
    cut = _BEARING.sub(r"\1", text[:400])
    tokens = [t for t in _TOKEN.findall(cut) if _DIGIT.search(t)]
    lower = text.lower()
    for token in tokens[:_MOST]:
        for code, length, maker in _read(parts.normal_part(token)):
            named = bool(maker) and maker in lower
            strength = min(length / _WHOLE, 1.0) + 0.5 * named
            best[code] = max(best.get(code, 0.0), strength)
    return best


@lru_cache(maxsize=200_000)
def _read(part: str) -> tuple[tuple[int, float, str], ...]:
    """Class, length of pattern and maker's first word of each reading of a part."""
    if len(part) < 4 or part.isdigit():
        return ()
    place = _places()
    return tuple(
        (place[one.hs6], _length(one.pattern), one.maker.lower().partition(" ")[0])
        for one in parts.find(part)
        if one.hs6 in place
    )


@cache
def _length(pattern: str) -> float:
    """Places of a pattern, an open one counting for a part."""
    body = re.sub(r"\[[A-Z0-9]+\]", "?", pattern.removesuffix("$"))
    return sum({"#": 0.3, "@": 0.2, "?": 0.6}.get(sign, 1.0) for sign in body)


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    return {code: n for n, code in enumerate(classes())}
