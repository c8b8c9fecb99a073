"""The words of one page, as pdfium gives them. Runs in the child."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from enduse.messages.trade.pdf.drawn import drawn
from enduse.messages.trade.pdf.view import View, view_of
from enduse.messages.trade.pdf.wire import Glyphs, RawPage
from enduse.text.scripts import is_right_to_left

MAX_CHARACTERS = 200_000  # of one page; a dense one has 10,000
_SPACES = frozenset(" \t\r\n\u00a0\u2002\u2003\u2009\u3000\u200b\ufeff\x00\u2028\u2029")
_RTL_FROM = "\u0590"
_HYPHENS = frozenset("\x02\ufffe\uffff")


class _Letter(NamedTuple):
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    turn: int
    place: int


def read_page(document: Any, number: int) -> RawPage:
    """The page of that number, from 1, with its form fields and stamps on it."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return RawPage(number, 0, 0, [], [], fault="its page object is damaged")
    try:
        if pdfium.FPDFPage_GetAnnotCount(page) > 0:
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT)
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, number - 1)
        view = view_of(page)
        words, cut = _words(page, view)
        rules, pictures, figures = drawn(page, view)
        return RawPage(
            number, *view.size, words, rules, pictures, cut=cut, figures=figures
        )
    finally:
        pdfium.FPDF_ClosePage(page)


def _words(page: Any, view: View) -> tuple[list[Glyphs], bool]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], False
    try:
        count = pdfium.FPDFText_CountChars(text)
        letters = _letters(text, view, min(count, MAX_CHARACTERS))
        words = [_word(run, text) for run in _runs(letters)]
        return words, count > MAX_CHARACTERS
    finally:
        pdfium.FPDFText_ClosePage(text)


def _letters(text: Any, view: View, count: int) -> Iterator[_Letter | None]:
    """Every letter with its loose box; None where a word ends."""
    box = pdfium.FS_RECTF()
    place = ctypes.byref(box)
    pair = ""
    top = view.height + view.bottom
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        letter = chr(code) if 0 < code < 0x110000 else "\x00"
        if 0xD800 <= code <= 0xDFFF:
            pair, letter = _surrogates(pair, letter)
            if not letter:
                continue
        if letter in _HYPHENS:
            letter = "-"
        if letter in _SPACES or not pdfium.FPDFText_GetLooseCharBox(text, index, place):
            yield None
            continue
        if code < 32 and letter != "-":
            yield None
            continue
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        turn = round(angle / (math.pi / 2)) % 4 if angle > 0 else 0
        turn = (turn + view.rotation) % 4
        if letter >= _RTL_FROM and is_right_to_left(letter):
            letter = unicodedata.normalize("NFKC", letter)
            _level_out(text, index, box)
        if view.rotation:
            x0, y0, x1, y1 = view.box(box.left, box.bottom, box.right, box.top)
        else:  # the same, without the calls: most pages, every letter
            x0, x1 = box.left - view.left, box.right - view.left
            y0, y1 = top - box.top, top - box.bottom
        size = (x1 - x0) if turn % 2 else (y1 - y0)
        yield _Letter(letter, x0, y0, x1, y1, size, turn, index)


def _level_out(text: Any, index: int, box: Any) -> None:
    """Gives a joined letter the height of its font: its own box may be as low as a dot.

    pdfium knows no loose box for fonts that are drawings, as browsers write Arabic.
    """
    x, y = ctypes.c_double(), ctypes.c_double()
    if not pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y)):
        return
    size = max(pdfium.FPDFText_GetFontSize(text, index), 4.0)
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        size *= abs(matrix.d) or abs(matrix.b) or 1.0
    if 4.0 <= size <= 80.0:
        box.bottom, box.top = y.value - 0.22 * size, y.value + 0.78 * size


def _surrogates(pair: str, letter: str) -> tuple[str, str]:
    if letter < "\udc00":
        return letter, ""
    if not pair:
        return "", "\ufffd"
    joined = (pair + letter).encode("utf-16", "surrogatepass").decode("utf-16")
    return "", joined


def _runs(letters: Iterator[_Letter | None]) -> Iterator[list[_Letter]]:
    """Letters that stand together: same turn, same line, no wide gap."""
    run: list[_Letter] = []
    for letter in letters:
        if letter is None or (run and not _together(run[-1], letter)):
            if run:
                yield run
            run = []
        if letter is not None:
            run.append(letter)
    if run:
        yield run


def _together(last: _Letter, new: _Letter) -> bool:
    if last.turn != new.turn or max(last.size, new.size) > 1.7 * min(
        last.size or 1, new.size or 1
    ):
        return False
    turned = last.turn
    a = _upright(last, turned) if turned else last[1:5]
    b = _upright(new, turned) if turned else new[1:5]
    size = max(last.size, 1.0)
    level = abs((a[1] + a[3]) - (b[1] + b[3])) / 2 < 0.5 * size
    gap = b[0] - a[2]
    if last.text >= _RTL_FROM and is_right_to_left(last.text + new.text):
        gap = max(gap, a[0] - b[2])  # read from the right: the next is left of it
    return level and -0.6 * size < gap < 0.28 * size


def _upright(box: Any, turn: int) -> tuple[float, float, float, float]:
    """A box in a frame in which letters of that turn stand upright."""
    x0, y0, x1, y1 = box[1:5]
    if turn == 1:
        return y0, -x1, y1, -x0
    if turn == 2:
        return -x1, -y1, -x0, -y0
    if turn == 3:
        return -y1, x0, -y0, x1
    return x0, y0, x1, y1


def _word(run: list[_Letter], text: Any) -> Glyphs:
    first = run[0]
    return Glyphs(
        "".join(letter.text for letter in _as_read(run)),
        round(min(letter.x0 for letter in run), 1),
        round(min(letter.y0 for letter in run), 1),
        round(max(letter.x1 for letter in run), 1),
        round(max(letter.y1 for letter in run), 1),
        round(first.size, 1),
        _is_bold(text, first.place),
        first.turn,
    )


def _as_read(run: list[_Letter]) -> list[_Letter]:
    """The letters in the order they are read: from the right where they stand so."""
    if not any(is_right_to_left(letter.text) for letter in run):
        return run
    found: list[_Letter] = []
    for letter in sorted(run, key=lambda one: -_upright(one, one.turn)[0]):
        plain = not is_right_to_left(letter.text) and letter.text.isalnum()
        at = len(found)
        while plain and at and not is_right_to_left(found[at - 1].text):
            at -= 1
        found.insert(at, letter)
    return found


def _is_bold(text: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 96, ctypes.byref(flags))
    said = name.value.lower()
    heavy = any(word in said for word in (b"bold", b"black", b"heavy", b"semib"))
    return heavy or pdfium.FPDFText_GetFontWeight(text, index) >= 600
