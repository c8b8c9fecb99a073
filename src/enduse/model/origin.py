"""Where a value came from."""

from dataclasses import dataclass

from enduse.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Origin:
    """The place a value was read at, precise enough for a person to find it again.

    `source` is a list's short name (`un-sc`) or the input file's name; `sha256` is
    the snapshot's or file's hash, hex, empty when the value was typed in;
    `locator` is a row and column, XPath, JSON pointer, or MT tag and line.
    """

    source: str
    sha256: str
    locator: str

    def at(self, locator: str) -> "Origin":
        """The same source at another place; an empty `locator` changes nothing."""
        return Origin(self.source, self.sha256, locator) if locator else self

    def __str__(self) -> str:
        return f"{self.source} {self.locator}".rstrip()
