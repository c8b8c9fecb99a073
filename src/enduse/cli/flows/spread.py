"""Options that several commands share, kept as one value."""

import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Any, get_type_hints

_KEYWORD = inspect.Parameter.KEYWORD_ONLY


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with each field of its dataclass parameters as an option.

    The command line shows `--reporter`, `--partner`, ...; the command gets one
    `Typed`. The fields are annotated as options are.
    """
    asked = inspect.signature(command, eval_str=True)
    groups: dict[str, Any] = {
        name: one.annotation
        for name, one in asked.parameters.items()
        if is_dataclass(one.annotation)
    }
    shown: list[inspect.Parameter] = []
    for name, one in asked.parameters.items():
        own = _options(groups[name]) if name in groups else [one.replace(kind=_KEYWORD)]
        shown += own

    @wraps(command)
    def run(**given: Any) -> None:
        for name, group in groups.items():
            own = {f.name: given.pop(f.name) for f in fields(group)}
            given[name] = group(**own)
        command(**given)

    run.__signature__ = asked.replace(parameters=shown)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in shown}
    return run


def _options(group: Any) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            one.name, _KEYWORD, default=one.default, annotation=hints[one.name]
        )
        for one in fields(group)
    ]
