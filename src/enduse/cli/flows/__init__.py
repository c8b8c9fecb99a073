"""`enduse flows`: trade statistics, read and asked."""

import typer

from enduse.cli.flows import (
    concentration,
    coverage,
    growth,
    importing,
    mirror,
    share,
)

app = typer.Typer(
    no_args_is_help=True,
    help="Trade statistics: import files, then ask who supplies whom with what.",
)


@app.callback()
def _group() -> None:
    """Trade statistics: import files, then ask who supplies whom with what."""


app.command("import")(importing.import_files)
app.command("coverage")(coverage.coverage)
app.command("share")(share.share)
app.command("growth")(growth.growth)
app.command("concentration")(concentration.concentration)
app.command("mirror")(mirror.mirror)
