"""Short forms of documents as the words they stand for: "VLV BALL SS316", "осц. цифр.".

Letters left out leave nothing that known lines share. What may stand for several words
stays as it is; the forms stand in `words/short_forms.tsv`.
"""

import re
from functools import cache
from importlib.resources import files

from enduse.goods.words.lines import rows_of


def spelt_out(text: str) -> str:
    """The text with its short forms written out.

    *Example*:
    >>> spelt_out("VLV BALL 1/2IN"), spelt_out("осц. цифр. 2-кан.")
    ('valve BALL 1/2IN', 'осциллограф цифровой 2-кан.')
    >>> spelt_out("BRG-6205") == "BRG-6205"  # of a part number
    True
    """
    lower = text.lower()
    if _hints().isdisjoint(lower.split()) and "." not in lower:
        return text
    return _pattern().sub(_word, text)


def _word(found: re.Match[str]) -> str:
    return _forms()[" ".join(found.group().lower().split())]


@cache
def _forms() -> dict[str, str]:
    rows = rows_of(files("enduse.goods.words") / "short_forms.tsv")
    return {row[0]: row[2] for row in rows}


@cache
def _hints() -> frozenset[str]:
    return frozenset(form.split()[0].rstrip(".") for form in _forms()) | frozenset(
        form.split()[0] for form in _forms()
    )


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_forms(), key=len, reverse=True)
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
    return re.compile(rf"(?<![\w./#+-])(?:{forms})(?![\w/#+-])", re.IGNORECASE)
