"""`enduse flows coverage`: who filed what, and when."""

import typer

from enduse.cli.flows import options


def coverage(
    reporter: options.Reporters = None,
    as_json: options.AsJson = False,
) -> None:
    """Which reporters filed which periods.

    Example: enduse flows coverage --reporter KG --json
    """
    raise typer.Exit(2)
