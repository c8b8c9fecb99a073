"""One page of pictures that needs nothing else and fetches nothing.

Every picture stands in it as SVG, for readers without scripts and for paper; where
scripts run, Vega draws the same one anew with the value under the pointer. Vega
interprets its expressions (no `eval`), so the policy allows the page's own script and
style by hash, and no connection at all.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from enduse.flows.answer import Answer
from enduse.report.flow_charts.bundle import bundle
from enduse.report.flow_charts.draw import spec_of, svg
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.table import cells, headings, is_number
from enduse.report.flow_charts.told import told
from enduse.report.visible import visible

_ID = re.compile(r' id="([\w-]+)"')
TABLE = 5_000
"""Rows of the table that a page holds at most; it says what it leaves out."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as the template needs it."""

    figure: Figure
    svg: Markup
    spec: Markup


def page(answer: Answer, figures: Sequence[Figure]) -> str:
    """The page of an answer's pictures."""
    rows = answer.rows[:TABLE]
    names = headings(answer.rows)
    return render(
        "page.html.j2",
        script=f"{bundle()}\n{_asset('page.js')}",
        title=visible(answer.question, limit=300),
        figures=[_drawn(figure) for figure in figures],
        told=told(answer),
        findings=[visible(finding.title) for finding in answer.findings[:12]],
        headings=names,
        numeric=[any(is_number(row.get(name)) for row in rows) for name in names],
        rows=cells_under(names, rows),
        all_rows=len(answer.rows),
    )


def cells_under(
    names: Sequence[str], rows: Sequence[dict[str, Any]]
) -> list[list[str]]:
    """The rows as texts in the columns `names`."""
    whole = dict.fromkeys(names)
    return cells([{**whole, **row} for row in rows])


def render(template: str, *, script: str = "", **values: Any) -> str:
    """A template filled in, with the policy that allows its own style and script."""
    style = _asset("page.css")
    return (
        _environment()
        .get_template(template)
        .render(
            style=Markup(style),  # noqa: S704 - a file of this package
            script=Markup(script),  # noqa: S704 - scripts of this and Vega's package
            policy=policy(style, script),
            **values,
        )
    )


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy of a page with this style and script.

    Vega sets single style attributes on what it draws; they cannot fetch anything, for
    `default-src` is none.
    """
    ours = f"script-src {_hash(script)}" if script else "script-src 'none'"
    styles = f"style-src-elem {_hash(style)}; style-src-attr 'unsafe-inline'"
    ends = "base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; {ours}; {styles}; {ends}"


def _drawn(figure: Figure) -> Drawn:
    import vl_convert

    compiled = vl_convert.vegalite_to_vega(vl_spec=spec_of(figure))
    return Drawn(figure, drawing(figure), Markup(json_in_html(compiled)))  # noqa: S704


def drawing(figure: Figure, prefix: str = "still") -> Markup:
    """A picture as SVG inside a page; Vega has escaped every text in it.

    Its ids (gradients, clips) get a prefix of their own: a page holds many pictures.
    """
    text = svg(figure).replace("url(#", f"url(#{prefix}-{figure.name}-")
    text = _ID.sub(f' id="{prefix}-{figure.name}-\\1"', text)
    return Markup(text)  # noqa: S704


def json_in_html(value: Any) -> str:
    """JSON that cannot end the element it stands in.

    *Example*

    >>> json_in_html({"a": "</script>"})
    '{"a":"\\\\u003c/script\\\\u003e"}'
    """
    import json

    text = json.dumps(value, separators=(",", ":"), allow_nan=False)
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(name: str) -> str:
    place = files("enduse.report.flow_charts").joinpath(name)
    return place.read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    names = ("page.html.j2", "index.html.j2")
    return Environment(
        loader=DictLoader({name: _asset(name) for name in names}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
