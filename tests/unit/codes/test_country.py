"""Countries as lists and payments write them."""

import pycountry
import pytest

from enduse.codes.country import alpha2, is_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("RU", "RU"),
        ("ru", "RU"),
        ("RUS", "RU"),
        ("RUSSIAN FEDERATION", "RU"),
        ("Russia / Russie", "RU"),
        ("Россия", "RU"),
        ("روسيا", "RU"),
        ("러시아", "RU"),
        ("俄罗斯联邦", "RU"),
        ("ABD", "US"),
        ("ДНР", "UA"),
        ("KKTC", "CY"),
        ("Korea, North", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("South Korea", "KR"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Congo (Democratic Republic)", "CD"),
        ("Republic of the Congo", "CG"),
        ("Côte d'Ivoire", "CI"),
        ("Cote d’Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("Turkish", "TR"),
        ("türkisch", "TR"),
        ("иранец", "IR"),
        ("chinois", "CN"),
        ("روسي", "RU"),
        ("中国", "CN"),
        ("香港", "HK"),
        ("Hong Kong, China", "HK"),
        ("Crimea", "UA"),
        ("USSR", "SU"),
        ("Deutschland", "DE"),
        ("Vereinigte Arabische Emirate", "AE"),
        ("Region: Crimea", "UA"),
        ("Virgin Islands, British", "VG"),
        ("Kosovo", "XK"),
        ("gb-nir", "GB"),
        ("Republic of Lebanon", "LB"),
        ("possibly Palestinian", "PS"),
        ("Atlantis", ""),
        ("", ""),
        ("Tanga", ""),
        ("(", ""),
        ("x" * 10_000, ""),
    ],
)
def test_alpha2(text: str, code: str) -> None:
    assert alpha2(text) == code


def test_every_iso_country_is_known_by_all_its_names() -> None:
    for country in pycountry.countries:
        names = [country.alpha_2, country.alpha_3, country.name]
        names += [getattr(country, "official_name", country.name)]
        assert {alpha2(name) for name in names} == {country.alpha_2}, country.name


@pytest.mark.parametrize(("text", "valid"), [("RU", True), ("XK", True), ("ru", False)])
def test_is_code(text: str, valid: bool) -> None:
    assert is_code(text) is valid
    assert not is_code("ZZ")
    assert not is_code("EU")
