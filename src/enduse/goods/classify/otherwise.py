"""Whether words mean other goods than the code that is stated for them.

The thresholds were read off labelled descriptions, each beside its own code and beside
another's: `bench/quality/goods/README.md` has what they find and how often wrongly.
"""

from collections.abc import Collection

from enduse.goods.classify.classification import Classification

SURE = 0.6
"""The share of a heading that contradicts a code of a chapter the words leave out."""
SURER = 0.75
"""The same of a code whose chapter the words leave open, but not its heading."""
HARDLY = 0.01
"""What the words leave of a chapter or heading that they leave out."""
LISTED = 0.5
"""From here on goods fall under a list that the stated code is not on."""
HARDLY_LISTED = 0.02
"""What the words leave of the stated heading then."""


def meant_otherwise(
    said: Classification, headings: Collection[str], lists: Collection[str] = ()
) -> float:
    """How likely the words' first heading is if they mean none of `headings`, else 0.

    `lists` are those that bear on the words' first code and not on the stated one.
    """
    if said.too_vague or not said.candidates or not headings:
        return 0.0
    first = said.candidates[0].hs6[:4]
    if first in headings:
        return 0.0
    share = sum(one.p for one in said.candidates if one.hs6[:4] == first)
    left = sum(one.p for one in said.candidates if one.hs6[:4] in headings)
    chapters = {heading[:2] for heading in headings}
    near = sum(one.p for one in said.candidates if one.hs6[:2] in chapters)
    listed = max((one.p for one in said.controlled if one.list in lists), default=0.0)
    sure = (
        (share >= SURE and near <= HARDLY)
        or (share >= SURER and left <= HARDLY)
        or (listed >= LISTED and left <= HARDLY_LISTED)
    )
    return share if sure else 0.0
