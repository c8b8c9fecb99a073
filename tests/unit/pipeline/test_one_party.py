"""A party as a program says it."""

from pathlib import Path

import pytest

import enduse
from enduse.pipeline.one_party import doubts


def test_a_party_has_what_was_said_of_it() -> None:
    one = enduse.party(
        "Ann Sample", kind="person", countries=["Norway", "PL"], born="1970-01-02",
        ids={"Passport": "X123"},
    )  # fmt: skip
    assert isinstance(one, enduse.Party)
    assert (one.name, one.kind, one.countries) == ("Ann Sample", "person", ("NO", "PL"))
    assert one.birth_dates[0].iso == "1970-01-02"
    assert (one.identifiers[0].scheme, one.identifiers[0].value) == ("passport", "X123")


def test_a_party_may_have_several_numbers_of_one_scheme() -> None:
    one = enduse.party(
        "Ann Sample", ids=[("inn", "7707083893"), ("INN", " 500100732259")]
    )
    found = [(number.scheme, number.value) for number in one.identifiers]
    assert found == [("inn", "7707083893"), ("inn", "500100732259")]
    assert doubts(one) == []


def test_a_number_that_its_scheme_does_not_allow_is_doubted_and_kept() -> None:
    one = enduse.party("Ann Sample", ids={"lei": "123", "passport": "123"})
    assert [problem.code for problem in doubts(one)] == ["id-invalid"]
    assert [number.value for number in one.identifiers] == ["123", "123"]


def test_a_name_in_telegraphic_code_is_read() -> None:
    one = enduse.party("2621 1424 4395")
    assert [name.text for name in one.names] == ["2621 1424 4395", "李尚福"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"kind": "company"}, "no kind"),
        ({"countries": ["Atlantis"]}, "no country"),
        ({"born": "tomorrow"}, "no date"),
        ({"ids": {"shoe": "43"}}, "no scheme"),
    ],
)
def test_what_there_is_not_is_refused(more: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        enduse.party("Ann Sample", **more)  # type: ignore[arg-type] # as a caller may


def test_the_public_names_are_told() -> None:
    assert {"Library", "Party", "Screener", "party"} <= set(dir(enduse))
    assert all(getattr(enduse, name) for name in dir(enduse))


def test_what_cannot_be_screened_is_refused(tmp_path: Path) -> None:
    library = enduse.Library.open(str(tmp_path))
    with pytest.raises(ValueError, match="threshold"):
        enduse.Screener(library, threshold=2)
    with pytest.raises(TypeError, match="not str"):
        enduse.Screener(library).assess("Ann Sample")  # type: ignore[arg-type] # so
