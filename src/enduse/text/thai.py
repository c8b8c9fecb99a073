"""Thai in Latin letters, syllable by syllable.

Vowels stand before, over, under and behind their consonant, or are not written; words
are written together. Parts that names are put together from are known; what is left is
read by the rules.

*Source*: the Royal Thai General System of Transcription (1999), whose `ph`, `th`, `kh`
and `ch` names often have as `p`, `t`, `k` and `j`; `thai_names.txt`, general knowledge.
"""

import re
from functools import cache
from importlib.resources import files

_TONES = re.compile("[่-๋]")
_SILENT = re.compile("(?:[ตทดก]ร|ษณ|[ก-ฮ][ิุ]?)์")  # not said: `จันทร์`
_TITLE = re.compile(r"^(?:นางสาว|น\.ส\.|นาย|นาง|ดร\.)\s*(?=\S+\s)")
_LAST_R = re.compile(r"(?<=[ัาิีุู][คต])ร(?=\s|$)")  # unsaid: `สมัคร`, Samak
_FIRST = dict(
    zip(
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
        (
            *("k", "kh", "kh", "kh", "kh", "kh", "ng", "ch", "ch", "ch", "s", "ch"),
            *("y", "d", "t", "th", "th", "th", "n", "d", "t", "th", "th", "th", "n"),
            *("b", "p", "ph", "f", "ph", "f", "ph", "m", "y", "r", "l", "w"),
            *("s", "s", "s", "h", "l", "", "h"),
        ),
        strict=True,
    )
)
_FIRST |= {"ฤ": "ri", "ฦ": "l"}
_LAST = dict.fromkeys("กขคฆ", "k") | dict.fromkeys("บปพฟภ", "p")
_LAST |= dict.fromkeys("จชซฎฏฐฑฒดตถทธศษส", "t") | dict.fromkeys("นณญรลฬ", "n")
_LAST |= {"ง": "ng", "ม": "m", "ย": "i", "ว": "o"}
_C = "(?P<first>ทร(?=[ัา])|[กขคตปพผ][รลว](?![์])|ห[งญนมยรลว]|[ก-ฮ])"
_END = "(?P<last>[ก-ฮ](?![ะัา-ู็์]))?"
# Each shape of a syllable and what its vowel is said as, the first that fits.
_SHAPES = tuple(
    (re.compile(shape), said)
    for shape, said in (
        (f"เ{_C}ียะ?{_END}", "ia"),
        (f"เ{_C}ือะ?{_END}", "uea"),
        (f"เ{_C}าะ", "o"),
        (f"เ{_C}า", "ao"),
        (f"เ{_C}ย(?![ะัา-ู็์])", "oei"),
        (f"เ{_C}อะ?{_END}", "oe"),
        (f"เ{_C}ิ{_END}", "oe"),
        (f"เ{_C}[ะ็]?{_END}", "e"),
        (f"แ{_C}[ะ็]?{_END}", "ae"),
        (f"โ{_C}ะ?{_END}", "o"),
        (f"[ไใ]{_C}ย?(?![ะัา-ู็์])", "ai"),
        (f"{_C}ัวะ?", "ua"),
        (f"{_C}ัย", "ai"),
        (f"{_C}ั{_END}", "a"),
        (f"{_C}ำ", "am"),
        (f"{_C}าย(?![ะัา-ู็์])", "ai"),
        (f"{_C}าว(?![ะัา-ู็์])", "ao"),
        (f"{_C}า{_END}", "a"),
        (f"{_C}ะ", "a"),
        (f"{_C}ิ{_END}", "i"),
        (f"{_C}ี{_END}", "i"),
        (f"{_C}ึ{_END}", "ue"),
        (f"{_C}ือ?{_END}", "ue"),
        (f"{_C}ุ{_END}", "u"),
        (f"{_C}ู{_END}", "u"),
        (f"{_C}รร(?P<last>[ก-ฮ](?![ะัา-ู็์]))", "a"),
        (f"{_C}รร", "an"),
        (f"{_C}ว(?P<last>[ก-ฮ](?![ะัา-ู็์]))", "ua"),
        (f"{_C}อ(?P<last>[ก-ฮ](?![ะัา-ู็์]))", "o"),
        (f"{_C}อ(?![ะัา-ู็์])", "o"),
        (f"{_C}(?P<last>[ก-ฮ](?![ะัา-ู็์]))", "o"),
        (_C, "a"),
    )
)
_LETTERS = dict(
    zip(
        "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬ",
        (
            *("k", "kh", "g", "gh", "ng", "j", "ch", "j", "s", "jh", "n", "d", "t"),
            *("th", "d", "dh", "n", "d", "t", "th", "d", "dh", "n", "b", "p", "ph"),
            *("f", "b", "f", "bh", "m", "y", "r", "l", "v", "s", "s", "s", "h", "l"),
        ),
        strict=True,
    )
)
_VOWELS = dict(
    zip(
        "ะัาิีึืุูเแโไใำ็",
        (*"aaaii", "ue", "ue", *"uue", "ae", "o", "ai", "ai", "am", "e"),
        strict=True,
    )
)
_NASAL = "นมณง"
_BEFORE = re.compile("([เแโไใ])([ก-ฮ])")
_BARE = re.compile("(?P<letter>[ก-ฮ])(?P<sign>[ะัาิีึืุูเแโไใำ็]?)(?=(?P<rest>.*))")
_SIGN = re.compile("[ะัา-ู็์]")


@cache
def _parts() -> dict[str, tuple[str, str]]:
    """Parts of names and their two spellings, one maybe; words with blanks around."""
    text = (files("enduse.text") / "thai_names.txt").read_text("utf-8")
    found = {}
    for line in text.splitlines():
        if line[:1] in ("", "#"):
            continue
        part, _, rest = line.partition(" ")
        if rest.startswith("="):
            found[_TONES.sub("", part)] = (f" {rest[1:]} ",) * 2
        else:
            spelt = rest.split()
            found[_TONES.sub("", part)] = (spelt[0], spelt[-1])
    return found


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_parts(), key=lambda part: (-len(part), part))
    return re.compile(f"(?:{'|'.join(map(re.escape, longest))})(?![ะัา-ู็์])")


@cache
def firm_words() -> re.Pattern[str]:
    """The general words of firms, without marks of tones, as one group."""
    found = (part for part, (spelt, _) in _parts().items() if spelt[0] == " ")
    longest = sorted(found, key=lambda part: (-len(part), part))
    return re.compile(f"({'|'.join(map(re.escape, longest))})(?![ะัา-ู็์])")


def thai_reading(text: str, *, way: int = 0) -> str:
    """The text in Latin letters; `way` 1 has the other usual spelling of each part.

    *Example*

    >>> thai_reading("สมชาย ใจดี"), thai_reading("ศิริพร พรหมมา", way=1)
    ('somchai chaidi', 'siriporn promma')
    """
    text = text.replace("\u0e4d\u0e32", "ำ")  # which NFKC takes apart
    text = _LAST_R.sub("", _TITLE.sub("", _TONES.sub("", text.strip())))
    return " ".join("".join(_word(word, way)) for word in text.split())


def as_written(text: str) -> str:
    """The text by its letters, as families of Pali and Sanskrit names spell theirs.

    *Example*

    >>> as_written("ศรีวัฒนประภา"), as_written("สุนทรเวช")
    ('srivadhanaprabha', 'sundaravej')
    """
    text = _SILENT.sub("", _TITLE.sub("", _TONES.sub("", text.strip())))
    text = _BEFORE.sub(r"\2\1", text.replace("\u0e4d\u0e32", "ำ"))
    return " ".join(_BARE.sub(_with_vowel, word) for word in text.split())


def _with_vowel(found: re.Match[str]) -> str:
    """One consonant and its vowel: an `a` where none is written but at the end."""
    sign, rest = found["sign"], found["rest"]
    joined = not sign and rest[:1] in ("ร", "ล") and bool(_SIGN.match(rest[1:]))
    before = found.string[: found.start()][-1:]
    closed = found["letter"] in _NASAL and bool(_SIGN.match(before))
    own = "" if not rest or joined or closed else "a"
    return _LETTERS.get(found["letter"], "") + (_VOWELS[sign] if sign else own)


def _word(word: str, way: int) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(word):
        if part := _pattern().match(word, at):
            found.append(_parts()[part[0]][way])
            at = part.end()
        elif silent := _SILENT.match(word, at):
            at = silent.end()
        else:
            said, at = _syllable(word, at, way)
            found.append(said)
    return found


def _syllable(word: str, at: int, way: int) -> tuple[str, int]:
    for shape, vowel in _SHAPES:
        if found := shape.match(word, at):
            first = "".join(_FIRST[c] for c in _said(found["first"]))
            last = found.groupdict().get("last")
            end = found.end()
            if last and _begins_part(word, found.start("last")):
                last, end = None, found.start("last")
            read = first + vowel + (_LAST.get(last, "") if last else "")
            return (_as_names(read) if way else read), end
    return ("" if _SIGN.match(word[at]) else word[at]), at + 1


def _begins_part(word: str, at: int) -> bool:
    """Whether a known part of two consonants or more begins at the last one."""
    found = _pattern().match(word, at)
    return bool(found and len(found[0]) > 1)


def _said(first: str) -> str:
    """The consonants of a beginning that are said: `ห` before another is not."""
    if first == "ทร":
        return "ซ"
    return first[1:] if len(first) > 1 and first[0] == "ห" else first


def _as_names(read: str) -> str:
    """One syllable as names rather have it: `j`, `p`, `k` without an `h`."""
    return re.sub(r"^([pk])h", r"\1", re.sub(r"^ch", "j", read))
