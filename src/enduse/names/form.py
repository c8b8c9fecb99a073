"""A name ready to be compared: tokens in one spelling, legal forms set apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from enduse.model import PartyKind
from enduse.model.quick import quick
from enduse.names.firm_slips import put_right, with_end_forms
from enduse.names.place_behind import Place
from enduse.names.said_again import without_other_script, without_short_name
from enduse.text.concepts import canonical
from enduse.text.firm_bodies import spelt_out
from enduse.text.firm_concept import concept
from enduse.text.firm_text import readable
from enduse.text.firm_words import concepts
from enduse.text.given_names import cluster
from enduse.text.legal import split_legal
from enduse.text.legal_slips import mended
from enduse.text.phonetic import VOWELLESS
from enduse.text.titles import servant_names
from enduse.text.tokens import cut, words

_ACRONYM_LETTERS = 3
_ANY_FIRM, _FIRM_WORDS = "corp", ("co", "corp")
_VESSEL_PREFIXES = frozenset(("mv", "mt", "ms", "ss", "vessel", "tanker"))
_VESSEL_SLASHED = re.compile(r"^\s*([mMsS])\s*/\s*([vVtTsS])\b")
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
    `raw` is every word, legal forms too, written without blanks. `place` stood behind
    the name, and a listing must state it.
    """

    text: str
    tokens: tuple[str, ...]
    legal: tuple[str, ...] = ()
    cut: bool = False
    spelt: tuple[str, ...] = ()
    raw: str = ""
    place: Place | None = None

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
    slashed = kind != "person" and "/" in text
    plain = _VESSEL_SLASHED.sub(r"\1\2", text) if slashed else text
    if kind == "entity":
        plain = without_short_name(readable(plain))
    tokens = list(person_words(plain)) if kind == "person" else words(plain)
    raw = "".join(tokens)
    legal: list[str] = []
    if kind != "person":
        tokens = mended([put_right(token) for token in tokens])
        whole = _acronyms(tokens)
        tokens, legal = split_legal(whole, ends=kind != "unknown")
        if kind == "entity" and legal in ([], [_ANY_FIRM]):
            tokens, legal = split_legal(with_end_forms(whole))
    if kind == "entity" or (kind == "unknown" and legal):
        found, spelt = concepts(spelt_out(tokens, text), legal)
        return NameForm(text, found, _classes(legal, tokens), cut(plain), spelt, raw)
    if kind == "vessel" and len(tokens) > 1 and tokens[0] in _VESSEL_PREFIXES:
        tokens = tokens[1:]
        raw = "".join(tokens)
    if not text.isascii() and _ASCII_NAME.search(text):
        tokens = without_other_script(tokens)
    spelt = tuple(servant_names(tokens))
    found = tuple([t if _is_name(t) else canonical(t) for t in spelt])
    return NameForm(text, found, tuple(legal), cut(plain), spelt, raw)


@lru_cache(maxsize=1024)
def person_words(text: str) -> tuple[str, ...]:
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
