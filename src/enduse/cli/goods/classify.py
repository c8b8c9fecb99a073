"""`enduse goods classify`: codes, lists and evidence for every row of a table."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer

from enduse.cli import choices, output
from enduse.cli.goods import reranking, tables
from enduse.cli.goods.codec import REPLACED

_MISREAD = (
    f"holds bytes that are no text in its encoding, {REPLACED} in their place; "
    "save the file as UTF-8"
)
_SHOWN = 250  # rows after which the progress is told anew

if TYPE_CHECKING:
    from enduse.goods.classify.batches import Encoded
    from enduse.goods.classify.rerank import Reranker


def classify(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="CSV, TSV, XLSX or Parquet.")
    ],
    column: Annotated[
        list[str] | None,
        typer.Option("--column", "-c", help="Column to read; several are joined."),
    ] = None,
    jsonl: Annotated[
        str, typer.Option(metavar="OUT", help="One JSON object a row; - is stdout.")
    ] = "",
    at: Annotated[
        str, typer.Option(metavar="DATE", help="Lists as on this day; default: today.")
    ] = "",
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0: all cores.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    fail_on: Annotated[
        bool,
        typer.Option(
            "--fail-on-control", help="Exit 1 when a row is likely on a list."
        ),
    ] = False,
    rerank_url: reranking.Url = "",
    rerank_model: reranking.Model = "",
) -> None:
    """Classify every row of a table: ranked codes, control lists, evidence.

    Example: enduse goods classify invoice.csv --column description --jsonl out.jsonl
    """
    day = choices.day(at) if at else None
    output.check_places((jsonl,), [path])
    reranker = reranking.opened(rerank_url, rerank_model)
    table = tables.read(path)
    places = _places(table, column or [])
    began = time.perf_counter()
    counts: Counter[str] = Counter()
    with output.working() as progress, output.binary_file(jsonl) as out:
        bad: dict[int, str] = {}
        texts = _texts(table, places, bad)
        lines = _lines(texts, progress, at=day, workers=workers, reranker=reranker)
        for number, line in enumerate(lines, 1):
            _count(line, counts, read=number not in bad)
            if number in bad:
                out.write(_with_problem(line, bad.pop(number), path, number))
            else:
                out.write(b'{"row":%d,%b\n' % (number, line.data[1:]))
            if number % _SHOWN == 0:
                progress.count(number)
    seconds = time.perf_counter() - began
    summary = _summary(counts, path=path, jsonl=jsonl, seconds=seconds)
    if as_json:
        output.print_json(summary)
    elif jsonl != "-":
        _tell(summary)
    if fail_on and summary["controlled"]:
        raise typer.Exit(1)


def _lines(
    texts: Iterator[str],
    progress: output.Counter,
    *,
    at: date | None,
    workers: int,
    reranker: "Reranker | None",
) -> "Iterator[Encoded]":
    from enduse.goods.classify import Classifier
    from enduse.goods.classify.batches import encoded_lines, reranked_lines
    from enduse.library.home import home

    progress.step("opening the index")
    classifier = Classifier.open(home(), progress=progress.count)
    progress.step("classifying")
    if reranker:
        yield from reranked_lines(classifier, texts, reranker, at=at)
    else:
        yield from encoded_lines(classifier, texts, at=at, workers=workers)


def _places(table: tables.Table, columns: Sequence[str]) -> list[int]:
    if columns:
        return [table.place(name) for name in columns]
    for name in ("text", "description", "goods", "goods_description"):
        if table.has(name):
            return [table.place(name)]
    if len(table.headings) == 1:
        return [0]
    known = ", ".join(repr(h) for h in table.headings)
    raise typer.BadParameter(f"which column? name it with --column; there are {known}")


def _texts(
    table: tables.Table, places: Sequence[int], bad: dict[int, str]
) -> Iterator[str]:
    """The text of each row; `bad` tells of those that are not readable, or not whole.

    *Unknown*: '' for a row that is not readable.
    """
    for number, row in enumerate(table.rows, 1):
        text = _text(row, places)
        if isinstance(row, tables.Unreadable):
            bad[number] = row.why
        elif REPLACED in text:
            bad[number] = _MISREAD
        yield text


def _with_problem(line: "Encoded", why: str, path: Path, number: int) -> bytes:
    from enduse.model import Origin, Problem
    from enduse.model.encode import to_plain

    problem = Problem("goods-row", why, Origin(path.name, "", f"row {number}"))
    told = {"row": number, **orjson.loads(line.data), "problems": [to_plain(problem)]}
    return orjson.dumps(told) + b"\n"


def _text(row: Sequence[str], places: Sequence[int]) -> str:
    return " ".join(filter(None, (tables.cell(row, place) for place in places)))


def _count(line: "Encoded", counts: Counter[str], *, read: bool) -> None:
    counts["rows"] += 1
    counts["too_vague"] += line.too_vague
    counts["problems"] += line.problems or not read
    for name in line.likely_on:
        counts[f"list {name}"] += 1


def _summary(
    counts: Counter[str], *, path: Path, jsonl: str, seconds: float
) -> dict[str, Any]:
    lists = {k[5:]: n for k, n in sorted(counts.items()) if k.startswith("list ")}
    return {
        "file": str(path),
        "rows": counts["rows"],
        "too_vague": counts["too_vague"],
        "problems": counts["problems"],
        "controlled": lists,
        "jsonl": jsonl or None,
        "seconds": round(seconds, 2),
    }


def _tell(summary: dict[str, Any]) -> None:
    say = output.screen.print
    say(f"{summary['rows']:,} rows in {summary['seconds']} s")
    say(f"{summary['too_vague']:,} too vague, {summary['problems']:,} with problems")
    for name, count in summary["controlled"].items():
        say(f"{count:,} likely on {name}")
    if summary["jsonl"]:
        say(f"written to {summary['jsonl']}", markup=False)
