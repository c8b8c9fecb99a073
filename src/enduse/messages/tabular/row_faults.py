"""What is wrong with a row of a table: its width, values whose form can be checked."""

from collections.abc import Iterator

from enduse.codes import bic, iban, lei
from enduse.messages import telegraphic
from enduse.messages.tabular.cell_countries import codes_of
from enduse.messages.tabular.cell_numbers import is_shortened
from enduse.messages.tabular.layout import LONG_NUMBERS
from enduse.messages.tabular.row import (
    SEVERAL,
    Row,
    births_of,
    country_cells,
    locator,
    says_nothing,
)
from enduse.model import Origin, Problem, ProblemSeverity
from enduse.names.features.gender import stated
from enduse.text.headers import kind_of

_FAULTS = {"lei": lei.fault, "bic": bic.fault, "iban": iban.fault}
_SAID = {
    "check-digit": "its check digits do not fit the rest: a digit is wrong",
    "format": "it does not have the form of one",
    "country": "its fifth and sixth letters are no country",
}


def unread(row: Row) -> Iterator[tuple[int, str]]:
    """Cells of a field whose value was not understood: their words still count."""
    for number, text in country_cells(row):
        if not codes_of(text):
            yield number, text
    for number, text in row.values("birth_date"):
        if not births_of(text) and not says_nothing(text):
            yield number, text
    for number, text in row.values("kind"):
        if not kind_of(text):
            yield number, text
    for number, text in row.values("gender"):
        if not stated((text,)):
            yield number, text


def ragged(row: Row, origin: Origin) -> Iterator[Problem]:
    """What is said where a row is wider or narrower than its table's header."""
    expected, width = len(row.layout.headings), len(row.cells)
    if width == expected:
        return
    message = f"has {width} cells where the table has {expected} columns"
    severity: ProblemSeverity = "note"
    if any(cell.strip() for cell in row.cells[expected:]):
        message += "; the cells beyond are screened as text; check its delimiters"
        severity = "warning"
    yield Problem("row-ragged", message, origin, severity)


def _fault(field: str, text: str) -> tuple[str, str, ProblemSeverity] | None:
    """Code, message and severity of what is wrong with a cell."""
    if field == "name":
        if not telegraphic.code_of(text):
            return None
        found = telegraphic.signs(text)
        message = telegraphic.said(text, found)
        return "telegraphic-code", message, "note" if found else "error"
    if field == "birth_date":
        message = f"birth date {text!r} is no date enduse can read, or no day of birth"
        read = births_of(text) or says_nothing(text)
        return None if read else ("date-unreadable", message, "warning")
    if field in LONG_NUMBERS:
        if not is_shortened(text):
            return None
        message = f"{text!r}: a spreadsheet lost digits of it; export it as text"
        return "number-shortened", message, "warning"
    if field in _FAULTS:
        fault = "" if SEVERAL.search(text) else _FAULTS[field](text)
        if not fault:
            return None
        message = f"{field.upper()} {text!r}: {_SAID[fault]}; kept as written"
        return f"{field}-{fault}", message, "warning"
    message = f"{text!r} is no country or territory enduse knows; kept as text"
    return None if codes_of(text) else ("country-unknown", message, "note")


def faults(row: Row, origin: Origin) -> Iterator[Problem]:
    """What is wrong with values whose form can be checked."""
    cells, width = row.cells, len(row.cells)
    for field, number in row.layout.checked:
        text = cells[number].strip() if number < width else ""
        found = _fault(field, text) if text else None
        if found:
            code, message, severity = found
            where = origin.at(locator(row, number, origin))
            yield Problem(code, message, where, severity)
