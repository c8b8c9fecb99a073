"""An answer's pictures as a file: HTML to look into, SVG and PNG to paste."""

import os
import textwrap
from pathlib import Path
from typing import Any

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure

SUFFIXES = (".html", ".svg", ".png")
_COLUMNS = 106  # letters in a line of the caption


def write(answer: Answer, place: str | Path) -> None:
    """Write the pictures to `place`, whole or not at all, as its ending says.

    *Raises* ValueError for another ending, or where there is nothing to draw; OSError.
    """
    path = Path(place)
    ending = path.suffix.lower()
    if ending not in SUFFIXES:
        said = f"{ending!r} is no picture" if ending else "the file has no ending"
        raise ValueError(f"{path.name}: {said}; choose {', '.join(SUFFIXES)}")
    if not path.parent.is_dir():
        raise ValueError(f"{path.parent}: there is no such folder to draw into")
    if ending == ".html":
        whole(path, as_html(answer).encode())
    else:
        whole(path, as_picture(answer, ending))


def whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one rename."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        scratch.write_bytes(content)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def as_html(answer: Answer) -> str:
    """One page that fetches nothing: pictures, what they rest on, and the table."""
    from enduse.report.flow_charts.choose import figures
    from enduse.report.flow_charts.page import page

    return page(answer, figures(answer))


def as_picture(answer: Answer, ending: str = ".svg") -> bytes:
    """All pictures of an answer and their caption as SVG or PNG."""
    import vl_convert

    from enduse.report.flow_charts.choose import figures

    spec = _sheet(answer, figures(answer))
    if ending == ".png":
        found = vl_convert.vegalite_to_png(vl_spec=spec, scale=2)
        return bytes(found)
    return str(vl_convert.vegalite_to_svg(vl_spec=spec)).encode()


def svg(figure: Figure) -> str:
    """One picture alone, without title and caption, as SVG."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(vl_spec=spec_of(figure)))


def spec_of(figure: Figure) -> dict[str, Any]:
    """A picture as Vega-Lite."""
    from enduse.report.flow_charts.look import CONFIG

    found: dict[str, Any] = figure.chart.to_dict()
    found["config"] = CONFIG
    found["description"] = figure.said
    return found


def _sheet(answer: Answer, drawn: tuple[Figure, ...]) -> dict[str, Any]:
    """Pictures under each other with titles, the caption at the foot."""
    import altair as alt

    from enduse.report.flow_charts.look import CONFIG, PAPER

    parts = [
        one.chart.properties(
            title=alt.TitleParams(_wrapped(one.title, 86), subtitle=_notes(one))
        )
        for one in drawn
    ]
    sheet = alt.vconcat(*parts, _caption(answer), spacing=34)
    spec: dict[str, Any] = sheet.resolve_scale(
        color="independent", x="independent", y="independent", shape="independent"
    ).to_dict()
    spec["config"] = {**CONFIG, "background": PAPER}
    spec["padding"] = 18
    spec["description"] = " ".join(one.said for one in drawn)
    return spec


def _notes(figure: Figure) -> list[str]:
    return [line for note in figure.notes for line in _wrapped(note, 110)]


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(text, columns) or [""]


def _caption(answer: Answer) -> Any:
    """What the picture rests on, line by line, as a chart of text."""
    import altair as alt

    from enduse.report.flow_charts.look import SOFT, data
    from enduse.report.flow_charts.told import told

    lines = [
        line
        for head, text in told(answer)
        for line in textwrap.wrap(f"{head}: {text}", _COLUMNS, subsequent_indent="   ")
    ]
    rows = [{"line": line, "y": number} for number, line in enumerate(lines)]
    return (
        alt.Chart(data(rows))
        .mark_text(align="left", baseline="top", color=SOFT, fontSize=11)
        .encode(
            x=alt.value(0),
            y=alt.Y("y:O", axis=None),
            text="line:N",
        )
        .properties(width=700, height=alt.Step(15))
    )
