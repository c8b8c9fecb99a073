"""How every picture looks: colours, type, axes, and money that can be read.

*Source*: colours that people with any kind of colour vision tell apart: M. Okabe and
K. Ito, Color Universal Design (2008); its yellow and black are left out, which paper
and a dark screen swallow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from enduse.flows import areas
from enduse.report.visible import visible

INK, SOFT, LINE, PAPER = "#1c2227", "#515b65", "#d3d8dd", "#ffffff"
BLUE, ORANGE, GREEN, RED = "#0072b2", "#e69f00", "#009e73", "#d55e00"
SKY, PINK, GREY = "#56b4e9", "#cc79a7", "#9aa1a8"
COLOURS = (BLUE, ORANGE, GREEN, PINK, SKY, RED)
OTHERS = "all others"
FONT = "'Liberation Sans', Arial, Helvetica, sans-serif"
WIDTH = 720
HATCH = "M-1,0L0,-1M-1,1L1,-1M0,1L1,0"

CONFIG: dict[str, Any] = {
    "font": FONT,
    "background": None,
    "view": {"stroke": None},
    "axis": {
        "labelColor": SOFT,
        "titleColor": SOFT,
        "domainColor": LINE,
        "tickColor": LINE,
        "gridColor": LINE,
        "gridOpacity": 0.6,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelLimit": 260,
        "titleLimit": 700,
        "tickCount": 7,
        "labelPadding": 8,
    },
    "legend": {
        "labelColor": INK,
        "titleColor": SOFT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelLimit": 220,
        "symbolStrokeWidth": 2,
    },
    "title": {
        "color": INK,
        "subtitleColor": SOFT,
        "anchor": "start",
        "frame": "group",
        "fontSize": 14,
        "subtitleFontSize": 12,
        "fontWeight": "bold",
        "offset": 12,
    },
    "text": {"color": INK, "fontSize": 12},
    "header": {"labelColor": INK, "titleColor": SOFT, "labelFontSize": 13},
}


@dataclass(frozen=True, slots=True)
class Money:
    """What to divide values by for an axis, and what it is then in."""

    by: float
    unit: str

    def of(self, value: float | None) -> float | None:
        """A value on the axis. *Unknown*: None stays None."""
        return None if value is None else value / self.by


def money(values: Iterable[float | None], currency: str) -> Money:
    """The scale on which the largest value has few digits.

    *Example*

    >>> money([2.5e9, None], "EUR")
    Money(by=1000000000.0, unit='EUR billion')
    """
    most = max((abs(v) for v in values if v is not None), default=0.0)
    steps = ((1e9, "billion"), (1e6, "million"), (1e3, "thousand"))
    by, word = next(((s, w) for s, w in steps if most >= s), (1.0, ""))
    said = currency or "unit of account not stated"
    return Money(by, f"{said} {word}".strip())


def data(rows: Sequence[dict[str, Any]]) -> alt.InlineData:
    """Rows as the data of a chart; nothing is ever fetched."""
    return alt.InlineData(values=list(rows))


def named(group: Any) -> str:
    """A line's name for people: `Kyrgyzstan`; codes of goods as they are."""
    text = str(group)
    if len(text) == 2 and text.isalpha():
        text = areas.title(text)
    return cut(visible(text.replace("EU27_2020", "EU27"), limit=120))


def together(reporters: Sequence[str], otherwise: str) -> str:
    """The name of all reporters as one: their own, their group's, or `otherwise`."""
    if len(reporters) == 1:
        return named(reporters[0])
    for group in sorted(areas.aggregates()):
        if set(areas.members(group)) == set(reporters):
            return named(group)
    return otherwise


def cut(text: str, limit: int = 40) -> str:
    """A text that fits beside an axis; the table has it whole."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def moment(period: str) -> str:
    """A period as the first instant of it, for an axis of time."""
    return f"{period[:4]}-{period[5:7] or '01'}-01T00:00:00"


def percent(value: float | None, *, sign: bool = False) -> str:
    """`35.6 %`, with `sign` `+694 %`; '' for None."""
    if value is None:
        return ""
    digits = 0 if abs(value) >= 100 else 1
    return f"{value:{'+' if sign else ''},.{digits}f} %".replace("-", "\u2212")


def number(value: float) -> str:
    """A figure with the digits that matter: `1,171`, `43.6`, `0.26`.

    *Example*

    >>> number(1170.9), number(43.61), number(0.2633), number(0.0)
    ('1,171', '43.6', '0.26', '0')
    """
    size = abs(value)
    if size < 0.0005:
        return "0"
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 0.1 else 3
    return f"{value:,.{digits}f}"


def periods_axis(periods: Sequence[str], title: str | None = None) -> alt.Axis:
    """An axis of months or years, labelled so that no label touches another."""
    monthly = bool(periods) and len(periods[0]) > 4
    if not monthly or len(periods) <= 8:
        shown = list(periods)[:: max(1, len(periods) // 16)]
        return alt.Axis(title=title, labelAngle=0, values=shown, grid=False)
    starts = [p for p in periods if p.endswith("-01")]
    whole = starts if len(periods) > 30 else list(periods)[::3]
    return alt.Axis(title=title, labelAngle=0, values=whole, grid=False)


def time_axis(title: str | None = None) -> alt.Axis:
    """An axis of time with years, or months where they have room."""
    return alt.Axis(
        title=title,
        grid=False,
        format="%Y-%m",
        labelOverlap="greedy",
        labelSeparation=12,
        labelFlush=False,
    )
