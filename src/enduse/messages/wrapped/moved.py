"""The facts of a message that stood inside something else, with places that say so."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from enduse.messages.message import Message
from enduse.model import Fact, Origin, Text

T = TypeVar("T")


def moved(message: Message, file: Origin, within: str) -> Message:
    """The message with its origins in the outer file, at a place within it."""
    return cast(Message, _moved(message, file, within))


def with_texts(message: Message, texts: list[Fact]) -> Message:
    """The message with further texts among its facts."""
    if not texts:
        return message
    content = message.content
    if isinstance(content, tuple):
        return replace(message, content=(*content, *texts))
    if hasattr(content, "facts"):
        return replace(
            message, content=replace(content, facts=(*content.facts, *texts))
        )
    return message


def beside(text: str, where: Origin) -> Fact:
    """Words that stand beside a message, in what carries it."""
    return Fact("unmapped", Text(text), where)


def facts_of(message: Message) -> list[Fact]:
    """The facts of a message that any of the readers of whole messages has read."""
    content = message.content
    return list(content if isinstance(content, tuple) else content.facts)


def _moved(value: Any, file: Origin, within: str) -> Any:
    if isinstance(value, Origin):
        return file.at(_joined(within, value.locator))
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_moved(item, file, within) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            name: new
            for name in _names(type(value))
            if (new := _field(name, getattr(value, name), file, within))
            is not getattr(value, name)
        }
        return replace(value, **changed) if changed else value
    return value


def _field(name: str, value: Any, file: Origin, within: str) -> Any:
    if name == "locator" and isinstance(value, str):
        return _joined(within, value) if value else value
    if isinstance(value, str | int | float) or value is None:
        return value
    return _moved(value, file, within)


def _joined(within: str, locator: str) -> str:
    """`/body message 1`; nothing stands between `at=` and what follows it."""
    gap = "" if within.endswith("=") else " "
    return f"{within}{gap}{locator}".rstrip()


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
