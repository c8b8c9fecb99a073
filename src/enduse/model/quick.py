"""Frozen records that are made in half the time: of those a payment has dozens.

A `msgspec.Struct` is made faster yet, but `replace` and `fields` of dataclasses, which
all of the house uses, know nothing of it; a dataclass not frozen is no record.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, TypeVar

_Record = TypeVar("_Record")
_become: Callable[[object, type], None] = object.__dict__["__class__"].__set__


def quick(cls: type[_Record]) -> type[_Record]:
    """The frozen slotted dataclass itself, with an `__init__` that is twice as fast.

    A frozen dataclass asks `object.__setattr__` for every field. Here a record is,
    while it is being made, one of a class with the same slots that is not frozen.
    Everything else stays, above all that nobody can change it later. It is not for
    classes that others inherit from.
    *Raises* TypeError for a class with fields that are computed or inherited.

    *Example*

    >>> from dataclasses import dataclass
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(3)
    Point(x=3, y=0)
    """
    if not is_dataclass(cls) or "__slots__" not in cls.__dict__:
        raise TypeError(f"{cls.__name__} is no slotted dataclass")
    made = fields(cls)
    names = tuple(one.name for one in made)
    plain = all(one.default_factory is MISSING and one.init for one in made)
    if not plain or cls.__dict__["__slots__"] != names or hasattr(cls, "__post_init__"):
        raise TypeError(f"{cls.__name__} has fields that are computed or inherited")
    init = _init(cls, made)
    init.__annotations__ = cls.__init__.__annotations__
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    type.__setattr__(cls, "__init__", init)
    return cls


def _init(cls: type[Any], made: tuple[Field[Any], ...]) -> Callable[..., None]:
    """An `__init__` that takes these fields, as a dataclass writes its own."""
    twin = type(cls.__name__, (), {"__slots__": cls.__dict__["__slots__"]})
    space: dict[str, Any] = {"_become": _become, "_twin": twin, "_cls": cls}
    taken = []
    for one in made:
        if one.default is not MISSING:
            space[f"_{one.name}"] = one.default
        has = one.default is not MISSING
        taken.append(f"{one.name}=_{one.name}" if has else one.name)
    lines = (f"    self.{one.name} = {one.name}" for one in made)
    text = "\n".join((
        f"def __init__(self, {', '.join(taken)}):",
        "    _become(self, _twin)",
        *lines,
        "    self.__class__ = _cls",
    ))  # fmt: skip
    exec(text, space)  # noqa: S102  # names of fields alone, as dataclasses does it
    init: Callable[..., None] = space["__init__"]
    return init
