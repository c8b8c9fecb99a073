"""The commands as a person runs them: help, wrong words, terminals, a benchmark."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ran import enduse, parsed


@pytest.mark.parametrize("group", ["bench", "decisions", "flows"])
def test_a_group_has_an_example(home: Path, group: str) -> None:
    assert f"enduse {group} " in enduse(home, group, "--help").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("screen", "nowhere.csv"), "nowhere.csv"),
        (("name", "x", "--born", "tomorrow"), "--born"),
        (("name", "x", "--born", "tomorrow"), "no date"),
        (("name", "x", "--country", "Atlantis"), "no country"),
        (("name", "x", "--id", "shoe=43"), "no scheme"),
        (("name", "x", "--kind", "ghost"), "no kind"),
        (("update", "no-such-source"), "no source"),
        (("update", "--from", "nowhere"), "nowhere"),
    ],
)
def test_a_wrong_word_is_explained(
    home: Path, words: tuple[str, ...], said: str
) -> None:
    done = enduse(home, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_help_has_an_example(home: Path) -> None:
    for command in ("update", "sources", "screen", "name"):
        assert "Example" in enduse(home, command, "--help").stdout


def test_a_bench_below_what_is_asked_of_it_fails(home: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    same, other = "Person,Ann Sample,Ann Sample,1\n", "Person,Ann Sample,Bo Test,1\n"
    pairs.write_text(f"schema,name1,name2,is_match\n{same}{other}")
    asked = ("bench", "names", str(pairs), "--json", "--fail-on")
    assert enduse(home, *asked, "0.5").returncode == 0
    done = enduse(home, *asked, "0.9")
    assert done.returncode == 1
    assert json.loads(done.stdout)["f1"] < 0.9


def test_a_terminal_without_the_letters_of_a_name(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = enduse(home, "name", "Путин")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert parsed(enduse(home, "name", "Путин", "--json"))["query"] == "Путин"


def test_python_runs_it_as_a_module(home: Path) -> None:
    env = {**os.environ, "ENDUSE_HOME": str(home)}
    command = [sys.executable, "-m", "enduse", "--version"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("enduse ")
