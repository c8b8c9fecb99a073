"""German words of firms' names that are put together of others: `Schiffbaubank`.

*Source*: `german_parts.toml` beside this file.
"""

from functools import cache

from enduse.text.tables import table

_FEWEST = 8  # letters of a word that is put together


def parts(word: str) -> list[str]:
    """The English words for what a German one is put together of, or none.

    *Example*

    >>> parts("flugzeugbaugesellschaft"), parts("aussenhandelsbank")
    (['aircraft', 'company'], ['foreign', 'trade', 'bank'])
    >>> parts("volksbank"), parts("werke")
    ([], [])
    """
    if len(word) < _FEWEST or not word.endswith(_ends()):
        return []
    for end, put in _last().items():
        if word.endswith(end):
            return _before(word[: -len(end)], put.split())
    return []


def _before(rest: str, said: list[str]) -> list[str]:
    """The words for all that stands before the last part, with `said` behind them."""
    for start, put in _first().items():
        if rest == start:
            return [*put.split(), *said]
        if rest.startswith(start) and (more := _before(rest[len(start) :], said)):
            return [*put.split(), *more]
    return []


@cache
def _ends() -> tuple[str, ...]:
    return tuple(_last())


@cache
def _first() -> dict[str, str]:
    return _longest_first("first")


@cache
def _last() -> dict[str, str]:
    return _longest_first("last")


def _longest_first(name: str) -> dict[str, str]:
    named: dict[str, str] = table("german_parts")[name]
    found = {part: put for put, written in named.items() for part in written.split()}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))
