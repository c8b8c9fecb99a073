"""A batch of parties in, a batch of assessments out: the unit that engines send out.

*Shape* of what goes in, one of:

- columns of a customer table, recognised by their names as in a CSV file (`id`,
  `name`, `kind`, `country`, `born`, `lei`, `inn`, `address`, ...), of any type;
- a column `party`: JSON objects of `enduse.model.Party`, with `id` beside it;
- a column `case`: what `enduse.pipeline.case_codec` wrote, which engines use for
  messages and documents.

The schema's metadata may say what file the rows are from (`file`, `sha256`,
`format`) and how many rows of it came before (`before`); then assessments are those
that `enduse screen` gives for that file.

*Shape* of what comes out: one row a row that came in, in its order; see `SCHEMA`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import orjson
import pyarrow as pa

from enduse.messages.message import Message
from enduse.messages.tabular.customer import customer, customer_facts
from enduse.messages.tabular.layout import Layout, layout
from enduse.model import Assessment, Finding, Origin, Party, Problem, Subject
from enduse.model.encode import from_plain
from enduse.pipeline import case_codec
from enduse.pipeline.case import Case, case_of_party
from enduse.pipeline.line import line

if TYPE_CHECKING:
    from enduse.pipeline.screener import Screener

FORMAT = "batch"
_SAMPLE = 50
_FINDING = pa.struct(
    [
        ("kind", pa.string()),
        ("severity", pa.string()),
        ("listing_id", pa.string()),
        ("score", pa.float64()),
    ]
)
_FINDINGS = pa.list_(_FINDING)
SCHEMA = pa.schema(
    [
        ("ref", pa.string()),
        ("outcome", pa.string()),
        ("assessment", pa.binary()),
        ("findings", _FINDINGS),
    ]
)
"""`assessment` is the line of JSON that `enduse screen --jsonl` writes for the row."""


def assess_batch(screener: "Screener", batch: pa.RecordBatch) -> pa.RecordBatch:
    """The assessments of a batch, in its order; a row that can't be read has a Problem.

    The same batch, library and day give the same bytes. *Raises* TypeError for what is
    no batch.
    """
    if not isinstance(batch, pa.RecordBatch | pa.Table):
        raise TypeError(f"a pyarrow.RecordBatch, not {type(batch).__name__}")
    return written(screener.assess_all(list(cases(batch))))


def cases(batch: pa.RecordBatch) -> Iterator[Case]:
    """The case of every row, in order."""
    said = batch.schema.metadata or {}
    name = said.get(b"file", b"batch").decode()
    where = Origin(name, said.get(b"sha256", b"").decode(), "")
    before = int(said.get(b"before", b"0"))
    places = [where.at(f"row {before + n + 1}") for n in range(batch.num_rows)]
    names = batch.schema.names
    if "case" in names:
        yield from _each(batch.column("case").to_pylist(), places, _sent)
    elif "party" in names:
        own = batch.column("id").to_pylist() if "id" in names else [None] * len(places)
        both = zip(batch.column("party").to_pylist(), own, strict=True)
        yield from _each(list(both), places, _party)
    else:
        yield from _table(batch, places, said.get(b"format", FORMAT.encode()).decode())


def written(assessments: Iterable[Assessment]) -> pa.RecordBatch:
    """Assessments as a batch of `SCHEMA`."""
    refs, outcomes, lines, ends = [], [], [], [0]
    found: list[Finding] = []
    for one in assessments:
        refs.append(_encodable(one.subject.ref))
        outcomes.append(one.outcome)
        lines.append(line(one))
        found += one.findings
        ends.append(len(found))
    matches = [finding.match for finding in found]
    told = pa.StructArray.from_arrays(
        [
            pa.array([finding.kind for finding in found], pa.string()),
            pa.array([finding.severity for finding in found], pa.string()),
            pa.array([match and match.listing_id for match in matches], pa.string()),
            pa.array([match and match.score for match in matches], pa.float64()),
        ],
        fields=list(_FINDING),
    )
    columns = [
        pa.array(refs, pa.string()),
        pa.array(outcomes, pa.string()),
        pa.array(lines, pa.binary()),
        pa.ListArray.from_arrays(pa.array(ends, pa.int32()), told, type=_FINDINGS),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def _each(
    values: Sequence[object],
    places: Sequence[Origin],
    read: Callable[[object, Origin], Case],
) -> Iterator[Case]:
    for value, where in zip(values, places, strict=True):
        try:
            yield read(value, where)
        except (ValueError, TypeError, RecursionError) as fault:
            text = f"cannot be read: {fault}; the row was not screened"
            problem = Problem("batch-row-malformed", text, where, "error")
            yield _unread(problem, where)


def _unread(problem: Problem, where: Origin) -> Case:
    ref = where.locator.removeprefix("row ")
    subject = Subject("customer", ref, where.source, FORMAT)
    return Case(subject, where, (), (problem,))


def _sent(value: object, where: Origin) -> Case:
    return case_codec.decode(_bytes(value))


def _party(value: object, where: Origin) -> Case:
    assert isinstance(value, tuple)
    said, own = value
    plain = orjson.loads(_bytes(said))
    if not isinstance(plain, dict):
        raise ValueError("no JSON object of a party")
    plain = {"role": "customer", **plain, "origin": where}
    party = from_plain(Party, plain)
    case = case_of_party(party)
    ref = cell_text(own) or where.locator.removeprefix("row ")
    return replace(case, subject=Subject("customer", ref, where.source, FORMAT))


def _bytes(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8")
    if isinstance(value, bytes):
        return value
    raise TypeError("no JSON where JSON is needed")


def _table(
    batch: pa.RecordBatch, places: Sequence[Origin], format_: str
) -> Iterator[Case]:
    columns = [[cell_text(v) for v in column.to_pylist()] for column in batch.columns]
    rows = list(zip(*columns, strict=True)) if columns else [() for _ in places]
    nowhere = Origin("batch", "", "")
    found, _ = layout(
        batch.schema.names, [list(row) for row in rows[:_SAMPLE]], {}, origin=nowhere
    )
    nobody = _nobody(found)
    for cells, where in zip(rows, places, strict=True):
        number = where.locator.removeprefix("row ")
        case = _case(customer(found, cells, number, format=format_, origin=where))
        if nobody:
            told = Problem("header-unknown", nobody, where, "error")
            case = replace(case, problems=(*case.problems, told))
        yield case


def _nobody(found: Layout) -> str:
    """What is wrong with columns of which none names or numbers a party."""
    if found.named or found.columns("address") or found.parties or found.related:
        return ""
    columns = ", ".join(found.headings)[:300]
    return (
        "has no column known to hold a name or a number of a party; it has: "
        f"{columns or 'none'}. Call the name `name`"
    )


def _case(message: Message) -> Case:
    origin = message.origin
    subject = Subject(message.kind, message.ref, origin.source, message.format)
    return Case(subject, origin, tuple(customer_facts(message)), message.problems)


def cell_text(value: object) -> str:
    """A cell as a table would show it; the items of a list one a line."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "\n".join(text for item in value if (text := cell_text(item)))
    if isinstance(value, dict):
        return ", ".join(text for item in value.values() if (text := cell_text(item)))
    return str(value)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
