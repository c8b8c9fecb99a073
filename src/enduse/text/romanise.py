"""Names of any script in the letters a to z, the way sanctions lists spell them.

*Source*: BGN/PCGN 1947 for Russian and the national systems beside it (Ukraine
2010, Belarus 2000) as US, UK and EU lists use them; ISO 233 without its marks for
Arabic; McCune-Reischauer without its marks for Korean, which North Korean names
follow; ICU's transliterators for every other script.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import icu

from enduse.text.han import han_reading
from enduse.text.hangul import hangul_reading
from enduse.text.scripts import script

_WITHOUT_VOWELS = re.compile(r"\b(?!al\b)([a-z]{2,})\b")
_FIRST_W = re.compile(r"\bو(?=\w)")  # a consonant at the head of a word,
_FIRST_Y = re.compile(r"\b[يی](?=\w)")  # mostly a vowel inside it
_ARTICLE = re.compile(r"\bال(?=\w{2})")  # `alrhmn` is listed as `al-Rahman`


@cache
def _tables() -> dict[str, Any]:
    text = (files("enduse.text") / "romanise.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _letters() -> dict[int, str]:
    letters: dict[str, str] = {}
    for table in _tables()["letters"].values():
        letters.update(table)
    return str.maketrans(letters)


@cache
def _icu() -> Any:
    rules = "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower"
    return icu.Transliterator.createInstance(rules)


def romanise(text: str) -> str:
    """The text in lower-case ASCII.

    A word from Arabic or Hebrew ends in `_`, since its vowels are not written.

    *Example*

    >>> romanise("Хрущёв"), romanise("Müller"), romanise("김정은")
    ('khrushchev', 'muller', 'kim jongun')
    """
    if text.isascii():
        return text.lower()
    return _romanise(text)


@lru_cache(maxsize=16384)
def _romanise(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower()
    folded = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    runs = [_run(name, run) for name, run in _runs(folded)]
    return "".join(runs)


def _runs(text: str) -> list[tuple[str, str]]:
    """The text cut where the script changes; other characters stay with what was."""
    runs: list[tuple[str, str]] = []
    for char in text:
        kind = script(char) or (runs[-1][0] if runs else "")
        if runs and runs[-1][0] == kind:
            runs[-1] = (kind, runs[-1][1] + char)
        else:
            runs.append((kind, char))
    return runs


def _run(kind: str, run: str) -> str:
    if kind == "Hani":
        return f" {han_reading(run)} "
    if kind == "Hang":
        return f" {hangul_reading(run)} "
    if kind in ("Hira", "Kana"):
        return _plain(_icu().transliterate(run))
    if kind in ("Arab", "Hebr"):
        run = _FIRST_W.sub("w", _FIRST_Y.sub("y", run))
        return _WITHOUT_VOWELS.sub(
            r"\1_", _ARTICLE.sub("al ", run).translate(_letters())
        )
    spelled = run.translate(_letters())
    if spelled.isascii():
        return spelled
    marks = unicodedata.normalize("NFD", spelled)
    bare = "".join(c for c in marks if not unicodedata.combining(c))
    bare = bare.translate(_letters())
    return bare if bare.isascii() else _plain(_icu().transliterate(bare))


def _plain(text: str) -> str:
    """What ICU left outside ASCII (modifier letters, signs) taken out."""
    return "".join(c for c in text if c.isascii())
