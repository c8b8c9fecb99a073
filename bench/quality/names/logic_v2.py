"""OpenSanctions' logic-v2 as a scorer of two names, where nomenklatura is installed.

It is no dependency of enduse's: it needs PyICU, which has no wheels (ADR 3). To
measure beside it, `pip install nomenklatura` on a machine with a C++ compiler and ICU's
headers, in the environment that enduse is installed in.

*Source*: <https://github.com/opensanctions/nomenklatura>, `matching/logic_v2`.
"""

from collections.abc import Callable
from importlib import import_module, metadata
from typing import Any

from enduse.model import PartyKind
from enduse.names.methods import Method

_PACKAGE = "nomenklatura"
THRESHOLD = 0.7  # yente's default for a match
_SCHEMAS: dict[PartyKind, str] = {
    "person": "Person",
    "entity": "Company",
    "vessel": "Vessel",
    "aircraft": "Airplane",
}


def version() -> str:
    """The installed version of nomenklatura, "" where there is none."""
    try:
        return metadata.version(_PACKAGE)
    except metadata.PackageNotFoundError:
        return ""


def entities() -> Callable[[str, PartyKind], Any]:
    """Makes an entity of a name alone."""
    model = import_module("followthemoney").model

    def made(name: str, kind: PartyKind) -> Any:
        schema = _SCHEMAS.get(kind, "LegalEntity")
        data = {"id": name, "schema": schema, "properties": {"name": [name]}}
        return model.get_proxy(data)

    return made


def comparer() -> Callable[[Any, Any], float]:
    """Scores two entities, *units* 0..1."""
    algorithm = import_module(f"{_PACKAGE}.matching").LogicV2
    config = algorithm.default_config()

    def score(asked: Any, listed: Any) -> float:
        return float(algorithm.compare(asked, listed, config).score)

    return score


def method() -> Method:
    """The scorer of two names, at the threshold that yente has by default."""
    make, compare = entities(), comparer()

    def score(left: str, right: str, kind: PartyKind) -> float:
        return compare(make(left, kind), make(right, kind))

    return Method(score, THRESHOLD)
