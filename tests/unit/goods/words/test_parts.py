"""Part numbers: each follows its maker's grammar, and hostile text does no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.words.parts import elements_of, find


@pytest.mark.parametrize(
    ("part", "hs6"),
    [
        ("XC7A999T-1ABC111I", "854239"),
        ("STM32Z999ABC1", "854231"),
        ("GRM199X9X9X999", "853224"),
        ("6299-2RS", "848210"),
        ("32299", "848220"),
        ("22299 EK/C3", "848230"),
        ("NU 299", "848250"),
        ("A06B-6199-X999", "850440"),
    ],
)
def test_an_invented_number_is_read_by_its_grammar(part: str, hs6: str) -> None:
    """Numbers nobody sells, formed as the maker forms them."""
    assert find(part)[0].hs6 == hs6


def test_a_pattern_outside_the_language_is_refused() -> None:
    """A mistake in the table is told, not skipped."""
    with pytest.raises(ValueError, match="pattern"):
        elements_of("AB*")


@given(st.text(max_size=300))
def test_any_text_gives_readings_longest_first(text: str) -> None:
    """No text crashes it; longer patterns come before shorter ones."""
    lengths = [len(elements_of(r.pattern)) for r in find(text)]
    assert lengths == sorted(lengths, reverse=True)
