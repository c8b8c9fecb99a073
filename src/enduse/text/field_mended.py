"""A name's field as it was meant: without the marks of machines, and of disguise.

Web forms leave `&amp;` and `%20`, a wrong code page makes `Ð¡ÐµÑ€Ð³ÐµÐ¹` of Сергей,
and whoever hides a name puts letters of another alphabet that look alike, or digits,
into it.
"""

import html
import re
from urllib.parse import unquote

from enduse.text.common_names import sexes, share
from enduse.text.concepts import is_english, is_place, is_trade_word
from enduse.text.dictionary import is_spelt_right
from enduse.text.given_names import cluster

_ESCAPED = re.compile(r"&#?\w{2,8};")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_TAG = re.compile(r"(?i)</?(?:br|p|div|span|b|i|td|tr)\s*/?>|(?<=\w)\\[nrt](?=[A-Z])")
_TICKET = re.compile(r"([A-Z' -]+/[A-Z' -]{2,})(?:MRS?|MS|MISS|MSTR|DR)")
_WRONG_PAGE = re.compile(
    r"[ÃÂÄÅÐÑØÙÚÛ×Îåæçèé][\u0080-\u00bf\u0152-\u0178\u2010-\u2122]"
)
_PAGES = ("cp1252", "latin-1")
_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u052f])\w+")
_CYRILLIC_OR_GREEK = re.compile(r"[\u0370-\u052f]")
_CYRILLIC = "авеёзіїјкмнорстухѕһАВЕЁЗІЇЈКМНОРСТУХЅҺ"
_ITS_LATIN = "abee3iijkmhopctyxshABEE3IIJKMHOPCTYXSH"
_GREEK = "αβεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_ITS_OTHER = "abeikvoptuxABEZHIKMNOPTYX"
_TO_LATIN = str.maketrans(_CYRILLIC + _GREEK, _ITS_LATIN + _ITS_OTHER)
_TO_CYRILLIC = str.maketrans("aceiopxykmtABCEHIKMOPTXY", "асеіорхукмтАВСЕНІКМОРТХУ")
_DIGIT_WITHIN = re.compile(
    r"(?<=[^\W\d_])[0134578]+(?=[^\W\d_])"
    r"|\b[01](?=[^\W\d_]{2})|(?<=[^\W\d_]{3})[01]\b"  # as a scanner reads O, I and l
    r"|\b[58](?=[^\W\d_]{5})"
)
_SCANNED = (("rn", "m"), ("vv", "w"))  # letters, and the one that a scanner saw
_SHORTEST_SCANNED = 7  # letters
_LETTERS = str.maketrans("0134578", "oieastb")
_LETTERS_L = str.maketrans("0134578", "oleastb")
_GLUED, _LONGEST_GLUED = 9, 30  # letters of two names written as one
_LEAST = 4  # letters of each
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")


def mended(text: str) -> str:
    """The text without what machines put into it, and in one alphabet a word.

    *Example*

    >>> mended("Bek &amp; Co"), mended("Ivan%20Bek"), mended("ÐŸÐµÑ‚Ñ€")
    ('Bek & Co', 'Ivan Bek', 'Петр')
    >>> mended("\u0421hemezov")  # its first letter is Cyrillic
    'Chemezov'
    """
    if "&" in text and _ESCAPED.search(text):
        text = html.unescape(text)
    if ("<" in text or "\\" in text) and _TAG.search(text):
        text = " ".join(_TAG.sub(" ", text).split())
    if "%" in text and _PERCENT.search(text):
        text = unquote(text)
    if text.isascii():
        return text
    if _WRONG_PAGE.search(text):
        text = _in_its_page(text)
    return _MIXED.sub(_as_in_cyrillic if _is_cyrillic(text) else _in_one_alphabet, text)


def otherwise(text: str) -> tuple[str, ...]:
    """The same name with letters for digits within its words, or its words parted.

    *Example*

    >>> otherwise("S3rgei Bek"), otherwise("IvanBek"), otherwise("Ivan Bek")
    (('Sergei Bek',), ('Ivan Bek',), ())
    >>> otherwise("BEKOVSERGEI"), otherwise("BEKOV/SERGEIMR")  # as on a ticket
    (('BEKOV SERGEI',), ('BEKOV SERGEI',))
    >>> otherwise("TANBORSHIPYARD")
    ('TANBOR SHIPYARD',)
    """
    found: tuple[str, ...] = ()
    ticket = _TICKET.fullmatch(text) if "/" in text else None
    if ticket:
        return (ticket[1].replace("/", " "),)
    if _DIGIT_WITHIN.search(text):
        both = (_LETTERS, _LETTERS_L) if "1" in text else (_LETTERS,)
        found = tuple([_in_letters(text, letters) for letters in both])
    if "rn" in text or "vv" in text:
        read = " ".join(map(scanned, text.split()))
        found += (read,) if read != text else ()
    if " " not in text:
        parted = _CAMEL.sub(" ", text)
        if parted == text:
            found += (*_at_given_name(text), *_before_trade(text))
        else:
            found += (parted,)
    return found


def scanned(word: str) -> str:
    """A word with the letters that a scanner took for two, or one that is known itself.

    *Example*

    >>> scanned("Prornvortek"), scanned("International"), scanned("VORTERN")
    ('Promvortek', 'International', 'VORTERN')
    """
    if not any(two in word for two, _ in _SCANNED):
        return word
    low = word.lower().strip(".,;()\"'")
    known = is_spelt_right(low) or is_trade_word(low) or is_place(low)
    if known or len(low) < _SHORTEST_SCANNED or share(low) or cluster(low) >= 0:
        return word
    for two, one in _SCANNED:
        word = word.replace(two, one)
    return word


def _in_letters(text: str, letters: dict[int, int]) -> str:
    return _DIGIT_WITHIN.sub(lambda digits: digits[0].translate(letters), text)


def _at_given_name(word: str) -> tuple[str, ...]:
    """A long word as a given name and what is written to it: `SERGEIBEKOV`."""
    low = word.lower()
    if not _may_be_glued(low):
        return ()
    ends = range(len(low) - _LEAST, _LEAST - 1, -1)
    found = [at for at in ends if _is_given(low[:at])][:1]
    found += [at for at in reversed(ends) if _is_given(low[at:])][:1]
    return tuple(f"{word[:at]} {word[at:]}" for at in dict.fromkeys(found))


def _before_trade(word: str) -> tuple[str, ...]:
    """A long word parted from the trade word written to it: `LUCHTEKSHIPYARD`."""
    low = word.lower()
    if not _may_be_glued(low):
        return ()
    for at in range(_LEAST, len(low) - _LEAST):
        if is_trade_word(low[at:]) and is_english(low[at:]):
            return (f"{word[:at]} {word[at:]}",)
    return ()


def _may_be_glued(word: str) -> bool:
    """Whether a word is long enough to be two, and none that is known."""
    if not (_GLUED <= len(word) <= _LONGEST_GLUED and word.isascii()):
        return False
    known = is_spelt_right(word) or is_trade_word(word) or is_place(word)
    return word.isalpha() and not known


def _is_given(word: str) -> bool:
    """Whether a word is a given name, and one that tells a man from a woman."""
    return bool(sexes(word)) and cluster(word) >= 0


def _in_its_page(text: str) -> str:
    """The text with its bytes read as UTF-8, where they are that."""
    for page in _PAGES:
        try:
            return text.encode(page).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _is_cyrillic(text: str) -> bool:
    """Whether a word of the text is Cyrillic by letters that Latin has none like."""
    return any(
        _CYRILLIC_OR_GREEK.search(word.translate(_TO_LATIN)) is not None
        for word in text.split()
    )


def _as_in_cyrillic(found: re.Match[str]) -> str:
    """A word of two alphabets beside Cyrillic ones: `ТЕНСIН` is no `TEHCIH`."""
    cyrillic = found[0].translate(_TO_CYRILLIC)
    return _in_one_alphabet(found) if any(map(str.isascii, cyrillic)) else cyrillic


def _in_one_alphabet(found: re.Match[str]) -> str:
    """A word of two alphabets in the one that the others' letters only look like."""
    word = found[0]
    latin = word.translate(_TO_LATIN)
    if not _CYRILLIC_OR_GREEK.search(latin):
        return latin
    cyrillic = word.translate(_TO_CYRILLIC)
    return word if any(map(str.isascii, cyrillic)) else cyrillic
