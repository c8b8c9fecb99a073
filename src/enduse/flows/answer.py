"""What every question over trade statistics returns."""

from dataclasses import dataclass, field
from typing import Any

from enduse.model import Finding, Problem


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure with its definition, coverage and doubts: `enduse flows ... --json`.

    `question` is what was asked, in words; `definition` how each figure is computed;
    `rows` the table, one dict a line, numbers unrounded. `windows` maps a name (`pre`,
    `post`) to its periods; `editions` the classifications used and the closed groups
    that made them comparable; `coverage` which reporters filed which periods;
    `left_out` what was not counted and how much value it held; `sources` the files.

    `series` holds what a picture needs beside the rows, each a list of dicts: `monthly`
    (`period`, `group`, `value`), `events` (`period`, `label`), `fit` (`period`,
    `group`, `expected`, `low`, `high`), `links` (`from`, `to`, `window`, `value`),
    `points` (a scatter's). A question fills those it has.
    """

    question: str
    definition: str
    rows: tuple[dict[str, Any], ...]
    unit: str = ""
    currency: str = ""
    windows: dict[str, Any] = field(default_factory=dict)
    editions: dict[str, Any] = field(default_factory=dict)
    coverage: dict[str, Any] = field(default_factory=dict)
    left_out: tuple[dict[str, Any], ...] = ()
    sources: tuple[dict[str, Any], ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    series: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
