"""The text of a firm's name made ready to be cut into words.

Other names said beside it go, and so do words of Arabic, Persian and Cyrillic that only
join; `firm_words` reads what is left.
"""

import re
from unicodedata import normalize

from enduse.text.concepts import canonical, is_place, is_trade_word
from enduse.text.kana import without_joining
from enduse.text.letter_names import with_letters
from enduse.text.scripts import scripts
from enduse.text.tokens import words

# What Arabic and Persian write together with the next word, or as a word that joins.
_ARABIC = re.compile("[؀-ۿﭐ-﷿ﹰ-ﻼ]")  # the letters as PDFs have them, too
_MAKING = re.compile(r"(?<=\w{3})سازی(?!\w)")  # the making of what it is written to
_PERSIAN = re.compile("[پچژگکی]")
_AND = re.compile(r"(?<!\w)و(?=ال)")
_FOR_THE = re.compile(r"(?<!\w)لل(?=\w{3})(?!لوج|وجست)")
_TURNED = re.compile(r"(?<!\w)لأل(?=\w{3})")  # lam and alef as PDFs turn them
_IN_THE = re.compile(r"(?<!\w)ب(?=ال\w{3})(?!الاشيخ)")
_JOINING_ARABIC = re.compile(
    r"(?<![\w.])(?:و|في|من|على|إلى|عن|از|به|در|را|برای|های|ها|هاى|بر|ی|او|د|دي|کے|کی|اور|بهره)(?![\w.])"
)
# The firm's name again, after a stroke and its legal form: `Завод Луч / ОАО «Луч»`.
_OR_SO = re.compile(
    r"(?<=\w{3}.)\s*/\s*(?:ОАО|ООО|АО|ЗАО|ПАО|ФГУП)(?!\w).*$", re.DOTALL
)
_HEBREW_OF = re.compile(r"(?<!\w)של\s+(?=\w)")
_KATAKANA = re.compile("[ァ-ヺ]")
_STATE = re.compile("(?<=[ァ-ヺー])国(?![一-鿿])")  # `イスラム国`
_UKRAINIAN = re.compile("[їєґЇЄҐ]")  # whose и is said as the Russian ы
_AO = re.compile(r"(?<!\w)АО(?!\w)")  # stands anywhere, other than in Latin letters
_COPPER = re.compile(r"(?i)(?<!\w)медь(?!\w)")  # its letters are `med`, of medicine
_JOINING_CYRILLIC = re.compile(
    r"(?<!\w)(?:За|Для|При|Из|Над|Под|На|От|от|За|По|Об|Со|До)(?![\w'’ʼ])|"
    r"(?<!\w)(?:[сз](?! (?i:огран|обме|абме|дополн))(?!\.)|[ивкоуійў](?!\.)|по|на|во|"
    r"со|из|при|для|за|під|та|над|об|па|аб|ад)(?![\w'’ʼ])"
    r"|(?<!\w)(?:И|В|НА|ДЛЯ|ПРИ|ИЗ)(?![\w.'’ʼ])"
)
# Of Belarusian firms: the group that one manages, said behind its own name.
_MANAGING = re.compile(
    r"(?i)(?<=\w{3}.)[\s,]*[-–—][\s«\"]*(?:управляющая компания|кіруючая кампанія)"
    r"\s+холд[иы]нга?у?.*$",
    re.DOTALL,
)
# Of what `_ALSO` finds in Latin letters, small ones, each has some.
_OTHER_NAME = ("nown as", "ading as", "alias", "ak", "a.k", "fk", "f.k", "db", "d.b")
# A French or Italian article or `of` that has lost its vowel: `d'Iran`.
_ELIDED = re.compile(r"(?i)(?<!\w)(?:d|l|dell|dall|nell|sull)['’]((?=[aeiouhé])\w{3,})")
_SO_CALLED = re.compile(r"(?i)^\W*(?:the )?so[- ]called\b(?=.*\w)")
_ALSO = re.compile(
    r"[\s,;(\[]+(?:also known as|(?<!\w)[af]\.?k\.?a\.?(?![\w-])|formerly known as|"
    r"trading as|alias(?!\w)|d\.?b\.?a\.?(?![\w-])).*$",
    re.IGNORECASE | re.DOTALL,
)


def _without_article(found: re.Match[str]) -> str:
    """A word without what is elided before it, unless it is a name: `L'Oréal`."""
    read = words(found[1])
    known = len(read) == 1 and (canonical(read[0]) != read[0] or is_place(read[0]))
    return found[1] if known or (read and is_trade_word(read[0])) else found[0]


def readable(text: str) -> str:
    """The text of a firm's name without other names and words that only join.

    *Example*

    >>> readable("Yantar Shipyard (also known as Yantar)")
    'Yantar Shipyard'
    """
    low = text.lower()
    if not text.isascii() or any(map(low.__contains__, _OTHER_NAME)):
        text = _ALSO.sub("", text) or text
    if "'" in text or "’" in text:
        text = _ELIDED.sub(_without_article, text)
    if "called" in low and (begins := _SO_CALLED.match(text)):
        text = text[begins.end() :]
    if text.isascii():
        return text
    text = with_letters(text)
    if _ARABIC.search(text):
        text = _TURNED.sub("للأ", normalize("NFKC", text))
        if _PERSIAN.search(text):
            text = _MAKING.sub(" سازی", text.replace("ى", "ی"))
            return _JOINING_ARABIC.sub(" ", text) or text
        text = _JOINING_ARABIC.sub(" ", _AND.sub("", text))
        return _IN_THE.sub("", _FOR_THE.sub("ال", text)) or text
    if "של" in text:
        text = _HEBREW_OF.sub("", text)
    if _KATAKANA.search(text):
        return _STATE.sub(" state ", without_joining(text))
    if "Cyrl" in scripts(text):
        text = text.replace("ё", "е").replace("Ё", "Е")
        text = _COPPER.sub("copper", text)
        if _UKRAINIAN.search(text):
            text = text.replace("и", "ы").replace("И", "Ы")
        text = _MANAGING.sub("", _OR_SO.sub("", text)) or text
        return _JOINING_CYRILLIC.sub(" ", _AO.sub("ОАО", text))
    return text
