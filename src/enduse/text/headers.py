"""Which column of somebody's table is the name, the birth date, the tax number.

Used for a firm's own lists and for customer files. The guess is shown and saved by
whoever calls; it is never applied unseen. The phrases, in seven languages, are in
`headers.toml` beside this file, those in further ones in `headers_abroad.toml`.
*Example*: see `guess_columns`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from enduse.codes import iban, lei
from enduse.text.tables import table

_SAMPLE = 200  # rows; more change no guess and cost time
_SHARE = 0.8  # of the filled cells must look right before content decides
_LOWER_UPPER = re.compile(
    r"(?<=[a-zа-я0-9])(?=[A-ZА-Я])|(?<=[A-Z])(?=[A-Z][a-z]{2})"  # fullName, POCity
)
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[㐀-鿿]")
_PATH = re.compile(r"^(?:[a-z]\w{2,}\.)+(?=[a-z][^.]*$)")  # `party.names.full`
_NUMBERED = re.compile(r"(?<=\D)\s*\d{1,2}$")
_DIGITS = re.compile(r"\d{1,2}$")
_JOINED = 6  # letters a phrase has at least to be known without its blanks
_BEGIN = 4  # letters of a word that may stand run together before another
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
    short: dict[str, str]  # a word cut short -> what it stands for
    joined: dict[str, str]  # phrase without its blanks -> field
    begins: tuple[str, ...]  # words that stand run together before what is said


_SETS = ("strong", "owner", "other", "about", "whole")


@cache
def _vocabulary() -> _Vocabulary:
    data = table("headers")
    phrases: dict[str, str] = {}
    for fields in (data["fields"], *table("headers_abroad").values()):
        for name, said in fields.items():
            for phrase in said:
                phrases.setdefault(" ".join(words(phrase)), name)
    strong, owner, other, about, alone = (
        frozenset(words(" ".join(data[name]))) for name in _SETS
    )
    pairs = [(w, kind) for kind, said in data["kinds"].items() for w in said]
    kinds = {" ".join(words(w)): kind for w, kind in pairs} | dict(pairs)
    short = {word: whole for whole, said in data["short"].items() for word in said}
    bare = {phrase: phrase.replace(" ", "") for phrase in phrases if " " in phrase}
    joined = {b: phrases[p] for p, b in bare.items() if len(b) >= _JOINED}
    begins = tuple(w for w in (*owner, *short) if len(w) >= _BEGIN)
    han = tuple(data["other_han"])
    sets = strong, owner, other, about, alone
    return _Vocabulary(phrases, kinds, han, *sets, short, joined, begins)


@cache
def known_fields() -> tuple[str, ...]:
    """Every field a column may be guessed to be, in the order of the vocabulary."""
    return tuple(table("headers")["fields"])


def words(heading: str) -> list[str]:
    """The words of a heading, lower case, without accents: `FullName_2` gives
    `full`, `name`, `2`."""
    plain = unicodedata.normalize("NFKD", _LOWER_UPPER.sub(" ", heading).casefold())
    plain = plain.replace("ı", "i").replace("ß", "ss").replace("ł", "l")
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
        if not name:
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


@lru_cache(maxsize=2048)
def is_known(heading: str) -> bool:
    """Whether a heading is a phrase of the vocabulary, but for a number."""
    said = words(_NUMBERED.sub("", heading.strip()))
    return " ".join(said) in _vocabulary().fields


def _unshortened(heading: str) -> str:
    """A heading with its words written out, and without numbers and the like.

    `Cust. Full Nm`, `CTZSHP_CNTRY1_CD`, `address1_line1`; '' if it says that already.
    """
    known, said = _vocabulary(), words(heading)
    bare = [_DIGITS.sub("", word) for word in said]
    plain = [w for w in bare if w and w not in _SAYS_NOTHING]
    whole = " ".join(known.short.get(word, word) for word in plain)
    return whole if whole != " ".join(said) else ""


_SAYS_NOTHING = frozenset(("cd", "c", "txt"))  # CUST_TYPE_CD, Legal_Name__c


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str:
    """`person`, `entity`, `vessel`, `aircraft` where `text` is a word for it, or ''.

    A word that is said of firms as well (`Persona jurídica`, `Private company`) gives
    way to another; where two say otherwise, none is told.
    """
    known, said = _vocabulary().kinds, words(text)
    loose = table("headers")["kinds_loose"]
    plain = text.strip().casefold()
    if plain in known:
        return known[plain]
    negated = said[:1] in (["non"], ["not"]) or plain.startswith("非")
    told = [(word, known[word]) for word in said if word in known]
    told += [("", kind) for word in said for kind in _kinds_within(word)]
    firm = {kind for word, kind in told if word not in loose}
    found = firm or {kind for _, kind in told}
    if negated and found == {"person"}:
        return "entity"
    return found.pop() if len(found) == 1 and not negated else ""


def _kinds_within(word: str) -> Iterator[str]:
    """The kinds that a word written without blanks names: `个人客户`."""
    known = _vocabulary().kinds
    if word not in known and _HAN.search(word):
        yield from (kind for w, kind in known.items() if len(w) > 1 and w in word)


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
    if found := _field_in_han(whole, known):
        return found, 4
    return _run_together(said, known), 4


def _run_together(said: Sequence[str], known: _Vocabulary) -> str:
    """The field of a heading without blanks: `dateofbirth`, `custname`."""
    if len(said) != 1:
        return ""
    word = said[0]
    if word in known.joined:
        return known.joined[word]
    rests = (word.removeprefix(b) for b in known.begins if word.startswith(b))
    return next((known.fields[rest] for rest in rests if rest in known.fields), "")


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
    names = [*columns["name"], *columns.get("alias", ())]
    wholes = [h for h in names if " ".join(words(h)) in table("headers")["half"]]
    if not wholes and set(words(names[0])).intersection(table("headers")["of_firms"]):
        return columns
    whole, half = (wholes or names)[0], columns[halves[0]][0]
    pairs = [(_cell(r, whole).casefold(), _cell(r, half).casefold()) for r in sample]
    told = Counter(part in full for full, part in pairs if full and part)
    if told[True] > told[False]:
        return columns
    other = "last_name" if halves == ["first_name"] else "first_name"
    rest = [h for h in names if h != whole]
    kept = {f: c for f, c in columns.items() if f not in ("name", "alias")}
    named = {"name": rest[:1], "alias": rest[1:]} if wholes else {"alias": rest}
    return {other: [whole], **kept, **{f: c for f, c in named.items() if c}}
