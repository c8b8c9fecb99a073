"""Tables for `str.translate` that know every ASCII character.

Python asks a table for each character of a text; one that has no line for a character
raises an error inside, which takes longer than all the rest.
"""

from collections.abc import Mapping

_ASCII: dict[int, int | None] = {code: code for code in range(128)}


def whole(table: Mapping[int, int | None]) -> dict[int, int | None]:
    """The table with every other ASCII character as it is.

    *Example*

    >>> "o'neil".translate(whole({ord("'"): None}))
    'oneil'
    """
    return {**_ASCII, **table}
