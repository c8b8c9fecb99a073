"""Who says so, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a law, list or guidance. Who says so is part of every claim."""

    title: str
    url: str = ""
    section: str = ""
