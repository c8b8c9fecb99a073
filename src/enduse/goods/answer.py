"""All that is known of one code: its editions, texts, successors and controls."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from enduse.goods import cas, editions, hs
from enduse.goods.codes import Reading, read
from enduse.goods.control import ControlLists, today
from enduse.goods.correlated import correlated
from enduse.goods.store import GoodsStore
from enduse.goods.titles import title
from enduse.model import Control, Problem, Via
from enduse.model.encode import to_plain

NEWEST = hs.EDITIONS[0]


@dataclass(frozen=True, slots=True)
class CodeLine:
    """The code in one edition: `stated` there, or `mapped` from `came_from`.

    `relationship` and `basis` are those of the link a mapped code was reached by.
    """

    edition: str
    hs6: str
    title: str
    via: Via
    code: str
    scheme: str
    came_from: str = ""
    relationship: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """What `enduse goods find CODE` says.

    `catch_all` are codes that UNSD links and that say nothing of one line of goods.
    `unknown` names lists that hold nothing on the day asked for, and why.
    """

    input: str
    day: date
    codes: tuple[CodeLine, ...]
    controls: tuple[Control, ...]
    problems: tuple[Problem, ...]
    catch_all: tuple[str, ...] = ()
    unknown: tuple[dict[str, str], ...] = ()
    hint: str = ""


def of_code(
    text: str, home: Path | None, *, edition: str = "", at: date | None = None
) -> CodeAnswer:
    """What is known of a code as written, on a day (default: today).

    `home` is the folder whose library is asked for texts and imported lists; without
    one the package's own facts answer. *Raises* LibraryCorrupt.
    """
    store = GoodsStore.open(home)
    lists = ControlLists.open(home)
    day = at or today()
    found = read(text, edition=edition)
    lines = [line for r in found.readings for line in _lines(r, edition, store)]
    return CodeAnswer(
        input=text,
        day=day,
        codes=tuple(lines),
        controls=lists.controls(text, edition=edition or None, at=day),
        problems=found.problems,
        unknown=tuple(_unknown(lists, found.readings, day)),
        catch_all=tuple(
            c for r in found.readings for c in _catch_all(r, edition, store)
        ),
        hint=_hint(store, found.readings),
    )


def plain(found: CodeAnswer) -> dict[str, Any]:
    """The answer as `enduse goods find CODE --json` prints it."""
    told: dict[str, Any] = to_plain(found)
    told["as_of"] = told.pop("day")
    return told


def _unknown(
    lists: ControlLists, readings: tuple[Reading, ...], day: date
) -> Iterator[dict[str, str]]:
    """Lists that say nothing, and why: of that day, or of that category of ECCN."""
    for one in lists.lists():
        if one.silence(day):
            yield {"list": one.id, "why": one.silence(day)}
    for reading in readings:
        if reading.scheme == "eccn" and reading.code != "EAR99":
            why = _unheld(lists, reading.code, day)
            if why:
                yield {"list": "us-ccl", "why": why}


def _unheld(lists: ControlLists, code: str, day: date) -> str:
    found = [c for c in lists.controls(code, at=day) if c.list == "us-ccl"]
    if any(control.grade != "own_mapping" for control in found):
        return ""
    ids = {one.id for one in lists.lists()}
    if "us-ccl" not in ids:
        return (
            "The texts of the Commerce Control List are not in the library. An ECCN "
            "other than EAR99 says that the list names the goods; read its entry"
        )
    held = {entry.code[0] for entry in lists.list("us-ccl").entries}
    if code[0] in held:
        return f"{code} is not among the entries held of category {code[0]}"
    return f"Category {code[0]} is not among those held: {', '.join(sorted(held))}"


def _lines(reading: Reading, edition: str, store: GoodsStore) -> Iterator[CodeLine]:
    scheme, code = reading.scheme, reading.code
    if scheme in ("eccn", "cas"):
        text = title(code, scheme, store) or reading.note
        yield CodeLine(scheme.upper(), "", text, "stated", code, scheme)
        for traded in cas.hs_codes(code):
            text = title(traded, NEWEST, store)
            yield CodeLine(NEWEST, traded, text, "mapped", traded, "hs", f"CAS {code}")
        return
    for held in reading.editions:
        if not edition or edition == held or edition not in reading.editions:
            text = title(code, held, store)
            yield CodeLine(held, reading.prefix, text, "stated", code, scheme)
    for source, link in _links(reading, edition, store):
        if link.catch_all or (source == NEWEST and link.code == reading.prefix):
            continue
        yield CodeLine(
            edition=NEWEST,
            hs6=link.code,
            title=title(link.code, NEWEST, store),
            via="mapped",
            code=link.code,
            scheme="hs",
            came_from=f"{source} {reading.prefix}",
            relationship=link.relationship,
            basis=link.basis,
        )


def _links(
    reading: Reading, edition: str, store: GoodsStore
) -> Iterator[tuple[str, editions.Link]]:
    """The links into the newest edition, where the code is of an older one."""
    if not reading.editions:
        return
    said = edition if edition in reading.editions else reading.editions[0]
    if said == NEWEST:
        return
    seen = set()
    for code in hs.under(reading.prefix, said):
        for link in editions.targets(code, said, NEWEST, imported=correlated(store)):
            if link.code not in seen:
                seen.add(link.code)
                yield said, link


def _catch_all(reading: Reading, edition: str, store: GoodsStore) -> list[str]:
    links = _links(reading, edition, store)
    return [link.code for _, link in links if link.catch_all]


def _hint(store: GoodsStore, readings: tuple[Reading, ...]) -> str:
    tariff = any(r.prefix for r in readings)
    if tariff and not any(s.startswith("hs-20") for s in store.current):
        return (
            "Texts of the nomenclature are not in the library; fetch them with: "
            "enduse update hs-2022"
        )
    return ""
