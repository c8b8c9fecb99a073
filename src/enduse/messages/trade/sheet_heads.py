"""A table's heading that takes two rows of a sheet, put into one.

`Weight, kg` over `Net` and `Gross` in merged cells becomes `Net Weight, kg` and `Gross
Weight, kg`.
"""

from collections.abc import Sequence

_SEARCHED = 40  # rows from the top
_LONGEST = 40  # letters of a heading


def with_one_heading(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The rows with the first heading of two rows in its second; None without one.

    *Example*

    >>> rows = [["No", "Weight", ""], ["", "Net", "Gross"], ["1", "10", "12"]]
    >>> (with_one_heading(rows) or [])[1]
    ['No', 'Net Weight', 'Gross Weight']
    """
    for place in range(min(_SEARCHED, len(rows) - 2)):
        upper, lower, below = rows[place : place + 3]
        if _is_heading(upper) and _is_heading(lower) and _has_number(below):
            joined = _joined(upper, lower)
            if joined:
                whole = [list(row) for row in rows]
                whole[place], whole[place + 1] = [""] * len(upper), joined
                return whole
    return None


def _is_heading(row: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    wordy = all(len(cell) <= _LONGEST and not _is_number(cell) for cell in filled)
    return len(filled) > 1 and wordy


def _has_number(row: Sequence[str]) -> bool:
    return any(_is_number(cell.strip()) for cell in row)


def _is_number(text: str) -> bool:
    return bool(text) and text.replace(",", "").replace(".", "").isdigit()


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """One heading a column, or nothing where no upper one spans several columns."""
    joined: list[str] = []
    group, spans = "", False
    for column in range(max(len(upper), len(lower))):
        over = upper[column].strip() if column < len(upper) else ""
        under = lower[column].strip() if column < len(lower) else ""
        spans = spans or bool(group and under and not over)
        group = over or (group if under else "")
        joined.append(f"{under} {group}".strip() if under else over)
    return joined if spans else []
