"""The table of concepts by tongue is whole."""

from collections import Counter
from importlib.resources import files

import pytest

from enduse.goods.classify.tongues import tongue
from enduse.goods.words.lines import rows_of

HEAD, *ROWS = rows_of(files("enduse.goods.words") / "vocabulary.tsv")


def test_every_row_has_every_column() -> None:
    assert [row for row in ROWS if len(row) != len(HEAD)] == []
    assert max(Counter(row[0] for row in ROWS).values()) == 1


@pytest.mark.parametrize("column", range(1, len(HEAD)))
def test_a_form_means_one_thing_in_a_tongue(column: int) -> None:
    """And nearly every concept has one."""
    forms = [form for row in ROWS for form in row[column].split("|") if form]
    words = Counter(" ".join(tongue(HEAD[column]).words(form)) for form in forms)
    assert [word for word, many in words.items() if many > 1 and not word] == []
    assert [form for form in forms if form != form.strip()] == []
    twice = [form for form, many in Counter(map(str.lower, forms)).items() if many > 1]
    assert twice == []
    assert sum(bool(row[column]) for row in ROWS) > 0.9 * len(ROWS)


def test_english_words_are_plain() -> None:
    assert [row[0] for row in ROWS if not row[0].isascii()] == []
