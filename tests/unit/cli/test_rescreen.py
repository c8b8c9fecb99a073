"""`enduse rescreen`: what is told, again, and of what was not read."""

import json
import sqlite3
from pathlib import Path

from tests.made import invented_name
from tests.ran import enduse

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
