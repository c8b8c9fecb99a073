"""Datasets that anyone may name: the source's id and card come from the file's name."""

import re
from dataclasses import dataclass, replace

from enduse.lists.card import Card


@dataclass(frozen=True, slots=True)
class Family:
    """The datasets of one layout: what their ids begin with, and their card's shape."""

    prefix: str
    template: Card

    def source_of(self, bare: str) -> str:
        """The source id for a file name without its endings."""
        name = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
        return self.prefix + (name or "dataset")

    def card_for(self, source: str) -> Card | None:
        """The card made from the template, or None for a source of another layout."""
        if not source.startswith(self.prefix):
            return None
        name = source.removeprefix(self.prefix)
        title = f"{self.template.title}: {name}"
        return replace(self.template, id=source, title=title)
