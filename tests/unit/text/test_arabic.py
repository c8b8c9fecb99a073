"""Arabic script: words cut, put together and spelt for what they are."""

import pytest

from enduse.names import hashing
from enduse.names.keys import asked_sounds, filed_sounds
from enduse.text import arabic, hebrew
from enduse.text.arabic import arabic_reading
from enduse.text.kana import kana_person
from enduse.text.phonetic import heard_likeness
from enduse.text.romanise import romanise


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("عبد الله", "abdullah"),
        ("عبدالله", "abdullah"),
        ("عبدالرحمن", "abdul rhmn_"),
        ("عبد الرحمن", "abdul al rhmn_"),
        ("رحمت الله", "rhmtullah_"),
        ("شمس الدين", "shmsuddin_"),
        ("ابو بكر", "abu bkr_"),
        ("علیرضا", "eli_ rdha_"),
        ("علی‌رضا", "eli_ rdha_"),
        ("شیخ احمد", "shaykh ahmd_"),
        ("مُصْطَفى", "mstfi_"),
        ("الله", "allah"),
        ("", ""),
    ],
)
def test_words_are_cut_and_joined(text: str, read: str) -> None:
    assert arabic_reading(text) == read


def test_every_listed_name_is_heard_as_each_of_its_spellings() -> None:
    for module, script in ((arabic, "_"), (hebrew, "____")):
        for letters, spelt in module._by_letters().items():
            for one in spelt:
                assert heard_likeness(letters + script, one) > 0.9, (letters, one)


def test_what_is_heard_is_found_by_its_keys() -> None:
    for name, latin in (
        ("أسامة", "oussama"),
        ("خالد", "khaled"),
        ("ジャマル", "djamel"),
    ):
        keys = hashing.of_texts(asked_sounds(romanise(name, person=True)))
        filed, _ = filed_sounds([latin], [False])
        assert set(keys.tolist()) & set(filed.tolist()), name


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("アブドゥルハイ", "abdul hai__"),
        ("イラクリエヴィチ", "irakurievichi__"),
        ("モハメド", "mohamed"),
        ("アル", "al"),
    ],
)
def test_kana_of_a_person_are_no_trade_words(text: str, read: str) -> None:
    assert kana_person(text) == read
