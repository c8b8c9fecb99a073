"""Names that many people bear, on lists or not: how many, and men or women.

*Source*: `common_names_given.toml` and `common_names_family.toml` beside this file:
general knowledge of censuses and registers.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from enduse.text.tables import derived, table

# Peoples who write in Latin letters, so that another spelling is another name.
_LATIN = ("english", "spanish", "portuguese", "french", "italian", "german")
_SEXES = {"male": "m", "female": "f"}


def _table(name: str) -> dict[str, dict[str, Any]]:
    return table(f"common_names_{name}")


def _ranked(people: dict[str, Any], key: str) -> Iterator[tuple[str, float]]:
    for at, name in enumerate(people.get(key, "").split(), start=1):
        yield name, people["top"] / at ** people["fall"]


@cache
def _given() -> dict[str, float]:
    shares: dict[str, float] = {}
    for people in _table("given").values():
        for key in _SEXES:
            for name, share_01 in _ranked(people, key):
                shares[name] = max(share_01, shares.get(name, 0.0))
    return shares


@derived
def _shares() -> dict[str, float]:
    shares = dict(_given())
    for people in _table("family").values():
        for name, share_01 in _ranked(people, "names"):
            shares[name] = max(share_01, shares.get(name, 0.0))
    return shares


@cache
def _sexes() -> dict[str, str]:
    found: dict[str, str] = {}
    for people in _table("given").values():
        for key, sex in _SEXES.items():
            for name in people.get(key, "").split():
                if sex not in found.get(name, ""):
                    found[name] = found.get(name, "") + sex
    return found


def share(token: str) -> float:
    """The share of a people who bear the name, about; 0 for one not known as common.

    *Units*: 0..1, of those among whom it is commonest.

    *Example*

    >>> share("smith") > share("patterson") > share("kuznetsovsky") == 0
    True
    """
    return _shares().get(token, 0.0)


@cache
def _spelt_one_way() -> frozenset[str]:
    latin: set[str] = set()
    others: set[str] = set()
    for peoples in (_table("given"), _table("family")):
        for people, names in peoples.items():
            kept = latin if people in _LATIN else others
            for key in (*_SEXES, "names"):
                kept.update(names.get(key, "").split())
    return frozenset(latin - others)


@cache
def _slavic() -> frozenset[str]:
    names = _table("given")["slavic"]
    keys = (*_SEXES, "short")
    return frozenset(name for key in keys for name in names.get(key, "").split())


def is_slavic(token: str) -> bool:
    """Whether the token is a given name of Slavs, who write one name in many forms.

    *Example*

    >>> is_slavic("oleksandr"), is_slavic("robert"), is_slavic("bob")
    (True, True, False)
    """
    return token in _slavic()


def is_spelt_one_way(token: str) -> bool:
    """Whether the name is known of peoples alone who write it in Latin letters.

    *Example*

    >>> is_spelt_one_way("reed"), is_spelt_one_way("mohammed")
    (True, False)
    """
    return token in _spelt_one_way()


def sexes(token: str) -> str:
    """`m`, `f`, or both letters for a given name; empty for one not known.

    *Example*

    >>> sexes("mauricio"), sexes("marcia"), sexes("brelov")
    ('m', 'f', '')
    """
    return _sexes().get(token, "")
