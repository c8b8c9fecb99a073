"""The card of a source: who publishes it, under which law, and what to expect."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from enduse.model import Cite, Measure


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a source before its file is opened.

    *Units*: `max_age_days` in days; `min_entries` in listings. A fetched or imported
    file with fewer entries than `min_entries` is taken for truncated and refused.
    `urls` maps each file's name to where its publisher serves it; empty for a source
    that can only be imported. `expected` marks the lists without which no firm
    should clear anything: a missing one is a finding.
    """

    id: str
    title: str
    publisher: str
    jurisdiction: str
    licence: str
    homepage: str
    min_entries: int
    max_age_days: int
    law: tuple[Cite, ...] = ()
    measures: tuple[Measure, ...] = ()
    urls: tuple[tuple[str, str], ...] = ()
    licence_url: str = ""
    expected: bool = False
    notes: str = ""


def card_from(text: str) -> Card:
    """The card written in TOML. *Raises* TypeError for a key that no card has."""
    return card_from_dict(tomllib.loads(text))


def card_from_dict(plain: Mapping[str, Any]) -> Card:
    """The card of such keys and values. *Raises* TypeError as `card_from` does."""
    data = dict(plain)
    data["law"] = tuple(Cite(**cite) for cite in data.get("law", ()))
    data["measures"] = tuple(cast(Measure, m) for m in data.get("measures", ()))
    data["urls"] = tuple(data.get("urls", {}).items())
    return Card(**data)


@cache
def load(folder: str, name: str) -> Card:
    """The card that lies beside its reader: `load("un", "sc")` reads `un/sc.toml`."""
    place = files("enduse.lists").joinpath(folder, f"{name}.toml")
    return card_from(place.read_text(encoding="utf-8"))
