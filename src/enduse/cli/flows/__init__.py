"""`enduse flows`: trade statistics, read and asked."""

import typer

from enduse.cli.flows import (
    check,
    comparable,
    concentration,
    coverage,
    effect,
    growth,
    importing,
    mirror,
    report,
    reroute,
    share,
    surge,
    unit_value,
)

app = typer.Typer(no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Trade statistics: import files, then ask who supplies whom with what.

    Example: enduse flows share --partner KG --goods chpl --from 2022-03 --to 2022-11
    """


app.command("import")(importing.import_files)
app.command("coverage")(coverage.coverage)
app.command("share")(share.share)
app.command("growth")(growth.growth)
app.command("concentration")(concentration.concentration)
app.command("mirror")(mirror.mirror)
app.command("reroute")(reroute.reroute)
app.command("surge")(surge.surge)
app.command("unit-value")(unit_value.unit_value)
app.command("effect")(effect.effect)
app.command("report")(report.report)
app.command("check")(check.check)
app.command("comparable")(comparable.comparable)
