"""Short forms of documents: written out where they are words, not in part numbers."""

import pytest

from enduse.goods.classify.short_forms import spelt_out
from enduse.goods.words.lines import rows_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("VLV BALL SS316", "valve BALL SS316"),
        ("NB PC 15.6IN", "notebook computer 15.6IN"),
        ("dik işl. mrk. 2. el", "dik işleme merkezi 2. el"),
        ("транз. полев. IRF3205", "транзистор полевой IRF3205"),
        ("RODAM. BOLAS 6208", "rodamiento BOLAS 6208"),
    ],
)
def test_a_short_form_is_written_out(text: str, said: str) -> None:
    assert spelt_out(text) == said


@pytest.mark.parametrize(
    "text", ["BRG-6205", "PSU12-500", "a.valv.com", "TRK/4", "подшипник", ""]
)
def test_what_is_no_word_stays(text: str) -> None:
    assert spelt_out(text) == text


def test_every_form_is_lower_case_and_says_more() -> None:
    from importlib.resources import files

    rows = list(rows_of(files("enduse.goods.words") / "short_forms.tsv"))
    for short, _, word in rows:
        assert short == short.lower()
        assert len(word) > len(short)
    assert len({row[0] for row in rows}) == len(rows)
