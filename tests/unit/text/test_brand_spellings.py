"""Names that lists write in many ways are one word, and no word of trade."""

import pytest

from enduse.names.form import parse
from enduse.names.weights import ORDINARY, class_weight
from enduse.text.tables import table

SPELT = {
    (name, form)
    for name, forms in table("trade_words")["spellings"].items()
    for form in (name, *forms.split())
}


@pytest.mark.parametrize(("name", "form"), sorted(SPELT))
def test_every_spelling_is_the_one_name(name: str, form: str) -> None:
    (token,) = parse(form, "entity").tokens
    assert token == name
    assert class_weight(token) == ORDINARY
