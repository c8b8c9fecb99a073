"""Lines of a result that keep their place where a terminal is too narrow for them."""

from rich.text import Text

from enduse.cli import output

_LEAST = 20  # columns for the text itself, however narrow the terminal is


def say(text: str | Text, *, first: int = 0, rest: int, style: str = "") -> None:
    """Print a text on stdout, wrapped at words, without blanks at the ends of lines.

    Its first line begins `first` columns from the left, all others `rest` columns.
    """
    whole = text if isinstance(text, Text) else Text(text)
    head = _wrapped(whole, first)[0]
    left = whole.plain[len(head) :]
    at = len(whole) - len(left.lstrip())
    _print(head, first, style)
    for line in _wrapped(whole[at:], rest) if at < len(whole) else ():
        _print(line, rest, style)


def _wrapped(text: Text, left: int) -> list[Text]:
    lines = list(text.wrap(output.screen, max(output.screen.width - left, _LEAST)))
    for line in lines:
        line.rstrip()
    return lines or [Text()]


def _print(line: Text, left: int, style: str) -> None:
    line.pad_left(left)
    output.screen.print(line, style=style, soft_wrap=True)
