"""Whoever a full search finds for a changed listing, the change finds in the book."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.library.books import Customers
from enduse.model import ListedName, Listing, Party, PartyKind
from enduse.names import store
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher
from enduse.names.spot import named_within
from enduse.pipeline.case import case_of_party
from enduse.pipeline.rescreen import delta
from enduse.pipeline.rescreen.reach import Reach
from enduse.pipeline.rescreen.stored_words import unpacked
from enduse.pipeline.rescreen.words import Gathered, words_of
from tests.unit.names import exhaustive

LEAST = 0.27  # as a threshold of 0.5 has it
KINDS: tuple[PartyKind, ...] = ("person", "entity", "vessel", "unknown")
OTHERS: tuple[tuple[PartyKind, str], ...] = (
    ("entity", "Smarts Quanttelecom OOO"),
    ("entity", "Brelovtex"),
    ("entity", "Orel Mining Development Trading Corporation"),
    ("entity", "Research and Production Corporation Brelovagon"),
    ("entity", "KVTD"),
    ("entity", "Dorvagon"),
    ("entity", "Artsefakt"),
    ("entity", "Torgovy Dom Promtekh"),
    ("entity", "Tsentr Mekhanika Kants"),
    ("entity", "Advanced Technologies Trading House Karvelin"),
    ("entity", "Zavod Imeni Orlovskogo"),
    ("entity", "Mak Tor Bearing Works Co., Ltd"),
    ("entity", "Concern of Russia Radiotechnical and Information Systems"),
    ("entity", "北京天宇科技有限公司"),
    ("entity", "ООО «Торговый дом Карвелин»"),
    ("person", "محمد حسن كريمي"),
    ("person", "김정호"),
    ("person", "Сергей Иванович Петренко"),
    ("person", "田中健一"),
    ("person", "Abd al-Rahman Nasr Allah"),
    ("person", "J. K. L. Smitrov"),
    ("person", "דוד כהן"),
    ("person", "ギレルモ・サレム"),
    ("unknown", "Kim Jong Ho"),
    ("unknown", "Mohammed Hassan Karimi"),
    ("unknown", "Tanaka Kenichi"),
    ("unknown", "Guillermo Salem"),
)


def listings() -> Iterator[Listing]:
    yield from exhaustive.listings(random.Random(3), 160)
    for at, (kind, name) in enumerate(OTHERS):
        given = (ListedName(name),)
        yield Listing(f"other:{at}", "test", kind, given, exhaustive.ORIGIN)


class Lists:
    """All lists, and an index of a part of them, as if it had changed."""

    def __init__(self, folder: Path) -> None:
        held = list(listings())
        others = len(OTHERS)
        part = [*held[:-others:4], *held[-others:]]
        self.names = [name.text for listing in part for name in listing.names]
        self.names += [name for _, name in OTHERS] * 3
        build(iter(held), folder / "whole")
        self.whole = Matcher(NameIndex.open(folder / "whole"))
        self.changed = {one.id for one in part}
        delta.write(folder / "small", part, self.whole.index)
        arrays, facts = store.read(folder / "small")
        self.small = Matcher(delta.DeltaIndex(arrays, facts, self.whole.index))


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Lists:
    return Lists(tmp_path_factory.mktemp("lists"))


def changed(name: str, ways: Sequence[str], seed: int) -> str:
    """The name as these ways of writing it, one after another, make it."""
    rng = random.Random(seed)
    for way in ways:
        name = exhaustive.CHANGES[way](name, rng) or name
    return name


WAYS = st.lists(st.sampled_from([*exhaustive.CHANGES, "blank to letter"]), max_size=3)
ASKED = st.tuples(
    st.integers(0, 10**6), WAYS, st.integers(0, 10**6), st.sampled_from(KINDS)
)


def book(folder: Path, parties: Sequence[Party]) -> Customers:
    gathered = Gathered()
    gathered.add(words_of(range(len(parties)), map(case_of_party, parties)))
    customers = Customers(folder)
    customers.add(gathered.arrays())
    return customers


def reached(customers: Customers, lists: Lists) -> set[int]:
    """The rows that a run holds against the change."""
    said = unpacked(customers, "text")
    fields = zip(
        customers.array("field_text").tolist(),
        customers.array("field_row").tolist(),
        strict=True,
    )
    named = {row for text, row in fields if named_within(said[text], lists.small)}
    names = Reach(customers, lists.small.index, LEAST).names().tolist()
    tried = delta.NamesTried(customers, lists.small.index, LEAST).rows(names)
    return {*named, *tried, *delta.rows_equal(customers, lists.small.index).tolist()}


@pytest.mark.parametrize(
    "name",
    [
        "SmartseQuanttelecom OOO",
        "Smarts Quanttelecome",
        "Arts Efakte",
        "Artsefakte",
        "OMDT",
        "Brelovagon",
        "Karvelin Vostok Trading Development",
        "Research and Production Corporation Dorvagon",
        "TorgovyDom Promtekhe",
        "Tsentri Mekhanikakants",
        "Advance Technologie Trading Karvelin",
        "John Karl Ludwig Smitrov",
        "محمد كريمي",
        "Kim Jongho",
        "Радиотехнические и информационные системы",
        "SHPR Orel Mining Development Trading Corporation CARGO",
        "Ostrebal Tiles (owner: Sergey Ivanovich Petrenko)",
    ],
)
def test_names_written_otherwise(lists: Lists, tmp_path: Path, name: str) -> None:
    parties = [exhaustive.party(name, kind) for kind in KINDS]
    _check(lists, parties, book(tmp_path, parties))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ASKED, min_size=1, max_size=40))
def test_whoever_matches_is_reached(
    lists: Lists, tmp_path: Path, asked: list[tuple[int, list[str], int, PartyKind]]
) -> None:
    names = lists.names
    parties = [
        exhaustive.party(changed(names[at % len(names)], ways, seed), kind)
        for at, ways, seed, kind in asked
    ]
    _check(lists, parties, book(tmp_path, parties))


def _check(lists: Lists, parties: Sequence[Party], customers: Customers) -> None:
    rows = reached(customers, lists)
    full = lists.whole.match_all(parties, threshold=LEAST, limit=1000)
    again = lists.small.match_all(parties, threshold=LEAST, limit=1)
    for row, (party, found) in enumerate(zip(parties, full, strict=True)):
        best = {m.listing_id: m.score for m in found if m.listing_id in lists.changed}
        if best:
            assert row in rows, (party.name, party.kind, best)
            assert again[row], (party.name, party.kind, best)
