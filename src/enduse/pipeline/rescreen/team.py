"""Processes that do a rescreening's work."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from enduse.library.books import slices
from enduse.pipeline.rescreen.work import PART, Desk

T = TypeVar("T")
R = TypeVar("R")


class Team(Protocol):
    """Processes that were made ready and do work in order."""

    def each(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """What `work` gives for each item, in order."""


Hire = Callable[[Desk, int], AbstractContextManager[Team]]
"""Gives a team for a desk, by how many rows the book has."""


def in_parts(
    team: Team, work: Callable[[Sequence[int]], R], numbers: Sequence[int]
) -> Iterator[R]:
    """What `work` gives for each part of the numbers, in order."""
    parts = (list(numbers[a:b]) for a, b in slices(len(numbers), PART))
    return team.each(work, parts)
