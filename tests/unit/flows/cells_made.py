"""Small tables of trade statistics, written by hand."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from enduse.flows.frame import SCHEMA
from enduse.flows.windows import Window

_DEFAULTS: dict[str, Any] = {
    "reporter": "DE",
    "partner": "KG",
    "partner2": "",
    "product": "854231",
    "edition": "HS2017",
    "period": "2021",
    "direction": "X",
    "valuation": "FOB",
    "currency": "EUR",
    "value": 1.0,
    "quantity": None,
    "unit": "",
    "net_kg": None,
    "status": "reported",
    "value_estimated": False,
    "quantity_estimated": False,
    "source": "made",
    "sha256": "00",
    "row": 1,
}


def cell(**said: Any) -> dict[str, Any]:
    """One cell, with what the test does not care about filled in."""
    row = {**_DEFAULTS, **said}
    product, period = row["product"], row["period"]
    level = 0 if product == "TOTAL" else len(product)
    month = int(period[5:7]) if len(period) > 4 else 0
    if row["value"] is None:
        row["status"] = "missing"
    return {**row, "level": level, "year": int(period[:4]), "month": month}


def table(*cells: Mapping[str, Any]) -> pl.LazyFrame:
    """The cells as the one table of statistics."""
    return pl.DataFrame(list(cells), schema=SCHEMA).lazy()


def monthly(first: str, last: str, values: list[float], **said: Any) -> list[Any]:
    """A cell for each month of a window."""
    months = Window(first, last).periods
    pairs = zip(months, values, strict=True)
    return [cell(period=p, value=v, **said) for p, v in pairs]
