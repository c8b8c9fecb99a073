"""The dossier as a folder: an index, and each answer as page, picture and table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from markupsafe import Markup

from enduse import __version__
from enduse.flows.answer import Answer
from enduse.library.atomic import new_folder
from enduse.report.dossier.asked import Section
from enduse.report.dossier.cells import as_csv
from enduse.report.flow_charts.choose import figures
from enduse.report.flow_charts.draw import as_picture
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.page import drawing, page, render
from enduse.report.flow_charts.told import told
from enduse.report.visible import visible

MARK = "dossier.json"
Plain = Callable[[Answer], dict[str, Any]]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A section as the index shows it. `why` says what kept it from being drawn."""

    name: str
    title: str
    question: str = ""
    figure: Figure | None = None
    picture: Markup | None = None
    told: tuple[tuple[str, str], ...] = ()
    findings: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    rows: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands at the top of the index."""

    title: str
    lines: tuple[tuple[str, str], ...]


def write(
    place: Path, cover: Cover, sections: Iterable[Section], plain: Plain, say: Say
) -> list[Part]:
    """Ask everything and write the folder, whole or not at all.

    `plain` turns an answer into JSON values, `say` is told what is done now. A folder
    with other things in it is left alone. *Raises* ValueError, OSError.
    """
    free(place)
    parts = []
    with new_folder(place) as scratch:
        asked = list(sections)
        for number, section in enumerate(asked, 1):
            say(f"{number} of {len(asked)}: {section.title}")
            name = f"{number:02}-{section.name}"
            parts.append(_part(scratch, name, section, plain))
        made = datetime.now(UTC)
        index = render(
            "index.html.j2", cover=cover, parts=parts, made=f"{made:%Y-%m-%d %H:%M} UTC"
        )
        (scratch / "index.html").write_text(index, encoding="utf-8")
        mark = {
            "engine": f"enduse {__version__}",
            "made": made.isoformat(timespec="seconds"),
            "title": cover.title,
            "parts": [
                {"name": p.name, "title": p.title, "files": p.files, "why": p.why}
                for p in parts
            ],
        }
        content = orjson.dumps(mark, option=orjson.OPT_INDENT_2)
        (scratch / MARK).write_bytes(content)
    return parts


def _reasons(answer: Answer) -> list[str]:
    """What the data lack for a picture, as the question says it."""
    telling = ("no-", "too-")
    return [p.message for p in answer.problems if p.code.startswith(telling)]


def free(place: Path) -> None:
    """*Raises* ValueError for a place that holds anything but an earlier dossier."""
    if place.is_file():
        raise ValueError(f"{place} is a file; --out names a folder")
    if place.is_dir() and any(place.iterdir()) and not (place / MARK).is_file():
        raise ValueError(f"{place} holds other files; choose a new folder")


def _part(folder: Path, name: str, section: Section, plain: Plain) -> Part:
    try:
        answer = section.ask()
    except ValueError as fault:
        return Part(name, section.title, why=visible(str(fault)))
    files = {
        f"{name}.json": orjson.dumps(plain(answer), option=orjson.OPT_INDENT_2),
        f"{name}.csv": as_csv(answer.rows),
    }
    said, why = tuple(told(answer)), ""
    drawn: tuple[Figure, ...] = ()
    try:
        drawn = figures(answer)
    except ValueError as fault:
        why = "; ".join([str(fault), *_reasons(answer)])
    if drawn:
        files[f"{name}.html"] = page(answer, drawn).encode()
        files[f"{name}.svg"] = as_picture(answer)
    for file, content in files.items():
        (folder / file).write_bytes(content)
    return Part(
        name,
        section.title,
        visible(answer.question, limit=300),
        drawn[0] if drawn else None,
        drawing(drawn[0]) if drawn else None,
        said,
        tuple(visible(f.title) for f in answer.findings[:5]),
        tuple(sorted(files)),
        len(answer.rows),
        why,
    )
