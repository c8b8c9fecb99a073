"""The adapters of one family by name: ours by module, others' by entry point."""

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

A = TypeVar("A")


class Adapters(Generic[A]):
    """Every adapter of a family, each loaded when it is first asked for.

    `modules` names ours, in the order they are asked whether a file is theirs: the
    particular before the general. `group` is the entry-point group of third parties.
    """

    def __init__(self, group: str, modules: Mapping[str, str]) -> None:
        self._group, self._modules = group, modules
        self._loaded: dict[str, A] = {}

    def names(self) -> list[str]:
        """The names of all, third parties' first, in sniffing order."""
        return [*self._points, *self._modules]

    def reader(self, name: str) -> A:
        """The reader of that name. *Raises* KeyError for a name nobody registered."""
        found = self._loaded.get(name)
        if found is None:
            point = self._points.get(name)
            module = point.load() if point else import_module(self._modules[name])
            found = self._loaded[name] = cast(A, module)
        return found

    @cached_property
    def _points(self) -> "dict[str, EntryPoint]":
        """Looked up once: it reads the metadata of every installed package."""
        from importlib.metadata import entry_points

        found: dict[str, EntryPoint] = {}
        for point in entry_points(group=self._group):
            found.setdefault(point.name, point)
        return found
