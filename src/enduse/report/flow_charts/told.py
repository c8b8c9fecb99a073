"""What stands under every picture: unit, windows, source, date, coverage, doubts."""

from collections.abc import Iterator, Sequence
from typing import Any

from enduse.flows.answer import Answer
from enduse.report.visible import visible

SHOWN = 6


def told(answer: Answer) -> list[tuple[str, str]]:
    """Heading and text, in the order a reader asks."""
    lines = [*_measure(answer), *_origin(answer), *_doubt(answer)]
    return [(head, visible(text, limit=2_000)) for head, text in lines if text]


def window_words(periods: Any) -> str:
    """A window as a reader says it: `2021-03 to 2021-11`.

    *Example*

    >>> window_words(["2021-03", "2021-04"]), window_words(["2022"])
    ('2021-03 to 2021-04', '2022')
    """
    if isinstance(periods, str):
        return periods.replace("..", " to ")
    periods = list(periods)
    if len(periods) < 2:
        return str(periods[0]) if periods else "none"
    return f"{periods[0]} to {periods[-1]}"


def _measure(answer: Answer) -> Iterator[tuple[str, str]]:
    yield "Question", answer.question
    unit = answer.unit
    if answer.currency and answer.currency not in unit:
        unit = f"{unit}; values in {answer.currency}"
    yield "Unit", unit
    said = (f"{name} {window_words(w)}" for name, w in answer.windows.items())
    yield "Windows", "; ".join(said)
    yield "Definition", answer.definition


def _origin(answer: Answer) -> Iterator[tuple[str, str]]:
    yield "Source", "; ".join(_source(one) for one in answer.sources)
    used = ", ".join(answer.editions.get("used", ()))
    lost = answer.editions.get("not_comparable", ())
    if lost:
        used += f"; {len(lost)} codes cannot be compared between them"
    yield "Edition", used
    yield "Coverage", _coverage(answer.coverage)


def _source(one: dict[str, Any]) -> str:
    text = f"{one['source']} ({one.get('cells', 0):,} cells)"
    return f"{text}, {dates(one['source'])}"


def dates(source: str) -> str:
    """When a source's files were extracted, as far as the store knows it."""
    from enduse.errors import EnduseError
    from enduse.library.statistics import Statistics

    try:
        files = [i for i in Statistics.open().imported if i.source == source]
    except EnduseError:
        files = []
    if not files:
        return "date of extraction not known"
    stated = sorted(
        {one.about["extracted"] for one in files if "extracted" in one.about}
    )
    days = sorted({one.imported[:10] for one in files})
    taken = window_words(days)
    if stated:
        return f"extracted {window_words(stated)}, imported {taken}"
    return f"date of extraction not stated in the file, imported {taken}"


def _coverage(cover: dict[str, Any]) -> str:
    reporters = cover.get("reporters", ())
    if not reporters:
        return ""
    gaps = cover.get("gaps", {})
    who = "1 reporter" if len(reporters) == 1 else f"{len(reporters)} reporters"
    text = f"{who}, {cover.get('cells', 0):,} cells"
    if gaps:
        text += f"; periods not filed: {_listed([str(name) for name in gaps])}"
    else:
        text += "; every period filed"
    asked, found = cover.get("codes_asked"), cover.get("codes_found")
    if asked:
        text += f"; {found} of {asked} codes asked for are in the data"
    return text


def _doubt(answer: Answer) -> Iterator[tuple[str, str]]:
    lines = [_left_out(line, answer.currency) for line in answer.left_out]
    yield "Left out", _listed(lines)
    yield "Doubts", "; ".join(p.message for p in answer.problems[:SHOWN])


def _left_out(line: dict[str, Any], currency: str) -> str:
    value = line.get("value")
    worth = f", {value:,.0f} {currency}" if isinstance(value, int | float) else ""
    when = f" in {line['window']}" if line.get("window") else ""
    return f"{line['what']}{when}{worth} ({line['why']})"


def _listed(names: Sequence[str]) -> str:
    shown = "; ".join(names[:SHOWN])
    more = len(names) - SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
