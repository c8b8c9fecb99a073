"""Assessments as JSON Lines: one a line, the same bytes for the same input."""

from typing import Any

import orjson

from enduse.model import Assessment, Finding
from enduse.model.encode import to_plain


def line(assessment: Assessment) -> bytes:
    r"""One JSON object and a line feed, UTF-8, keys in the order of the contract.

    *Shape*: snake_case keys; ISO 8601 dates; decimals as strings. A finding always
    has `party`, `good`, `match` and `rule`, null where there is none.
    *Unknown*: text that Unicode cannot encode (half a surrogate pair) is written as
    its escape, `\ud800`, in plain sight, instead of failing or vanishing.

    *Example*

    >>> from datetime import date
    >>> from enduse.model import Subject
    >>> subject = Subject("customer", "1", "customers.csv", "customers-csv")
    >>> line(Assessment("a1", subject, "clear", (), (), date(2026, 1, 31)))[:26]
    b'{"id":"a1","subject":{"kin'
    """
    shape = plain(assessment)
    try:
        return orjson.dumps(shape, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        return orjson.dumps(_encodable(shape), option=orjson.OPT_APPEND_NEWLINE)


def plain(assessment: Assessment) -> dict[str, Any]:
    """The assessment as the contract's JSON shape, in dicts, lists and scalars."""
    shape: dict[str, Any] = to_plain(assessment)
    shape["findings"] = [_finding(finding) for finding in assessment.findings]
    shape["library"] = dict(sorted(shape["library"].items()))
    return shape


def _finding(finding: Finding) -> dict[str, Any]:
    shape: dict[str, Any] = {}
    for key, value in to_plain(finding).items():
        shape[key] = value
        if key == "party":
            shape["good"] = None
    return shape


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {_encodable(k): _encodable(v) for k, v in value.items()}
    return [_encodable(v) for v in value] if isinstance(value, list) else value
