"""One transaction or row as its file wrote it, before anyone asks what it means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from enduse.model import Coverage, Origin, Problem, SubjectKind
from enduse.model.quick import quick

__all__ = ["Coverage", "Message", "Options"]


@quick
@dataclass(frozen=True, slots=True)
class Message:
    """What becomes one assessment: a credit transfer, a statement entry, a customer.

    `format` is the standard's own name with its version (`pacs.008.001.08`,
    `MT103`, `customers-csv`); `ref` the sender's reference, or the row number (first
    data row = 1); `content` is the reader's own lossless form, for its `facts` alone;
    `origin` carries file name, the file's sha256 and the message's place in it;
    `coverage` is None where the reader does not count.
    """

    format: str
    kind: SubjectKind
    ref: str
    origin: Origin
    content: Any
    problems: tuple[Problem, ...] = ()
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What the user may say about reading: `mapping` names the columns of a table."""

    mapping: Mapping[str, str] = field(default_factory=dict)
