"""`enduse goods learn`: labelled lines become evidence, without a training job."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from enduse.cli import output
from enduse.cli.goods import tables
from enduse.goods.classify import learned
from enduse.goods.classify.learned import Learned, Lesson

_MORE = ("summary", "category", "details")


def learn(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="CSV, XLSX, Parquet.")
    ],
    column: Annotated[
        list[str] | None,
        typer.Option("--column", "-c", help="Text column; several are joined."),
    ] = None,
    code: Annotated[str, typer.Option(help="Column of the code.")] = "hs6",
    forget: Annotated[
        bool, typer.Option("--forget", help="Forget lessons of these names instead.")
    ] = False,
    refit: Annotated[
        bool, typer.Option("--refit", help="Fit the weights anew, however few came.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Add labelled lines: columns text and hs6 (and hs6_alt), or those you name.

    Codes of older editions are moved to the newest where that is one code. The lines
    stay on this machine; learning the same file again changes nothing. How much each
    kind of likeness counts is fitted anew once the lines have grown by a fifth.

    Example: enduse goods learn reviewed.csv --column description --code hs_code
    """
    from enduse.library.home import home

    if forget:
        _forget(paths, home())
        return
    done: list[Learned] = []
    dropped: dict[str, int] = {}
    for path in paths:
        table = tables.read(path)
        lessons = list(_lessons(table, column or [], code, dropped))
        done.append(learned.add(home(), path.stem, lessons))
    with output.working() as progress:
        progress.step("building the index: lines")
        from enduse.goods.classify import Classifier

        Classifier.open(home(), progress=progress.count, refit=refit)
    _tell(done, dropped, as_json=as_json)


def _lessons(
    table: tables.Table, columns: list[str], code: str, dropped: dict[str, int]
) -> Iterator[Lesson]:
    places = [table.place(name) for name in columns or ["text"]]
    more = [] if columns else [table.place(m) for m in _MORE if table.has(m)]
    at, alt = table.place(code), table.place("hs6_alt") if table.has("hs6_alt") else -1
    for row in table.rows:
        if isinstance(row, tables.Unreadable):
            dropped[row.why] = dropped.get(row.why, 0) + 1
            continue
        text = " ".join(filter(None, (tables.cell(row, p) for p in places)))
        hs6 = learned.newest_code(tables.cell(row, at))
        if not text or not hs6:
            why = "without a text" if not text else "of a code no edition has, or split"
            dropped[why] = dropped.get(why, 0) + 1
            continue
        others = (learned.newest_code(c) for c in tables.cell(row, alt).split("|"))
        also = tuple(other for other in others if other and other != hs6)
        yield Lesson(text, hs6, also)
        said = " ".join(filter(None, (tables.cell(row, p) for p in more)))
        if said:
            yield Lesson(f"{text} {said}", hs6, also)


def _forget(names: list[Path], place: Path) -> None:
    for name in names:
        if not learned.forget(place, str(name)):
            known = ", ".join(n for n, _ in learned.segments(place)) or "none"
            raise typer.BadParameter(f"no lesson {str(name)!r}; there are: {known}")
        output.screen.print(f"forgot {name}", markup=False)


def _tell(done: list[Learned], dropped: dict[str, int], *, as_json: bool) -> None:
    if as_json:
        learnt = [{"name": d.name, "lines": d.lines, "known": d.known} for d in done]
        output.print_json({"learned": learnt, "left_out": dropped})
        return
    for one in done:
        known = ", known already" if one.known else ""
        output.screen.print(f"{one.lines:,} lines as {one.name}{known}", markup=False)
    for why, count in dropped.items():
        output.warn(f"{count:,} rows left out: {why}")
