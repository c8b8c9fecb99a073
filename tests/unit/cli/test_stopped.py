"""Commands stopped by Ctrl-C or told to end: nothing is left half-written."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from enduse.cli import main, output
from tests.made import customers_csv


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"

    def stopped() -> None:
        with output.binary_file(str(out)) as lines:
            lines.write(b"half a line")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_says_so_and_leaves_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(asked: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "application", interrupted)
    with pytest.raises(SystemExit) as stop:
        main.run()
    assert stop.value.code == 130
    assert "nothing was left half-written" in capsys.readouterr().err


def test_told_to_end_it_leaves_nothing_half_written(home: Path, tmp_path: Path) -> None:
    book, out = tmp_path / "book.csv", tmp_path / "out.jsonl"
    people = [(str(n), f"Person {n} Quiet", "NO") for n in range(60_000)]
    book.write_text(customers_csv(people), encoding="utf-8")
    env = {**os.environ, "ENDUSE_HOME": str(home)}
    command = [sys.executable, "-m", "enduse.cli.main", "screen"]
    words = [str(book), "--jsonl", str(out), "--workers", "1"]
    with subprocess.Popen([*command, *words], env=env, stderr=subprocess.PIPE) as run:
        while run.poll() is None and not list(tmp_path.glob(".*.part")):
            time.sleep(0.05)
        run.terminate()
        _, said = run.communicate(timeout=60)
    assert run.returncode == 143
    assert b"Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["book.csv"]


def test_a_fault_of_its_own_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: str) -> None:
        raise RuntimeError("a slip")

    monkeypatch.setattr(main, "application", broken)
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert ended.value.code == 2
    assert "a slip" in capsys.readouterr().err
