"""Words of a name as they are put right, and whether they may be of a legal form.

What is known of a word is found once. A name's words say by their signs which steps
of reading it have anything to do.
"""

from typing import NamedTuple

from enduse.text.firm_slips import put_right
from enduse.text.legal import may_begin
from enduse.text.legal_slips import is_of_form
from enduse.text.met import Met

LETTER = 1  # one sign, which may be of an acronym
OF_FORM = 2  # a word of a long legal form
FORM = 4  # a legal form, the beginning or the end of one


class Right(NamedTuple):
    """A word that is put right, and its signs."""

    word: str
    signs: int


def _right(word: str) -> Right:
    signs = LETTER if len(word) == 1 else 0
    signs |= OF_FORM if is_of_form(word) else 0
    return Right(word, signs | FORM if may_begin(word) else signs)


RIGHT = Met(_right)
WRITTEN = Met(lambda word: RIGHT[put_right(word)])
