"""One name for a maker however it is written: short forms, legal forms, takeovers."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_FORMS = re.compile(
    r"\b(?:INC|INCORPORATED|CORP|CORPORATION|CO|COMPANY|LTD|LIMITED|LLC|PLC|GMBH|AG|SA|NV"
    r"|BV|SE|KG|OY|AB|AS|SPA|SRL|KK|PTE|PTY|INTL|INTERNATIONAL|GROUP|HOLDINGS?|THE)\b\.?"
)


@lru_cache(maxsize=16384)
def makers(text: str) -> frozenset[str]:
    """The makers a name can mean: an owner in brackets counts beside the brand.

    *Unknown*: an empty set for an empty name. *Example*

    >>> makers("Maxim Integrated Products (Analog Devices)") & makers("ADI Inc.")
    frozenset({'analog-devices'})
    """
    outside = re.sub(r"\([^)]*\)", " ", text)
    names = [outside, *re.findall(r"\(([^)]*)\)", text)]
    return frozenset(filter(None, (_one(name) for name in names)))


def _one(name: str) -> str:
    plain = _plain(name)
    if not plain:
        return ""
    known = _known()
    words = plain.split()
    for length in range(len(words), 0, -1):
        found = known.get(" ".join(words[:length]))
        if found:
            return found
    return plain


def _plain(name: str) -> str:
    upper = re.sub(r"[^A-Z0-9&]+", " ", name.upper())
    return " ".join(_FORMS.sub(" ", upper).split())


@cache
def _known() -> dict[str, str]:
    place = files("enduse.goods").joinpath("parts", "makers.toml")
    data = tomllib.loads(place.read_text(encoding="utf-8"))
    return {_plain(name): key for key, names in data.items() for name in names}
