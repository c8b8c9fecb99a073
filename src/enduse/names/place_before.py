"""The place that stands before a firm's name: `Syrian Scientific Research Center`.

Whoever writes of a firm abroad puts its country or town first. As with a place behind
a name (`place_behind`), it is read without it for a listing that states that place.
"""

from dataclasses import replace

from enduse.names.form import NameForm, parse
from enduse.names.place_behind import split
from enduse.text.concepts import is_place

_FEWEST = 2  # words that a name has without its place


def without_place(text: str, whole: NameForm) -> tuple[NameForm, ...]:
    """The form of a name without the place before it, or none.

    *Example*

    >>> name = "Syrian Institute of Splavit"
    >>> [form.tokens for form in without_place(name, parse(name, "entity"))]
    [('institute', 'splavit')]
    """
    first, _, rest = text.partition(" ")
    tokens = whole.tokens
    if len(tokens) <= _FEWEST or not is_place(tokens[0]) or not first.isalpha():
        return ()
    form = parse(rest, "entity")
    if form.tokens != tokens[1:]:
        return ()
    found = split(f"{rest}, {tokens[0].title()}", (*form.tokens, tokens[0]))
    if found is None or found[0] != rest:
        return ()
    place = replace(found[1], is_before=True)
    return (replace(form, text=text, place=place),)
