"""`enduse screen`: what it writes, what fails, and what it says of broken files."""

import json
import os
import sys
from pathlib import Path

import pytest

from enduse.cli import output
from enduse.errors import OutputUnwritable
from tests.made import invented_name
from tests.ran import enduse, parsed


def test_screen_writes_all_it_promises(home: Path, customers: Path) -> None:
    out, page = customers.with_name("out.jsonl"), customers.with_name("out.html")
    words = ("--jsonl", str(out), "--report", str(page), "--as-of", "2026-11-03")
    told = parsed(enduse(home, "screen", str(customers), *words, "--json"))
    assert told["outcomes"] == {"clear": 1, "review": 0, "stop": 1}
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["subject"]["ref"] for line in lines] == ["A1", "A2"]
    finding = lines[1]["findings"][0]
    expected = {"id", "kind", "severity", "title", "explanation", "party", "good"}
    assert expected <= set(finding)
    assert {"match", "rule", "origins", "cites"} <= set(finding)
    assert invented_name(7) in page.read_text("utf-8")
    left = sorted(path.name for path in customers.parent.iterdir())
    assert left == ["customers.csv", "out.html", "out.jsonl"]


def test_the_same_bytes_under_any_hash_seed(home: Path, customers: Path) -> None:
    words = ("screen", str(customers), "--jsonl", "-", "--as-of", "2026-11-03")
    first = enduse(home, *words, hash_seed="1")
    again = enduse(home, *words, hash_seed="4711")
    assert first.stdout == again.stdout != ""


@pytest.mark.parametrize(
    ("level", "code"), [("stop", 1), ("high", 1), ("review", 1), ("", 0)]
)
def test_fail_on(home: Path, customers: Path, level: str, code: int) -> None:
    words = ("--fail-on", level) if level else ()
    assert enduse(home, "screen", str(customers), *words).returncode == code


def test_a_broken_file_is_told_and_the_others_go_on(
    home: Path, customers: Path
) -> None:
    broken = customers.with_name("broken.xml")
    broken.write_bytes(b'<?xml version="1.0"?><Document><a></b></Document>')
    done = enduse(home, "screen", str(broken), str(customers), "--jsonl", "-")
    assert done.returncode == 2
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["outcome"] for line in lines] == ["review", "clear", "stop"]


def test_a_file_that_is_not_there_is_told_and_the_others_go_on(
    home: Path, customers: Path
) -> None:
    absent = str(customers.with_name("absent.csv"))
    done = enduse(home, "screen", str(customers), absent, "--jsonl", "-")
    assert done.returncode == 2
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["outcome"] for line in lines] == ["clear", "stop", "review"]
    assert lines[2]["problems"][0]["code"] == "file-unreadable"
    assert absent in done.stderr


def test_two_faults_of_one_file_are_one_assessment(home: Path, customers: Path) -> None:
    words = ("--map", "name=Who", "--map", "country=Where", "--jsonl", "-")
    done = enduse(home, "screen", str(customers), *words)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines[0]["problems"]) == 2
    assert len({line["id"] for line in lines}) == len(lines)


def test_bytes_of_no_encoding_in_a_name_and_in_the_name_of_a_file(
    home: Path, customers: Path
) -> None:
    name = os.fsdecode(b"Gazp\xe9om")
    assert parsed(enduse(home, "name", name, "--json"))["query"] == "Gazp\ufffdom"
    odd = customers.with_name(os.fsdecode(b"caf\xe9.csv"))
    customers.rename(odd)
    done = enduse(home, "screen", str(odd), "--jsonl", "-")
    assert done.returncode == 0, done.stderr
    files = {json.loads(line)["subject"]["file"] for line in done.stdout.splitlines()}
    assert files == {"caf\\xe9.csv"}


def test_without_lists_every_output_says_sample(
    tmp_path: Path, customers: Path
) -> None:
    done = enduse(tmp_path, "screen", str(customers), "--jsonl", "-")
    for line in done.stdout.splitlines():
        kinds = [f["kind"] for f in json.loads(line)["findings"]]
        assert "sample_library" in kinds
    assert "sample" in enduse(tmp_path, "sources").stdout
    assert "sample" in enduse(tmp_path, "name", "Rostec").stdout


def test_results_are_made_again_on_the_data_of_then(
    home: Path, customers: Path, tmp_path: Path
) -> None:
    then, again = tmp_path / "then.jsonl", tmp_path / "again.jsonl"
    day = ("--as-of", "2026-11-02")
    enduse(home, "screen", str(customers), *day, "--jsonl", str(then))
    asked = ("--as-in", str(then), "--jsonl", str(again))
    assert enduse(home, "screen", str(customers), *asked).returncode == 0
    assert then.read_bytes() == again.read_bytes()
    both = enduse(home, "screen", str(customers), "--as-in", str(then), *day)
    assert (both.returncode, "--as-of" in both.stderr) == (2, True)
    none = enduse(home, "screen", str(customers), "--as-in", str(customers))
    assert (none.returncode, "no result of enduse" in none.stderr) == (2, True)


@pytest.mark.parametrize("command", ["screen", "rescreen"])
def test_a_column_mapped_to_no_field_is_told(
    home: Path, customers: Path, command: str
) -> None:
    done = enduse(home, command, str(customers), "--map", "nmae=name")
    assert done.returncode == 2
    assert "'nmae' is no field of a customer" in " ".join(done.stderr.split())
    assert "did you mean name" in " ".join(done.stderr.split())


def test_a_pair_that_is_not_read_is_told(home: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("schema,name1,name2,is_match\nPerson,A B,A B,perhaps\n")
    done = enduse(home, "bench", "names", str(pairs))
    assert "row 1" in done.stderr
    assert "perhaps" in done.stderr


def test_a_closed_standard_output_is_told(
    home: Path, customers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputUnwritable, match="closed"), output.binary_file("-"):
        pass


def test_a_link_is_followed_and_one_that_leads_nowhere_is_told(
    home: Path, customers: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    customers.rename(tmp_path / "elsewhere" / customers.name)
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "back").symlink_to(folder)
    (folder / "gone.csv").symlink_to(tmp_path / "nowhere")
    done = enduse(home, "screen", str(folder), "--jsonl", "-")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [one["subject"]["ref"] for one in lines] == ["gone.csv", "A1", "A2"]
    assert "cannot be opened" in lines[0]["problems"][0]["message"]


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_what_comes_through_a_pipe_is_screened(home: Path, name: str) -> None:
    table = f"id,name\nC1,{invented_name(7)}\n"
    done = enduse(home, "screen", name, "--jsonl", "-", typed=table)
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    assert '"ref":"C1","file":"stdin"' in line
    assert '"outcome":"stop"' in line


def test_a_device_is_told_and_does_not_keep_it_waiting(
    home: Path, customers: Path
) -> None:
    done = enduse(home, "screen", "/dev/zero", str(customers), "--json")
    assert done.returncode == 2
    assert [f["unreadable"] for f in json.loads(done.stdout)["files"]] == [True, False]
