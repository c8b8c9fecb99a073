"""Long lines of a result are wrapped at words, under each other."""

import pytest
from rich.text import Text

from enduse.cli import indented, output


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output.screen, "_width", 30)


def _said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_every_line_keeps_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    indented.say("one two three four five six seven\nand [id] eight", first=6, rest=6)
    assert _said(capsys) == [
        "      one two three four five",
        "      six seven",
        "      and [id] eight",
    ]


def test_the_first_line_has_its_own_place(capsys: pytest.CaptureFixture[str]) -> None:
    head = Text("un-sc  ", style="bold").append("1,008 entries, 3 days old (stale)")
    indented.say(head, rest=4)
    assert _said(capsys) == ["un-sc  1,008 entries, 3 days", "    old (stale)"]


def test_a_long_word_is_whole_again_without_its_breaks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    word = "ab" * 40
    indented.say(word, rest=4)
    lines = _said(capsys)
    assert "".join(line.strip() for line in lines) == word
    assert all(len(line) <= 30 for line in lines)


def test_a_text_of_one_line_or_none(capsys: pytest.CaptureFixture[str]) -> None:
    indented.say("short", first=2, rest=4)
    indented.say("", rest=4)
    assert _said(capsys) == ["  short", ""]
