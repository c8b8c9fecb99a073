"""Records to and from plain JSON values: one way, for files, goldens and the API."""

import types
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import (
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A record as dicts, lists and scalars; dates in ISO form, decimals as strings."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if is_dataclass(value):
        if hasattr(value, "iso"):
            return {**_plain_fields(value), "iso": value.iso}
        return _plain_fields(value)
    if isinstance(value, Mapping):
        return {str(k): to_plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _plain_fields(record: Any) -> dict[str, Any]:
    names = _field_names(cast(Hashable, type(record)))
    return {name: to_plain(getattr(record, name)) for name in names}


@cache
def _field_names(kind: Hashable) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cast(Any, kind)))


def from_plain(kind: type[T], plain: Any) -> T:
    """The record that `to_plain` wrote. *Raises* KeyError, ValueError or TypeError."""
    return cast(T, _read(kind, plain))


def _read(kind: Any, plain: Any) -> Any:
    outer, inner = get_origin(kind), get_args(kind)
    if outer is Literal or kind is Any:
        return plain
    if outer in (Union, types.UnionType):
        chosen = next(option for option in inner if option is not type(None))
        return None if plain is None else _read(chosen, plain)
    if outer is tuple:
        return tuple(_read(inner[0], item) for item in plain)
    if outer is dict:
        return {k: _read(inner[1], v) for k, v in plain.items()}
    if is_dataclass(kind):
        hints = _hints(cast(Hashable, kind))
        return cast(Any, kind)(
            **{k: _read(h, plain[k]) for k, h in hints.items() if k in plain}
        )
    if kind is date:
        return date.fromisoformat(plain)
    return Decimal(plain) if kind is Decimal else plain


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(cast(Any, kind))
