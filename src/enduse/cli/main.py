"""The command `enduse`: one file per group of commands beside this one."""

import errno
import gc
import os
import signal
import sys
import traceback
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated

import typer

from enduse.errors import EnduseError

STOPPED = 130  # what shells call a program that Ctrl-C ended
ENDED = 143  # and one that was told to end
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
_OBJECTS = 100_000  # made until what is garbage is looked for: loading makes many


# Each command: the module beside this one, and what of it; a Typer is a group.
COMMANDS = {
    "update": ("update", "update"),
    "sources": ("sources", "sources"),
    "screen": ("screen", "screen"),
    "rescreen": ("rescreen", "rescreen"),
    "name": ("name", "name"),
    "decide": ("decide", "decide"),
    "decisions": ("decide", "app"),
    "goods": ("goods", "app"),
    "components": ("components", "components"),
    "flows": ("flows", "app"),
    "bench": ("bench", "app"),
}


def application(asked: str = "") -> typer.Typer:
    """All commands, or the one asked for: the modules of the others stay unread.

    They are loaded here, so that Ctrl-C is met by then.
    """
    app = typer.Typer(
        name="enduse",
        help="Find the trade that feeds a sanctioned defence industry, and say why.",
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    for name in [asked] if asked in COMMANDS else COMMANDS:
        module, what = COMMANDS[name]
        found = getattr(import_module(f"enduse.cli.{module}"), what)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name)(found)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from enduse import __version__

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
    130 stopped by Ctrl-C, 143 told to end (SIGTERM).
    """
    try:
        _run()
    except Exception:  # Python would leave with 1, which says that something was found
        traceback.print_exc()
        _leave("a fault of enduse itself; please report it with the lines above", 2)


def _run() -> None:
    gc.set_threshold(_OBJECTS)
    sys.argv[1:] = map(_readable, sys.argv[1:])
    signal.signal(signal.SIGTERM, _end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal may lack a name's letters
            stream.reconfigure(errors="backslashreplace")
    try:
        application("".join(sys.argv[1:2]))()
    except EnduseError as fault:
        _leave(str(fault), 2)
    except FileNotFoundError as fault:
        _leave(f"{fault.filename or fault}: no such file or folder", 2)
    except NotADirectoryError as fault:
        _leave(f"{fault.filename}: lies under a file, which is no folder", 2)
    except PermissionError as fault:
        _leave(f"{fault.filename}: permission denied", 2)
    except OSError as fault:
        if fault.errno not in _FULL:
            raise
        said = f"{fault.filename}: " if fault.filename else ""
        remedy = "Make room, or write elsewhere (scratch files: set TMPDIR)"
        _leave(f"{said}{fault.strerror}. {remedy}", 2)
    except KeyboardInterrupt:
        _leave(_STOPPED_SAID, STOPPED)
    except SystemExit as stop:
        if stop.code in (STOPPED, ENDED):
            _leave(_STOPPED_SAID, stop.code)
        raise


def _end(*_: object) -> None:
    """Meet SIGTERM as Ctrl-C is met, so that nothing is left behind."""
    sys.exit(ENDED)


def _readable(word: str) -> str:
    """A word of the command line as letters, where it came as bytes of no encoding.

    So comes UTF-8 where the locale is not of it. Names of files stay what they are.
    """
    if word.isascii() or os.path.exists(word):
        return word
    return os.fsencode(word).decode("utf-8", "replace")


_STOPPED_SAID = "stopped; nothing was left half-written"


def _leave(text: str, code: int) -> None:
    print(f"enduse: {text}", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    run()
