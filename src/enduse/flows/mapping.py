"""Which column of somebody's table is the partner, the period, the value.

The guess is shown and saved by whoever imports; the phrases, in English, Chinese and
Russian, are in `columns.toml`. A mapping is a dict of field to column; a field that
no column holds may be given itself (`reporter = "KG"`, `currency = "USD"`).
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from enduse.flows import periods

_BRACKETS = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
_HAN = re.compile(r"[㐀-鿿]")
CONSTANT = "="  # before a value that is given rather than read from a column
GIVEN = ("reporter", "partner", "product", "period", "direction", "currency",
         "edition", "valuation", "scale", "unit", "decimal")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Money:
    """The unit that a text names: its currency, '' if none, and what it multiplies."""

    currency: str
    scale: float


@cache
def vocabulary() -> dict[str, Any]:
    """The tables of `columns.toml`: headings, scales, currencies, directions."""
    place = files("enduse.flows").joinpath("columns.toml")
    return tomllib.loads(place.read_text(encoding="utf-8"))


@cache
def _phrases() -> dict[str, tuple[str, int]]:
    """Phrase to its field and rank; the better phrase of a field has a lower rank."""
    found: dict[str, tuple[str, int]] = {}
    for name, said in vocabulary()["fields"].items():
        for rank, phrase in enumerate(said):
            found.setdefault(" ".join(words(phrase)), (name, rank))
    return found


def fields() -> tuple[str, ...]:
    """Every field a column may hold."""
    return tuple(vocabulary()["fields"])


def words(text: str) -> list[str]:
    """The words of a heading, folded; `$` is `usd`, `€` is `eur`."""
    plain = text.replace("US$", " usd ").replace("$", " usd ").replace("€", " eur ")
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    plain = unicodedata.normalize("NFKC", plain).casefold().replace(".", " ")
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)
    )
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain))


@cache
def _units() -> tuple[dict[str, str], dict[str, float]]:
    """Phrase to currency, and phrase to scale, both by folded words."""
    table = vocabulary()
    money = {
        " ".join(words(p)): c for c, said in table["currencies"].items() for p in said
    }
    scales = {
        " ".join(words(p)): float(n)
        for n, said in table["scales"].items()
        for p in said
    }
    return money, scales


def money(text: str) -> Money:
    """The currency and scale that a heading or a title names.

    *Example*

    >>> money("Стоимость, тыс. долл. США"), money("金额（万美元）")
    (Money(currency='USD', scale=1000.0), Money(currency='USD', scale=10000.0))
    """
    currencies, scales = _units()
    said = words(text)
    grams = [" ".join(said[i : i + n]) for n in (3, 2, 1) for i in range(len(said))]
    currency = next((currencies[g] for g in grams if g in currencies), "")
    scale = next((scales[w] for w in said if w in scales), 1.0)
    for word in said:
        if _HAN.search(word):
            currency = currency or _within(word, currencies, "")
            scale = _within(word, scales, scale)
    return Money(currency, scale if currency else 1.0)


def mass(text: str) -> float:
    """The kilograms of the unit of weight that a heading names, 0 where none is.

    *Example*

    >>> mass("Вес, тонн"), mass("出口数量(千克)"), mass("Quantity")
    (1000.0, 1.0, 0.0)
    """
    said = words(text)
    known = {" ".join(words(p)): float(n) for n, ps in _masses() for p in ps}
    grams = [" ".join(said[i : i + n]) for n in (2, 1) for i in range(len(said))]
    found = next((known[g] for g in grams if g in known), 0.0)
    han = next((w for w in reversed(said) if _HAN.search(w)), "")
    return found or float(_within(han, known, 0.0))


def _masses() -> Iterable[tuple[str, list[str]]]:
    table: dict[str, list[str]] = vocabulary()["masses"]
    return table.items()


def _within(word: str, known: Mapping[str, Any], default: Any) -> Any:
    """The longest Han phrase that `word` contains."""
    han = sorted((p for p in known if _HAN.search(p)), key=len, reverse=True)
    return next((known[p] for p in han if p in word), default)


def field_of(heading: str) -> tuple[str, int]:
    """The field that a heading names and its rank (0 is best); ('', 99) for none.

    A quantity in a unit of weight is a weight: `数量(千克)` is `net_kg`.
    """
    name, rank = _field_of(heading)
    return ("net_kg" if name == "quantity" and mass(heading) else name), rank


def _field_of(heading: str) -> tuple[str, int]:
    phrases = _phrases()
    bare = _BRACKETS.sub(" ", heading)
    for text in (heading, bare):
        said = words(text)
        if " ".join(said) in phrases:
            return phrases[" ".join(said)]
        found = phrases.get(" ".join(_without_money(said)))
        found = found or phrases.get(" ".join(_without_mass(said)))
        if found:
            return found[0], found[1] + 20
    return _loosely(words(bare))


def _loosely(said: list[str]) -> tuple[str, int]:
    currencies, _ = _units()
    joined = " ".join(said)
    if said and not _without_money(said) and any(c in joined for c in currencies):
        return ("value", 60)
    phrases = _phrases()
    for word in said:
        if _HAN.search(word):
            found = _within(word, phrases, None)
            if found:
                return found[0], found[1] + 40
    return ("", 99)


def _without_money(said: list[str]) -> list[str]:
    currencies, scales = _units()
    gone = {w for phrase in (*currencies, *scales) for w in phrase.split()} - {
        "m",
        "k",
        "t",
    }
    kept = [w for w in said if w not in gone]
    return kept[:-1] if kept and kept[-1] in ("of", "в") else kept


def _without_mass(said: list[str]) -> list[str]:
    units = {" ".join(words(p)) for _, names in _masses() for p in names}
    return [word for word in said if word not in units]


def guess(headings: Sequence[str]) -> dict[str, str]:
    """The likeliest column of each field, among those the headings name.

    *Example*

    >>> guess(["reporter", "partner", "cn8", "period", "flow", "value_eur"])["value"]
    'value_eur'
    """
    found: dict[str, tuple[int, int, str]] = {}
    for place, heading in enumerate(headings):
        name, rank = field_of(heading)
        if name and name != "ignored" and (rank, place) < found.get(name, (99, 0))[:2]:
            found[name] = (rank, place, heading)
    told = {name: heading for name, (_, _, heading) in found.items()}
    if "month" in told and not told.keys() & {"period", "year"}:
        told["period"] = told.pop("month")  # `Month` alone holds the year too
    return told


def settle(headings: Sequence[str], said: Mapping[str, str]) -> dict[str, str]:
    """The guess, with what a person said in its place.

    A value that is no heading is the field itself, and is marked by `=`.
    *Raises* ValueError for a field that there is not, or a column that is missing.
    """
    settled = guess(headings)
    for name, value in said.items():
        if name not in fields() and name not in GIVEN:
            known = ", ".join(dict.fromkeys((*fields(), *GIVEN)))
            raise ValueError(f"{name!r} is no field of a statistic; known: {known}")
        if value in headings:
            settled[name] = value
        elif name in GIVEN:
            settled[name] = CONSTANT + value.removeprefix(CONSTANT)
        elif not value:
            settled.pop(name, None)
        else:
            have = ", ".join(map(repr, headings[:30]))
            raise ValueError(f"no column {value!r} for {name}; the columns are {have}")
    return settled


def direction_in(text: str) -> str:
    """`X` or `M` where the words of a title say one of the two."""
    table = vocabulary()["directions"]
    said = words(text)
    found = {
        code
        for code, names in table.items()
        if any(
            n in said or (len(n) == 2 and n in text and not n.isascii()) for n in names
        )
    }
    return found.pop() if len(found) == 1 else ""


def is_table(headings: Sequence[str], said: Mapping[str, str] | None = None) -> bool:
    """Whether the headings are those of a table of trade: areas, times and values."""
    try:
        settled = settle(headings, said or {})
    except ValueError:
        settled = guess(headings)
    has_area = settled.keys() & {"reporter", "partner", "exporter", "importer"}
    times = dated(headings)
    has_time = bool(settled.keys() & {"period", "year"}) or len(times) >= 2
    return bool(has_area) and has_time and ("value" in settled or len(times) >= 2)


def dated(headings: Iterable[str]) -> dict[str, str]:
    """The headings that are periods themselves, with the period each is."""
    return {h: p for h in headings if (p := periods.period(str(h)))}
