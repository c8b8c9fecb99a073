"""Which lists bear on a code, on a day, and how that is known."""

from datetime import date

import pytest

from enduse.goods import hs
from enduse.goods.control import ControlLists
from enduse.goods.control_list import SHIPPED, shipped
from enduse.goods.store import GoodsStore
from enduse.goods.titles import title
from enduse.model import Control

LISTS = ControlLists.open()
FIRST = date(2024, 2, 23)


def on(list_id: str, code: str, **said: object) -> list[Control]:
    found = LISTS.controls(code, **said)  # type: ignore[arg-type]  # as a caller would
    return [control for control in found if control.list == list_id]


def test_it_has_fifty_codes_in_its_tiers() -> None:
    tiers = [entry.tier for entry in shipped("chpl").entries]
    assert {t: tiers.count(t) for t in tiers} == {
        "1": 4,
        "2": 5,
        "3.A": 16,
        "3.B": 9,
        "4.A": 11,
        "4.B": 5,
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_entry_says_all_it_must(name: str) -> None:
    one = shipped(name)
    assert one.card.law
    assert one.card.publisher
    for entry in one.entries:
        assert entry.title, entry.code
        assert entry.ask, entry.code
        assert entry.ordinary_uses, entry.code
        assert entry.since
        assert not entry.code or "HS2022" in hs.editions_of(entry.code)


def test_a_stated_code() -> None:
    (control,) = on("chpl", "8457.10")
    assert (control.tier, control.via, control.p) == ("4.B", "stated", 1.0)
    assert (control.since, control.until) == (FIRST, None)
    assert control.grade == "corroborated"
    assert any("833/2014" in cite.title for cite in control.cites)
    assert control.ask
    assert control.ordinary_uses


def test_the_grade_says_what_was_read() -> None:
    assert on("chpl", "854231")[0].grade == "official"
    assert on("ofac-critical", "845710")[0].grade == "own_mapping"


def test_a_day_before_the_first_version_is_unknown_and_not_clear() -> None:
    before = date(2024, 2, 22)
    assert not on("chpl", "854231", at=before)
    assert on("chpl", "854231", at=FIRST)
    assert "not held" in LISTS.list("chpl").silence(before)
    assert not LISTS.list("chpl").silence(FIRST)


def test_an_older_code_reaches_all_it_may_be() -> None:
    (control,) = on("chpl", "854140")
    assert (control.code, control.via, control.p) == ("854149", "mapped", 0.25)
    assert control.hs6 == "854140"
    both = on("chpl", "854150", edition="HS2017")
    assert {c.code for c in both} == {"854151", "854159"}
    (renamed,) = on("chpl", "8803.30.00")
    assert (renamed.code, renamed.via, renamed.p) == ("880730", "mapped", 1.0)


def test_a_telephone_is_on_no_list() -> None:
    assert LISTS.controls("851712", edition="HS2017") == ()


def test_a_heading_bears_what_is_under_it() -> None:
    found = on("chpl", "8542")
    assert {c.code for c in found} == {"854231", "854232", "854233", "854239"}
    assert {c.p for c in found} == {0.2}


def test_metals_by_chapter() -> None:
    for code in ("7601", "76011000", "740311", "7502.10"):
        (control,) = on("us-ru-metals", code)
        assert any("2024-04-13" in question for question in control.ask)
    assert not on("us-ru-metals", "7801")


@pytest.mark.parametrize("code", ["", "999999", "090111", "x", "7440-22-4", "EAR99"])
def test_what_no_list_names(code: str) -> None:
    assert LISTS.controls(code) == ()


def test_codes_of_a_list_in_another_edition() -> None:
    assert len(LISTS.codes("chpl")) == 50
    older = LISTS.codes("chpl", edition="HS2017")
    assert {"854140", "852580", "880330", "854890", "854150"} <= older
    assert "851712" not in older
    assert LISTS.codes("chpl", date(2020, 1, 1)) == frozenset()
    assert "391220" in LISTS.codes("ofac-critical")


def test_a_list_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(KeyError, match="chpl"):
        LISTS.list("chlp")
    with pytest.raises(ValueError, match="HS2022"):
        LISTS.codes("chpl", edition="HS1988")


def test_a_stated_export_control_number_is_never_nothing() -> None:
    (control,) = LISTS.controls("ECCN 3A001.a.2")
    assert (control.list, control.code) == ("us-ccl", "3A001.a.2")
    assert control.grade == "own_mapping"
    assert "not held" in control.title


def test_a_substance_bears_what_its_codes_do() -> None:
    (control,) = LISTS.controls("CAS 9004-70-0")
    assert (control.list, control.code, control.via) == (
        "ofac-critical",
        "391220",
        "mapped",
    )


def test_every_code_of_a_shipped_list_has_a_title_of_our_own() -> None:
    nothing = GoodsStore.open(None)
    for name in ("chpl", "ofac_critical", "dib_watch"):
        for code in LISTS.codes(shipped(name).id):
            assert title(code, "HS2022", nothing), code
