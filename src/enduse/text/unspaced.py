"""Known words cut out of scripts that write them without blanks, longest first."""

import re
from functools import cached_property

from enduse.text.tables import table


class Unspaced:
    """The words of a table of this folder, all its sections together."""

    def __init__(self, name: str) -> None:
        self._name = name

    @cached_property
    def english(self) -> dict[str, str]:
        """What each word is in English."""
        sections = table(self._name).values()
        return {word: english for one in sections for word, english in one.items()}

    @cached_property
    def _cutter(self) -> re.Pattern[str]:
        longest = sorted(self.english, key=lambda word: (-len(word), word))
        return re.compile("(" + "|".join(map(re.escape, longest)) + r"|\s+)")

    def cut(self, text: str) -> list[str]:
        """The text in pieces, in order: known words, and what stands between them."""
        return [one for one in self._cutter.split(text) if one and not one.isspace()]
