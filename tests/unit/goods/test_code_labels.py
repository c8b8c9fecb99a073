"""What papers call a tariff code, in the one table that all who read codes share."""

import re

import pytest

from enduse.goods import code_labels
from enduse.goods.classify import find_goods
from enduse.goods.codes import read
from enduse.messages.trade.goods_codes import codes_in

CALLED = [
    ("HS code", "hs"), ("H.S. Code No.", "hs"), ("HS 2017", "hs"), ("HSN/SAC", "hs"),
    ("HTSUS", "hts"), ("Schedule B", "hts"), ("TARIC", "cn"), ("CN code", "cn"),
    ("KN-Code", "cn"), ("TN VED", "tnved"), ("код ТН ВЭД ЕАЭС", "tnved"),
    ("Zolltarifnummer", "hs"), ("GTİP", "hs"), ("gümrük tarife no", "hs"),
    ("海关编码", "hs"), ("税号", "hs"), ("partida arancelaria", "hs"),
    ("code SH", "hs"), ("voce doganale", "hs"), ("البند الجمركي", "hs"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "scheme"), CALLED)
def test_every_reader_knows_it(label: str, scheme: str) -> None:
    text = f"lathe, {label} 8458.11"
    assert code_labels.may_stand(text)
    assert ("8458.11", "hs") in [(s.text, s.kind) for s in find_goods(text)]
    assert [(c.scheme, c.value) for c in codes_in(text, "")] == [(scheme, "8458.11")]
    assert read(f"{label} 8458.11").readings[0].hs6 == "845811"


@pytest.mark.parametrize("text", ["CN 20240511", "customs broker 5", "lathe 250 x 300"])
def test_a_name_that_needs_a_word_for_code_is_none_alone(text: str) -> None:
    assert codes_in(text, "") == []


def test_every_name_is_a_pattern_of_bounded_width() -> None:
    for names in (code_labels.SURE, code_labels.WITH_CODE, code_labels.BEHIND):
        assert re.compile(names)
        assert "*" not in names
        assert "+" not in names
