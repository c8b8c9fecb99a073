"""Firms called by letters, whose names other scripts write as those letters are said.

*Source*: `letter_names.toml` beside this file.
"""

import re
from functools import cache, partial

from enduse.text.scripts import scripts
from enduse.text.tables import table

_OF = {"Hang": "hangul", "Kana": "kana", "Thai": "thai", "Geor": "georgian"}
_FEWEST = 3  # letters of one word; two may be another word
_FEWEST_APART = 2  # of Arabic, where each stands by itself


@cache
def _letters(name: str) -> dict[str, str]:
    tables: dict[str, str] = table("letter_names")[name]
    return {said: letter for letter, ways in tables.items() for said in ways.split()}


@cache
def _one(name: str) -> re.Pattern[str]:
    longest = sorted(_letters(name), key=lambda said: (-len(said), said))
    return re.compile("|".join(map(re.escape, longest)))


@cache
def _words(name: str) -> re.Pattern[str]:
    one = _one(name).pattern
    if name == "arabic":
        again = f"(?:\\s+(?:{one})){{{_FEWEST_APART - 1},}}"
        return re.compile(rf"(?<![\w.])(?:{one}){again}(?![\w.])")
    return re.compile(rf"(?<!\S)(?:{one}){{{_FEWEST},}}(?!\S)")


def with_letters(text: str) -> str:
    """The text with words that only say Latin letters as those letters.

    *Example*

    >>> with_letters("บริษัท ทีอีซีจีอาร์ จำกัด"), with_letters("آر بي جي للحلول")
    ('บริษัท tecgr จำกัด', 'rbg للحلول')
    """
    found = scripts(text)
    for script, name in (*_OF.items(), ("Arab", "arabic")):
        if script in found:
            text = _words(name).sub(partial(_read, name), text)
    return text


def _read(name: str, said: re.Match[str]) -> str:
    return "".join(_letters(name)[one] for one in _one(name).findall(said[0]))
