"""Given and fathers' names of Belarusians and Ukrainians as Russians have them.

A passport of Minsk says `Siarhei Mikalaevich`, one of Moscow `Sergei Nikolaevich`:
lists and banks have the one or the other.

*Source*: `russian_names.txt`.
"""

from functools import cache

from enduse.text.given_names import cluster, fathers_of
from enduse.text.tables import sections

_AS_VOWELS = "yij"  # Yuri and George are forms of one name, but two to Russians


@cache
def _russian() -> dict[int, tuple[str, ...]]:
    """For each given or father's name, by its number, what Russians write."""
    told = sections("russian_names")
    found: dict[int, tuple[str, ...]] = {}
    for name, *fathers in (*told["men"], *told["women"]):
        at = cluster(name)
        ways = zip((False, True), fathers, strict=False)
        own = {fathers_of(at, daughter=sex): father for sex, father in ways}
        for number, said in {at: name, **own}.items():
            found[number] = (*found.get(number, ()), said)
    return found


def russian_name(word: str) -> str:
    """A given or father's name as a Russian's; '' for a word that is neither.

    *Example*

    >>> russian_name("siarhei"), russian_name("mikalaevich"), russian_name("marozau")
    ('sergei', 'nikolaevich', '')
    """
    ways = _russian().get(cluster(word), ("",))
    first = word[:1] in _AS_VOWELS
    return next((way for way in ways if (way[:1] == "y") is first), ways[0])
