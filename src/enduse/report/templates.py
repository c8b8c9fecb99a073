"""The report's templates, style and script, and what a page of them may do."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from enduse.report import words
from enduse.report.sides import web_link
from enduse.report.visible import visible

_TEMPLATES = (
    "template.html.j2",
    "rows.html.j2",
    "groups.html.j2",
    "entries.html.j2",
    "finding.html.j2",
    "library.html.j2",
    "deal.html.j2",
)


@cache
def asset(name: str) -> str:
    """A file that lies beside this one, as text."""
    return files("enduse.report").joinpath(name).read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy that allows this style and script, and no other."""
    allowed = f"style-src {_hash(style)}; script-src {_hash(script)}; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


@cache
def environment() -> Environment:
    """The templates with their filters and the words they use; all is escaped."""
    made = Environment(
        loader=DictLoader({name: _template(name) for name in _TEMPLATES}),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters.update(v=visible, web=web_link, n=_grouped)
    made.globals.update(words=words, moment=_moment, country=words.country)
    return made


def _template(name: str) -> str:
    """The template without its indentation, which would be a third of the file."""
    return "\n".join(line.strip() for line in asset(name).splitlines())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _grouped(number: int) -> str:
    return f"{number:,}"


def _moment(value: Any) -> str:
    return f"{value:%Y-%m-%d %H:%M} UTC" if value else "not known"
