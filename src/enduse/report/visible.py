"""Text from outside, made safe to look at: what hides or misleads is spelt out.

A value from a message may hold characters that vanish, reverse their neighbours or
steer a terminal. A reader must see that they are there, and they must do nothing.

*Source*: Unicode Technical Report 36, Unicode Security Considerations;
Unicode Standard Annex 9 (bidirectional controls).
"""

import re
import unicodedata

_SUSPECT = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0559\u4e00-\u9fff]"
)
_PRINTED_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_JOINERS = "\u200c\u200d"
_TOO_FEW = len("… (99 more characters)")
_SPELT_OUT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str, *, lines: bool = False, limit: int = 600) -> str:
    r"""The text with every hidden or steering character spelt out, cut at `limit`.

    Control characters show as their pictures (`␀`, `␛`), others as `⟨U+202E⟩`.
    Joiners that Arabic or Indic spelling needs stay. `lines` keeps line feeds.
    *Units*: `limit` in characters; a longer text says how many it left out, and one
    that is longer by less than saying so takes is whole.

    *Example*

    >>> visible("Ivan\u202evonavI\x00")
    'Ivan⟨U+202E⟩vonavI␀'
    """
    left_out = len(text) - limit
    if left_out <= _TOO_FEW:
        left_out = 0
    kept = text[:limit] if left_out else text
    if lines:
        spelt = "\n".join(_spelt(part) for part in kept.splitlines())
    else:
        spelt = _spelt(kept)
    return f"{spelt}… ({left_out:,} more characters)" if left_out else spelt


def _spelt(text: str) -> str:
    return _SUSPECT.sub(_one, text)


def _one(found: re.Match[str]) -> str:
    char = found[0]
    if char in _JOINERS and _joins(found.string, found.start()):
        return char
    if char in _PRINTED_FORMATS:
        return char
    if char in _BLANKS or unicodedata.category(char) in _SPELT_OUT:
        return _name_of(char)
    return char


def _name_of(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner follows a letter of a script whose spelling uses joiners."""
    before = unicodedata.name(text[at - 1], "") if at else ""
    return not before.startswith(("LATIN", "CYRILLIC", "GREEK", "CJK", "DIGIT")) and (
        unicodedata.category(text[at - 1])[0] in "LM" if at else False
    )
