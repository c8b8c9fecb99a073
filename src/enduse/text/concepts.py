"""What a single token stands for: a legal form, a trade word or a place.

*Source*: `legal_forms.toml`, `trade_words.toml`, `firm_words.toml`, `places.toml` and
`russian_stems.toml` beside this file, and ISO 3166-1 for the names of countries.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from enduse.text.tables import derived, table
from enduse.text.tokens import words

_SHORTEST_COUNTRY = 4
_BEGINNING = 3  # letters
# Endings of Russian, Ukrainian and Belarusian adjectives and nouns, romanised.
_ENDINGS = """
a y i u e o ya iya ii iy yy oy ov ey yi oyi iyi oho aga aya oe oye ye yye ie iye yya ae
ogo omu ykh ikh ym im om em am yam ami yami akh yakh iyu iey yu yuyu uyu ej ij yj ia ai
ay nya nnya j ev iv oi yh ih oj oyu aja oje ije uju ego emu yam iam iyam akhi
"""
_RUSSIAN_ENDS = frozenset(_ENDINGS.split())
_LONGEST_END, _SHORT_STEM, _WHOLE_STEM = 4, 4, 6
_SHORTEST_STEM, _HEAD = 3, 4
# An adjective of German, Polish or Czech, and the endings one of them has in tables.
_INFLECTED = re.compile(
    r"([a-z]{3,}(?:isch|iell|czn|jn|ln|nn|[ceo]w|ov|i?ck|sk|zk))"
    r"(?:e[rnms]?|y|a|i|ie|iej|ego|iego|ej|ich|ych|ym|imi|ymi|eho|em)"
)
_WRITTEN_ENDS = ("", "e", "y", "i", "a", "er", "ie")


def legal_class(token: str) -> str:
    """The class of a one-word legal form (`llc`, `jsc`, ...), or ''."""
    return _legal().get(token, "")


@cache
def legal_words() -> frozenset[str]:
    """Every word that is a legal form by itself."""
    return frozenset(_legal())


@cache
def names_too() -> frozenset[str]:
    """Words that are legal forms behind a name and names by themselves."""
    return frozenset(table("legal_forms")["names_too"]["forms"])


def canonical(token: str) -> str:
    """One spelling for a trade word or place in any language, else the token itself.

    *Example*

    >>> canonical("tekhnologii") == canonical("tech"), canonical("acme")
    (True, 'acme')
    """
    return _spellings().get(token, token)


def is_trade_word(token: str) -> bool:
    """Whether the token says what kind of firm it is, not which one."""
    return token in _trade_words()


def is_place(token: str) -> bool:
    """Whether the token alone names a country, region or large city."""
    return token in _places()


def alike_trade_words() -> list[str]:
    """Trade words, and those of their forms that begin as they do."""
    alike = _trade_words().items()
    return [form for form, name in alike if form[:_BEGINNING] == name[:_BEGINNING]]


def one_token(form: str) -> str:
    """A form as the token it becomes in a name, or '' if it becomes several.

    A form in another script is romanised; an Arabic article is left out.
    """
    if form.isascii():
        return form
    read = [word for word in words(form) if word != "al"]
    return read[0] if len(read) == 1 else ""


@cache
def _stems() -> dict[str, str]:
    """The stems of `russian_stems.toml`, and the word for each."""
    return {
        stem: name
        for stems in table("russian_stems").values()
        for name, written in stems.items()
        for stem in written.split()
    }


@cache
def stems_of(name: str) -> tuple[str, ...]:
    """The stems of Russian words that an English word stands for.

    *Example*

    >>> "bank" in stems_of("bank"), stems_of("acme")
    (True, ())
    """
    return tuple([stem for stem, said in _stems().items() if said == name])


@cache
def _heads() -> frozenset[str]:
    """What the stems begin with: four letters, or the few that are shorter."""
    return frozenset(stem[:_HEAD] for stem in _stems())


def translated(token: str) -> str:
    """The English word for a Russian one of firms' names, else the token itself.

    Not for persons: `Minskiy` is a family name too. A short stem needs an ending of
    two letters: `Sila` may be a name, `sudebnyy` is none.

    *Example*

    >>> translated("elektromekhanicheskiy"), translated("moskovskogo")
    ('electromechanical', 'moscow')
    """
    read = token.replace("j", "y").replace("iisk", "iysk")
    if read[:_HEAD] not in _heads() and read[:_SHORTEST_STEM] not in _heads():
        return _uninflected(token)
    stems = _stems()
    for cut in range(min(_LONGEST_END, len(read) - _SHORTEST_STEM) + 1):
        stem = read[: len(read) - cut]
        name = stems.get(stem)
        if name and _is_form(stem, read[len(stem) :]):
            return name
    return _uninflected(token)


def _uninflected(token: str) -> str:
    """What an adjective of German, Polish or Czech stands for in another ending."""
    known = _spellings()
    found = None if token in known else _INFLECTED.fullmatch(token)
    if found is None:
        return token
    ways = (found[1] + end for end in _WRITTEN_ENDS)
    return next((known[way] for way in ways if way in known), token)


def _is_form(stem: str, end: str) -> bool:
    if not end:
        return len(stem) >= _WHOLE_STEM
    return end in _RUSSIAN_ENDS and (len(end) > 1 or len(stem) > _SHORT_STEM)


def is_english(token: str) -> bool:
    """Whether the token is an English word that those of other languages stand for.

    *Example*

    >>> is_english("exploration"), is_english("razvedka")
    (True, False)
    """
    return token in _english()


def spellings() -> Collection[str]:
    """Every form of a trade word or a place, in any language."""
    return _spellings()


@cache
def tables_of_words() -> tuple[Collection[str], ...]:
    """All trade words, places, and English words: tables to look a word up in."""
    return _trade_words(), _places(), _english()


@cache
def _english() -> frozenset[str]:
    stems, words = table("russian_stems"), table("firm_words")
    named = (stems["words"], stems["spellings"], words["general"], words["trade"])
    return frozenset(word for some in named for word in some)


@derived
def _legal() -> dict[str, str]:
    named = table("legal_forms")["words"].items()
    return {one_token(form): name for name, forms in named for form in forms.split()}


@derived
def _trade_words() -> dict[str, str]:
    tables = table("trade_words")
    russian = dict.fromkeys(table("russian_stems")["words"], "")
    known = dict(_by_form(russian | tables["words"] | tables["abbreviations"]))
    more = _by_form(table("firm_words")["trade"])
    return {form: known.get(name, name) for form, name in more} | known


@derived
def _places() -> dict[str, str]:
    tables = table("places")
    known = {name: name for name in _countries()}
    for name in tables["ambiguous"]["names"].split():
        known.pop(name, None)
    russian = dict.fromkeys(table("russian_stems")["places"], "")
    return known | dict(_by_form(russian | tables["places"]))


def _countries() -> Iterator[str]:
    """Names of countries that are one word."""
    import pycountry

    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", "")):
            word = one_token(name.partition(",")[0].lower())
            if len(word) >= _SHORTEST_COUNTRY and word.isalpha():
                yield word


@derived
def _spellings() -> dict[str, str]:
    """Every form of every table and the spelling that stands for it."""
    names = dict(_by_form(table("trade_words")["spellings"]))
    general = dict(_by_form(table("firm_words")["general"]))
    found = general | _places() | names | _trade_words()
    return {form: found.get(name, name) for form, name in found.items()}


def _by_form(forms: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, written in forms.items():
        yield name, name
        for form in written.split():
            if token := one_token(form):
                yield token, name
