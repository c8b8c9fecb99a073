"""A name ready to be compared: tokens in one spelling, legal forms set apart."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from enduse.model import PartyKind
from enduse.model.quick import quick
from enduse.names.brand import brand
from enduse.names.legal_words import LEGAL_WORDS
from enduse.text.common_names import share
from enduse.text.concepts import canonical, is_place, is_trade_word, legal_class
from enduse.text.dictionary import is_ordinary
from enduse.text.firm_several import names_within
from enduse.text.firm_text import readable
from enduse.text.firm_words import concept, concepts, spelt_out
from enduse.text.given_names import cluster
from enduse.text.han_abroad import readings_abroad
from enduse.text.han_latin import latin_readings
from enduse.text.legal import split_legal
from enduse.text.legal_slips import mended
from enduse.text.misspelt import corrected
from enduse.text.one_off import OneOff
from enduse.text.phonetic import HEARD, VOWELLESS, heard_likeness
from enduse.text.romanise import other_readings
from enduse.text.spelt_abroad import readings as spelt_abroad
from enduse.text.titles import servant_names
from enduse.text.tokens import cut, words

_ACRONYM_LETTERS = 3
_LEGAL_WORD_LETTERS = 6
_NAME_LETTERS = 3
_ANY_FIRM, _FIRM_WORDS = "corp", ("co", "corp")
_SHORT_FORMS = OneOff((
    "llc", "ltd", "gmbh", "inc", "ltda", "jsc", "corp", "dmcc", "ooo", "ojsc", "pjsc",
    "cjsc", "fzco", "sarl", "fze", "eood", "plc", "srl", "llp", "doo", "fzc",
))  # fmt: skip
_LONG_LEGAL = OneOff(w for w in sorted(LEGAL_WORDS) if len(w) > _LEGAL_WORD_LETTERS)
_VESSEL_PREFIXES = frozenset(("mv", "mt", "ms", "ss", "vessel", "tanker"))
_VESSEL_SLASHED = re.compile(r"^\s*([mMsS])\s*/\s*([vVtTsS])\b")
# A firm's own short name, or the name again: `Aircraft Engines Works (AEWO)`.
_BRACKETS = re.compile(r"\s*\(([^()]*)\)?")
_SHORT_NAME = re.compile(r"[A-ZА-ЯІЇЄЎҒҚҢӘӨҮҰҺ][\w\d-]?[A-ZА-ЯІЇЄЎҒҚҢӘӨҮҰҺ\d-]{1,7}")
_QUOTED = re.compile(r"[\"«»“”„‘’]+")
_COMMON_FORMS = OneOff(
    ("llc", "jsc", "ooo", "oao", "zao", "pao", "ojsc", "pjsc", "cjsc")
)
_STATES = frozenset(("uae", "usa", "prc", "dprk", "roc", "ksa", "drc"))
_ASCII_NAME = re.compile(r"[a-zA-Z]{3}")
# Names of persons that are words of trade or places in some language, too.
_NAMES_TOO = frozenset((
    "azadi", "bakir", "camara", "celik", "demir", "eslami", "gazi", "german", "gharbi",
    "islam", "islami", "laden", "mali", "marin", "omran", "ozel", "riyad", "sarraf",
    "shahid", "sharqi", "tabak", "turk",
))  # fmt: skip


@quick
@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to read a name. `cut` says that a bound left some of it unread.

    `spelt` has the tokens as they were before trade words got their one spelling;
    `raw` is every word, legal forms too, written without blanks.
    """

    text: str
    tokens: tuple[str, ...]
    legal: tuple[str, ...] = ()
    cut: bool = False
    spelt: tuple[str, ...] = ()
    raw: str = ""

    @property
    def key(self) -> str:
        """Sorted tokens joined by blanks: equal for names that differ in order."""
        return " ".join(sorted(self.tokens))

    @property
    def glued(self) -> str:
        """All tokens in order as one word: equal for names that differ in blanks."""
        return "".join(self.spelt or self.tokens)


def forms(text: str, kind: PartyKind = "unknown") -> tuple[NameForm, ...]:
    """Every form of a name, the likeliest first: several for a person's in Chinese
    characters, which are read otherwise in Hong Kong, Korea or Japan.

    *Example*

    >>> [form.tokens[0] for form in forms("田中健一", "person")][-1]
    'tanaka'
    """
    return (parse(text, kind), *other_forms(text, kind, asked=True))


def other_forms(
    text: str, kind: PartyKind, *, asked: bool = False
) -> tuple[NameForm, ...]:
    """The forms of a name beside the first: none for most.

    A Chinese name in Latin letters has others as other places would spell it, fewer
    where it is not `asked` for: their `raw` is empty, for nobody wrote them so. A name
    that is asked for has others where another language than English spells it.
    """
    if kind == "entity":
        return (*_other_names(text), *(_called(text) if asked else ()))
    if kind not in ("person", "unknown"):
        return ()
    if not text.isascii() and (han := other_readings(text)):
        return tuple(replace(parse(one, kind), text=text) for one in han)
    found = [parse(one, kind) for one in (spelt_abroad(text) if asked else ())]
    if kind == "person" and text.isascii():
        read = latin_readings(_person_words(text), pinyin=asked)
        found += [replace(parse(one, kind), raw="") for one in read]
    return tuple(replace(form, text=text) for form in found)


def _other_names(text: str) -> tuple[NameForm, ...]:
    """The forms of a firm's other names that its text says, of one that tells."""
    said = names_within(text)
    if not text.isascii():
        said += readings_abroad(text)
    if not said:
        return ()
    whole = parse(text, "entity").tokens
    read = {parse(name, "entity").tokens: parse(name, "entity") for name in said}
    read.pop(whole, None)
    numbers = set(filter(str.isdigit, whole))
    return tuple(
        replace(form, text=text)
        for form in read.values()
        if numbers == set(filter(str.isdigit, form.tokens)) and _tells(form, whole)
    )


def _called(text: str) -> tuple[NameForm, ...]:
    """The form of a firm's one telling word, which a list may have alone."""
    whole = parse(text, "entity")
    found = brand(whole.tokens, whole.spelt)
    if not found:
        return ()
    said = found[-1]
    return (replace(whole, tokens=found[:1], spelt=(said,), raw=said),)


def _tells(form: NameForm, whole: tuple[str, ...]) -> bool:
    """Whether a form has many words, or one of its own and another or a long one.

    What has all words of the whole, or all of several but one, tells as much.
    """
    few = len(whole) - 1 if len(whole) > _NAME_LETTERS else _NAME_LETTERS + 1
    if len(form.tokens) >= few or set(form.tokens) == set(whole):
        return True
    telling = [t for t in form.tokens if len(t) >= _NAME_LETTERS and not _is_said(t)]
    return any(len(t) > _LEGAL_WORD_LETTERS for t in telling) or (
        bool(telling) and len(form.tokens) > 1
    )


def _is_said(token: str) -> bool:
    return token.isdigit() or is_trade_word(token) or is_place(token)


@lru_cache(maxsize=65536)
def parse(text: str, kind: PartyKind = "unknown") -> NameForm:
    """The form of a name; its tokens are empty where it has no letter or digit.

    *Example*

    >>> parse("Acme Technologies Co., Ltd.", "entity").tokens
    ('acme', 'tech')
    """
    slashed = kind != "person" and "/" in text
    plain = _VESSEL_SLASHED.sub(r"\1\2", text) if slashed else text
    if kind == "entity":
        plain = _once(readable(plain))
    tokens = list(_person_words(plain)) if kind == "person" else words(plain)
    raw = "".join(tokens)
    legal: list[str] = []
    if kind != "person":
        tokens = mended([_put_right(token) for token in tokens])
        whole = _acronyms(tokens)
        tokens, legal = split_legal(whole, ends=kind != "unknown")
        if kind == "entity" and legal in ([], [_ANY_FIRM]):
            tokens, legal = split_legal(_end_forms(whole))
    if kind == "entity" or (kind == "unknown" and legal):
        found, spelt = concepts(spelt_out(tokens, text), legal)
        return NameForm(text, found, _classes(legal, tokens), cut(plain), spelt, raw)
    if kind == "vessel" and len(tokens) > 1 and tokens[0] in _VESSEL_PREFIXES:
        tokens = tokens[1:]
        raw = "".join(tokens)
    if not text.isascii() and _ASCII_NAME.search(text):
        tokens = _said_once(tokens)
    spelt = tuple(servant_names(tokens))
    found = tuple([t if _is_name(t) else canonical(t) for t in spelt])
    return NameForm(text, found, tuple(legal), cut(plain), spelt, raw)


def _said_once(tokens: list[str]) -> list[str]:
    """The tokens without those that the same name says again in another script.

    As in `ربيع Rabi`, which is one word.
    """
    plain = [token for token in tokens if not token.endswith(VOWELLESS)]
    return [
        token
        for token in tokens
        if not token.endswith(VOWELLESS)
        or all(heard_likeness(token, word) < HEARD for word in plain)
    ]


@lru_cache(maxsize=1024)
def _person_words(text: str) -> tuple[str, ...]:
    """The words of a person's name, cut once for its first form and its others."""
    return tuple(words(text, person=True))


def _classes(legal: list[str], tokens: list[str]) -> tuple[str, ...]:
    """The classes of a firm's legal forms; `company` is one where there is no other."""
    named = tuple(name for name in legal if name != _ANY_FIRM)
    if named or not (legal or any(concept(token) in _FIRM_WORDS for token in tokens)):
        return named
    return (_ANY_FIRM,)


def _is_name(token: str) -> bool:
    if cluster(token) >= 0 or token.endswith(VOWELLESS):
        return True
    return token in _NAMES_TOO


def is_marked(form: NameForm) -> bool:
    """Whether a name is read from a script that leaves sounds unwritten."""
    return any(token.endswith(VOWELLESS) for token in form.tokens)


@lru_cache(maxsize=65536)
def _put_right(token: str) -> str:
    """A token with a letter wrong as the trade word or legal form that it is."""
    return _legal_word(corrected(token))


def _legal_word(token: str) -> str:
    """The word of a legal form that a token misspells by one letter, or itself."""
    if len(token) < _LEGAL_WORD_LETTERS or token in LEGAL_WORDS:
        return token
    near = _LONG_LEGAL.near(token)
    if not near or is_ordinary(token) or is_trade_word(token):
        return token
    return near[0]


def _once(text: str) -> str:
    """The text without brackets that say its name again, or its short name."""
    if "(" not in text:
        return text
    outside = set(words(_BRACKETS.sub(" ", text)))
    if len(outside) < 2:
        return text

    def kept(found: re.Match[str]) -> str:
        inside = [w for w in _QUOTED.sub(" ", found[1]).split() if w.strip(".,- ")]
        if any(is_place(token) for token in concepts(words(found[1]))[0]):
            return found[0]
        return " " if all(_says_again(w, outside) for w in inside) else found[0]

    return _BRACKETS.sub(kept, text)


def _says_again(word: str, outside: set[str]) -> bool:
    """Whether a word in brackets is a legal form, a short name, or stands outside."""
    read = words(word)
    if all(token in outside or legal_class(token) for token in read):
        return True
    short = read[0]
    known = is_place(short) or short in _STATES or is_trade_word(short)
    if len(read) > 1 or known or is_ordinary(short):
        return False
    return _SHORT_NAME.fullmatch(word.strip(".,")) is not None


def _end_forms(tokens: list[str]) -> list[str]:
    """A first or last word one letter off a common short form put right.

    As in `Brelov Trading LLJ`. No word or name that is known is touched, and some
    name must be left beside it.
    """
    if len(tokens) < 2 or max(map(len, tokens[:-1])) < _NAME_LETTERS:
        return tokens
    first = _form_meant(tokens[0], _COMMON_FORMS)
    if first != tokens[0]:
        return [first, *tokens[1:]]
    return [*tokens[:-1], _form_meant(tokens[-1], _SHORT_FORMS)]


@lru_cache(maxsize=65536)
def _form_meant(word: str, forms: OneOff) -> str:
    if not 3 <= len(word) <= 5 or not word.isalpha() or legal_class(word):
        return word
    near = forms.near(word)
    if not near or canonical(word) != word or is_trade_word(word) or cluster(word) >= 0:
        return word
    if is_ordinary(word) or is_place(word) or share(word) or word in _STATES:
        return word
    return near[0]


def _acronyms(tokens: list[str]) -> list[str]:
    """Runs of three or more single letters joined: `i r g c` is `irgc`."""
    if len([token for token in tokens if len(token) == 1]) < _ACRONYM_LETTERS:
        return tokens
    joined: list[str] = []
    run: list[str] = []
    for token in [*tokens, ""]:
        if len(token) == 1 and token.isalpha():
            run.append(token)
            continue
        joined += ["".join(run)] if len(run) >= _ACRONYM_LETTERS else run
        joined += [token] if token else []
        run = []
    return joined
