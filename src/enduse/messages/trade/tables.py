"""The tables of words that stand in TOML beside the readers' code.

A section turns codes or names round: each line is one meaning with all the words that
have it, `buyer = ["BY", "OB"]`; the meaning `nothing` is none.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

NOTHING = "nothing"


@cache
def _read(package: str, name: str) -> Mapping[str, Mapping[str, list[str]]]:
    place = files(package).joinpath(f"{name}.toml")
    return tomllib.loads(place.read_text(encoding="utf-8"))


class Tables:
    """The sections of one file, `name`.toml in a package."""

    def __init__(self, package: str, name: str) -> None:
        self._sections = _read(package, name)

    def meanings(self, section: str) -> dict[str, str]:
        """Every word of a section with its meaning.

        *Raises* ValueError where a word stands under two meanings.
        """
        found: dict[str, str] = {}
        for meaning, said in self._sections[section].items():
            for word in said:
                if word in found:
                    raise ValueError(f"[{section}] has {word!r} twice")
                found[word] = "" if meaning == NOTHING else meaning
        return found

    def words(self, meaning: str) -> tuple[str, ...]:
        """The words of one line of the section `sets`, in its order."""
        return tuple(self._sections["sets"][meaning])
