"""What is filed for many words at once is what is filed for each of them."""

import numpy as np
import pytest

from enduse.names import build, hashed, hashing, keys
from enduse.names.numbered import Numbered
from enduse.text.letter_table import whole
from enduse.text.phonetic import sound_keys

LATIN = ("khaled", "oussama", "djamel", "petrov", "44", "kim", "vjekoslav", "a")


def test_hashes_in_order_with_equal_ones_by_value() -> None:
    rng = np.random.default_rng(1)
    hashes = rng.integers(0, 50, 1000).astype(np.uint64) << np.uint64(58)
    values = rng.integers(0, 2**31 - 1, 1000).astype(np.int32)
    order = np.lexsort((values, hashes))
    found, beside = hashed.ordered(hashes, values)
    assert np.array_equal(found, hashes[order])
    assert np.array_equal(beside, values[order])
    assert beside.dtype == values.dtype
    none, nothing = hashed.ordered(hashes[:0], values[:0])
    assert len(none) == len(nothing) == 0


def test_numbers_by_when_a_hash_is_first_met() -> None:
    said = np.array([[5, 1], [3, 2], [5, 1], [5, 0], [3, 2], [5, 1]], dtype=np.uint64)
    number, count = build._numbered(said)  # two hashes have one half in common
    assert (number.tolist(), count) == ([0, 1, 0, 2, 1, 0], 3)
    number, count = build._numbered(said[[0, 1, 2, 4]])
    assert (number.tolist(), count) == ([0, 1, 0, 1], 2)


def test_texts_are_numbered_as_they_come() -> None:
    number = Numbered()
    assert [number[word] for word in ("a", "b", "a", "c")] == [0, 1, 0, 2]
    assert list(number) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("word", "signs"),
    [("khld_", "15"), ("salim__", "26"), ("kim___", "15"), ("mshh____", "15")],
)
def test_sounds_of_marked_words_are_filed_apart(word: str, signs: str) -> None:
    sounds = sound_keys(word, kana=word.endswith("__") and word[-3] != "_")
    assert sounds
    for shadowed, sign in zip((False, True), signs, strict=True):
        filed, owners = keys.filed_sounds([*LATIN, word], [shadowed] * 9)
        theirs = filed[owners == len(LATIN)].tolist()
        assert theirs == hashing.of_texts([sign + key for key in sounds]).tolist()


def test_sounds_of_latin_words_are_filed_for_each_script() -> None:
    filed, owners = keys.filed_sounds(LATIN, [True, False] * 4)
    for at, word in enumerate(LATIN):
        said = [f"3{key}" for key in sound_keys(word)]
        said += [f"4{key}" for key in sound_keys(word, kana=True)]
        expected = hashing.of_texts(said).tolist()
        assert sorted(filed[owners == at].tolist()) == sorted(expected), word


def test_a_whole_table_leaves_what_it_does_not_say() -> None:
    table = whole({ord("a"): None, ord("b"): ord("c")})
    assert "Abba, ü".translate(table) == "Acc, ü"
    assert len(table) == 128
