"""The tables beside the trade readers: each word has one meaning."""

import pytest

from enduse.messages.trade import cii_words, dcsa_words, tables, ubl_words
from enduse.messages.trade.edifact import words
from enduse.messages.trade.vocabulary import Vocabulary

KINDS = {"ref", "date", "text", "amount", "qty", "skip"}
STANDARDS = {
    "ubl": ubl_words.WORDS,
    "cii": cii_words.WORDS,
    "dcsa": dcsa_words.WORDS,
}


@pytest.mark.parametrize("vocabulary", STANDARDS.values(), ids=STANDARDS)
def test_every_leaf_has_a_kind_and_a_role(vocabulary: Vocabulary) -> None:
    for leaf, meaning in vocabulary.leaves.items():
        kind, colon, role = meaning.partition(":")
        assert kind in KINDS, leaf
        assert colon, leaf
        assert bool(role) == (kind != "skip"), leaf


@pytest.mark.parametrize(
    ("table", "code", "meaning"),
    [
        (words.PARTIES, "BY", "buyer"),
        (words.PLACES, "11", "port_of_discharge"),
        (words.REFERENCES, "LC", "credit_number"),
        (words.DOCUMENTS, "705", "bl_number"),
        (words.DATES, "137", "issue_date"),
    ],
)
def test_codes_of_the_standard(table: dict[str, str], code: str, meaning: str) -> None:
    assert table[code] == meaning


def test_a_word_under_two_meanings_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    written = {"parties": {"buyer": ["BY"], "seller": ["BY"]}}
    monkeypatch.setattr(tables, "_read", lambda package, name: written)
    with pytest.raises(ValueError, match="'BY' twice"):
        tables.Tables("any", "any").meanings("parties")


def test_nothing_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    written = {"place": {"nothing": ["Address/ID"], "id": ["ID"]}}
    monkeypatch.setattr(tables, "_read", lambda package, name: written)
    found = tables.Tables("any", "any").meanings("place")
    assert found == {"Address/ID": "", "ID": "id"}
