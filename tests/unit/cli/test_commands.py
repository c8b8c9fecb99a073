"""The commands as a person runs them: exit codes, JSON, and what goes where."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from enduse.cli import main, output
from tests.made import customers_csv, invented_name, un_file

Result = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    listed = un_file(tmp_path_factory.mktemp("lists"), 640)
    done = enduse(home, "update", "--from", str(listed), "--json")
    assert done.returncode == 0, done.stderr
    return home


def enduse(home: Path, *words: str, hash_seed: str = "0") -> Result:
    env = {**os.environ, "ENDUSE_HOME": str(home), "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-m", "enduse.cli.main", *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def parsed(result: Result) -> Any:
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    rows = [("A1", "Quiet Harbour Bakery", "NO"), ("A2", invented_name(7), "KP")]
    path = tmp_path / "customers.csv"
    path.write_text(customers_csv(rows), encoding="utf-8")
    return path


def test_a_name_like_no_listing_shows_the_nearest_as_no_match(home: Path) -> None:
    first, *_, last = invented_name(7).split()
    asked = f"{first} Quiet {last}"
    found = parsed(enduse(home, "name", asked, "--json"))
    assert found["matches"] == []
    scores = [near["score"] for near in found["nearest"]]
    assert 1 <= len(scores) <= 5
    assert scores == sorted(scores, reverse=True)
    assert scores[0] < 0.5
    assert "below what counts" in enduse(home, "name", asked).stdout
    listed = parsed(enduse(home, "name", invented_name(7), "--json"))
    assert (bool(listed["matches"]), listed["nearest"]) == (True, [])


def test_a_number_that_cannot_be_is_told(home: Path) -> None:
    done = enduse(home, "name", "Ann Sample", "--id", "lei=123", "--json")
    assert "lei '123'" in done.stderr
    assert [p["code"] for p in parsed(done)["problems"]] == ["id-invalid"]


def test_a_name_shows_what_was_decided(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert enduse(home, "update", "--from", str(un_file(tmp_path, 640))).returncode == 0
    asked = ("name", invented_name(7), "--json")
    (first, *_) = parsed(enduse(home, *asked))["matches"]
    pair = (first["listing_id"], "--party", invented_name(7), "--by", "a clerk")
    assert first["decision"] is None
    assert enduse(home, *asked, "--fail-on", "info").returncode == 1
    made = enduse(home, "decide", *pair, "--because", "a street is called so")
    assert made.returncode == 0, made.stderr
    (again, *_) = parsed(enduse(home, *asked))["matches"]
    assert again["decision"]["verdict"] == "not_same"
    assert again["score"] == first["score"]
    assert enduse(home, *asked, "--fail-on", "low").returncode == 0
    told = enduse(home, "name", invented_name(7)).stdout
    assert "a street is called so" in " ".join(told.split())


def test_sources(home: Path) -> None:
    (source,) = parsed(enduse(home, "sources", "--json"))["sources"]
    assert source["id"] == "un-sc"
    assert source["entries"] == 640
    assert source["published"] == "2026-11-01"
    assert source["current"] is True
    assert len(source["snapshot"]) == 64
    assert "un-sc" in enduse(home, "sources").stdout


def test_sources_leave_no_blanks_at_the_ends_of_lines(home: Path) -> None:
    lines = enduse(home, "sources").stdout.splitlines()
    assert lines[1].startswith("    ")
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_source_is_taken_out(tmp_path: Path) -> None:
    home = tmp_path / "home"
    house = tmp_path / "house.csv"
    house.write_text("name\nVelkor Trading House\n", encoding="utf-8")
    listed = str(un_file(tmp_path, 640))
    assert enduse(home, "update", "--from", listed).returncode == 0
    own = ("update", "--from", str(house), "--own", "House List")
    assert enduse(home, *own).returncode == 0
    assert parsed(enduse(home, "name", "Velkor Trading House", "--json"))["matches"]
    wrong = enduse(home, "sources", "--remove", "house-list")
    assert wrong.returncode == 2
    assert "own-house-list" in wrong.stderr
    assert enduse(home, "sources", "--remove", "un-sc", "--verify").returncode == 2
    told = parsed(enduse(home, "sources", "--remove", "own-house-list", "--json"))
    assert told["removed"]["id"] == "own-house-list"
    assert (Path(told["removed"]["kept"]) / "files" / "house.csv").is_file()
    assert told["left"] == ["un-sc"]
    found = parsed(enduse(home, "name", "Velkor Trading House", "--json"))
    assert (found["matches"], set(found["library"])) == ([], {"un-sc"})
    last = enduse(home, "sources", "--remove", "un-sc")
    assert last.returncode == 0
    assert "enduse update fetches it again" in last.stdout
    assert "sample" in last.stderr
    assert "sample" in enduse(home, "sources").stdout
    assert "there: none" in enduse(home, "sources", "--remove", "sample").stderr


def test_name(home: Path) -> None:
    found = parsed(enduse(home, "name", invented_name(7), "--json"))
    assert found["query"] == invented_name(7)
    match = found["matches"][0]
    assert match["listing_id"] == "un-sc:9000007"
    assert abs(sum(p["weight"] for p in match["parts"]) - match["score"]) < 1e-6
    assert set(found["library"]) == {"un-sc"}


def test_long_lines_of_a_name_keep_their_place(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = enduse(home, "name", invented_name(7)).stdout.splitlines()
    heads = [line for line in lines if line and not line.startswith("    ")]
    assert heads
    assert all(line.startswith(("0.", "1.")) for line in heads)
    assert len(lines) > 4 * len(heads)


def test_name_of_nobody(home: Path) -> None:
    assert (
        parsed(enduse(home, "name", "Quiet Harbour Bakery", "--json"))["matches"] == []
    )


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


def test_a_name_and_the_sources_may_fail_on_a_level(home: Path) -> None:
    def code(*words: str) -> int:
        return enduse(home, *words).returncode

    assert code("name", invented_name(7), "--fail-on", "stop") == 1
    assert code("name", invented_name(7)) == 0
    assert code("name", "Quiet Harbour Bakery", "--fail-on", "info") == 0
    assert code("sources", "--fail-on", "medium") == 1
    assert code("sources", "--fail-on", "critical") == 0


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


def test_without_lists_every_output_says_sample(
    tmp_path: Path, customers: Path
) -> None:
    done = enduse(tmp_path, "screen", str(customers), "--jsonl", "-")
    for line in done.stdout.splitlines():
        kinds = [f["kind"] for f in json.loads(line)["findings"]]
        assert "sample_library" in kinds
    assert "sample" in enduse(tmp_path, "sources").stdout
    assert "sample" in enduse(tmp_path, "name", "Rostec").stdout


def test_help_has_an_example(home: Path) -> None:
    for command in ("update", "sources", "screen", "name"):
        assert "Example" in enduse(home, command, "--help").stdout


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    book = tmp_path / "house.csv"
    book.write_text(
        "Firmenname,Land,Steuernummer\nBeispiel Schiffbau AG,Deutschland,12345678\n",
        encoding="utf-8",
    )
    home = tmp_path / "home"
    words = ("update", "--from", str(book), "--own", "House List", "--json")
    (switched,) = parsed(enduse(home, *words))["switched"]
    assert (switched["source"], switched["entries"]) == ("own-house-list", 1)
    matches = parsed(enduse(home, "name", "Beispiel Schiffbau", "--json"))["matches"]
    assert [m["source"] for m in matches] == ["own-house-list"]
    wrong = enduse(home, *words, "--map", "nonsense=Land")
    assert wrong.returncode == 2
    assert "nonsense" in wrong.stderr


@pytest.mark.parametrize(
    ("table", "words", "said"),
    [
        ("Spalte,Land\nNord GmbH,DE\n", (), "no column is known to hold names"),
        ("Kunde,Land\nNord GmbH,DE\n", ("--map", "name=Kunden"), "no column 'Kunden'"),
        ("Kunde,Land\nNord GmbH,DE\n", ("--map", "nam=Kunde"), "no such field: nam"),
        ("Kunde,Land\n", ("--map", "name=Kunde"), "holds no row"),
        ("", ("--map", "name=Kunde"), "holds no row"),
    ],
)
def test_an_own_list_without_names_says_what_to_say(
    tmp_path: Path, table: str, words: tuple[str, ...], said: str
) -> None:
    book = tmp_path / "own.csv"
    book.write_text(table)
    done = enduse(tmp_path, "update", "--from", str(book), "--own", "house", *words)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.replace("│", "").split())


def test_the_same_list_twice_is_told(tmp_path: Path) -> None:
    book = tmp_path / "own.csv"
    book.write_text("name,country\nNord GmbH,DE\n")
    words = ("update", "--from", str(book), "--own", "house")
    assert "already" not in enduse(tmp_path, *words).stdout
    assert "it was here already" in enduse(tmp_path, *words).stdout


def test_an_empty_folder_and_a_home_under_a_file_are_told(tmp_path: Path) -> None:
    empty, file = tmp_path / "empty", tmp_path / "file"
    empty.mkdir()
    file.touch()
    done = enduse(tmp_path, "update", "--from", str(empty))
    assert (done.returncode, "holds no file" in done.stderr) == (2, True)
    done = enduse(file, "update", "--from", __file__)
    assert (done.returncode, "no folder" in done.stderr) == (2, True)


PAYMENTS = """payment_id,amount,currency,debtor,creditor
P1,1.00,EUR,Quiet Harbour Bakery,{}
P2,1.00,EUR,Quiet Harbour Bakery,Sunny Meadow Dairy
"""


def test_rescreening_payments(home: Path, tmp_path: Path) -> None:
    book = tmp_path / "payments.csv"
    book.write_text(PAYMENTS.format(invented_name(9)))
    done = enduse(home, "rescreen", str(book))
    assert done.returncode == 0, done.stderr
    for said in (
        "2 payments; screened 2: all, since the book is new",
        f"P1 ({invented_name(9)}): new, stop: +un-sc:9000009",
        "All as they stand now: 1 stop, 0 review, 1 clear",
        "Not screened against:",
    ):
        assert said in done.stdout
    lines = enduse(home, "rescreen", str(book), "--all", "--jsonl", "-").stdout
    assert [json.loads(line)["outcome"] for line in lines.splitlines()] == [
        "stop",
        "clear",
    ]


def test_what_was_told_is_told_again(home: Path, tmp_path: Path) -> None:
    book = tmp_path / "payments.csv"
    book.write_text(PAYMENTS.format(invented_name(11)))
    assert enduse(home, "rescreen", str(book), "--last").returncode == 2
    first = enduse(home, "rescreen", str(book), "--jsonl", str(tmp_path / "a.jsonl"))
    assert "P1 (" in first.stdout
    assert "P1 (" not in enduse(home, "rescreen", str(book)).stdout
    again = enduse(home, "rescreen", str(book), "--last")
    assert "1 new, 0 ended, 0 changed" in again.stdout
    assert "P1 (" in again.stdout
    lines = enduse(home, "rescreen", str(book), "--last", "--jsonl", "-").stdout
    assert lines == (tmp_path / "a.jsonl").read_text(encoding="utf-8")
    page = enduse(home, "rescreen", str(book), "--last", "--report", "x.html")
    assert page.returncode == 2


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


def test_a_book_that_is_partly_unread_is_told(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(PAYMENTS.format("Quiet Bakery"))
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n")
    done = enduse(home, "rescreen", str(tmp_path))
    assert done.returncode == 2
    assert "Not read, or not all of it: b.png" in done.stdout
    (tmp_path / "a.csv").unlink()
    done = enduse(home, "rescreen", str(tmp_path))
    assert (done.returncode, "is a picture" in done.stderr) == (2, True)


def test_a_database_asks_for_a_query(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "bank.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("create table customer (id, name)")
    done = enduse(home, "rescreen", str(path))
    assert (done.returncode, "--query" in done.stderr) == (2, True)


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
