"""The summary on a terminal."""

import io

import pytest
from rich.console import Console

from enduse.report.terminal import Summary
from tests.unit.report import invented


def printed(width: int = 100, *, sample: bool = False, evil: str = "") -> str:
    """The summary of the invented run as a file would receive it."""
    summary = Summary(invented.context(sample=sample))
    for one in invented.run():
        summary.add(one)
    if evil:
        summary.add(invented.assessment(evil, "stop", invented.finding(evil)))
    out = io.StringIO()
    summary.print(Console(file=out, width=width), wrote=[("report", "out.html")])
    return out.getvalue()


def test_it_works() -> None:
    """Counts, findings, problems, lists and where the report went."""
    text = printed()
    for said in (
        "5 payments and records:  1 stop  2 review  2 clear",
        "Vostrielka Precision Bearing JSC is like Vostrelka Precision Bearings",
        "score 0.94",
        "xml-malformed",
        "late.xml line 41, column 7",
        "Harbour Authority vessel list is 41 days old",
        "out.html",
    ):
        assert said in " ".join(text.split()).replace(": 1 stop 2", ":  1 stop  2") or (
            said in text
        )


def test_no_colour_codes_in_a_file() -> None:
    """What is not a terminal gets plain text."""
    assert "\x1b" not in printed()


@pytest.mark.parametrize("width", [30, 40, 80, 200])
def test_fits_the_width(width: int) -> None:
    """No line is wider than the terminal."""
    assert max(len(line) for line in printed(width).splitlines()) <= width


def test_sample_is_said() -> None:
    """The sample library is named for what it is."""
    assert "Sample library, not the official lists" in printed(sample=True)
    assert "Sample library" not in printed()


def test_escape_sequences_and_markup_are_inert() -> None:
    """A name cannot steer the terminal, nor rich."""
    text = printed(evil="\x1b[2J[bold]x[/bold]\u202e")
    assert "\x1b" not in text
    assert "␛[2J[bold]x[/bold]⟨U+202E⟩" in text
