"""Money of one currency turned into another: only with dated rates and their source.

*Source*: European Central Bank, euro foreign exchange reference rates, averages of
the year, https://data.ecb.europa.eu (series EXR.A.USD.EUR.SP00.A).
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from enduse.flows.windows import Window, window

ECB = "European Central Bank, average reference rate of the year"
_USD_PER_EUR = {  # yearly averages as the ECB publishes them
    2010: 1.3257,
    2011: 1.3920,
    2012: 1.2848,
    2013: 1.3281,
    2014: 1.3285,
    2015: 1.1095,
    2016: 1.1069,
    2017: 1.1297,
    2018: 1.1810,
    2019: 1.1195,
    2020: 1.1422,
    2021: 1.1827,
    2022: 1.0530,
    2023: 1.0813,
    2024: 1.0824,
}


@dataclass(frozen=True, slots=True)
class Rate:
    """So many units of `into` for one of `money`, in the periods of `window`."""

    window: Window
    money: str
    into: str
    rate: float
    source: str


def built_in(into: str) -> tuple[Rate, ...]:
    """The rates the package carries that give `into`: the euro and the dollar.

    *Raises* ValueError for another currency.
    """
    if into not in ("USD", "EUR"):
        raise ValueError(f"no rate into {into} is built in; give --rates FILE")
    out = []
    for year, usd in _USD_PER_EUR.items():
        when = Window(str(year), str(year))
        if into == "USD":
            out.append(Rate(when, "EUR", "USD", usd, ECB))
        else:
            out.append(Rate(when, "USD", "EUR", 1 / usd, ECB))
    return tuple(out)


def said(text: str, into: str) -> tuple[Rate, ...]:
    """The rates of one `--rates`: `ecb`, a file, or `2021-07..2021-12=1.1614`.

    A file is CSV with the columns `period`, `from`, `to`, `rate` and, better,
    `source`. A typed rate is units of `into` for one unit of any other currency; it
    may name it: `2021:EUR=1.1827`.

    *Raises* ValueError, saying what is wrong.
    """
    if text.strip().lower() == "ecb":
        return built_in(into)
    when, mark, number = text.partition("=")
    if mark and not Path(text).exists():
        period, _, money = when.partition(":")
        rate = _number(number, text)
        return (Rate(window(period), money.strip().upper(), into, rate, "as given"),)
    if not Path(text).is_file():
        raise ValueError(f"{text!r} is neither ecb, nor a file, nor PERIOD=RATE")
    return tuple(_of_file(Path(text), into))


def _of_file(path: Path, into: str) -> Iterable[Rate]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            where = f"{path.name} row {number}"
            if missing := {"period", "from", "to", "rate"} - set(row):
                raise ValueError(f"{where}: has no column {sorted(missing)[0]}")
            if row["to"].strip().upper() != into:
                continue
            rate = _number(row["rate"] or "", where)
            source = row.get("source") or path.name
            money = row["from"].strip().upper()
            yield Rate(window(row["period"]), money, into, rate, source)


def _number(text: str, where: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        raise ValueError(f"{where}: {text!r} is no rate") from None
    if not 0 < rate < float("inf"):
        raise ValueError(f"{where}: a rate is above zero, not {text}")
    return rate


def factors(rates: Iterable[Rate]) -> pl.DataFrame:
    """A table of `period` (months and years), `currency` and `factor`.

    The narrowest window that holds a period gives its rate.
    """
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for rate in rates:
        size = len(rate.window.months)
        for period in {*rate.window.periods, *rate.window.months}:
            key = (period, rate.money)
            if key not in found or size < found[key][0]:
                found[key] = (size, rate.rate)
    return pl.DataFrame(
        [(period, money, rate) for (period, money), (_, rate) in found.items()],
        schema={"period": pl.String, "currency": pl.String, "factor": pl.Float64},
        orient="row",
    )
