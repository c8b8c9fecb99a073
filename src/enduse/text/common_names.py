"""Names that very many people bear, on lists or not.

*Source*: `common_names.toml` beside this file: general knowledge.
"""

import tomllib
from functools import cache
from importlib.resources import files
from math import sqrt

_COMMONEST = 0.006  # share of people with the commonest name of a table, about
_GIVEN = 0.003


@cache
def _shares() -> dict[str, float]:
    text = (files("enduse.text") / "common_names.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    family, given = (tables[t]["names"].split() for t in ("family", "given"))
    shares = {name: _COMMONEST / sqrt(at + 1) for at, name in enumerate(family)}
    for name in given:
        shares[name] = max(_GIVEN, shares.get(name, 0.0))
    return shares


def share(token: str) -> float:
    """The share of people who bear a name, about; 0 for one not known as common.

    *Example*

    >>> share("smith") > share("patterson") > share("kuznetsovsky") == 0
    True
    """
    return _shares().get(token, 0.0)
