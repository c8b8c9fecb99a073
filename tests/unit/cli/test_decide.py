"""`enduse decide` on what was found inside a text."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from enduse.cli.main import run
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
