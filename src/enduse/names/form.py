"""A name ready to be compared: tokens in one spelling, legal forms set apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from enduse.model import PartyKind
from enduse.model.quick import quick
from enduse.names.place_behind import Place
from enduse.names.said_again import without_other_script, without_short_name
from enduse.text.concepts import canonical
from enduse.text.firm_reading import as_concepts, without_legal
from enduse.text.firm_text import readable
from enduse.text.given_names import cluster
from enduse.text.met import Met
from enduse.text.phonetic import VOWELLESS
from enduse.text.titles import servant_names
from enduse.text.tokens import cut, words

VESSEL_PREFIXES = frozenset(("mv", "mt", "ms", "ss", "vessel", "tanker"))
_VESSEL_SLASHED = re.compile(r"^\s*([mMsS])\s*/\s*([vVtTsS])\b")
_ASCII_NAME = re.compile(r"[a-zA-Z]{3}")
# Names of persons that are words of trade or places in some language, too.
_NAMES_TOO = frozenset((
    "abu", "azadi", "bakir", "camara", "celik", "demir", "eslami", "gazi", "german",
    "gharbi", "islam", "islami", "laden", "mali", "marin", "omran", "ozel", "riyad",
    "sarraf", "shahid", "sharqi", "tabak", "turk",
))  # fmt: skip


@quick
@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to read a name. `cut` says that a bound left some of it unread.

    `spelt` has the tokens as they were before trade words got their one spelling;
    `raw` is every word, legal forms too, written without blanks. `place` stood behind
    the name, and a listing must state it; `only` is the kind of listing that this way
    to read it is for.
    """

    text: str
    tokens: tuple[str, ...]
    legal: tuple[str, ...] = ()
    cut: bool = False
    spelt: tuple[str, ...] = ()
    raw: str = ""
    place: Place | None = None
    only: PartyKind | None = None

    @property
    def key(self) -> str:
        """Sorted tokens joined by blanks: equal for names that differ in order."""
        return " ".join(sorted(self.tokens))

    @property
    def glued(self) -> str:
        """All tokens in order as one word: equal for names that differ in blanks."""
        return "".join(self.spelt or self.tokens)


@lru_cache(maxsize=4096)  # a name is read for several ends, and not again
def parse(text: str, kind: PartyKind = "unknown") -> NameForm:
    """The form of a name; its tokens are empty where it has no letter or digit.

    *Example*

    >>> parse("Acme Technologies Co., Ltd.", "entity").tokens
    ('acme', 'tech')
    """
    slashed = kind != "person" and "/" in text
    plain = _VESSEL_SLASHED.sub(r"\1\2", text) if slashed else text
    legal: list[str] = []
    if kind == "person":
        tokens = list(person_words(plain))
        raw = "".join(tokens)
        is_cut = cut(plain, len(tokens))
    else:
        is_firm = kind == "entity"
        if is_firm:
            plain = without_short_name(readable(plain))
        tokens = words(plain)
        raw = "".join(tokens)
        is_cut = cut(plain, len(tokens))
        read, legal = without_legal(tokens, sure=is_firm, ends=kind != "unknown")
        if is_firm or (kind == "unknown" and legal):
            said, classes = as_concepts(read, legal, text)
            found = tuple([one.concept for one in said])
            spelt = tuple([one.spelt for one in said])
            return NameForm(text, found, classes, is_cut, spelt, raw)
        tokens = read
    if kind == "vessel" and len(tokens) > 1 and tokens[0] in VESSEL_PREFIXES:
        tokens = tokens[1:]
        raw = "".join(tokens)
    if kind == "vessel" and len(tokens) > 1 and tokens[-1] == "i":
        tokens = [*tokens[:-1], "1"]  # `Grace I`; II and more are read in any name
    if not text.isascii() and _ASCII_NAME.search(text):
        tokens = without_other_script(tokens)
    spelt = tuple(servant_names(tokens))
    if kind == "person":
        return NameForm(text, spelt, (), is_cut, spelt, raw)
    found = tuple([_ONE_SPELLING[token] for token in spelt])
    return NameForm(text, found, tuple(legal), is_cut, spelt, raw)


@lru_cache(maxsize=1024)
def person_words(text: str) -> tuple[str, ...]:
    """The words of a person's name, cut once for its first form and its others."""
    return tuple(words(text, person=True))


def _one_spelling(token: str) -> str:
    """A word of a name of any kind as its one spelling, if it is no person's.

    A person's words stand for themselves: `Un` is no flour, `Dronov` no drone.
    """
    is_name = cluster(token) >= 0 or token.endswith(VOWELLESS) or token in _NAMES_TOO
    return token if is_name else canonical(token)


_ONE_SPELLING = Met(_one_spelling)


def is_marked(form: NameForm) -> bool:
    """Whether a name is read from a script that leaves sounds unwritten."""
    return any(token.endswith(VOWELLESS) for token in form.tokens)
