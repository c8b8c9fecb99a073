"""Under which tariff codes a substance is traded, by its CAS number.

Only substances of the controlled families: nitrocellulose and its precursors,
explosives and oxidisers, metals, semiconductor materials. A CAS number names the
substance; its form (powder, solution, article) decides the code, so there are several.
"""

import tomllib
from functools import cache
from importlib.resources import files


def name(number: str) -> str:
    """The name of the substance; '' for one not held here."""
    return next(iter(_held().get(number, ())), "")


def hs_codes(number: str) -> tuple[str, ...]:
    """The HS 2022 codes it is traded under, the commonest first; () if not held.

    *Example*

    >>> hs_codes("9004-70-0")
    ('391220',)
    """
    return _held().get(number, ())[1:]


@cache
def _held() -> dict[str, tuple[str, ...]]:
    place = files("enduse.goods").joinpath("cas.toml")
    data = tomllib.loads(place.read_text(encoding="utf-8"))
    return {number: tuple(said) for number, said in data.items()}
