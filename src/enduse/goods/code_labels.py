"""What papers call a tariff code: the patterns, and which scheme each is of."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_TABLE: dict[str, Any] = tomllib.loads(
    (files("enduse.goods") / "code_labels.toml").read_text(encoding="utf-8")
)
_BEHIND = "|".join(_TABLE["words"]["behind"])
_BEFORE = "|".join(_TABLE["words"]["before"])

SURE = "|".join(piece for own in _TABLE["sure"].values() for piece in own)
"""Names that say alone that a tariff code follows, as the inside of a group."""
WITH_CODE = "|".join(piece for own in _TABLE["with_code"].values() for piece in own)
"""Names that say so beside a word for code, or before a number that is one."""
BEFORE = rf"(?:(?:{_BEFORE})[ _-])"
"""A word for code that stands before a name."""
BEHIND = rf"(?:[ _.-]{{0,2}}(?:{_BEHIND})(?![^\W\d_]))"
"""A word for code that stands behind a name."""
_ENDS = frozenset(str(_TABLE["words"]["ends"]).split())
_LONG_ENDS = ("code", "codes", "nummer", "ved", "tn")
_WORD_BEFORE = re.compile(
    r"(?<![^\W\d_])([^\W\d_]++)"
    r"(?:[\s_.:：#№=>\"'°/-]{0,6}|[ -]?(?:20\d\d|[268])[\W_]{0,5})\d"
)


def may_stand(text: str) -> bool:
    """Whether a number may stand behind the name of a scheme: a plain question.

    *Example*:
    >>> may_stand("lathe HS 8458.11"), may_stand("bearing 6205")
    (True, False)
    """
    for match in _WORD_BEFORE.finditer(text):
        word = match[1].lower()
        if not word.isascii() or word in _ENDS or word.endswith(_LONG_ENDS):
            return True
    return False


def scheme_of(label: str) -> str:
    """The scheme of a code that is called so: `hts`, `cn`, `tnved`, else `hs`.

    *Example*:
    >>> scheme_of("ТН ВЭД"), scheme_of("Zolltarifnummer"), scheme_of("HTSUS")
    ('tnved', 'hs', 'hts')
    """
    plain = " ".join(label.split())
    return next((name for name, own in _schemes() if own.fullmatch(plain)), "hs")


def names_of(scheme: str) -> str:
    """The names that codes of a scheme have, as the inside of a group."""
    sure, with_code = _TABLE["sure"], _TABLE["with_code"]
    return "|".join([*sure.get(scheme, ()), *with_code.get(scheme, ())])


@cache
def _schemes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(names_of(name), re.IGNORECASE))
        for name in ("hts", "tnved", "cn")
    )
