"""Text to tokens: scripts, numbers, legal forms, misspelt trade words."""

import pytest

from enduse.text.concepts import canonical
from enduse.text.legal import split_legal
from enduse.text.misspelt import corrected
from enduse.text.phonetic import skeleton
from enduse.text.romanise import romanise
from enduse.text.scripts import scripts
from enduse.text.tokens import MAX_TOKENS, cut, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łukasz Øberg-Straße", ["lukasz", "oberg", "strasse"]),
        ("Хрущёв Щукин", ["khrushchev", "shchukin"]),
        ("ウラジミル", ["urajimiru"]),
        ("김정은", ["kim", "jongun"]),
        ("习近平", ["xi", "jinping"]),
        ("محمد", ["mhmd_"]),
        ("Ｆｕｌｌ　ｗｉｄｔｈ", ["full", "width"]),
        ("O'Neil & Sons", ["oneil", "and", "sons"]),
        ("Factory No. 05", ["factory", "5"]),
        ("Forty-Fourth Brigade 5th", ["44", "brigade", "5"]),
        ("zero\u200bwidth", ["zerowidth"]),
        ("", []),
        ("!!! ---", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_huge_name_is_bounded_and_said_to_be() -> None:
    assert len(words("ab " * 10_000)) == MAX_TOKENS
    assert cut("ab " * 10_000)
    assert cut("x" * 1_000_000)
    assert not cut("Ordinary Name")


@pytest.mark.parametrize(
    ("name", "kept", "classes"),
    [
        ("OOO Romashka", ["romashka"], ["llc"]),
        ("ООО «Ромашка»", ["romashka"], ["llc"]),
        ("Публичное акционерное общество Ромашка", ["romashka"], ["jsc"]),
        ("Acme Trading Co., Ltd.", ["acme", "trading"], ["llc"]),
        ("ACMEGMBH", ["acme"], ["llc"]),
        ("某某华为技术有限公司", ["moumouhuawei", "technology"], ["llc"]),
        ("Acme S.A.", ["acme"], ["jsc"]),
        ("LLC", ["llc"], []),
        ("", [], []),
    ],
)
def test_legal_forms(name: str, kept: list[str], classes: list[str]) -> None:
    assert split_legal(words(name)) == (kept, classes)


def test_two_letters_stay_where_the_name_may_be_a_persons() -> None:
    assert split_legal(["nguyen", "van", "sa"], ends=False)[0][-1] == "sa"


@pytest.mark.parametrize(
    "group",
    [
        ["mohammed", "muhammad", "mohamed", "mhmd_"],
        ["sergei", "sergey", "sergej"],
        ["yusuf", "youssef"],
        ["alexander", "aleksandr"],
        ["khodorkovsky", "hodorkovskij"],
    ],
)
def test_one_skeleton_for_one_name(group: list[str]) -> None:
    assert len({skeleton(token) for token in group}) == 1


@pytest.mark.parametrize("pair", [("martin", "marvin"), ("sergei", "serhiy")])
def test_other_skeletons_for_other_sounds(pair: tuple[str, str]) -> None:
    assert skeleton(pair[0]) != skeleton(pair[1])


def test_trade_words_of_any_language_are_one() -> None:
    together = {canonical(w) for w in ("tech", "technologies", "tekhnologii")}
    assert len(together) == 1


def test_only_words_are_corrected() -> None:
    assert corrected("liabilpty") == "liability"
    assert corrected("kalashnikov") == "kalashnikov"
    assert corrected("tech") == "tech"


def test_scripts() -> None:
    assert scripts("ООО Acme 12") == {"Cyrl", "Latn"}
    assert scripts("123") == frozenset()


def test_romanise_gives_ascii_for_every_script() -> None:
    for text in ("გიორგი", "Հայաստան", "ประเทศไทย", "राजेश", "יצחק", "Ελλάδα", "ሀለ"):
        assert romanise(text).isascii()
        assert romanise(text).strip()
