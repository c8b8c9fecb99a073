"""Short words for bodies, put as what they stand for: `NPO` is a scientific and
manufacturing association, as a firm's own words say it elsewhere.

*Source*: `short_bodies.toml` beside this file.
"""

import re
from functools import cache

from enduse.text.concepts import translated
from enduse.text.german_words import parts
from enduse.text.scripts import scripts
from enduse.text.tables import table

_OF_BANKS = "kb"  # of firms that build machines, too
_COMPOUNDED = ("nauchno", "proizvodstvenno", "opytno", "voenno", "naukovo")
_COMPOUND = re.compile(rf"^({'|'.join(_COMPOUNDED)})([a-z]{{6,}})$")
_LETTERS = 7  # of the shortest word that is read as several
_COMPOUND_LETTERS, _HALF = 14, 5  # of two words in one, and of one of them
_RUSSIAN_ENDS = ("yy", "iy", "aya", "oe", "oye", "ykh", "ikh", "ogo", "ii", "yi", "yh")
_RUSSIAN_FORM = re.compile(
    r"(?i)^\W*(?:LLC\b|LIMITED LIABILITY|(?:PUBLIC |OPEN |CLOSED )?JOINT[- ]STOCK)|"
    r"\b(?:OBSHCH?ESTVO|AKTSIONERNOY?E|FEDERAL STATE UNITARY)\b|"
    r"\b(?:OAO|OOO|ZAO|PAO|AO|[OPC]?JSC|FSUE|FGUP)\b"
)
# Of what `_RUSSIAN_FORM` finds, each has some.
_RUSSIAN_LETTERS = (
    "LLC", "JSC", "OOO", "AO", "FSUE", "FGUP",
    "LIABILITY", "STOCK", "OBSH", "AKTSION", "UNITARY",
)  # fmt: skip


@cache
def _bodies() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Short words for bodies and what they stand for: in any script, in Cyrillic."""
    tables = table("short_bodies")
    known: dict[str, str] = tables["bodies"]
    cyrillic: dict[str, str] = known | tables["cyrillic"]
    return (
        {short: long.split() for short, long in known.items()},
        {short: long.split() for short, long in cyrillic.items()},
    )


@cache
def _numbered() -> dict[str, list[str]]:
    """Short words for works that are called by a number, in Latin letters too."""
    known: dict[str, str] = table("short_bodies")["numbered"]
    return {short: long.split() for short, long in known.items()}


def spelt_out(tokens: list[str], text: str) -> list[str]:
    """Short words for bodies as what they stand for, beside a name of their own.

    *Example*

    >>> spelt_out(["npo", "luch"], "")
    ['scientific', 'manufacturing', 'assoc', 'luch']
    >>> spelt_out(["680", "arz"], "680 ARZ"), spelt_out(["arz", "luch"], "Arz Luch")
    (['680', 'aviation', 'repair', 'factory'], ['arz', 'luch'])
    """
    if len(tokens) < 2:
        return tokens
    russian = _says_russian(text) or any(map(_is_russian, tokens))
    bodies = _bodies()[1 if russian else 0]
    if not russian and any(map(str.isdigit, tokens)):
        bodies = bodies | _numbered()
    if _OF_BANKS in tokens and any(map(_is_of_banks, tokens)):
        bodies = bodies | {_OF_BANKS: ["commerce", "bank"]}
    spelt: list[str] = []
    for token in tokens:
        spelt += bodies.get(token) or _several(token)
    return spelt


def is_body(token: str) -> bool:
    """Whether a token may be spelt out, in a name of some script.

    *Example*

    >>> is_body("npo"), is_body("luch")
    (True, False)
    """
    return token in _bodies()[1] or token == _OF_BANKS or len(_several(token)) > 1


def _several(token: str) -> list[str]:
    """A Russian or German word that is several English ones as those."""
    found = _COMPOUND.match(token) if token.startswith(_COMPOUNDED) else None
    if found:
        return list(found.groups())
    said = translated(token) if len(token) >= _LETTERS else token
    if "-" in said:
        return said.split("-")
    if german := parts(token):
        return german
    both = said == token and len(token) >= _COMPOUND_LETTERS
    return _both(token) if both else [token]


def _both(token: str) -> list[str]:
    """Two Russian words joined by an `o` as those: `kontrolnoizmeritelnyy`."""
    for at in range(_HALF, len(token) - _HALF):
        one, other = token[:at], token[at:]
        if one.endswith("o") and translated(other) != other:
            first = translated(one)
            if first != one or one in _COMPOUNDED:
                return [first, translated(other)]
    return [token]


def _is_russian(token: str) -> bool:
    """Whether a word in Latin letters is a Russian adjective of firms' names."""
    return token.endswith(_RUSSIAN_ENDS) and translated(token) != token


def _is_of_banks(token: str) -> bool:
    return token.endswith("bank") or token.startswith(("kredit", "credit"))


def _says_russian(text: str) -> bool:
    """Whether a firm's name is in Cyrillic, or bears a legal form of Russia."""
    if text.isascii():
        upper = text.upper()
        if not any(map(upper.__contains__, _RUSSIAN_LETTERS)):
            return False
        return _RUSSIAN_FORM.search(text) is not None
    return _RUSSIAN_FORM.search(text) is not None or "Cyrl" in scripts(text)
