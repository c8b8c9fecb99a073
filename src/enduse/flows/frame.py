"""The one table of trade statistics: a column for each field of `Flow`, as Polars."""

import polars as pl

# A row is one cell of one file. `level` is the number of digits of `product` (0 for
# TOTAL); `period` is "2023" or "2023-04", `year` and `month` (0 for a whole year) the
# same as numbers; `source`, `sha256` and `row` are the cell's Origin.
SCHEMA: dict[str, type[pl.DataType] | pl.DataType] = {
    "reporter": pl.String,
    "partner": pl.String,
    "partner2": pl.String,
    "product": pl.String,
    "level": pl.UInt8,
    "edition": pl.String,
    "period": pl.String,
    "year": pl.Int16,
    "month": pl.UInt8,
    "direction": pl.String,
    "valuation": pl.String,
    "currency": pl.String,
    "value": pl.Float64,
    "quantity": pl.Float64,
    "unit": pl.String,
    "net_kg": pl.Float64,
    "status": pl.String,
    "value_estimated": pl.Boolean,
    "quantity_estimated": pl.Boolean,
    "source": pl.String,
    "sha256": pl.String,
    "row": pl.UInt32,
}
