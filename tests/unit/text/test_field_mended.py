"""A name with digits for letters, as a scanner or a disguise leaves it."""

import pytest

from enduse.text.field_mended import otherwise


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("K0VALENK0, Andrey", "KoVALENKo, Andrey"),
        ("1s1amic Bank", "1slamic Bank"),
        ("TANBOR H01D1NG", "TANBOR HolDlNG"),
        ("S3rgei Bek", "Sergei Bek"),
        ("0leg Bek", "oleg Bek"),
        ("8relovsk Plant", "brelovsk Plant"),
        ("Tanprornbank", "Tanprombank"),
        ("Svvetlov Tools", "Swetlov Tools"),
    ],
)
def test_digits_within_words_may_be_letters(written: str, meant: str) -> None:
    assert meant in otherwise(written)


@pytest.mark.parametrize(
    "name", ["Plant No1", "Brigade 44", "A1 Motors", "T-80", "3M", "Northern Star"]
)
def test_numbers_and_known_words_stay(name: str) -> None:
    assert otherwise(name) == ()
