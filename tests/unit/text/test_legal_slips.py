"""Legal forms with a letter wrong: put right beside the words of the same form only."""

import pytest

from enduse.text.legal_slips import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("publac joint stock company luch", "public joint stock company luch"),
        ("federal statl enterprise zarya", "federal state enterprise zarya"),
        ("limited liability compbny luch", "limited liability company luch"),
        ("joint stick company luch", "joint stock company luch"),
        ("limted compay", "limted compay"),  # two are wrong: no form to go by
        ("stack of luch trading", "stack of luch trading"),
        ("private luch limites", "private luch limites"),  # not side by side
    ],
)
def test_a_letter_wrong(written: str, meant: str) -> None:
    assert mended(written.split()) == meant.split()


def test_nothing_to_mend_is_the_same_list() -> None:
    tokens = ["luch", "trading"]
    assert mended(tokens) is tokens
