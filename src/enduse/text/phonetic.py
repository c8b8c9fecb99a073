"""Words that scripts leave sounds out of, held against Latin ones by what is heard.

Arabic and Hebrew write no vowels, kana and Hangul lack sounds: a marked word and a
Latin one are the same where they share a key.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from enduse.text import heard
from enduse.text.korean import are_syllables, is_syllable, otherwise, vowels
from enduse.text.letter_table import whole
from enduse.text.skeleton import single, skeleton

VOWELLESS = heard.VOWELLESS

# What one letter of Arabic, Hebrew or Hangul may be spelt as, under one letter.
LOOSE = whole(str.maketrans("pfgqzdSJ", "bbkkttsC"))
TELLING = 3  # sounds from which a word is somewhat alike that is not heard so
LOOSE_LATER = LOOSE | dict.fromkeys(map(ord, "hvy"))
LOOSE_KANA = whole(str.maketrans("lpgqzdJSC", "rbkksttst"))
LOOSE_KANA_LATER = LOOSE_KANA | dict.fromkeys(map(ord, "fhvy"))
NASAL = re.compile(r"n(?=[bm])|m(?=b)")


@lru_cache(maxsize=262144)
def loose(token: str) -> str:
    """The skeleton with letters merged that scripts without vowels leave open.

    *Example*

    >>> loose("tahamtan") == loose("thmtn_"), loose("gil") == loose("kil___")
    (True, True)
    """
    bones = skeleton(token)
    if not bones or token.isdigit():
        return ""
    first = "a" if bones[0] == "y" else bones[0].translate(LOOSE)
    return single(first + bones[1:].translate(LOOSE_LATER))


@lru_cache(maxsize=262144)
def loose_kana(token: str) -> str:
    """The skeleton as kana can write it: l is r, f is h, w is a vowel.

    *Example*

    >>> loose_kana("salem") == loose_kana("saremu__")
    True
    """
    bones = skeleton(token.replace("w", "u"))
    if not bones or token.isdigit():
        return ""
    first = "a" if bones[0] in "yhf" else bones[0].translate(LOOSE_KANA)
    bones = first + bones[1:].translate(LOOSE_KANA_LATER)
    return single(NASAL.sub("", bones))


_ASSIMILATED = re.compile(r"^[ae](?:l(?=[^aeiou])|(?=([sdtrnz]|sh|ch)\1))")
MOST_KEYS = 8
_SOFT_G = re.compile(r"[gz](?=[ei])")
_LONG_R = re.compile(r"(?<=[aeiou])r(?![aeiouyr])")  # only lengthens: Peter
_SILENT = ("t", "d", "s", "x", "z", "p", "h")


@lru_cache(maxsize=131072)
def sound_keys(word: str, *, kana: bool = False) -> tuple[str, ...]:
    """What a word sounds like to a script that leaves sounds out, or of one: keys.

    A word of such a script and a Latin one that may be meant by it share a key;
    `kana` tells that the script is kana.

    *Example*

    >>> set(sound_keys("khld_")) & set(sound_keys("khaled")) == {"hlt"}
    True
    """
    sound = loose_kana if kana else loose
    said = ways(word, heard.mark(word), kana=kana)
    if len(said) == 1:
        return (key,) if (key := sound(word)) else ()
    return tuple(dict.fromkeys(key for way in said if (key := sound(way))))[:MOST_KEYS]


_SON = f"vbyts{heard.HEBREW}"  # `רבינוביץ`, Rabinovich or Rabinowitz


def ways(word: str, of: str, *, kana: bool) -> list[str]:
    """The word, and as what else it may be heard where its skeleton would differ."""
    found = [word]
    if "j" in word:  # in `najdi` as in `sajida`
        found.append(word.replace("dj", "j").replace("j", "dj"))
    if of == heard.HANGUL:
        return [word, *otherwise(word)]
    if of == heard.KANA:
        return _said_by_kana(found)
    if of == heard.HEBREW and "ch" in word:
        found.append(word.replace("ch", "d"))
    if of == heard.HEBREW and (stem := word.removesuffix(_SON)) != word:
        found += [f"{stem}vich{of}", f"{stem}vits{of}"]
    if of == heard.VOWELLESS or of == heard.HEBREW:
        found += heard.usual(word)
        found += [word.replace("th", "s")] if "th" in word else []
        found += [word.replace("j", "g")] if "j" in word else []
        found += ["abd" + word[5:]] if word.startswith("abdul") else []
        found += ["abul" + word[3:]] if word.startswith("abu") else []
    elif not of and len(word) > TELLING:
        found += [word.replace("ch", "sh")] if "ch" in word else []
        found += ["w" + word[2:]] if word.startswith(("oua", "oue", "oui")) else []
        found += [word.replace("zh", "z")] if "zh" in word else []
        found += ["p" + word[2:]] if word.startswith("phy") else []  # of the North
        found += _as_kana(word) if kana else _as_arabic(word)
    return found


# What kana put for a sound they lack, or once lacked: `ワレリー` is Valery, `アウン`
# Aung, `ウォロジン` Volodin, `ワレンチナ` Valentina.
_SAID_BY_KANA = tuple(
    (re.compile(kana), sound)
    for kana, sound in (("w", "v"), ("ji", "di"), ("chi", "ti"), ("n(?=_)", "ng"))
)


def _said_by_kana(ways: list[str]) -> list[str]:
    """Words of kana, and each with what a sound of theirs may stand for."""
    for kana, sound in _SAID_BY_KANA:
        ways += [kana.sub(sound, word) for word in ways if kana.search(word)]
    return ways[:MOST_KEYS]


def _as_kana(word: str) -> list[str]:
    """A Latin word as it may be said where kana lack its sounds."""
    ways = [word.replace("v", "b")] if "v" in word else []
    ways += [word[:-1].replace("v", "b")] if word.endswith("v") else []
    ways += [word.replace("ti", "chi")] if "ti" in word else []
    ways += [word.replace("th", "s")] if "th" in word else []
    ways += ["k" + word[2:]] if word.startswith("kh") else []
    ways += [word.replace("ch", "k")] if "ch" in word else []  # of Greek: Echo
    ways += [word.replace("dh", "z")] if "dh" in word else []
    if ("g" in word or "z" in word) and _SOFT_G.search(word):
        ways.append(_SOFT_G.sub("j", word))
    ways += [word[:-1]] if word.endswith(_SILENT) else []
    if "r" in word and _LONG_R.search(word):
        ways.append(_LONG_R.sub("", word))
    return ways


def _as_arabic(word: str) -> list[str]:
    """A Latin word without its article, and as it may be said where v is f or w."""
    ways = [word.replace("v", "f")] if "v" in word else []
    ways += [f"{word[:-1]}f"] if word.endswith("v") else []
    found = _ASSIMILATED.match(word) if word[0] in "ae" else None
    if found and len(word) - found.end() > TELLING:
        ways.append(word[found.end() :])
    return ways


HEARD = 0.97  # as good as equal
NOT_QUITE = 0.84  # the same consonants, not one of the usual spellings
ANOTHER = 0.76  # the same, of a name whose usual spellings are known
SCRIPTS_APART = 0.8  # the same consonants in two such scripts
VOWEL_LETTERS = 0.9  # two words of one script that differ in letters for vowels
_VOWEL_LETTERS = re.compile(r"[aeiouyhw]")
_ALIF = re.compile(r"[ah]")  # written or left out in one Arabic name: `abrhim`


@lru_cache(maxsize=262144)
def heard_likeness(left: str, right: str) -> float:
    """How alike two tokens are of which one is marked at least; 0 where they aren't.

    *Example*

    >>> heard_likeness("mhmd_", "mohammed"), heard_likeness("hsn_", "hussein")
    (0.97, 0.76)
    """
    ours, theirs = heard.mark(left), heard.mark(right)
    if ours and theirs:
        return _written_alike(left, right, same=ours == theirs)
    marked, plain, of = (left, right, ours) if ours else (right, left, theirs)
    if of == heard.HANGUL:
        return _korean(marked, plain)
    kana = of == heard.KANA
    if heard.heard_as(marked, plain):
        return _as_heard(marked, plain, kana=kana)
    key = consonants(marked, kana=kana)  # equal ones share a key
    if not key or key != consonants(plain, kana=kana):
        return 0.0
    return ANOTHER if heard.is_known(marked) else NOT_QUITE


def most_likenesses(
    marked: str, plain: Sequence[str], same: Sequence[bool]
) -> list[float]:
    """The most that `heard_likenesses` may give, by the letters of the words."""
    if heard.mark(marked) == heard.HANGUL:
        return [_korean(marked, word) for word in plain]
    alike = ANOTHER if heard.is_known(marked) else NOT_QUITE
    both = zip(same, heard.may_be_heard(marked, plain), strict=True)
    return [HEARD if told else alike if agree else 0.0 for agree, told in both]


def heard_likenesses(
    marked: str, plain: Sequence[str], same: Sequence[bool]
) -> list[float]:
    """`heard_likeness` of a marked token and many others that are not marked.

    `same` tells which of those have the same `consonants`, and any at all.
    """
    of = heard.mark(marked)
    if of == heard.HANGUL:
        return [_korean(marked, word) for word in plain]
    kana, alike = of == heard.KANA, ANOTHER if heard.is_known(marked) else NOT_QUITE
    return [
        _as_heard(marked, word, kana=kana) if told else alike if agree else 0.0
        for word, agree, told in zip(
            plain, same, heard.which_heard(marked, plain), strict=True
        )
    ]


def _as_heard(marked: str, plain: str, *, kana: bool) -> float:
    filed = sound_keys(plain, kana=kana)
    found = any(key in filed for key in sound_keys(marked, kana=kana))
    return HEARD if found else 0.0


def consonants(token: str, *, kana: bool = False) -> str:
    """What a script that leaves sounds out may write of a token, '' of a short one."""
    key = loose_kana(token) if kana else loose(token)
    return key if len(key) >= TELLING else ""


_MORE_LETTERS = 2  # that a syllable of Hangul may be written with


def _korean(marked: str, plain: str) -> float:
    if is_syllable(marked, plain) or are_syllables(marked, plain):
        return HEARD
    if len(plain) > len(marked.rstrip(VOWELLESS)) + _MORE_LETTERS:
        return 0.0  # two syllables, or another word
    key = loose(marked)
    same = len(key) >= TELLING and key == loose(plain)
    return HEARD if same and vowels(marked) == vowels(plain) else 0.0


def _written_alike(left: str, right: str, *, same: bool) -> float:
    """Two words of scripts without vowels: their consonants, then vowel letters."""
    key = loose(left)
    if len(key) < TELLING or key != loose(right):
        return 0.0
    if same and heard.are_two_names(left, right):
        return 0.0
    if not same:
        return SCRIPTS_APART
    free = _ALIF if heard.mark(left) == VOWELLESS else _VOWEL_LETTERS
    once = [single(word) for word in (left, right)]
    sizes = {len(_VOWEL_LETTERS.sub("", word)) for word in once}
    if len(sizes) > 1:  # a consonant more: `mhdian_`, `mhmdian_`
        return 0.0
    bare = [free.sub("", word) for word in once]
    return VOWEL_LETTERS if bare[0] == bare[1] else ANOTHER
