"""The command `enduse`: one file per group of commands beside this one."""

import sys
from typing import Annotated

import typer

from enduse import __version__
from enduse.cli import bench, name, screen, sources, update
from enduse.errors import EnduseError

app = typer.Typer(
    name="enduse",
    help="Find the trade that feeds a sanctioned defence industry, and say why.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("update")(update.update)
app.command("sources")(sources.sources)
app.command("screen")(screen.screen)
app.command("name")(name.name)
app.add_typer(bench.app, name="bench")


STOPPED = 130  # what shells call a program that Ctrl-C ended


def _version(wanted: bool) -> None:
    if wanted:
        print(f"enduse {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Find the trade that feeds a sanctioned defence industry, and say why."""


def run() -> None:
    """Run the command line. Exit codes: 0 ran, 1 found (`--fail-on`), 2 could not,
    130 stopped by Ctrl-C."""
    try:
        app()
    except EnduseError as fault:
        print(f"enduse: {fault}", file=sys.stderr)
        sys.exit(2)
    except FileNotFoundError as fault:
        missing = fault.filename or fault
        print(f"enduse: {missing}: no such file or folder", file=sys.stderr)
        sys.exit(2)
    except PermissionError as fault:
        print(f"enduse: {fault.filename}: permission denied", file=sys.stderr)
        sys.exit(2)
    except SystemExit as stop:
        if stop.code == STOPPED:
            print("enduse: stopped; nothing was left half-written", file=sys.stderr)
        raise


if __name__ == "__main__":
    run()
