"""Where results go is asked before the work: a folder, no folder, the input itself."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from enduse.cli.main import application
from enduse.errors import InputUnreadable

WRITING = [
    ("screen", "--jsonl"),
    ("screen", "--report"),
    ("rescreen", "--jsonl"),
    ("rescreen", "--report"),
    ("goods classify", "--jsonl"),
]


@pytest.mark.parametrize(("command", "option"), WRITING)
@pytest.mark.parametrize("place", ["folder", "nowhere/out.jsonl", "book.csv"])
def test_no_result_replaces_an_input_or_a_folder(
    tmp_path: Path, command: str, option: str, place: str
) -> None:
    """Exit code 2 at once, naming the place; the input is as it was."""
    book = tmp_path / "book.csv"
    book.write_text("name,description\nQuiet Harbour Bakery,bread\n")
    (tmp_path / "folder").mkdir()
    words = [*command.split(), str(book), option, str(tmp_path / place)]
    said = CliRunner().invoke(application(words[0]), words)
    assert said.exit_code == 2
    assert place.split("/")[0] in "".join(said.output.replace("│", "").split())
    assert book.read_text().startswith("name,description")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["book.csv", "folder"]


def test_a_folder_with_no_file_is_no_clear_run(tmp_path: Path) -> None:
    """Nothing screened is told, and is no success."""
    said = CliRunner().invoke(application("screen"), ["screen", str(tmp_path)])
    assert isinstance(said.exception, InputUnreadable)
    assert "holds no file" in str(said.exception)
