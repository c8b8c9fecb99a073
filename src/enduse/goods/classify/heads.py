"""The goods themselves in a description: what stands before its attributes.

"galvanized cable in reels used in the automotive industry" is cable; what follows the
first preposition or comma tells of it, and of much else. What it is said to be without
tells nothing of it, nor does what only says that goods follow ("the product is a").
"""

import re
from functools import lru_cache

from enduse.goods.classify.exclusions import without_exclusions

PROSE = 7  # words of a description that has a head and more
_SHORTEST = 4  # letters of a head
_AFTER = re.compile(
    r"\s+(?:from|for|used|designed|containing|with|in|to|that|which|of a kind|intended"
    r"|including|packed|packaged|by"
    r"|aus|mit|für|zum|zur|bestehend|pour|avec|constitué|composé|para|con|compuesto|uit"
    r"|voor|met|per|składający|из|для)\b|[,;(:]|\. ",
    re.IGNORECASE,
)
_LACKING = re.compile(
    r"\b(?:without|w/o|ohne|sin|sans|без|excluding|not including|other than|not for)\s+"
    r"(?:any |a |an |the )?[^\s,;:()]+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[\W_]*(?:"
    r"(?:the )?(?:subject |imported )?(?:products?|items?|articles?|goods|merchandise)"
    r"(?: in question| at issue| concerned| under consideration)?"
    r"(?:\s*:|,? (?:is|are|consists? of|comprises?|(?:is|are) described as))"
    r"|description(?: of (?:the )?goods)?\s*[:：]|(?:this|it) is(?= an? )"
    r"|(?:the )?tariff classification(?:,?(?: and)?(?: the)?"
    r" (?:status|country of origin|origin|marking)[\w\s,-]{0,90}?)?"
    r" (?:of|for)(?! origin)"
    r"|(?:bei der ware|es) handelt(?: es)? sich(?: bei der ware)?(?: laut \w+)? um"
    r"|die ware (?:ist|besteht aus)|warenbezeichnung\s*:|il s'agit d(?:e |')"
    r"|le produit est|l'article est|désignation\s*:|se trata de|el producto es"
    r"|descripción\s*:|товар представляет собой|наименование(?: товара)?\s*:"
    r"|(?:advance|balance|full|down|part(?:ial)?|final) (?:payment|pymt|pmnt|pmt)"
    r"(?: (?:for|of|against))?(?= )"
    r"|(?:payment|pymt|pmnt|pmt|paymt|deposit) (?:for|of|against)"
    r"|(?:пред)?оплата за|uplata za|plaćanje za|pago (?:por|de)|zahlung für"
    r"|paiement pour|ürün\s*:|品名\s*[:：]|货物名称\s*[:：]"
    r")\s*(?:(?:an?|the|eine?[nrms]?|une?|la|le|las|los|el)\s)?",
    re.IGNORECASE,
)
_HINTS = (
    "without", "w/o", "ohne", "sin ", "sans", "без", "excl", "not ", "other", "except",
    "but not", "ausg", "andere", "außer", "autres", "sauf", "кроме",
    "исключен", "отличн",
)  # fmt: skip


def with_head(text: str) -> str:
    """A long text with its head said once more, so that it weighs more; others as is.

    What it says that the goods are without, or are not, is left out.

    *Example*:
    >>> with_head("galvanized cable in reels used by the car industry")
    'galvanized cable in reels used by the car industry galvanized cable'
    >>> with_head("bicycle without motor"), with_head("диоды, кроме светодиодов")
    ('bicycle', 'диоды')
    """
    text = _without_lacking(text)
    cut = text[:300]
    if len(cut.split(None, PROSE)) < PROSE:
        return text
    found = _AFTER.search(cut, _SHORTEST)
    if not found:
        return text
    head = cut[: found.start()].strip()
    return f"{cut} {head}{text[300:]}" if len(head) >= _SHORTEST else text


@lru_cache(maxsize=4096)  # a description is asked for it by each who reads it
def without_opening(text: str) -> str:
    """The text without what only says that goods follow; as it is with nothing else.

    *Example*:
    >>> without_opening("Product: the product is a steel shelf")
    'steel shelf'
    >>> without_opening("Payment for the ball bearings")
    'ball bearings'
    """
    found = _OPENING.match(text)
    if not found:
        return text
    rest = text[found.end() :]
    return without_opening(rest) if sum(map(str.isalpha, rest)) >= _SHORTEST else text


def _without_lacking(text: str) -> str:
    """The text without what the goods lack; the same where little else is said."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return text
    left = _LACKING.sub(" ", without_exclusions(text)).strip()
    return left if sum(map(str.isalpha, left)) >= _SHORTEST else text
