"""How grave it is that a control list bears on goods.

A hit is a reason to ask, never proof. What it weighs depends on where the goods go,
on how the code was reached, and on what the list is: a law's own code, or a mapping
of ours.
"""

from collections.abc import Sequence

from enduse.model import Control, Good, Severity
from enduse.pipeline.goods.corridor import Corridor

PROBABLE = 0.5
"""From here on goods are taken to fall under a list."""
POSSIBLE = 0.2
"""From here on a classified description is worth a question, where goods are barred."""
METALS = "us-ru-metals"
OWN = frozenset(("own_mapping", "user"))
"""Grades of entries that no authority has written."""


def severity(
    controls: Sequence[Control], corridor: Corridor, *, confident: bool
) -> Severity:
    """The severity of one line of goods under `controls`.

    `confident`: the code stands in the document or the description is clear.
    """
    official = any(control.grade not in OWN for control in controls)
    if corridor == "barred":
        return "high" if confident else "medium"
    if corridor == "partners":
        return "info"
    if not confident:
        return "low"
    return "medium" if official else "low"


def applies(control: Control, good: Good | None, *, russian: bool) -> bool:
    """Whether a list bears on goods at all, beyond their code.

    The metals' rule is on origin: it bears where Russia is said to be it.
    """
    if control.list == METALS:
        return russian
    return control.p >= POSSIBLE or control.via != "classified"


def worth_asking(control: Control, corridor: Corridor, of_document: bool) -> bool:
    """Whether goods that may, but need not, fall under a list are told of.

    Where goods are barred anything possible is; on a document's own line what may be
    on an official list; a few words in a payment text are not enough.
    """
    official = control.grade not in OWN
    return corridor == "barred" or (of_document and official)
