"""Names of any script in the letters a to z, the way sanctions lists spell them.

*Source*: BGN/PCGN 1947 for Russian and the national systems beside it (Ukraine
2010, Belarus 2000) as US, UK and EU lists use them; ISO 233 without its marks for
Arabic; McCune-Reischauer without its marks for Korean, which North Korean names
follow; ELOT 743 for Greek, BGN/PCGN 1981 for Armenian, the Georgian system of 2002;
anyascii, letter by letter, for what has no table here.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from anyascii import anyascii

from enduse.text.han import han_reading
from enduse.text.hangul import hangul_reading
from enduse.text.indic import SCRIPTS as INDIC
from enduse.text.indic import indic_reading
from enduse.text.kana import kana_reading
from enduse.text.scripts import script

_GOD = re.compile(r"\s*\b(?:الله|اللہ|ﷲ|אללה|אלה)(?!\w)")
_FAITH = re.compile(r"\s+(?:ال(?:دين|دین)|אלדין|אל דין)\b")
_SERVANT = re.compile(r"\bعبدال(?=\w{2})")
_WITHOUT_VOWELS = re.compile(r"\b(?!al\b)([a-z]{2,})\b")
_FIRST_W = re.compile(r"\bو(?=\w)")  # a consonant at the head of a word,
_FIRST_Y = re.compile(r"\b[يی](?=\w)")  # mostly a vowel inside it
_THAI_FIRST = re.compile(r"([เ-ไ])(ห?.)")  # vowels written before what they follow
_ALPHABETS = ("", "Latn", "Grek", "Cyrl", "Armn", "Geor")  # a mark there is no vowel
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
def _pairs() -> tuple[re.Pattern[str], dict[str, str]]:
    """Letters that are read together, of any script, and their spelling."""
    pairs: dict[str, str] = {}
    for table in _tables()["pairs"].values():
        pairs.update(table)
    return re.compile("|".join(map(re.escape, pairs))), pairs


def romanise(text: str) -> str:
    """The text in lower-case ASCII.

    A word from Arabic, Hebrew or Hangul ends in `_`, since it leaves sounds unwritten
    that romanised names have, and one from kana in `__`.

    *Example*

    >>> romanise("Хрущёв"), romanise("Müller"), romanise("김정은")
    ('khrushchev', 'muller', 'kim_ jong_ un_')
    """
    if text.isascii():
        return text.lower()
    return _romanise(text)


@lru_cache(maxsize=16384)
def _romanise(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower().replace("・", " ")
    folded = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    runs = [_run(name, run) for name, run in _runs(folded)]
    return " ".join("".join(runs).split())


def _runs(text: str) -> list[tuple[str, str]]:
    """The text cut where the script changes; other characters stay with what was."""
    runs: list[tuple[str, str]] = []
    for char in text:
        kind = script(char) or (runs[-1][0] if runs else "")
        kind = "Kana" if kind == "Hira" else kind
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
    if kind == "Kana":
        return _plain(f" {kana_reading(run)} ")
    if kind in INDIC:
        return _plain(f" {indic_reading(run)} ")
    if kind in ("Arab", "Hebr"):
        return _without_vowels(run)
    if kind == "Thai":
        return _plain(_THAI_FIRST.sub(r"\2\1", run))
    return _spelt(run) if kind in _ALPHABETS else _plain(run)


def _without_vowels(run: str) -> str:
    run = "".join(c for c in run if unicodedata.category(c) != "Mn")
    run = _SERVANT.sub("عبد ال", run)
    run = _FAITH.sub("uddin", _GOD.sub("ullah", run))
    run = _together(_FIRST_W.sub("w", _FIRST_Y.sub("y", run)))
    read = _plain(_ARTICLE.sub("al ", run).translate(_letters()))
    return _WITHOUT_VOWELS.sub(r"\1_", read)


def _spelt(run: str) -> str:
    """By the tables, with marks and without; a letter of no table by anyascii."""
    if run.isascii():
        return run
    spelled = run.translate(_letters())
    if spelled.isascii() and not _pairs()[0].search(run):
        return spelled
    bare = _together(_bare(_kept_letters(run)))
    return _plain(bare.translate(_letters()))


def _kept_letters(run: str) -> str:
    """The run with letters that have a mark and a line of their own spelt (`й`)."""
    letters = _letters()
    return "".join(
        letters.get(ord(c), c) if unicodedata.decomposition(c) else c for c in run
    )


def _bare(text: str) -> str:
    marks = unicodedata.normalize("NFD", text)
    return "".join(c for c in marks if unicodedata.category(c) != "Mn")


def _together(text: str) -> str:
    pattern, pairs = _pairs()
    return pattern.sub(lambda found: pairs[found[0]], text)


def _plain(text: str) -> str:
    """What no table has, by anyascii; signs it has no letters for go."""
    if text.isascii():
        return text
    return anyascii(text).lower()
