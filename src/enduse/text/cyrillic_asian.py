"""Chinese and Korean names as Russian writes them: Си Цзиньпин, Ким Чен Ын.

*Source*: Palladius (1888) for Chinese; Kholodovich (1954) and Kontsevich (2001) for
Korean, which both write `н` for two last sounds.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from enduse.text.han_latin import pinyin
from enduse.text.hangul import MARK

_MOST_WORDS, _MOST_SYLLABLES = 3, 4
# What only Chinese has.
_CHINESE = re.compile("цз|чж|сю|ця|сяо|эй$|^[вл]юй|юэ|янь|юань|хуэ|оу$|жэ|уа[йн]")
_INITIAL = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]|")
_INITIALS = """b б  p п  m м  f ф  d д  t т  n н  l л  g г  k к  h х  j цз  q ц  x с
zh чж  ch ч  sh ш  r ж  z цз  c ц  s с"""
_ALONE = """yi и  ya я  yan янь  yang ян  yao яо  ye е  you ю  yu юй  yue юэ  yuan юань
yun юнь  yong юн  yin инь  ying ин  wu у  wa ва  wai вай  wan вань  wang ван  wei вэй
wen вэнь  weng вэн  wo во  er эр  zi цзы  ci цы  si сы  yo ё  hui хуэй  ju цзюй
juan цзюань  jun цзюнь  jue цзюэ  qu цюй  quan цюань  qun цюнь  que цюэ  xu сюй
xuan сюань  xun сюнь  xue сюэ  zhi чжи  chi чи  shi ши  ri жи"""
_FINALS = """a а  ai ай  an ань  ang ан  ao ао  e э  ei эй  en энь  eng эн  i и  in инь
ing ин  ia я  ian янь  iang ян  iao яо  ie е  iu ю  iong юн  ong ун  ou оу  u у  ua уа
uai уай  uan уань  uang уан  ui уй  un унь  uo о  o о  ue юэ  ve юэ  v юй"""
_FAMILIES = """wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he
guo ma luo liang song zheng xie han tang feng dong xiao cheng cao yuan deng fu shen zeng
peng lu su jiang cai jia ding wei xue ye yan yu pan du dai xia zhong tian ren fan fang
shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long
wan duan qian yin yi chang qiao lai gong wen xi"""
_SYLLABLE = re.compile(
    "(чх|чж|дж|кх|тх|пх|кк|тт|пп|сс|[кгнтдрлмпбсчх]?)"
    "(ва|вэ|ве|ви|во|ый|[яёюеэыаоуи])(нг|нъ|ль|[кнтлмп](?![аоуыэяёюеив]))?"
)
_FIRST = {
    "к": "k", "г": "k", "н": "n", "т": "t", "д": "t", "р": "r", "л": "r", "м": "m",
    "п": "p", "б": "p", "с": "s", "ч": "j", "чж": "j", "дж": "j", "чх": "ch", "кх": "k",
    "тх": "t", "пх": "p", "х": "h", "кк": "kk", "тт": "tt", "пп": "pp", "сс": "ss",
}  # fmt: skip
_VOWEL = {
    "а": "a", "э": "ae", "я": "ya", "о": "o", "е": "yo", "ё": "yo", "у": "u", "ю": "yu",
    "ы": "u", "и": "i", "ый": "ui", "ва": "wa", "вэ": "oe", "ве": "oe", "ви": "wi",
    "во": "wo",
}  # fmt: skip
_LAST = {"к": "k", "т": "t", "ль": "l", "л": "l", "м": "m", "п": "p", "нг": "ng"}
_BEARERS = """ким пак ли ри и чхве чхоэ цой чон чан чо хан хван юн о со син рим лим кан
кон квон ан сон пэк пэ но ю рю хо нам ян чу ку мун ко ха сим квак чхэ пён вон чи чин"""
_MOST = 4
_KOREAN = 3  # syllables of nearly every Korean's name, at least


def chinese(words: Sequence[str]) -> str:
    """A name in pinyin where all its syllables are Chinese ones, '' otherwise.

    *Example*

    >>> chinese(("си", "цзиньпин")), chinese(("иван", "ли"))
    ('xi jinping', '')
    """
    if not 2 <= len(words) <= _MOST_WORDS or len(words[0]) == 1 == len(words[-1]):
        return ""
    read = [_syllables(word) for word in words]  # the family name is one syllable
    if not all(read) or sum(map(len, read)) > _MOST_SYLLABLES or len(read[0]) > 1:
        return ""
    if not any(map(_CHINESE.search, words)) and read[0][0] not in _FAMILIES.split():
        return ""
    return " ".join("".join(one) for one in read)


def _syllables(word: str) -> list[str]:
    found = _whole().fullmatch(word)
    return [_palladius()[one] for one in _one().findall(word)] if found else []


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(f"(?:{_one().pattern})+")


@cache
def _one() -> re.Pattern[str]:
    longest = sorted(_palladius(), key=lambda one: (-len(one), one))
    return re.compile("|".join(f"{one}(?![ьй])" for one in longest))


@cache
def _palladius() -> dict[str, str]:
    """Syllables of Chinese as Russian writes them, and the pinyin of each."""
    return {palladius(one): one for one in sorted(pinyin())}


@cache
def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def palladius(syllable: str) -> str:
    """A syllable of pinyin as Russian writes it.

    *Example*

    >>> [palladius(one) for one in ("xi", "jin", "ping", "zhang", "hui", "xu")]
    ['си', 'цзинь', 'пин', 'чжан', 'хуэй', 'сюй']
    """
    if whole := _pairs(_ALONE).get(syllable):
        return whole
    found = _INITIAL.match(syllable)
    first = found[0] if found else ""
    rest = syllable[len(first) :]
    return _pairs(_INITIALS).get(first, "") + _pairs(_FINALS).get(rest, rest)


def koreans(words: Sequence[str]) -> Iterator[str]:
    """The ways to read a name as Korean, syllable by syllable as Hangul is read.

    *Example*

    >>> list(koreans(("ким", "чен", "ын")))[-1], list(koreans(("иван", "ли")))
    ('kim___ jong___ ung___', [])
    """
    if len(words) < 2 or words[0] not in _BEARERS.split():
        return iter(())
    found = [list(_SYLLABLE.finditer(word)) for word in words]
    if any(
        "".join(m[0] for m in one) != word
        for one, word in zip(found, words, strict=True)
    ):
        return iter(())
    syllables = [_korean(m) for one in found for m in one]
    if not _KOREAN <= len(syllables) <= _MOST_SYLLABLES:
        return iter(())
    return islice(map(" ".join, product(*syllables)), _MOST)


def _korean(found: re.Match[str]) -> list[str]:
    """One syllable in the letters of `hangul`, with either of two last sounds."""
    first, vowel, last = found.groups()
    said = "o" if vowel == "е" and first else _VOWEL[vowel]
    whole = _FIRST.get(first, "") + said
    if last in ("н", "нъ"):
        return [f"{whole}n{MARK}", f"{whole}ng{MARK}"]
    return [whole + _LAST.get(last or "", "") + MARK]
