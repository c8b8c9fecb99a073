"""Personal names that are forms of one another, and names known to be different.

*Source*: general knowledge of names and their forms, put together for enduse.
"""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _clusters() -> dict[str, int]:
    text = (files("enduse.text") / "given_names.toml").read_text("utf-8")
    lines = tomllib.loads(text)["forms"]
    return {name: n for n, line in enumerate(lines) for name in line.split()}


@cache
def _members() -> dict[int, tuple[str, ...]]:
    members: dict[int, tuple[str, ...]] = {}
    for name, at in _clusters().items():
        members[at] = (*members.get(at, ()), name)
    return members


def forms(token: str) -> tuple[str, ...]:
    """Every form of the name the token is a form of; none for one not known."""
    return _members().get(cluster(token), ())


def cluster(token: str) -> int:
    """The number of the name the token is a form of, or -1 for one not known."""
    return _clusters().get(token, -1)
