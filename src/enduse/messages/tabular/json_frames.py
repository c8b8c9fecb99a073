"""Parties out of the frames that services put around them: `{"customers": [...]}`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from enduse.messages.tabular.layout import headings_of, is_header
from enduse.text.headers import guess_columns, words

MAX_FRAMES = 5  # frames in frames
BESIDE = "beside: "
"""Before the key of a value that stands beside the parties, in a frame."""
_KNOWN_01 = 0.25  # of the keys: a trade document has a vessel name among many others
_HOLDS_PARTIES = """
    customer customers client clients party parties counterparty counterparties person
    persons people individual individuals entity entities company companies organisation
    organisations organization organizations vendor vendors supplier suppliers
    beneficiary beneficiaries owner owners shareholder shareholders director directors
    account accounts member members user users partner partners contact contacts kunde
    kunden parteien personen firmen lieferanten clientes personas empresas personnes
    societes клиент клиенты контрагенты лица компании musteriler 客户 公司 交易对手
"""
_FRAMES = """
    data item items result results record records row rows entry entries list content
    contents response body payload value values hits docs documents objects collection
    embedded page export batch request daten datensatze zeilen donnees datos registros
    данные записи veri kayitlar 数据 记录 结果
"""
_PARTIES = frozenset(_HOLDS_PARTIES.split())
_HOLDERS = frozenset(f"{_HOLDS_PARTIES} {_FRAMES}".split())


def is_party(found: Mapping[str, Any]) -> bool:
    """Whether an object is of a party: it has a key for a name, and another.

    A key `name` alone among keys that say nothing of a party is of anything: of a
    package, a measurement, a setting.
    """
    own = found.get("properties")
    return _is_partys((*found, *own) if isinstance(own, dict) else tuple(found))


@lru_cache(maxsize=1024)
def _is_partys(keys: tuple[str, ...]) -> bool:
    known = sum(len(columns) for columns in guess_columns(headings_of(keys)).values())
    if not is_header(keys) or known < _KNOWN_01 * len(keys):
        return False
    return known > 1 or known == len(keys) or "name" not in map(str.casefold, keys)


def holds_parties(key: str) -> bool:
    """Whether a key is called as what is a party, or holds parties."""
    return not _PARTIES.isdisjoint(words(key))


def in_frame(found: Mapping[str, Any], level: int = 0) -> list[dict[str, Any]]:
    """The parties in a frame; [] where the object is a party itself, or no frame.

    What stands beside them, of the frame itself, is with the first of them, so that
    no word of the file is lost.
    """
    if level >= MAX_FRAMES or is_party(found):
        return []
    parties: list[dict[str, Any]] = []
    beside: dict[str, Any] = {}
    for key, value in found.items():
        some = list(_parties(key, value, found, level))
        parties.extend(some)
        if not some and value not in (None, "", [], {}):
            beside[f"{BESIDE}{key}"] = value
    if not parties:
        return _by_number(found)
    return [{**parties[0], **beside}, *parties[1:]]


def _parties(
    key: str, value: Any, frame: Mapping[str, Any], level: int
) -> Iterator[dict[str, Any]]:
    said = frozenset(words(key))
    if not (said & _HOLDERS or _is_only_list(value, frame)):
        return
    items = value if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, dict):
            inner = in_frame(item, level + 1)
            if inner:
                yield from inner
            elif is_party(item) or (isinstance(value, list) and _starts_well(items)):
                yield item


def _starts_well(items: list[Any]) -> bool:
    return isinstance(items[0], dict) and is_party(items[0])


def _is_only_list(value: Any, frame: Mapping[str, Any]) -> bool:
    """Whether a value is the one list of objects in an otherwise plain object."""
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return False
    return sum(isinstance(other, list | dict) for other in frame.values()) == 1


def _by_number(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Parties under their own numbers: `{"C1": {...}, "C2": {...}}`."""
    values = list(found.values())
    if not values or not all(isinstance(v, dict) and is_party(v) for v in values):
        return []
    return [v if "id" in v else {"id": k, **v} for k, v in found.items()]
