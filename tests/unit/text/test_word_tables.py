"""The tables of words of firms' names say one thing of each word, and can be read."""

from collections import Counter

import pytest

from enduse.names.form import parse
from enduse.text.firm_concept import concept
from enduse.text.firm_phrases import phrases
from enduse.text.firm_text import readable
from enduse.text.firm_words import concepts
from enduse.text.tables import table
from enduse.text.tokens import words

_BY_ENGLISH = ("russian_stems", "firm_words", "trade_words", "places", "han_firms")
_BY_FORM = ("hangul_words", "kana_words", "han_words")
_NO_FORMS = ("characters", "ambiguous")
_LEFT_OUT = frozenset(("joint stock", "joint", "stock", "co ltd", "company", "named"))
_SHORTEST_STEM = 3


def forms(name: str) -> list[tuple[str, str]]:
    """Every form of a table and the English for it."""
    named = (part for key, part in table(name).items() if key not in _NO_FORMS)
    lines = [line for part in named for line in part.items()]
    if name in _BY_FORM:
        return lines
    return [(form, english) for english, line in lines for form in line.split()]


@pytest.mark.parametrize("name", [*_BY_ENGLISH, *_BY_FORM])
def test_no_form_stands_twice(name: str) -> None:
    said = Counter(form for form, _ in forms(name))
    assert [form for form, times in said.items() if times > 1] == []


@pytest.mark.parametrize("name", ["han_firms", *_BY_FORM])
def test_no_word_reads_to_nothing(name: str) -> None:
    english = {english for _, english in forms(name)} - _LEFT_OUT
    legal = table(name).get("legal", {})
    legal = set(legal if name == "han_firms" else legal.values())
    read = {one: concepts(words(one))[0] for one in english - legal}
    assert [one for one, tokens in read.items() if not tokens] == []


def test_russian_stems_can_be_met() -> None:
    for stem, _ in forms("russian_stems"):
        assert stem.isascii(), stem
        assert stem.isalpha(), stem
        assert len(stem) >= _SHORTEST_STEM, stem


@pytest.mark.parametrize("name", ["russian_stems", "firm_words"])
def test_what_a_word_stands_for_stands_for_itself(name: str) -> None:
    for english in {english for _, english in forms(name)}:
        for word in english.split("-"):
            once = concept(word)
            assert concept(once) == once, word


def test_words_for_one_another_are_final() -> None:
    for word, put in table("firm_phrases")["words"].items():
        assert concept(word) == put, word
        assert concept(put) == put, word


def test_phrases_are_of_words_that_are_met() -> None:
    for said in phrases():
        assert len(said) > 1, said
        assert [concept(word) for word in said] == list(said)


def test_phrases_come_to_an_end() -> None:
    for said, put in phrases().items():
        if put != ("named",):
            assert concepts(put)[0] == put, said


def test_a_place_is_one_however_it_is_spelt() -> None:
    spelt = table("places")["places"].items()
    said = [(form, name) for name, line in spelt for form in line.split()]
    other = [(x, y) for x, y in said if x.isascii() and concept(x) != concept(y)]
    assert other == []


@pytest.mark.parametrize("name", ["trade_words", "firm_words"])
def test_a_latin_form_is_one_with_its_word(name: str) -> None:
    """A form that another table says something else of would have no effect."""
    said = [(form, english) for form, english in forms(name) if form.isascii()]
    read = {word: concepts(word.split("-"))[0] for pair in said for word in pair}
    assert [pair for pair in said if read[pair[0]] != read[pair[1]]] == []


@pytest.mark.parametrize("name", ["trade_words", "firm_words", "places"])
def test_a_form_in_another_script_is_one_with_its_word(name: str) -> None:
    said = [(form, english) for form, english in forms(name) if not form.isascii()]
    assert [
        form
        for form, english in said
        if concepts(words(readable(form)))[0] != concepts(english.split("-"))[0]
    ] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО Уральская медь", "Ural Copper LLC"),
        ("ООО Танбор Объектив", "Tanbor Lens LLC"),
        ("ТОВ Український Танбор", "Ukrainian Tanbor LLC"),
    ],
)
def test_letters_do_not_meet_another_word(one: str, other: str) -> None:
    assert parse(one, "entity").tokens == parse(other, "entity").tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Utd. Shipbldg. Corp.", "United Shipbuilding Corporation"),
        ("Sci. & Prod. Ent. Tanbor", "Scientific and Production Tanbor"),
        ("Sci. Res. Inst. of Casting", "Scientific Research Institute of Casting"),
        ("Tanbor R&D Center", "Tanbor Research and Development Center"),
        ("Tanbor Publicly Traded Company", "Tanbor PTC"),
        ("Minsk Vodokanal", "Minsk Waterworks"),
        ("Tanbor Konsalting", "Tanbor Consulting"),
        ("Tanbor Brokers", "Tanbor Brokerage"),
        ("Tanbor Produkte", "Tanbor Products"),
        ("Tanbor Warehouse", "Tanbor Storage"),
    ],
)
def test_words_are_one_however_they_are_cut(one: str, other: str) -> None:
    assert parse(one, "entity").tokens == parse(other, "entity").tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [("fibre", "fiber"), ("tire", "tyre"), ("theater", "theatre"), ("postal", "post")],
)
def test_a_word_is_one_on_both_sides_of_the_sea(one: str, other: str) -> None:
    assert concepts([one])[0] == concepts([other])[0]
