"""UN Comtrade v1 as JSON: what its API answers, `{"count": n, "data": [...]}`.

Several answers may lie in one file: as a list, or one after the other (JSON Lines).

*Source*: https://uncomtrade.org/docs/ (data items of the API, version 1).
"""

import gc
from typing import Any

import orjson
import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows import comtrade_plus
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading
from enduse.model import Origin, Problem

LAYOUT = "UN Comtrade v1, JSON (the API's answer)"
SOURCE = "un-comtrade"
_LIMITS = (500, 100_000, 250_000)  # rows at which an answer was cut off


def sniff(file: SourceFile) -> bool:
    """Whether it is a JSON object or list with Comtrade's field names."""
    head = file.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    names = (b'"reporterCode"', b'"cmdCode"', b'"primaryValue"')
    if head[:1] not in (b"{", b"["):
        return False
    return all(name in head for name in names) or (
        b'"elapsedTime"' in head and b'"count"' in head
    )


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The records under `data`, each field as text. *Raises* ValueError."""
    with file.open() as stream:
        answers = _answers(stream.read().removeprefix(b"\xef\xbb\xbf"))
    origin = Origin(file.name, file.sha256, "")
    records: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for answer in answers:
        data = answer.get("data") or [] if isinstance(answer, dict) else answer
        if not isinstance(data, list):
            raise ValueError("its `data` is not a list of records")
        kept = [record for record in data if isinstance(record, dict)]
        problems += _problems(answer, len(data), len(kept), origin)
        records += kept
    names = sorted({str(name) for record in records for name in record})
    columns = {n: [_text(r.get(n)) for r in records] for n in names}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(names, pl.String))
    del answers, records
    gc.collect()
    return Rows(
        frame.lazy().with_row_index("row", offset=1), origin, {}, tuple(problems)
    )


def _answers(text: bytes) -> list[Any]:
    """The answers in a file: one, several as a list, or one a line.

    *Raises* ValueError.
    """
    try:
        whole: Any = orjson.loads(text)
    except orjson.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        found = [orjson.loads(line) for line in lines]
        return found if all(_is_answer(one) for one in found) else [found]
    if isinstance(whole, list) and whole and all(_is_answer(one) for one in whole):
        return whole
    return [whole]


def _is_answer(value: Any) -> bool:
    return isinstance(value, dict) and ("data" in value or "elapsedTime" in value)


def _problems(answer: Any, told: int, kept: int, origin: Origin) -> list[Problem]:
    found = []
    if kept < told:
        message = f"{told - kept} entries of `data` are no records"
        found.append(Problem("row-unreadable", message, origin))
    if isinstance(answer, dict) and answer.get("error"):
        message = f"the API answered with an error: {answer['error']}"
        found.append(Problem("answer-failed", message, origin, "error"))
    if told in _LIMITS:
        message = (
            f"has exactly {told:,} records, where the API cuts an answer off; ask for "
            "fewer partners, codes or periods at a time"
        )
        found.append(Problem("answer-cut", message, origin))
    return found


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value)


def flows(rows: Rows, reading: Reading) -> Cells:
    """The cells; the fields are those of the CSV."""
    return comtrade_plus.flows(rows, reading)
