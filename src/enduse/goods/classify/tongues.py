"""One form for every form of a word, in the tongues whose words are put into English.

No grammar: what plural, case and gender add at its end is cut, the article before it,
the same for a word of a text and for one of the table (`words/tongues.toml`).
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from enduse.goods.classify.normal import folded

_ARABIC = str.maketrans("يىكةأإآٱ", "ییکهاااا")  # letters that differ by tongue
_SIGNS = re.compile(r"[^\w\u0900-\u0963\u0966-\u097f]+|_+")  # vowel signs are letters
_SCRIPTS = {
    "kana": re.compile("[\u3040-\u30ff]"),
    "hangul": re.compile("[\uac00-\ud7af]"),
    "devanagari": re.compile("[\u0900-\u097f]"),
    "han": re.compile("[\u4e00-\u9fff]"),
    "arabic": re.compile("[\u0600-\u06ff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
}
_KAZAKH = re.compile("[әғқңөұүһ]", re.IGNORECASE)
_UKRAINIAN = re.compile("[їєґ']", re.IGNORECASE)
_RUSSIAN = re.compile("[ыъэё]", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_OWN_SIGNS = ("vi", "hi", "ja", "ko")  # an accent or a vowel sign is another word


@dataclass(frozen=True, slots=True)
class Tongue:
    """How the words of a tongue are cut and stand; `lang` is ISO 639-1."""

    lang: str
    script: str
    endings: tuple[str, ...]
    fronts: tuple[str, ...]
    silent: tuple[str, ...]
    least: int
    times: int
    vowels: bool
    compounds: bool
    first: bool
    behind: bool

    def words(self, text: str) -> list[str]:
        """The words of a text, folded as this tongue needs."""
        if self.lang in _OWN_SIGNS:
            plain = unicodedata.normalize("NFKC", text).lower()
            return _SIGNS.sub(" ", plain).split()
        if self.script == "cyrillic":
            text = _APOSTROPHE.sub("", text)
        plain = folded(text)
        return (plain.translate(_ARABIC) if self.script == "arabic" else plain).split()

    def cut(self, word: str) -> str:
        """A folded word without what its ending and its article add.

        *Example*:
        >>> [tongue("it").cut(w) for w in ("bianche", "bianco")]
        ['bianc', 'bianc']
        >>> tongue("pl").cut("drewniane") == tongue("pl").cut("drewniany")
        True
        """
        for front in self.fronts:
            if word.startswith(front) and len(word) - len(front) > self.least:
                word = word[len(front) :]
                break
        if self.vowels:
            return self._to_consonant(word)
        for _ in range(self.times):
            ending = next((e for e in self.endings if self._ends(word, e)), "")
            if not ending:
                break
            word = word[: -len(ending)]
        if self.compounds and len(word) > self.least and word[-1] == word[-2]:
            return word[:-1]
        return word

    def _ends(self, word: str, ending: str) -> bool:
        return word.endswith(ending) and len(word) - len(ending) >= self.least

    def _to_consonant(self, word: str) -> str:
        if word.endswith("oes"):
            word = f"{word[:-3]}ao"
        if word[-1] == "s" and len(word) > self.least + 1:
            word = word[:-1]
        while len(word) > self.least and word[-1] in "aeio":
            word = word[:-1]
        hard = word[-1] == "h" and len(word) > self.least
        return word[:-1] if hard else word


@lru_cache(maxsize=32)
def tongue(lang: str) -> Tongue:
    """The tongue of a language that the table has. *Raises* KeyError."""
    told = _told()[lang]
    return Tongue(
        lang,
        told["script"],
        _listed(told, "endings"),
        _listed(told, "fronts"),
        _listed(told, "silent"),
        told.get("least", 1),
        told.get("times", 1),
        told.get("vowels", False),
        told.get("compounds", False),
        told.get("first", False),
        told.get("behind", False),
    )


def tongues_of(text: str) -> tuple[str, ...]:
    """The languages that a text may be in, by its letters.

    *Unknown*: () for Russian and Chinese, whose goods are known by name, and for
    letters of no language that the table has.

    *Example*:
    >>> tongues_of("дерев'яні двері"), tongues_of("бумажные пакеты")
    (('uk',), ())
    """
    if not text.isascii():
        script = next((s for s, sign in _SCRIPTS.items() if sign.search(text)), "")
        if script == "cyrillic":
            return _cyrillic(text)
        if script:
            return tuple(_of_script("kana" if script == "han" else script))
    return tuple(_of_script("latin"))


def _cyrillic(text: str) -> tuple[str, ...]:
    if _KAZAKH.search(text):
        return ("kk",)
    if _UKRAINIAN.search(text):
        return ("uk",)
    russian = _RUSSIAN.search(text) and "і" not in text.lower()
    return () if russian else ("uk", "kk")


def _of_script(script: str) -> list[str]:
    return [lang for lang, told in _told().items() if told["script"] == script]


def _listed(told: dict[str, Any], name: str) -> tuple[str, ...]:
    words = told.get(name, "").split()
    signs = told["script"] == "devanagari"
    return tuple(word if signs or name == "silent" else folded(word) for word in words)


@cache
def _told() -> dict[str, Any]:
    place = files("enduse.goods.words") / "tongues.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))
