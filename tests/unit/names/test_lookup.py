"""Words looked up roughly, then measured."""

from pathlib import Path

import pytest

from enduse.model import ListedName, Listing, Origin
from enduse.names.form import parse
from enduse.names.index import NameIndex, build
from enduse.names.lookup import Lookup

_LATIN = (
    "Mohammed Khaled", "Muhammad Khalid", "Mahmoud Hussein", "Hasan Hassoun",
    "Hussain Mohamad", "Yosef Kohen", "Yusuf Kahan", "Park Geun", "Bak Geon",
    "Saremu Tanaka", "Abdallah Rashid", "Abdullah Rushdi", "Rashad Salem",
)  # fmt: skip
_ASKED = ("محمد خالد", "حسن حسين", "عبد الله رشيد", "יוסף כהן", "박근혜", "サレム")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    folder: Path = tmp_path_factory.mktemp("index")
    listings = [
        Listing(
            str(at), "x", "person", (ListedName(name, "primary"),), Origin("x", "", "")
        )
        for at, name in enumerate(_LATIN)
    ]
    build(listings, folder)
    return NameIndex.open(folder)


def _words() -> list[str]:
    marked = [word for name in _ASKED for word in parse(name, "person").tokens]
    return list(dict.fromkeys((*marked, "rashed", "mohamed", "hasson", "tanako")))


def test_what_is_told_roughly_is_never_less(index: NameIndex) -> None:
    exact = Lookup(index).resolve(_words())
    rough = Lookup(index).resolve(_words(), roughly=True)
    assert any(found.rough for found in rough)
    for least, most in zip(exact, rough, strict=True):
        bound = dict(zip(most.ids, most.likeness, strict=True))
        for target, likeness in zip(least.ids, least.likeness, strict=True):
            assert bound[target] >= likeness
            if not (most.rough and target in most.rough.ids):
                assert bound[target] == likeness


def test_once_all_is_measured_it_is_told_exactly(index: NameIndex) -> None:
    lookup = Lookup(index)
    rough = lookup.resolve(_words(), roughly=True)
    lookup.measure([(one, one.rough.ids) for one in rough if one.rough])
    again = lookup.resolve(_words(), roughly=True)
    assert [lookup.now(one) for one in rough] == again
    for one, exact in zip(again, Lookup(index).resolve(_words()), strict=True):
        assert (one.ids, one.likeness, one.rough) == (exact.ids, exact.likeness, None)


def test_of_some_targets_the_others_stay_rough(index: NameIndex) -> None:
    lookup = Lookup(index)
    many = [one for one in lookup.resolve(_words(), roughly=True) if one.rough]
    one = max(many, key=lambda found: len(found.rough.ids if found.rough else ()))
    assert one.rough
    assert len(one.rough.ids) > 1
    first, *rest = sorted(one.rough.ids)
    lookup.measure([(one, [first])])
    told = lookup.now(one)
    assert told.rough
    assert sorted(told.rough.ids) == rest
