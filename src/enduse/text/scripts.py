"""Which writing systems a text uses, as ISO 15924 codes."""

from functools import lru_cache

# First code point, last code point, script. *Source*: Unicode 15.1, Scripts.txt;
# only the blocks that names are written in.
_BLOCKS = (
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x3040, 0x309F, "Hira"),
    (0x30A0, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Hani"),
    (0xAC00, 0xD7A3, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB50, 0xFEFC, "Arab"),
)
_LATIN, _NONE = frozenset(("Latn",)), frozenset[str]()


@lru_cache(maxsize=4096)
def script(char: str) -> str:
    """The script of one character, or '' for digits, punctuation and the unknown."""
    if not char.isalpha():
        return ""
    code = ord(char)
    return next((name for low, high, name in _BLOCKS if low <= code <= high), "Zzzz")


def scripts(text: str) -> frozenset[str]:
    """Every script a letter of the text belongs to.

    *Unknown*: `Zzzz` for letters outside the blocks names are written in.
    *Example*

    >>> sorted(scripts("ООО Acme"))
    ['Cyrl', 'Latn']
    """
    if text.isascii():
        return _LATIN if text.lower() != text.upper() else _NONE
    return _other_scripts(text)


@lru_cache(maxsize=4096)  # of one name it is asked again and again
def _other_scripts(text: str) -> frozenset[str]:
    return frozenset({script(char) for char in set(text)} - {""})


@lru_cache(maxsize=4096)
def is_right_to_left(text: str) -> bool:
    """Whether a text has a letter that is read from right to left."""
    return any(script(char) in ("Arab", "Hebr") for char in text)
