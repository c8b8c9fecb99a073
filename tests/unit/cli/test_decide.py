"""`enduse decide` on what was found inside a text."""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from enduse.cli.main import run
from enduse.library.decisions import Decisions
from enduse.model.decision import Decision
from tests.made import invented_name
from tests.made_firm import Firm

WORDS = invented_name(7)


def test_words_of_a_text_are_decided_wherever_they_stand(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    firm = Firm(tmp_path)
    firm.entries(640)
    notes = [f"paid by {WORDS} in May", f"{WORDS}, again"]
    firm.customers((), ("Quiet Harbour Bakery", "Sunny Meadow Dairy", WORDS), notes)
    lines = firm.full()
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"".join(lines))
    mention = _listed(lines[0])
    monkeypatch.setenv("ENDUSE_HOME", str(firm.home))
    said = ["--not-same", "--because", "a street is called so", "--by", "a clerk"]
    command = ["enduse", "decide", mention["id"], "--in", str(out), *said]
    monkeypatch.setattr(sys, "argv", command)
    with pytest.raises(SystemExit) as ended:
        run()
    assert not ended.value.code
    assert f"'in a text: {WORDS}' is not" in " ".join(capsys.readouterr().out.split())
    first, again, party = firm.full(datetime.now(UTC).date())
    for decided in (first, again):
        assert _listed(decided)["severity"] == "info"
        assert "a street is called so" in _listed(decided)["explanation"]
    assert _listed(party)["severity"] == mention["severity"] != "info"


def _listed(line: bytes) -> dict[str, Any]:
    found = orjson.loads(line)["findings"]
    return next(one for one in found if one["kind"] == "listed_party")


def test_two_people_decide_and_one_takes_it_back(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    firm = Firm(tmp_path)
    firm.entries(640)
    monkeypatch.setenv("ENDUSE_HOME", str(firm.home))
    pair = ("decide", "un-sc:9000007", "--party", WORDS, "--because", "seen")
    _said(monkeypatch, capsys, *pair, "--by", "Clerk")
    second = _said(monkeypatch, capsys, *pair, "--same", "--by", "Officer", "--json")
    kept = orjson.loads(second[0])["id"]
    assert "this overrules" in second[1]
    assert "by Clerk" in second[1]

    today = str(datetime.now(UTC).date())
    listing = ("decisions", "list", "--as-of")
    assert "is not" not in _said(monkeypatch, capsys, *listing, today)[0]
    assert "No decision" in _said(monkeypatch, capsys, *listing, "2020-01-01")[0]

    back = ("decisions", "withdraw", kept, "--because", "wrong", "--by", "Officer")
    out, err = _said(monkeypatch, capsys, *back)
    assert "no longer holds" in out
    assert "by Clerk" in err
    assert "taken back by Officer" in _said(monkeypatch, capsys, *back, code=2)[1]
    assert "is not" in _said(monkeypatch, capsys, *listing, today)[0]
    told = _said(monkeypatch, capsys, "decisions", "list", "--all", "--json")[0]
    withdrawn = [one["withdrawn"] for one in orjson.loads(told)["decisions"]]
    assert [one and one["reason"] for one in withdrawn] == ["wrong", None]


def _said(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *words: str,
    code: int = 0,
) -> tuple[str, str]:
    monkeypatch.setattr(sys, "argv", ["enduse", *words])
    with pytest.raises(SystemExit) as stop:
        run()
    assert stop.value.code == code
    out = capsys.readouterr()
    return out.out, out.err


def test_a_decision_whose_day_is_over_can_be_asked_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path))
    prints = ("a" * 16, "b" * 16)
    who = ("C1", "Quiet Harbour", "Loud Harbour", "seen", "a clerk")
    days = (date(2020, 1, 1), date(2020, 12, 31))
    one = Decision("x" * 12, "not_same", "un-sc:1", *prints, *who, *days)
    asked = ("decisions", "list", "--fail-on", "medium")
    Decisions(tmp_path).add(replace(one, id="y" * 12, until=None))
    assert "Quiet Harbour" in _said(monkeypatch, capsys, *asked)[0]
    Decisions(tmp_path).add(one)
    assert "Quiet Harbour" in _said(monkeypatch, capsys, *asked, code=1)[0]
    _said(monkeypatch, capsys, "decisions", "list", "--fail-on", "high")
