"""The command `enduse`: one file per group of commands beside this one."""

import sys
from typing import Annotated

import typer

from enduse import __version__
from enduse.errors import EnduseError

STOPPED = 130  # what shells call a program that Ctrl-C ended


def application() -> typer.Typer:
    """All commands. Their modules are loaded here, so that Ctrl-C is met by then."""
    from enduse.cli import (
        bench,
        components,
        decide,
        flows,
        goods,
        name,
        rescreen,
        screen,
        sources,
        update,
    )

    app = typer.Typer(
        name="enduse",
        help="Find the trade that feeds a sanctioned defence industry, and say why.",
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    app.command("update")(update.update)
    app.command("sources")(sources.sources)
    app.command("screen")(screen.screen)
    app.command("rescreen")(rescreen.rescreen)
    app.command("name")(name.name)
    app.command("decide")(decide.decide)
    app.add_typer(decide.app, name="decisions")
    app.add_typer(goods.app, name="goods")
    app.command("components")(components.components)
    app.add_typer(flows.app, name="flows")
    app.add_typer(bench.app, name="bench")
    return app


def _version(wanted: bool) -> None:
    if wanted:
        print(f"enduse {__version__}")
        raise typer.Exit


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
    130 stopped by Ctrl-C.
    """
    try:
        application()()
    except EnduseError as fault:
        _leave(str(fault), 2)
    except FileNotFoundError as fault:
        _leave(f"{fault.filename or fault}: no such file or folder", 2)
    except PermissionError as fault:
        _leave(f"{fault.filename}: permission denied", 2)
    except KeyboardInterrupt:
        _leave(_STOPPED_SAID, STOPPED)
    except SystemExit as stop:
        if stop.code == STOPPED:
            _leave(_STOPPED_SAID, STOPPED)
        raise


_STOPPED_SAID = "stopped; nothing was left half-written"


def _leave(text: str, code: int) -> None:
    print(f"enduse: {text}", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    run()
