"""Goods as declarations name them: behind a label, what they are used for beside them.

"Commodity: ball bearing / Usage: water pump" is a bearing: what stands before the first
colon and is said of goods of any kind is a label, and the field of use names others.
Talk of parts is no label: "spare parts: CNC lathe".
"""

import re

from enduse.goods.classify.sold_rule import says_parts
from enduse.goods.classify.vague import is_generic

_SIGNS = " /|;,，；،、"
_AGAIN = re.compile(rf"([{_SIGNS.strip()}])(?:\s*[{_SIGNS.strip()}])+")
_COLON = re.compile("[:：]")
_LABEL = 40  # characters of a label at most
_USED = re.compile(
    r"(?:\b(?:usage|(?:end[ -])?use|uso|utili[sz]ation|verwendung(?:szweck)?"
    r"|kullanım(?:\s+(?:yeri|amacı|alanı))?|zastosowanie|(?:область\s+)?применени[ея]"
    r"|назначение|қолданылуы|کاربرد|الاستعمال|الاستخدام)|用途|용도)"
    r"\s*[:：]\s*[^;,|/\n；，、。،]+",
    re.IGNORECASE,
)


def without_labels(text: str) -> str:
    """The text without its label and its field of use; the same where little is left.

    *Example*:
    >>> without_labels("Commodity: ball bearing / Usage: water pump / Qty: 40")
    'ball bearing / Qty: 40'
    >>> without_labels("parts; use: CNC lathe")
    'parts; use: CNC lathe'
    """
    if not _COLON.search(text):
        return text
    cut = _USED.sub(" ", text)
    if cut != text:
        text = _or(text, " ".join(cut.split()))
    label, *rest = _COLON.split(text[:_LABEL], maxsplit=1)
    if rest and is_generic(label) and not (says_parts(label) or _USED.match(text)):
        text = _or(text, text[len(label) + 1 :])
    return text


def _or(text: str, left: str) -> str:
    """What is left where it names goods, else the text."""
    left = _AGAIN.sub(r"\1", left).strip(_SIGNS)
    return left if any(map(str.isalpha, left)) and not is_generic(left) else text
