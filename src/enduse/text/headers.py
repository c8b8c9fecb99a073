"""Which column of somebody's table is the name, the birth date, the tax number.

Used for a firm's own lists and for customer files. The guess is shown and saved by
whoever calls; it is never applied unseen. The phrases, in seven languages, are in
`headers.toml` beside this file.
*Example*: see `guess_columns`.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from enduse.codes import iban, lei

_SAMPLE = 200  # rows; more change no guess and cost time
_SHARE = 0.8  # of the filled cells must look right before content decides
_LOWER_UPPER = re.compile(r"(?<=[a-zа-я0-9])(?=[A-ZА-Я])")
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[㐀-鿿]")
_PATH = re.compile(r"^(?:[a-z]\w{2,}\.)+(?=[a-z][^.]*$)")  # `party.names.full`
_NUMBERED = re.compile(r"(?<=\D)\s*\d{1,2}$")
_EMAIL = re.compile(r"[^@\s;,]+@[^@\s;,]+\.[a-zA-Z]{2,}$")
_IMO = re.compile(r"IMO[\s:#-]*\d{7}$", re.IGNORECASE)
_ONE_ONLY = {"id"}  # a second column of these says something else


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    fields: dict[str, str]  # phrase -> field
    kinds: dict[str, str]  # word -> kind of party
    other_han: tuple[str, ...]
    strong: frozenset[str]  # tell alone, wherever they stand in a heading
    owner: frozenset[str]  # whose column it is
    other: frozenset[str]  # somebody else's column
    about: frozenset[str]  # a remark on a value rather than the value
    whole: frozenset[str]  # say something only alone
    people: frozenset[str]  # headings of columns that name further people
    short: dict[str, str]  # a word cut short -> what it stands for


_SETS = ("strong", "owner", "other", "about", "whole")


@cache
def _vocabulary() -> _Vocabulary:
    place = files("enduse.text").joinpath("headers.toml")
    data = tomllib.loads(place.read_text(encoding="utf-8"))
    phrases: dict[str, str] = {}
    for name, said in data["fields"].items():
        for phrase in said:
            phrases.setdefault(" ".join(words(phrase)), name)
    strong, owner, other, about, alone = (
        frozenset(words(" ".join(data[name]))) for name in _SETS
    )
    kinds = {w: kind for kind, said in data["kinds"].items() for w in said}
    people = frozenset(" ".join(words(phrase)) for phrase in data["people"])
    short = {word: whole for whole, said in data["short"].items() for word in said}
    han = tuple(data["other_han"])
    sets = strong, owner, other, about, alone
    return _Vocabulary(phrases, kinds, han, *sets, people, short)


@cache
def known_fields() -> tuple[str, ...]:
    """Every field a column may be guessed to be, in the order of the vocabulary."""
    place = files("enduse.text").joinpath("headers.toml")
    return tuple(tomllib.loads(place.read_text(encoding="utf-8"))["fields"])


def words(heading: str) -> list[str]:
    """The words of a heading, lower case, without accents: `FullName_2` gives
    `full`, `name`, `2`."""
    plain = unicodedata.normalize("NFKD", _LOWER_UPPER.sub(" ", heading).casefold())
    plain = plain.replace("ı", "i").replace("ß", "ss")
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return _WORD.findall(bare)


def guess_columns(
    headers: Sequence[str], sample_rows: Iterable[Mapping[str, str]] = ()
) -> dict[str, list[str]]:
    """Which columns hold which field, as far as headings and samples tell.

    *Shape*: field (see `known_fields`) to the headings that hold it, in table order;
    a heading is under one field at most, a heading nobody knows under none. The
    best name column is `name`, further ones are `alias`.
    *Example*

    >>> guess_columns(["Kunden-Nr", "Nachname", "Vorname", "Geburtsdatum"])
    {'id': ['Kunden-Nr'], 'last_name': ['Nachname'], 'first_name': ['Vorname'], \
'birth_date': ['Geburtsdatum']}
    """
    sample = [row for row, _ in zip(sample_rows, range(_SAMPLE), strict=False)]
    cells = {h: [c for row in sample if (c := _cell(row, h))] for h in headers}
    found: dict[str, list[tuple[int, str]]] = {}
    for heading in headers:
        name, rank = _field_of(heading)
        if not name and not names_people(heading):
            name, rank = _field_of(_unshortened(heading))
        if name == "kind" and not _says_kind(cells[heading]):
            name = "role" if "designation" in words(heading) else ""
        name = name or _field_by_content(cells[heading])
        if not name and words(heading)[-1:] == ["id"] and _unique(cells[heading]):
            name, rank = "id", 5
        if name:
            found.setdefault(name, []).append((rank, heading))
    ranked = _settle(found, headers)
    return _name_parts(ranked, sample)


@lru_cache(maxsize=1024)
def names_people(heading: str) -> bool:
    """Whether a column names further people of a party: its owners, who speaks for it.

    *Example*

    >>> names_people("Beneficial owner(s)"), names_people("Geschäftsführer")
    (True, True)
    """
    return " ".join(words(_NUMBERED.sub("", heading.strip()))) in _vocabulary().people


def _unshortened(heading: str) -> str:
    """A heading with its words written out: `Cust. Full Nm`, `Ctry`; '' if none is."""
    short, said = _vocabulary().short, words(heading)
    if short.keys().isdisjoint(said):
        return ""
    return " ".join(short.get(word, word) for word in said)


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str:
    """`person`, `entity`, `vessel`, `aircraft` where `text` is a word for it, or ''."""
    known = _vocabulary().kinds
    said = (text.strip().casefold(), *words(text))
    return next((known[word] for word in said if word in known), "")


def _cell(row: Mapping[str, str], heading: str) -> str:
    return str(row.get(heading) or "").strip()


def _field_of(heading: str) -> tuple[str, int]:
    """The field a heading names and how well it does: 0 is best; ('', 9) for none."""
    said = words(_NUMBERED.sub("", _PATH.sub("", heading.strip())))
    if len(heading) > 80 or not said:
        return "", 9
    known = _vocabulary()
    if (whole := " ".join(said)) in known.fields:
        return known.fields[whole], 0
    own = [word for word in said if word not in known.owner]
    if (bare := " ".join(own)) in known.fields:
        return known.fields[bare], 1
    if known.about & set(said):
        return "", 9
    if part := _longest_part(said, known):
        return known.fields[part], 2
    if known.other & set(said):
        return "", 9
    for word in own[-1:] + own[:1]:
        if word in known.fields and word not in known.whole:
            return known.fields[word], 3
    return _field_in_han(whole, known), 4


def _longest_part(said: Sequence[str], known: _Vocabulary) -> str:
    """The longest known phrase inside a heading, or its first telling word, or ''."""
    for length in range(len(said) - 1, 1, -1):
        for start in range(len(said) - length + 1):
            part = " ".join(said[start : start + length])
            if part in known.fields:
                return part
    strong = (word for word in said if word in known.strong and word in known.fields)
    return next(strong, "")


def _field_in_han(whole: str, known: _Vocabulary) -> str:
    """Chinese headings have no spaces: the longest phrase the heading ends with."""
    if any(word in whole for word in known.other_han):
        return ""
    for start in range(len(whole) - 1):
        part = whole[start:]
        if _HAN.match(part) and part in known.fields and len(part) > 1:
            return known.fields[part]
    return ""


def _share(cells: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(1 for c in cells if test(c)) / len(cells) if cells else 0.0


def _unique(cells: Sequence[str]) -> bool:
    return bool(cells) and len(set(cells)) == len(cells)


def _says_kind(cells: Sequence[str]) -> bool:
    return not cells or _share(cells, kind_of) >= _SHARE


def _field_by_content(cells: Sequence[str]) -> str:
    tests: dict[str, Callable[[str], object]] = {
        "lei": lambda c: len(c) == 20 and lei.is_valid(c),
        "iban": lambda c: len(c) > 14 and c[:2].isalpha() and iban.is_valid(c),
        "email": _EMAIL.match,
        "imo": _IMO.match,
    }
    return next((n for n, test in tests.items() if _share(cells, test) >= _SHARE), "")


def _settle(
    found: Mapping[str, list[tuple[int, str]]], headers: Sequence[str]
) -> dict[str, list[str]]:
    order = {heading: place for place, heading in enumerate(headers)}
    settled: dict[str, list[str]] = {}
    for name, columns in found.items():
        if name in _ONE_ONLY:
            settled[name] = [min(columns, key=lambda c: (c[0], order[c[1]]))[1]]
        else:
            settled[name] = [heading for _, heading in columns]
    if len(found.get("name", ())) > 1:
        best = min(found["name"], key=lambda c: (c[0], order[c[1]]))[1]
        further = [h for h in settled["name"] if h != best]
        settled["name"] = [best]
        aliases = {*further, *settled.get("alias", ())}
        settled["alias"] = sorted(aliases, key=order.__getitem__)
    return settled


def _name_parts(
    columns: dict[str, list[str]], sample: Sequence[Mapping[str, str]]
) -> dict[str, list[str]]:
    """`Name, Vorname`, `Nom, Prénom` and `Имя, Фамилия`: a name that is half a name."""
    halves = [part for part in ("first_name", "last_name") if part in columns]
    if "name" not in columns or len(halves) != 1:
        return columns
    whole, half = columns["name"][0], columns[halves[0]][0]
    pairs = [(_cell(r, whole).casefold(), _cell(r, half).casefold()) for r in sample]
    told = Counter(part in full for full, part in pairs if full and part)
    if told[True] > told[False]:
        return columns
    other = "last_name" if halves == ["first_name"] else "first_name"
    return {other if field == "name" else field: c for field, c in columns.items()}
