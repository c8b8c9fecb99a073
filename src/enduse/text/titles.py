"""Titles of Islam, and Arabic names of two words, as lists write them: in one way.

`Abd al-Rahman`, `Abdel Rahman` and `Abdur Rahman` are one name, as are `Nasr Allah` and
`Nasrallah`; `Sayed`, `Seyyed` and `Syed` one title.

*Source*: general knowledge of Arabic, Persian and South Asian names.
"""

import re
from itertools import zip_longest

from rapidfuzz.distance import OSA

from enduse.text.arabic import ranks
from enduse.text.common_names import share
from enduse.text.concepts import is_place
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.met import Met
from enduse.text.one_off import OneOff

# The servant-of names of Arabic, whose second half lists write in many ways.
_ABDUL = re.compile(r"^abd(?:u|a|e|o|ou|oo)?[lr]?_?$")
# Titles of Islam that lists write in many ways.
_TITLES = {
    form: title
    for title, written in {
        "sayyid": "sayed seyed sayyed seyyed syed saiyid seyit seyyid saeyd sayid",
        "shaykh": "sheikh shaikh sheik cheikh shiekh sheykh",
        "mullah": "mulla mollah molla",
        "haji": "hadji hajji haj hajj hadj alhaj alhaji elhadj",
        "mawlawi": "maulavi molvi moulavi maulvi mowlavi mawlavi molavi",
        "maulana": "mowlana mawlana moulana",
        "abu": "abou aboo",
        "al": "el ul",
        "ayatollah": "ajatollah ayetullah ayatullah ayatolah ayatola ajatolah",
        "hojjatoleslam": "hojatoleslam hodjatoleslam hojjatolislam hojatolislam",
    }.items()
    for form in written.split()
}
# Those of them that are part of no name: `Abu` is, and the article no title.
HONOURS = frozenset(_TITLES.values()) - {"abu", "al"}
# What follows `Allah` in one name: `Allah Karam`.
_AFTER_GOD = frozenset(("karam", "dad", "yar", "bakhsh", "verdi", "nazar", "rakha"))
_LEAST_LETTERS = 3
_LONG_TITLE = 6  # letters, from which a slip may be told from another word
_NO_TITLES = frozenset(
    [
        "sayeed",
        "sayyad",
        "seyyedi",
        "sheikha",
        "sheikhi",
        "sheykhi",
        "shaikhi",
        "maulavi",
    ]
)
# What the second half of such a name begins with, where both are one word.
_OF_GOD = (
    "(?:ra[hk]|reh|raxm|raz|rau|raou|rashi|rachi|sal[aeo]m|sam[aeo][dt]|sat+[aeo]r|sab[uo]|shak|chak"
    "|nab|nas|naz[ie]|no+u?r|lat|jab|jal|djal|kar|ker|kri|ka[dz]|qa|qo|gad|ghad|mal[ie]|ma[dg]?j"
    "|mu[mnt]|mou[mnt]|m[ou]hs|mon[ae]|w[ao]h|ouah|va[hk]|wad|ouad|wak|wal[iy]|hak|hal[ie]|ham[ie]"
    "|had[iy]|haf|hay|haq|kha[bl]|kham|gha|ga[fn]|fat|az[ie]|bas|bar[iy]|qud|kud|zah|tawa|sam[iy])"
)
_GLUED = re.compile(
    "^abd(?:(?:ou|oo|[aeiou])l(?!l)|(?:ou|oo|[aeiou])(?:([rsnztd])(?=\\1))?)"
    rf"(?={_OF_GOD})([a-z]{{4,}})(?<!ov)(?<!ova)(?<!ev)(?<!eva)$"
)
# The article before a letter of the sun, where it is hardly a name: `az-Zawahiri`.
_BEFORE_SUN = {"az": "z", "ez": "z", "ash": "sh", "esh": "sh", "as": "s", "es": "s"}
_SON_OF = re.compile(r"^bin(al)([a-z]{5,})$")
_LONG_TITLES = OneOff(w for w in sorted(_TITLES) if len(w) >= _LONG_TITLE)
_NOT_SERVANTS = frozenset(("abu", "abo", "abi", "aba", "abou", "and", "add"))
_ARTICLES = frozenset(
    ["al", "el", "ul", "ar", "as", "ash", "at", "ad", "ed", "es", "er"]
)


_SECOND_HALVES = {
    **dict.fromkeys(("allah", "ullah", "ollah", "ulla", "alla"), "ullah"),
    **dict.fromkeys(("din", "deen", "dine", "eddin", "eddine", "uddin"), "uddin"),
    **dict.fromkeys(("uldin", "aldin", "eldin", "aldeen", "eldeen", "ddin"), "uddin"),
}


def servant_names(tokens: list[str]) -> list[str]:
    """`abd al rahman`, `abdel rahman` and `abdur rahman` all as `abdul rahman`.

    As one word they stay one: `abderrahmane` is `abdulrahmane`. `Nasr Allah` and
    `Saif al Din` become one word, as they are often written, and a title is spelt in
    one way.

    *Example*

    >>> servant_names(["sheikh", "abd", "al", "rahman"])
    ['shaykh', 'abdul', 'rahman']
    >>> servant_names(["saif", "al", "din"])
    ['saifuddin']
    """
    if all(map(_PLAIN.__getitem__, tokens)):
        return tokens
    beside = len(tokens) > 1
    tokens = [_TITLES.get(t) or (_title_meant(t) if beside else t) for t in tokens]
    if not _SECOND_HALVES.keys().isdisjoint(tokens):
        tokens = _halves(tokens)
    if not _BEFORE_SUN.keys().isdisjoint(tokens[1:]):
        tokens = _articles(tokens)
    tokens = [_servant(*pair) for pair in zip_longest(tokens, tokens[1:], fillvalue="")]
    folded: list[str] = []
    for token in tokens:
        if folded and folded[-1] == "abdul" and token in _ARTICLES:
            continue
        folded += _apart(token)
    return folded


def _articles(tokens: list[str]) -> list[str]:
    """`ayman az zawahiri` as `ayman al zawahiri`."""
    found = tokens[:1]
    for token, after in zip_longest(tokens[1:], tokens[2:], fillvalue=""):
        letter = _BEFORE_SUN.get(token)
        told = letter and len(after) > _LEAST_LETTERS and after.startswith(letter)
        found.append("al" if told else token)
    return found


def _apart(token: str) -> tuple[str, ...]:
    """A token as it is written elsewhere: `abd` as `abdul`, `binalshibh` in three."""
    if found := _SON_OF.match(token):
        return "bin", *found.groups()
    if not token.startswith("abd"):
        return (token,)
    glued = _GLUED.match(token)
    return ("abdul" if _ABDUL.match(token) else f"abdul{glued[2]}" if glued else token,)


def _is_plain(token: str) -> bool:
    """Whether `servant_names` leaves a token as it is, whatever stands beside it."""
    if token in _TITLES or token in _SECOND_HALVES or token.startswith("abd"):
        return False
    if token in _BEFORE_SUN or _SON_OF.match(token):
        return False
    near = 3 <= len(token) <= 4 and OSA.distance("abd", token, score_cutoff=1) == 1
    return not near and _title_meant(token) == token


_PLAIN = Met(_is_plain)


def _servant(token: str, after: str) -> str:
    """`abd` where a token before an article misspells it by one letter, or itself."""
    if after not in _ARTICLES or not 3 <= len(token) <= 4 or token in _NOT_SERVANTS:
        return token
    if share(token) or cluster(token) >= 0 or OSA.distance("abd", token) != 1:
        return token
    return "abd"


def _title_meant(token: str) -> str:
    """The title of Islam that a token misspells by one letter, or itself.

    No word or name that is known is touched.
    """
    near = _LONG_TITLES.near(token) if len(token) >= _LONG_TITLE - 1 else ()
    if not near or token in _NO_TITLES or share(token) or cluster(token) >= 0:
        return token
    if is_ordinary(token) or is_place(token):
        return token
    return _TITLES[near[0]]


def _may_have_half(before: str, half: str) -> bool:
    """Whether a word may be the first half of a name: `Alla` is a woman's, too."""
    if before.endswith("llah"):
        return False
    return len(before) > 2 and (half != "alla" or before in ranks())


def _halves(tokens: list[str]) -> list[str]:
    joined: list[str] = []
    for token, after in zip_longest(tokens, tokens[1:], fillvalue=""):
        end = "" if after in _AFTER_GOD else _SECOND_HALVES.get(token)
        if end == "uddin" and len(joined) > 1 and joined[-1] in _ARTICLES:
            joined.pop()
        if end and joined and _may_have_half(joined[-1].rstrip("_"), token):
            joined[-1] = joined[-1].rstrip("_") + end
        else:
            joined.append(token)
    return joined
