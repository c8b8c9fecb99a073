"""What a single token stands for: a legal form, a trade word or a place.

*Source*: rigour's tables of organisation types, symbols and places. Its table of
personal names is left alone: it takes ten seconds and 400 MB to load.
"""

from functools import lru_cache

from rigour.names import NameTypeTag, analyze_names

_WORDS = frozenset(("DOMAIN", "SYMBOL"))
_LEGAL_CLASS = {"LLC": "llc", "JSC": "jsc", "LP": "partnership", "CORP": "corp"}


@lru_cache(maxsize=262144)
def _org_symbols(token: str) -> tuple[tuple[str, str], ...]:
    """(category, id) of each symbol rigour sees in a token of a company name."""
    names = analyze_names(NameTypeTag.ORG, [token])
    spans = [span for name in names for span in name.spans]
    found = {(s.symbol.category.value, s.symbol.id) for s in spans}
    return tuple(sorted(found))


def legal_class(token: str) -> str:
    """The class of a one-word legal form (`llc`, `jsc`, ...), or ''."""
    for category, name in _org_symbols(token):
        if category == "ORGCLS":
            return _LEGAL_CLASS.get(name, name.lower())
    return ""


@lru_cache(maxsize=262144)
def canonical(token: str) -> str:
    """One spelling for a trade word or place in any language, else the token itself.

    *Example*

    >>> canonical("tekhnologii") == canonical("tech"), canonical("acme")
    (True, 'acme')
    """
    word = _ENGLISH.get(token, token)
    for category, name in _org_symbols(word):
        if category in _WORDS:
            return name.lower()
    return word


def is_trade_word(token: str) -> bool:
    """Whether the token says what kind of firm it is, not which one."""
    return any(category in _WORDS for category, _ in _org_symbols(token))


def is_place(token: str) -> bool:
    """Whether the token alone names a country, region or large city."""
    return any(category == "LOC" for category, _ in _org_symbols(token))


# Words of company names in listed romanisation that rigour lacks, and their English.
_ENGLISH = {
    "tekhnologii": "technology",
    "tekhnologiya": "technology",
    "tehnologiya": "technology",
    "tekhnologiy": "technology",
    "promyshlennost": "industry",
    "promyshlennaya": "industry",
    "promyshlenniy": "industry",
    "mezhdunarodnyy": "international",
    "mezhdunarodnaya": "international",
    "vneshnetorgovyy": "trading",
    "vneshnetorgovaya": "trading",
    "torgovyy": "trading",
    "torgovaya": "trading",
    "torgovlya": "trading",
    "predpriyatie": "enterprise",
    "predpriyatiye": "enterprise",
    "obedinenie": "association",
    "obyedineniye": "association",
    "obedineniye": "association",
    "nauchno": "scientific",
    "nauchnyy": "scientific",
    "issledovatelskiy": "research",
    "institut": "institute",
    "kontsern": "concern",
    "korporatsiya": "corporation",
    "gruppa": "group",
    "tsentr": "center",
    "elektronika": "electronics",
    "priborostroenie": "instrument",
    "proizvodstvennoe": "production",
    "proizvodstvo": "production",
    "gosudarstvennoe": "state",
    "gosudarstvennaya": "state",
    "natsionalnyy": "national",
    "stroitelnaya": "construction",
    "oboronnaya": "defence",
    "chinese": "china",
    "iranian": "iran",
    "russian": "russia",
    "syrian": "syria",
    "korean": "korea",
    "belarusian": "belarus",
}
