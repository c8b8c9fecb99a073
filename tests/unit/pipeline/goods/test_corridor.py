"""Where goods go decides how much a control list weighs."""

import pytest

from enduse.model import Address, Control, Fact, Good, Origin, Party, Place, Route, Text
from enduse.pipeline.goods.corridor import corridor, members, of_origin
from enduse.pipeline.goods.judge import METALS, applies, severity

AT = Origin("made.xml", "", "/1")


def firm(country: str) -> Fact:
    party = Party("buyer", AT, addresses=(Address(country=country),))
    return Fact("buyer", party, AT)


def route(*names: str) -> Fact:
    places = tuple(Place("port_of_discharge", name) for name in names)
    return Fact("route", Route(places), AT)


@pytest.mark.parametrize(
    ("facts", "way", "countries"),
    [
        ([firm("DE"), firm("FR")], "partners", ("DE", "FR")),
        ([firm("DE"), firm("TR")], "third", ("TR",)),
        ([firm("DE"), firm("TR"), firm("RU")], "barred", ("RU",)),
        ([firm("DE"), route("Novorossiysk, Russia")], "barred", ("RU",)),
        ([firm("DE")], "third", ()),
        ([], "third", ()),
        (
            [
                firm("DE"),
                firm("PL"),
                Fact("destination_country", Text("Belarus"), AT),
            ],
            "barred",
            ("BY",),
        ),
    ],
)
def test_corridor(facts: list[Fact], way: str, countries: tuple[str, ...]) -> None:
    assert corridor(facts) == (way, countries)


def test_partners_are_the_39_of_the_alert() -> None:
    assert len(members("partners")) == 39
    assert not members("partners") & members("barred")


def test_origin_of_the_line_before_that_of_the_paper() -> None:
    paper = [Fact("origin_country", Text("Russian Federation"), AT)]
    assert of_origin(Good("nickel cathodes", AT), paper, "RU")
    assert not of_origin(Good("nickel", AT, origin_country="FI"), paper, "RU")


def control(**changes: object) -> Control:
    given: dict[str, object] = {
        "list": "chpl",
        "code": "845710",
        "hs6": "845710",
        "via": "stated",
        "grade": "corroborated",
    }
    return Control(**{**given, **changes})  # type: ignore[arg-type]


def test_a_metal_is_restricted_by_its_origin_alone() -> None:
    metal = control(list=METALS, code="75")
    assert applies(metal, None, russian=True)
    assert not applies(metal, None, russian=False)


@pytest.mark.parametrize(
    ("way", "confident", "grave"),
    [
        ("barred", True, "high"),
        ("barred", False, "medium"),
        ("third", True, "medium"),
        ("third", False, "low"),
        ("partners", True, "info"),
    ],
)
def test_severity(way: str, confident: bool, grave: str) -> None:
    found = severity([control()], way, confident=confident)  # type: ignore[arg-type]
    assert found == grave


def test_a_mapping_of_our_own_weighs_less() -> None:
    own = control(list="ofac-critical", grade="own_mapping")
    assert severity([own], "third", confident=True) == "low"
