"""One document of a deal, with all that it says."""

from dataclasses import dataclass

from enduse.model.fact import Fact
from enduse.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was read: what it is, its own number, and its facts.

    `format` is the reader's name for it (`MT700`, `ubl-invoice`, `pdf-packing-list`);
    `ref` the number it calls itself by; `origin` its file and the place in it.
    """

    format: str
    ref: str
    origin: Origin
    facts: tuple[Fact, ...] = ()
