"""The several names that one text says of a firm: `Luch JSC (also known as NPO Luch)`.

A list, or a clerk, puts two names into one field; names the owner before the firm, or
whom a plant is named after; or says its letters beside its words. Whoever writes one of
them means the firm, so each is read by itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from enduse.text.left_out import joining
from enduse.text.met import Met

_MOST = 6  # names of one text
_READ = 600  # signs of a text
_FEWEST_LETTERS, _FEWEST_WORDS = 5, 3
_LONGEST_SHORT = 8  # letters of a short name
_LEGAL = (
    r"(?:(?:[OPCZ]?JSC|LLC|OOO|OAO|PAO|ZAO|AO|FSUE|[ОПЗН]?АО|ООО|ФГУП|ААТ|ТАА|ПАТ|ТОВ)\b|"
    r"Joint[- ]Stock|(?:Public|Open|Closed) Joint|Limited Liability|Акционерн|Публичн|"
    r"Открыт|Закрыт|Обществ[оа] с|Федеральн|Акціонерн|Товариств|Адкрыт)"
)
# What a text that says several names has, in small letters, by how it says them.
_SAYS_ALSO = ("known as", "k.a", "aka", "formerly", "trading as", "d.b.a", "dba")
_SAYS_NAMED = ("named ", "imeni", "im.", "имен", "імен", "імя", "им.", "ім.")
_STROKES = ("/", ";", "|", " или ", " або ")
_ENDS = ("n, ", "g, ", "p, ", "s, ", "t, ", ", ооо", ", ао", ", оао", ", пао")
_QUOTES = ('" ', "” ", "» ", "’ ", "' ", "“ ")
_DASHES = (" - ", " – ", " — ", ": ")
_ALSO = re.compile(
    r"(?i)[\s,;(\[]*(?:also known as|\b[af]\.?k\.?a\.?(?![\w-])|formerly(?: known as)?|"
    r"previously(?: known as)?|trading as|\bd\.?b\.?a\.?(?![\w-]))[\s:]*"
)
_STROKE = re.compile(
    r"(?<=\w{3})[)»”’\"']*\s*[/;|]\s*(?=[«“‘\"']?\w{3})|\s(?:или|або)\s"
)
_FORM_AGAIN = re.compile(rf"(?i)(?:,\s+|(?<=[»”’\"'“])\s+)(?=[«“‘\"']?{_LEGAL})")
_HAS_FORM = re.compile(rf"(?i)(?<!\w){_LEGAL}")
_AND = re.compile(r"(?i),\s+|\s+(?:and|or)\s+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{3,})[)\]]")
# Letters in brackets behind the words they are of: `Rosneft Aero (RN AERO)`.
_LETTERS_BEHIND = re.compile(
    r"(?<=\w{3})[»”’\"']?\s*\((?:[A-ZА-ЯЁІ]{2,3} )?([A-ZА-ЯЁІ]{3,7})\)\s*$"
)
_NO_LETTERS = frozenset(
    [
        "UAE",
        "USA",
        "PRC",
        "ROK",
        "KSA",
        "DPRK",
        "DRC",
        "DIFC",
        "DMCC",
        "FZE",
        "LLC",
        "JSC",
        "США",
        "КНР",
        "КНДР",
        "ОАЭ",
    ]
)
# A word without any sign of a second name but those above; some of them are two words.
_PLAIN = re.compile(r"[a-z0-9&.-]*[a-z0-9&.],?")
_JOINING = frozenset(("as", "named"))
_SIGN = re.compile(r"k\.a|aka|formerly|d\.b\.a|dba|imeni|im\.")
_BEFORE_FORM = ("n,", "g,", "p,", "s,", "t,")
_OWNER = re.compile(
    r"(?i)^[^,]{6,60}\b(?:corporation|concern|holding|group),\s+(.{8,})$"
)
_NAMED = re.compile(
    r"(?i),?\s*\(?(?:named (?:after|for|in hono\w+ of)|имени|им\.|імені|імя|"
    r"\bimeni|\bim\.)\s*(?:the )?"
    r"(?:acad\w*\.?|академика?|профессора|генерала|героя|prof\w*\.?)?\s*"
    r"((?:\w{1,2}\.[\s-]*)*)([\w-]{4,})"
)
_WORD = re.compile(r"\w+")
_CASES = (
    (re.compile(r"(?<=[оеё]в|[иы]н)а$"), ""),
    (re.compile(r"(?<=[сц]к)ого$"), "ий"),
    (re.compile(r"(?<=[бгджзйклмнпрстфхцчш])а$"), ""),
)


def names_within(text: str) -> tuple[str, ...]:
    """The names that a text says of a firm beside the whole of it: none for most.

    *Example*

    >>> names_within("Luch JSC (also known as NPO Luchnik)")
    ('Luch JSC', 'NPO Luchnik')
    >>> names_within("Nordic Institute of Casting NIC")
    ('Nordic Institute of Casting',)
    >>> names_within("NIC NORDIC INSTITUTE CASTINGS OSLO")
    ('NORDIC INSTITUTE CASTINGS OSLO',)
    >>> names_within("Splav Plant named after A.N. Ganichev")
    ('Splav Plant Ganichev',)
    """
    words = text.split()
    letters = len(words) > _FEWEST_WORDS and (
        (words[-1].isupper() and not text.isupper()) or _are_letters_of(words)
    )
    may_say = any(map(_MAY_SAY.__getitem__, words))
    if not letters and not may_say:
        return ()
    text = text[:_READ]
    if not may_say:
        return _names(_without_letters(text), text)
    low = text.lower()
    found = [*_said(text, low)]
    if _has(low, _SAYS_NAMED):
        found += _with_namesake(text)
    if letters or "(" in low or _has(low, _DASHES) or _has(low, _QUOTES):
        found += _without_letters(text)
    return _names(found, text)


def _are_letters_of(words: Sequence[str]) -> bool:
    """Whether the first word is the letters that as many words behind it begin with."""
    short = words[0]
    if short[:1] != words[1][:1] or not short.isalpha():
        return False
    joins = joining()
    told = [word[0] for word in words[1:] if word.lower() not in joins]
    return short == "".join(told[: len(short)])


def _names(found: Iterable[str], text: str) -> tuple[str, ...]:
    """Those that are names, each once, other than the whole text."""
    kept = dict.fromkeys([name for name in found if _is_name(name)])
    return tuple([name for name in kept if name != text])[:_MOST]


def _may_say(word: str) -> bool:
    """Whether a word may be the sign of another name: `(Vega`, `a.k.a.`, `named`."""
    low = word.lower()
    if _PLAIN.fullmatch(low) is None or low in _JOINING:
        return True
    return low.endswith(_BEFORE_FORM) or _SIGN.search(low) is not None


_MAY_SAY = Met(_may_say)


def _has(low: str, signs: Sequence[str]) -> bool:
    return any(map(low.__contains__, signs))


def _is_name(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST_LETTERS


def _said(text: str, low: str) -> Iterator[str]:
    """What stands apart: behind `also known as`, a stroke, or a second legal form."""
    first, *also = _ALSO.split(text) if _has(low, _SAYS_ALSO) else (text,)
    parts = [first, *(one for more in also for one in _AND.split(more))]
    if len(parts) == 1 and _has(low, _STROKES):
        parts = _STROKE.split(first)
    if len(parts) == 1 and (_has(low, _ENDS) or _has(low, _QUOTES)):
        parts = _FORM_AGAIN.split(first)
        if owned := _OWNER.match(text):
            yield owned[1]
    if len(parts) > 1:
        yield from (part.strip(" ,;()[]") for part in parts)
    if "(" in low or "[" in low:
        yield from filter(_HAS_FORM.search, _BRACKETS.findall(first))


def _with_namesake(text: str) -> Iterator[str]:
    """With whom it is named after as a name, as lists in English put him."""
    found = _NAMED.search(text)
    if found:
        name = found[2]
        for ending, put in _CASES:
            if ending.search(name):
                name = ending.sub(put, name)
                break
        rest = text[found.end() :].strip(" )\"'»”")
        yield f"{text[: found.start()]} {name} {rest}".strip()


def _without_letters(text: str) -> Iterator[str]:
    """Without its letters beside the words they are of: `NCL - Nordic Casting Lab`."""
    behind = _LETTERS_BEHIND.search(text) if "(" in text else None
    if behind and not text.isupper() and behind[1] not in _NO_LETTERS:
        yield text[: behind.start()]
    words: list[str] = _WORD.findall(text)
    if len(words) <= _FEWEST_WORDS:
        return
    if len(words[0]) >= _FEWEST_WORDS and _are_letters_of(words):
        yield text.partition(words[0])[2].strip(" -–—:,")
        return
    first = "".join([word[0] for word in words]).lower()
    longest, initials = min(_LONGEST_SHORT, len(first) - 1), set(first)
    for at, word in enumerate(words):
        short = word.lower()
        if not 2 < len(short) <= longest or not initials.issuperset(short):
            continue
        if any(short in letters for letters in _initials(words, first, at)):
            before, _, after = text.partition(word)
            yield f"{before} {after}".strip(" -–—:,")
            return


def _initials(words: Sequence[str], first: str, at: int) -> Iterator[str]:
    """The first letters of all words but one: of all, of longer, of telling ones."""
    joins = joining()
    long = "".join([word[0] if len(word) > 1 else " " for word in words]).lower()
    own = "".join([" " if x.lower() in joins else x[0] for x in words]).lower()
    for letters in (first, long, own):
        yield f"{letters[:at]}#{letters[at + 1 :]}".replace(" ", "")
