"""One picture: what it is called, what it says in words, and how it is drawn."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of an answer.

    `chart` is an Altair chart without a title; `title` says in words what there is to
    see, `said` describes it to who cannot see it, `notes` what is not drawn.
    """

    name: str
    title: str
    chart: Any
    said: str
    notes: tuple[str, ...] = field(default=())
