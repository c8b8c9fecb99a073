r"""The lines of a text in RTF: its words, without how they look.

*Source*: Microsoft, Rich Text Format Specification 1.9.1.
*Example*

>>> lines_of_rtf(rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 A;}}Buyer\tab \'c0\'ce\par x}")
['Buyer    АО', 'x']
"""

import codecs
import re

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|"
    rb"[\r\n]+|([^\\{}\r\n]+)"
)
_UNSAID = frozenset(
    (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata",
     b"listtable", b"listoverridetable", b"rsidtbl", b"generator", b"fldinst")
)  # fmt: skip
_SIGNS = {
    b"par": "\n",
    b"line": "\n",
    b"row": "\n",
    b"sect": "\n",
    b"page": "\f",
    b"tab": "    ",
    b"cell": "    ",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
}


def lines_of_rtf(data: bytes) -> list[str]:
    """The lines of an RTF text; letters that its code page lacks are U+FFFD."""
    text = _Text()
    for match in _TOKEN.finditer(data):
        text.take(match)
    text.end_letters()
    return "".join(text.said).splitlines()


class _Text:
    """What was said so far, the code page, and which groups are unseen."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._codec = "cp1252"
        self._letters = bytearray()
        self._hidden = [False]
        self._skip = 0  # letters that stand for a sign of Unicode already said

    def take(self, match: re.Match[bytes]) -> None:
        """Notes what a token says."""
        code, word, number, sign, brace, text = match.groups()
        if code:
            self._letter(int(code, 16))
            return
        self.end_letters()
        if brace == b"{":
            self._hidden.append(self._hidden[-1])
        elif brace:
            self._hidden = self._hidden[:-1] or [False]
        elif word == b"ansicpg":
            self._codec = _codec(number, self._codec)
        elif word in _UNSAID or sign == b"*":
            self._hidden[-1] = True
        elif not self._hidden[-1]:
            self.said.append(self._words(word, number, sign, text))

    def end_letters(self) -> None:
        """The letters given by number until here, which may be two bytes each."""
        self.said.append(self._letters.decode(self._codec, "replace"))
        self._letters.clear()

    def _letter(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._hidden[-1]:
            self._letters.append(byte)

    def _words(self, word: bytes, number: bytes, sign: bytes, text: bytes) -> str:
        if word == b"u" and number:
            self._skip = 1
            return chr(int(number) % 0x10000)
        if word:
            return _SIGNS.get(word, "")
        if sign:
            return {b"~": " ", b"_": "-"}.get(sign, sign.decode("latin-1"))
        skip, self._skip = self._skip if text else 0, 0
        return (text or b"")[skip:].decode(self._codec, "replace")


def _codec(number: bytes | None, known: str) -> str:
    try:
        return codecs.lookup(f"cp{(number or b'').decode()}").name
    except LookupError:
        return known
