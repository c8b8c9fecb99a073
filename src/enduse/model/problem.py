"""A fault in the data, as a value: returned beside the results, never raised."""

from dataclasses import dataclass
from typing import Literal

from enduse.model.origin import Origin

ProblemSeverity = Literal["note", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an input that could not be taken as it stands.

    `code` is a stable kebab-case word (`xml-malformed`, `date-unreadable`);
    `message` says what is wrong and what to do about it. `note`: read, with a
    remark; `warning`: one value or row was not understood; `error`: a file or a
    message could not be read, so nothing that rests on it may be called clear.
    """

    code: str
    message: str
    origin: Origin
    severity: ProblemSeverity = "warning"

    def __str__(self) -> str:
        return f"{self.origin}: {self.message} [{self.code}]"
