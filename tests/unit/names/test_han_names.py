"""Persons in Chinese characters, found as each place spells them, and the reverse."""

import pytest

from enduse.names.other_forms import forms
from enduse.names.score import compare_forms, name_parts, total
from enduse.names.weights import ClassWeigher


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("陈国强", "CHEN Guoqiang"),
        ("陈国强", "Chan Kwok Keung"),
        ("陳國強", "CHAN Kwok-keung"),
        ("陈国强", "Chen Kuo-chiang"),
        ("李家超", "LEE Ka-chiu"),
        ("金正恩", "Kim Jong Un"),
        ("金正恩", "KIM Chong-un"),
        ("田中健一", "Kenichi Tanaka"),
        ("篠田建市", "SHINODA Kenichi"),
        ("安倍晋三", "Abe Shinzo"),
        ("单田芳", "Shan Tianfang"),
        ("曾国藩", "ZENG Guofan"),
        ("张国立", "Zhang Guo Li"),
    ],
)
def test_a_name_is_found_as_its_place_spells_it(han: str, latin: str) -> None:
    scores = []
    for form in forms(han, "person"):
        other, *_ = forms(latin, "person")
        names = compare_forms(form, other, ClassWeigher(), "person")
        assert names is not None
        scores.append(total(name_parts(names, "person"))[0])
    assert max(scores) > 0.5, scores


def test_another_syllable_is_another_name() -> None:
    other, *_ = forms("Chan Kwok Wai", "person")
    for form in forms("陈国强", "person"):
        names = compare_forms(form, other, ClassWeigher(), "person")
        assert names is None or total(name_parts(names, "person"))[0] < 0.5
