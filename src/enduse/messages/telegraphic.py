"""Names in Chinese telegraphic code, four figures a sign: `2621 1424 4395` is 李尚福.

Banks write names so where only Latin letters and figures may stand; lists give the
same as a Chinese commercial code.

*Source*: Unicode 14.0, Unihan database, kMainlandTelegraph (标准电码本) and, for codes
it has not, kTaiwanTelegraph (Unicode, Inc.; Unicode License v3, which lets its data be
used and asks that it be named). `telegraphic.txt` has a line for each first two figures
and in it a sign for each last two, `·` where a code stands for none.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from enduse.model import PartyName

_GROUPS = r"\d{4}(?:[ ,/-]{1,2}\d{4}){1,12}"
_ALONE = re.compile(rf"(?:[12]/)?(?:(?:STC|CTC|CCC)[ :.-]{{0,3}})?\(?({_GROUPS})\)?")
_BEHIND = re.compile(
    rf"[^\d(]{{3,}}[ (/]+(?:(?:STC|CTC|CCC)[ :.-]{{0,3}}({_GROUPS})\)?"
    rf"|(?<=\()({_GROUPS})\))"
)
_SIGNS = 4  # of a person's name: more behind a name in letters are other figures
_NONE = "·"


def code_of(text: str) -> str:
    """The figures of a name that is nothing but telegraphic code, or ''."""
    match = _ALONE.fullmatch(text.strip())
    return match[1] if match else ""


def signs(text: str) -> str:
    """The signs of a name in code, alone or behind it in letters; '' for none.

    *Unknown*: '' where a code stands for no sign.

    *Example*

    >>> signs("2621 1424 4395"), signs("LI SHANGFU (2621/1424/4395)")
    ('李尚福', '李尚福')
    >>> signs("Suite 1200"), signs("9999 9999")
    ('', '')
    """
    if not text[-2:].strip(" )").isdecimal():
        return ""
    alone = code_of(text)
    match = None if alone else _BEHIND.fullmatch(text.strip())
    behind = (match[1] or match[2]) if match else ""
    codes = re.findall(r"\d{4}", alone or behind)
    if not alone and len(codes) > _SIGNS:
        return ""
    found = "".join(_table()[int(code[:2])][int(code[2:])] for code in codes)
    return "" if _NONE in found else found


def with_signs(names: Sequence[PartyName]) -> list[PartyName]:
    """The names, and after them what those in code stand for."""
    read = [PartyName(found, n.locator) for n in names if (found := signs(n.text))]
    return [*names, *read]


def said(text: str, found: str) -> str:
    """What is told of a name in code alone that was read as `found`, or not read."""
    looks = f"{text!r} looks like Chinese telegraphic code, four figures a sign"
    if found:
        return f"{looks}: it was read as {found} and screened as that, too"
    return (
        f"{looks}: the name was not read. Look it up by hand or ask for it in letters"
    )


@cache
def _table() -> list[str]:
    return (files("enduse.messages") / "telegraphic.txt").read_text("utf-8").split("\n")
