"""Machine tools whose codes differ by numerical control: what the words say decides.

The words of "horizontal lathe, numerically controlled" and of one that is not are all
but the same, so that neighbours vote for both. The tariff tells them apart by this
alone, and of each pair one code may be listed and its sister not.

*Source*: HS 2022, headings 84.58 to 84.62. Codes and words: `words/numerical.toml`.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.index import place_of

SHARE = 0.9  # of what speaks for the other code
LEAST = 0.2  # of both codes: such a machine is spoken of, not one of many or its work
_READ = 300  # characters
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def says_numerical(text: str) -> bool:
    """Whether a text says that a machine is numerically controlled.

    *Example*:
    >>> says_numerical("CNC lathe"), says_numerical("lathe without CNC")
    (True, False)
    """
    lower = text[:_READ].lower()
    for word in _told()["words"]["said"]:
        if word in lower:  # a plainer question than the patterns
            said, denied = _words()
            return bool(said.search(lower)) and not denied.search(lower)
    return False


def with_numerical(texts: Sequence[str], classes_: Ints, p: Floats) -> Floats:
    """The probabilities, those of one of the sisters given to the other.

    Only where the words say which is meant and both codes are candidates.
    """
    found = p
    for row, text in enumerate(texts):
        numerical = says_numerical(text)
        if not numerical and not says_manual(text):
            continue
        places = {code: at for at, code in enumerate(classes_[row].tolist())}
        for without, with_ in _pairs():
            own = [places[code] for code in with_ if code in places]
            if without not in places or not own:
                continue
            sides = ([places[without]], own)
            if p[row, sides[0] + own].sum() >= LEAST:
                found = p.copy() if found is p else found
                _give(found[row], *(sides if numerical else sides[::-1]))
    return found


def _give(p: Floats, from_: list[int], to: list[int]) -> None:
    """Give what speaks for some places to others, in place."""
    part = p[to] + 1e-12
    p[to] += SHARE * p[from_].sum() * part / part.sum()
    p[from_] *= 1 - SHARE


def says_manual(text: str) -> bool:
    """Whether a text says that a machine is worked by hand or without control.

    *Example*:
    >>> says_manual("conventional lathe"), says_manual("lathe")
    (True, False)
    """
    lower = text[:_READ].lower()
    for word in _told()["words"]["manual"]:  # noqa: SIM110  (a generator costs more)
        if word in lower:
            return True
    return False


@cache
def _told() -> dict[str, Any]:
    place = files("enduse.goods.words") / "numerical.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says it, and what denies it."""
    words = _told()["words"]
    return _any_of(words["said"]), _any_of(words["denied"])


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    begun = (
        word if word > "\u3040" else rf"(?<!\w){re.escape(word)}" for word in words
    )
    return re.compile("|".join(begun))


@cache
def _pairs() -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Classes without, and those with it."""
    places = place_of()
    codes = _told()["codes"].items()
    return tuple((places[one], tuple(places[c] for c in more)) for one, more in codes)
