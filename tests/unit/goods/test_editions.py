"""From one edition to another: all targets, none of them absurd."""

from collections import Counter

import pytest

from enduse.goods import hs
from enduse.goods.editions import closed_groups, targets


def plain(code: str, *editions: str) -> list[str]:
    return [t.code for t in targets(code, *editions) if not t.catch_all]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("854140", ["854141", "854142", "854143", "854149"]),
        ("854150", ["854151", "854159"]),
        ("854890", ["854800"]),
        ("880330", ["880730"]),
        ("851712", ["851713", "851714"]),
        ("847150", ["847150"]),
    ],
)
def test_where_goods_of_2017_are_in_2022(old: str, new: list[str]) -> None:
    assert plain(old, "HS2017", "HS2022") == new


def test_cameras_may_be_drones() -> None:
    found = plain("852580", "HS2017", "HS2022")
    assert {"852589", "880622"} <= set(found)


@pytest.mark.parametrize("code", ["854151", "854159"])
@pytest.mark.parametrize("edition", ["HS2017", "HS2012"])
def test_a_chip_never_becomes_a_telephone(code: str, edition: str) -> None:
    assert "851712" not in {t.code for t in targets(code, "HS2022", edition)}
    assert code not in {t.code for t in targets("851712", edition, "HS2022")}


def test_every_link_says_how_the_codes_relate() -> None:
    (link,) = targets("854800", "HS2022", "HS2017")
    assert (link.code, link.relationship, link.catch_all) == ("854890", "1:1", False)
    assert {t.relationship for t in targets("854140", "HS2017", "HS2022")[:4]} == {
        "1:n"
    }
    assert targets("854149", "HS2022", "HS2017")[0].relationship == "n:1"


def test_waste_of_any_machine_is_a_catch_all() -> None:
    found = {t.code: t for t in targets("847150", "HS2017", "HS2022")}
    assert found["854921"].catch_all
    assert not found["847150"].catch_all
    assert found["847150"].relationship == "1:1"


def test_links_are_the_same_seen_from_either_side() -> None:
    for code in ("854149", "852589", "854159", "902750"):
        for link in targets(code, "HS2022", "HS2017"):
            back = {t.code: t for t in targets(link.code, "HS2017", "HS2022")}
            assert back[code].catch_all == link.catch_all
            assert back[code].relationship == link.relationship[::-1]


def test_every_code_has_a_way_into_the_newest_edition() -> None:
    for edition in ("HS2012", "HS2017"):
        lost = {c for c in hs.codes(edition) if not plain(c, edition, "HS2022")}
        assert lost <= {"300219"}  # the table of 2022 forgets it


def test_no_specified_code_stays_itself() -> None:
    assert plain("999999", "HS2012", "HS2022") == ["999999"]


def test_an_unknown_code_has_no_targets_and_an_unknown_edition_is_refused() -> None:
    assert targets("123456", "HS2017", "HS2022") == ()
    with pytest.raises(ValueError, match="HS1996"):
        targets("854140", "HS1996", "HS2022")


def test_closed_groups_are_as_the_tables_give_them() -> None:
    raw = Counter(closed_groups("HS2022", "HS2017", cut_catch_all=False).values())
    cut = closed_groups("HS2022", "HS2017")
    sizes = Counter(cut.values())
    assert (max(raw.values()), max(sizes.values())) == (2258, 66)
    members: dict[str, set[str]] = {}
    for (edition, _), name in cut.items():
        members.setdefault(name, set()).add(edition)
    pairs = [
        name for name, size in sizes.items() if size == 2 and len(members[name]) == 2
    ]
    assert len(pairs) == 5099


def test_groups_do_not_depend_on_the_order_of_editions() -> None:
    assert closed_groups("HS2017", "HS2012") == closed_groups("HS2012", "HS2017")
