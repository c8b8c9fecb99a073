"""Whether a description is too vague to tell a code from, and why."""

import re
from functools import cache
from importlib.resources import files

from enduse.goods.classify.attributes import part_numbers
from enduse.goods.classify.normal import folded
from enduse.goods.words.lines import rows_of

_WORD = re.compile(r"[^\W\d_]+")
_SAID = """
accessories accessory additional all amount and any appliances article articles
as assorted b2b belongings box boxes bulk business cargo carton cartons client
commercial commodities commodity company components consignment consolidated
consumables container contents customer daily delivery description device
devices documents effects electrical electronic electronics equipment etc
express for freight from general gift gifts good goods home household industrial
invoice item items kit kits lot machine machinery machines material materials
merchandise misc miscellaneous mixed necessities new no of office order other
others package packages parcel part parts per personal piece pieces present
product products project purchase quantity ref regular sales sample samples set
sets shipment shop small spare special stuff supplies supply technical the
things to tool tools total trade transport unit units use used various with
запчасти запасные части комплектующие оборудование товар товары продукция
изделия детали принадлежности материалы разное прочее груз образцы подарок
инструмент промышленное для и
配件 零件 备件 货物 商品 产品 样品 设备 材料 礼品 工具 其他 杂货 机械 电子产品 机器
yedek parça parçalar parçaları malzeme malzemeler ekipman ürün ürünler eşya
numune makine çeşitli ve teile ersatzteile zubehör waren ware muster geräte
ausrüstung material verschiedenes und diverse pièces pièce rechange matériel
marchandises échantillons divers équipement et de
"""
FLAT = 0.02  # no candidate as likely as this: the words point nowhere
ASK = "Which goods, by name, maker, model and quantity?"
REASONS = {
    "empty": "there is no letter or digit in it",
    "no-words": "there are only numbers or signs in it",
    "generic": "its words are said of goods of any kind",
    "points-nowhere": "its words speak for no code more than for others",
}


def reason(text: str, p: list[float]) -> str:
    """Why the description is too vague, a key of `REASONS`; '' where it is not.

    `p` are the probabilities of its likeliest codes.

    *Example*:
    >>> reason("spare parts", [0.2]), reason("ball bearing 6205", [0.8])
    ('generic', '')
    """
    if folded(text) in _phrases():
        return "generic"
    words = _WORD.findall(text.lower())
    if not words:
        return "" if any(map(str.isdigit, text)) and p and p[0] >= 0.3 else "no-words"
    if is_generic(text) and not part_numbers(text):
        return "generic"
    if not p or p[0] < FLAT:
        return "points-nowhere"
    return ""


def is_generic(text: str) -> bool:
    """Whether every word of a text is said of goods of any kind."""
    words = _WORD.findall(text.lower())
    generic = _generic()
    return all(word in generic or (len(word) == 1 and word.isascii()) for word in words)


def question(text: str) -> str:
    """What to ask whoever wrote a vague description.

    *Unknown*: the plain question for words that the table doesn't have.

    *Example*:
    >>> question("spare parts")
    'Which parts, for which machine, with part numbers?'
    """
    return _phrases().get(folded(text), ASK)


@cache
def _phrases() -> dict[str, str]:
    """What to ask for each vague phrase, folded."""
    table = files("enduse.goods.words").joinpath("vague.tsv")
    return {folded(text): ask for text, _, ask in rows_of(table)}


@cache
def _generic() -> frozenset[str]:
    return frozenset(_SAID.split())
