"""A name ready to be compared: tokens in one spelling, legal forms set apart."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from enduse.model import PartyKind
from enduse.names.legal_words import LEGAL_WORDS
from enduse.text.common_names import share
from enduse.text.concepts import canonical, is_place, legal_class, table, translated
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.legal import split_legal
from enduse.text.misspelt import corrected
from enduse.text.phonetic import VOWELLESS
from enduse.text.tokens import cut, words

_ACRONYM_LETTERS = 3
_LEGAL_WORD_LETTERS = 6
_SHORT_FORMS = ("llc", "ltd", "gmbh", "inc", "ltda", "jsc", "corp", "dmcc", "ooo")
_LONG_LEGAL = tuple(w for w in sorted(LEGAL_WORDS) if len(w) > _LEGAL_WORD_LETTERS)
_VESSEL_PREFIXES = frozenset(("mv", "mt", "ms", "ss", "vessel", "tanker"))
_VESSEL_SLASHED = re.compile(r"^\s*([mMsS])\s*/\s*([vVtTsS])\b")
# A firm's own short name after two words or more: `Aircraft Engines Works (AEWO)`.
_SHORT_NAME = re.compile(r"(?<=\w\s)\s*\((?:the )?([A-Z][a-z]?[A-Z]{2,7})\)\s*$")
_STATES = frozenset(("uae", "usa", "prc", "dprk", "roc", "ksa", "drc"))
# The servant-of names of Arabic, whose second half lists write in many ways.
_ABDUL = re.compile(r"^abd(?:u|a|e|o|ou|oo)?[lr]?_?$")
_ARTICLES = frozenset(
    ["al", "el", "ul", "ar", "as", "ash", "at", "ad", "ed", "es", "er"]
)


_SECOND_HALVES = {
    **dict.fromkeys(("allah", "ullah", "ollah", "ulla", "alla", "ullah_"), "ullah"),
    **dict.fromkeys(("din", "deen", "dine", "eddin", "eddine", "uddin"), "uddin"),
    **dict.fromkeys(("uldin", "aldin", "eldin", "aldeen", "eldeen", "ddin"), "uddin"),
}


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


@lru_cache(maxsize=65536)
def parse(text: str, kind: PartyKind = "unknown") -> NameForm:
    """The form of a name; its tokens are empty where it has no letter or digit.

    *Example*

    >>> parse("Acme Technologies Co., Ltd.", "entity").tokens
    ('acme', 'tech')
    """
    plain = _VESSEL_SLASHED.sub(r"\1\2", text) if kind != "person" else text
    if kind == "entity":
        plain = _SHORT_NAME.sub(_kept_place, plain)
    tokens = words(plain)
    raw = "".join(tokens)
    legal: list[str] = []
    if kind != "person":
        tokens = [_legal_word(corrected(token)) for token in tokens]
        tokens = _acronyms(tokens)
        if kind == "entity":
            tokens = _end_forms(_spelt_out(tokens))
        tokens, legal = split_legal(tokens, ends=kind != "unknown")
    if kind == "vessel" and len(tokens) > 1 and tokens[0] in _VESSEL_PREFIXES:
        tokens = tokens[1:]
    spelt = tuple(_servant_names(tokens))
    read = spelt if kind == "person" else map(translated, spelt)
    found = tuple(t if cluster(t) >= 0 else canonical(t) for t in read)
    return NameForm(text, found, tuple(legal), cut(plain), spelt, raw)


def is_marked(form: NameForm) -> bool:
    """Whether a name is read from a script that leaves sounds unwritten."""
    return any(token.endswith(VOWELLESS) for token in form.tokens)


@lru_cache(maxsize=65536)
def _legal_word(token: str) -> str:
    """The word of a legal form that a token misspells by one letter, or itself."""
    if len(token) < _LEGAL_WORD_LETTERS or token in LEGAL_WORDS:
        return token
    return next((w for w in _LONG_LEGAL if _one_off(w, token)), token)


def _kept_place(found: re.Match[str]) -> str:
    short = found[1].lower()
    return found[0] if is_place(short) or short in _STATES else ""


@cache
def _bodies() -> dict[str, list[str]]:
    bodies: dict[str, str] = table("short_bodies")["bodies"]
    return {short: long.split() for short, long in bodies.items()}


def _spelt_out(tokens: list[str]) -> list[str]:
    """Short words for bodies as what they stand for, beside a name of their own."""
    if len(tokens) < 2 or not any(token in _bodies() for token in tokens):
        return tokens
    return [word for token in tokens for word in _bodies().get(token, [token])]


def _end_forms(tokens: list[str]) -> list[str]:
    """A last word one letter off a common short form, in a name of more words, put
    right: `Brelov Trading LLJ`. No word or name that is known is touched."""
    last = tokens[-1] if tokens else ""
    if len(tokens) < 3 or not 3 <= len(last) <= 5 or not last.isalpha():
        return tokens
    if legal_class(last) or canonical(last) != last or cluster(last) >= 0:
        return tokens
    if is_ordinary(last) or is_place(last) or share(last):
        return tokens
    form = next((f for f in _SHORT_FORMS if OSA.distance(f, last) == 1), last)
    return [*tokens[:-1], form]


def _one_off(word: str, token: str) -> bool:
    return word[0] == token[0] and OSA.distance(word, token, score_cutoff=1) == 1


def _acronyms(tokens: list[str]) -> list[str]:
    """Runs of three or more single letters joined: `i r g c` is `irgc`."""
    if sum(len(token) == 1 for token in tokens) < _ACRONYM_LETTERS:
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


def _servant_names(tokens: list[str]) -> list[str]:
    """`abd al rahman`, `abdel rahman` and `abdur rahman` all as `abdul rahman`.

    `Nasr Allah` and `Saif al Din` become one word, as they are often written.
    """
    if any(token in _SECOND_HALVES for token in tokens):
        tokens = _halves(tokens)
    if not any(token.startswith("abd") for token in tokens):
        return tokens
    folded: list[str] = []
    for token in tokens:
        if folded and folded[-1] == "abdul" and token in _ARTICLES:
            continue
        folded.append("abdul" if _ABDUL.match(token) else token)
    return folded


def _halves(tokens: list[str]) -> list[str]:
    joined: list[str] = []
    for token in tokens:
        end = _SECOND_HALVES.get(token)
        if end == "uddin" and len(joined) > 1 and joined[-1] in _ARTICLES:
            joined.pop()
        if end and joined and len(joined[-1].rstrip("_")) > 2:
            joined[-1] = joined[-1].rstrip("_") + end
        else:
            joined.append(token)
    return joined
