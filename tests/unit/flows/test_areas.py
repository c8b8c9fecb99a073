"""Areas: numbers unlike ISO's, names in several languages, groups apart."""

import pytest

from enduse.flows import areas


@pytest.mark.parametrize(
    ("text", "code"),
    [("842", "US"), ("251", "FR"), ("699", "IN"), ("579", "NO"), ("757", "CH"),
     ("380", "IT"), ("381", "IT"), ("004", "AF"), ("4", "AF"), ("490", "OTHER_ASIA"),
     ("0", "WORLD"), ("899", "AREAS_NES"), ("EL", "GR"), ("XS", "RS"),
     ("S19", "OTHER_ASIA"),
     ("俄罗斯联邦", "RU"), ("吉尔吉斯斯坦", "KG"), ("Соединённые Штаты Америки", "US"),
     ("США", "US"), ("Etats-Unis (incl. Ile Navassa (partie de 'UM'))", "US"),
     ("Lao People's Dem. Rep.", "LA"), ("China, Hong Kong SAR", "HK"), ("Guinea", "GN"),
     ("Equatorial Guinea", "GQ"), ("Niger", "NE"), ("Nigeria", "NG"), ("KG", "KG")],
)  # fmt: skip
def test_an_area_by_number_code_or_name(text: str, code: str) -> None:
    assert areas.area(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Extra-UE27 (à partir de 2020)", "EXTRA_EU27_2020"),
     ("European Union - 27 countries (AT, BE, BG)", "EU27_2020"),
     ("European Union (AT-01/1995, BE-01/1958)", "EU_EVOL"), ("G998", "EU_EVOL"),
     ("G001", "WORLD"), ("ЕАЭС", "EAEU"), ("СНГ", "CIS"), ("总值", "WORLD"),
     ("Euro area - 20 countries (AT, BE)", "EA20"), ("Asia", "ASIA")],
)  # fmt: skip
def test_a_group_is_no_country(text: str, code: str) -> None:
    assert areas.area(text) == code
    assert areas.is_aggregate(code)


def test_what_no_country_is_named_for_belongs_to_the_total() -> None:
    assert areas.kind_of("AREAS_NES") == "rest"
    assert not areas.is_aggregate("AREAS_NES")


@pytest.mark.parametrize("text", ["", "Atlantis", "123456789", "?", "x" * 5000])
def test_unknown_is_no_area(text: str) -> None:
    assert areas.area(text) == ""


def test_gb_left_the_union_and_croatia_joined() -> None:
    assert "GB" in areas.members("EU_EVOL", "2020-01")
    assert "GB" not in areas.members("EU_EVOL", "2020-02")
    assert "GB" in areas.members("EU28")
    assert "GB" not in areas.members("EU27_2020")
    assert "HR" not in areas.members("EU_EVOL", "2013-06")
    assert len(areas.members("EU27_2020")) == 27
    assert len(areas.members("EU_EVOL", "2019")) == 28


def test_every_area_named_in_the_table_has_a_kind() -> None:
    table = areas._table()
    told = {*table["names"], *table["numbers"].values(), *table["codes"].values()}
    assert {a for a in told if areas.kind_of(a) == "unknown"} == set()
