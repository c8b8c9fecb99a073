"""`enduse goods find CODE`, `enduse goods lists`, `enduse components`."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from enduse.cli.main import application
from enduse.library.update import Update

GOLDEN = Path(__file__).parents[2] / "golden" / "goods"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path))
    return tmp_path


def run(*arguments: str) -> Any:
    result = CliRunner().invoke(application(), list(arguments))
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout) if "--json" in arguments else result.stdout


@pytest.mark.usefixtures("home")
def test_it_works_with_nothing_imported() -> None:
    found = run("goods", "find", "8457.10", "--json")
    assert found["input"] == "8457.10"
    first = found["codes"][0]
    assert (first["edition"], first["hs6"], first["via"]) == (
        "HS2022",
        "845710",
        "stated",
    )
    assert first["title"]
    control = found["controls"][0]
    assert {"list", "tier", "code", "since", "until", "cites", "grade"} <= set(control)
    assert (control["list"], control["tier"]) == ("chpl", "4.B")
    assert control["since"] == "2024-02-23"


@pytest.mark.usefixtures("home")
def test_an_older_code_shows_all_it_became() -> None:
    found = run("goods", "find", "854140", "--json")
    mapped = [c["hs6"] for c in found["codes"] if c["via"] == "mapped"]
    assert mapped == ["854141", "854142", "854143", "854149"]
    assert "854921" in found["catch_all"]
    assert [c["code"] for c in found["controls"]] == ["854149"]


@pytest.mark.usefixtures("home")
def test_a_day_before_the_list_is_said_to_be_unknown() -> None:
    found = run("goods", "find", "854231", "--at", "2023-01-01", "--json")
    assert found["as_of"] == "2023-01-01"
    assert not [c for c in found["controls"] if c["list"] == "chpl"]
    assert "chpl" in {u["list"] for u in found["unknown"]}


@pytest.mark.usefixtures("home")
def test_a_code_of_no_edition_is_a_problem() -> None:
    found = run("goods", "find", "999999", "--json")
    assert found["codes"] == []
    assert [p["code"] for p in found["problems"]] == ["goods-code-unknown"]
    assert "no edition" in run("goods", "find", "999999")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("code", ["0901.11", "90111", "3A001", "7440-22-4", "8471"])
def test_it_reads_as_a_person_would(code: str) -> None:
    assert run("goods", "find", code)
    assert run("goods", "find", code, "--json")["codes"]


@pytest.mark.usefixtures("home")
def test_lists_and_their_codes() -> None:
    told = run("goods", "lists", "--json")
    assert {"chpl", "ofac-critical"} <= {one["id"] for one in told["lists"]}
    (one,) = run("goods", "lists", "chpl", "--json")["lists"]
    assert len(one["in_force"]) == 50
    result = CliRunner().invoke(application(), ["goods", "lists", "nope"])
    assert result.exit_code == 2


def test_components_of_a_system_and_of_a_part(home: Path) -> None:
    assert "enduse update --from" in run("components")
    Update(home / "library", "test", force=True).from_paths([GOLDEN / "ua-gur"])
    told = run("components", "glider", "--json")
    assert told["together"]["countries"] == {"US": 1, "": 1}
    assert told["dates"] == "by the parts' production dates"
    hit = run("components", "--part", "AB1234CDZ-REEL7", "--json")["hits"][0]
    assert (hit["record"], hit["how"]) == ("rec-1", "packing")
    assert "No system" in run("components", "no such thing")
    for part, code in (("AB1234CDZ", 1), ("QQ9999", 0)):
        said = ["components", "--part", part, "--fail-on-found"]
        assert CliRunner().invoke(application(), said).exit_code == code
    alone = CliRunner().invoke(application(), ["components", "--fail-on-found"])
    assert alone.exit_code == 2


def test_sources_lists_them_with_kind_and_licence(home: Path) -> None:
    Update(home / "library", "test", force=True).from_paths([GOLDEN / "hs-2022"])
    rows = {row["id"]: row for row in run("sources", "--json")["sources"]}
    assert rows["hs-2022"]["kind"] == "goods"
    assert rows["hs-2022"]["entries"] == 8
    assert "Public Domain" in rows["hs-2022"]["licence"]
    assert rows["sample"]["kind"] == "parties"
