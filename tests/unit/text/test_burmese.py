"""Names in Burmese letters, as passports and lists spell them."""

import pytest

from enduse.text.burmese import burmese_reading
from enduse.text.romanise import romanise

NAMES = {
    "မင်းအောင်လှိုင်": "min aung hlaing",
    "စိုးဝင်း": "soe win",
    "ဝင်းမြင့်": "win myint",
    "ခင်ညွန့်": "khin nyunt",
    "မြထွန်းဦး": "mya htun oo",
    "ဦးသိန်းစိန်": "u thein sein",
    "ဗိုလ်ချုပ်မှူးကြီး သန်းရွှေ": "than shwe",
    "ချစ်ခိုင်": "chit khaing",
    "သူရအောင်": "thura aung",
}


@pytest.mark.parametrize(("written", "spelt"), NAMES.items())
def test_each_syllable_is_a_word(written: str, spelt: str) -> None:
    assert romanise(written, person=True) == spelt


@pytest.mark.parametrize("text", ["", "်", "္္", "abc", "၁၂၃", "က္", "ဿဿ"])
def test_any_text_is_read(text: str) -> None:
    assert burmese_reading(text).isascii()
