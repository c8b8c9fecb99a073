"""IMF International Trade in Goods (IMTS, formerly DOTS): one row a series, wide.

Columns name country, indicator, counterpart and scale; then one a year or month
(`2023`, `2023-M04`, `2023-04`). Area codes are ISO alpha-3, `Gnnn` for groups and
`TXnnn` for what no country is named for.

*Source*: https://data.imf.org, dataset IMF.STA:IMTS.
"""

import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows import cells, periods, text_file
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading

LAYOUT = "IMF IMTS, wide CSV"
SOURCE = "imf-imts"
DEFINITION = (
    "IMF International Trade in Goods by counterpart, US dollars, imports CIF or FOB "
    "and exports FOB as the series says; where a country did not report, the IMF "
    "estimates from its partners, which the file does not mark"
)
_NEEDED = {"SERIES_CODE", "SCALE"}


def sniff(file: SourceFile) -> bool:
    """Whether the header has a series code, a scale and a counterpart."""
    have = set(text_file.headings(file)[0])
    return have >= _NEEDED and any(n.startswith("COUNTERPART_COUNTRY") for n in have)


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text."""
    return text_file.rows(file, reading)


def flows(rows: Rows, reading: Reading) -> Cells:
    """One cell for each series and period that has a column."""
    have = rows.frame.collect_schema().names()
    dated = {name: periods.period(name.replace("-M", "-")) for name in have}
    times = [name for name in have if dated[name]]

    def text(*names: str) -> pl.Expr:
        found = next((name for name in names if name in have), None)
        return pl.col(found).str.strip_chars() if found else pl.lit("")

    about = [
        _area(text("COUNTRY.ID"), text("COUNTRY")).alias("reporter"),
        _area(text("COUNTERPART_COUNTRY.ID"), text("COUNTERPART_COUNTRY")).alias(
            "partner"
        ),
        text("INDICATOR.ID", "SERIES_CODE").alias("indicator"),
        _scale(text("SCALE.ID", "SCALE")).alias("scale"),
    ]
    long = rows.frame.select("row", *about, *times).unpivot(
        on=times, index=["row", "reporter", "partner", "indicator", "scale"],
        variable_name="column", value_name="text",
    )  # fmt: skip
    told = Rows(long, rows.origin, rows.about, rows.problems)
    indicator = pl.col("indicator")
    value = cells.amount(pl.col("text")) * pl.col("scale")
    said = {
        "reporter": pl.col("reporter"),
        "partner": pl.col("partner"),
        "product": pl.lit("TOTAL"),
        "period": cells.mapped(pl.col("column"), lambda name: dated.get(name, "")),
        "direction": _direction(indicator),
        "valuation": _found(indicator, ("CIF", "FOB")),
        "currency": _found(indicator, ("USD", "EUR", "XDR")),
        "value": value,
        "status": cells.status(pl.col("text"), value),
    }
    return Cells(cells.table(told, said, source=SOURCE), DEFINITION, {}, rows.problems)


def _area(code: pl.Expr, name: pl.Expr) -> pl.Expr:
    """By the code, else by the name; some codes are the publisher's own."""
    by_code = cells.area(code)
    known = ~by_code.str.starts_with("?") & (by_code != "")
    return pl.when(known).then(by_code).otherwise(cells.area(name))


def _scale(said: pl.Expr) -> pl.Expr:
    """The factor to whole units: the IMF gives a power of ten or a word."""
    words = {"units": 0, "thousands": 3, "millions": 6, "billions": 9}

    def factor(text: str) -> str:
        power = words.get(text.strip().casefold())
        power = int(text) if power is None and text.strip().isdigit() else power
        return str(10 ** min(power or 0, 12))

    return cells.mapped(said, factor).cast(pl.Float64)


def _direction(said: pl.Expr) -> pl.Expr:
    upper = said.str.to_uppercase()
    return (
        pl.when(upper.str.contains(r"(^|[._])(X|XG|TXG)(_|\.|$)"))
        .then(pl.lit("X"))
        .when(upper.str.contains(r"(^|[._])(M|MG|TMG)(_|\.|$)"))
        .then(pl.lit("M"))
        .otherwise(pl.lit(""))
    )


def _found(said: pl.Expr, words: tuple[str, ...]) -> pl.Expr:
    pattern = f"(?:^|[._])({'|'.join(words)})(?:[._]|$)"
    return said.str.to_uppercase().str.extract(pattern).fill_null("")
