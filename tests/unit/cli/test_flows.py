"""`enduse flows ...`: options, exit codes, JSON, tables."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from enduse.cli.flows import asking
from enduse.cli.main import application

CSV = """reporter,partner,product,flow,period,value_eur
DE,KG,85423190,X,2021,60
LT,KG,85423190,X,2021,30
DE,KG,85423190,X,2022,90
LT,KG,85423190,X,2022,400
EU27_2020,KG,85423190,X,2022,490
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path / "home"))
    file = tmp_path / "exports.csv"
    file.write_text(CSV, encoding="utf-8")
    result = run(["import", str(file)])
    assert result.exit_code == 0, result.output
    return tmp_path


def run(words: Sequence[str]) -> Result:
    return CliRunner().invoke(application(), ["flows", *words])


def test_it_works() -> None:
    found = json.loads(
        run(["share", "--partner", "KG", "--each", "year", "--json"]).stdout
    )
    rows = {(row["when"], row["group"]): row for row in found["rows"]}
    assert rows["2022", "LT"]["share_percent"] == pytest.approx(100 * 400 / 490)
    assert {"question", "definition", "coverage", "left_out", "sources"} <= set(found)


@pytest.mark.parametrize(
    "question",
    [
        ("coverage",),
        ("share", "--partner", "KG"),
        ("surge", "--reporter", "DE"),
    ],
)
def test_of_an_empty_store_nothing_can_be_asked(
    question: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path / "empty"))
    asked = run([*question, "--json"])
    assert asked.exit_code == 2
    problems = json.loads(asked.stdout)["problems"]
    assert [problem["code"] for problem in problems][:1] == ["nothing-imported"]


def test_coverage_of_who_is_not_there_says_so() -> None:
    asked = run(["coverage", "--reporter", "AE"])
    assert asked.exit_code == 0
    assert "no-cells" in asked.output


@pytest.mark.parametrize(
    ("question", "option", "value"),
    [
        ("surge", "--alpha", "2"),
        ("surge", "--alpha", "nan"),
        ("mirror", "--cif", "-0.5"),
        ("mirror", "--cif", "10"),
        ("unit-value", "--limit", "inf"),
        ("growth", "--min-value", "nan"),
        ("check", "--tolerance", "-1"),
    ],
)
def test_a_number_out_of_its_range_is_refused(
    question: str, option: str, value: str
) -> None:
    assert run([question, "--reporter", "DE", option, value]).exit_code == 2


def test_the_printed_table_has_definition_and_coverage() -> None:
    said = run(["growth", "--partner", "Kyrgyzstan", "--pre", "2021", "--post", "2022"])
    assert said.exit_code == 0
    for word in ("444.44", "Definition:", "Coverage:", "left out:", "Sources:"):
        assert word in said.stdout


def test_exit_code_one_at_a_finding() -> None:
    asked = ["growth", "--partner", "KG", "--pre", "2021", "--post", "2022"]
    assert run([*asked, "--fail-on", "medium"]).exit_code == 1
    assert run([*asked, "--fail-on", "high"]).exit_code == 0
    assert run([*asked, "--fail-on", "review"]).exit_code == 1
    assert run([*asked, "--fail-on", "stop"]).exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["growth"],
        ["growth", "--pre", "spring", "--post", "2022"],
        ["share", "--goods", "nolist"],
        ["share", "--goods", "854"],
        ["share", "--reporter", "Atlantis"],
        ["share", "--direction", "X,M"],
        ["share", "--reporter", "EU27_2020,DE"],
        ["share", "--by", "colour"],
        ["share", "--rates", "ecb"],
        [
            "growth",
            "--pre",
            "2021",
            "--post",
            "2022",
            "--currency",
            "USD",
            "--rates",
            "x",
        ],
        ["reroute", "--pre", "2021", "--post", "2022"],
        ["effect", "--event", "2022"],
        ["effect", "--event", "2022-03", "--expect", "peace"],
        ["surge", "--lasting", "5/4"],
        ["check", "--relation", "share", "--period", "2022"],
        ["check", "--relation", "guess", "--number", "3", "--period", "2022"],
        ["mirror", "--reporter", "DE"],
        ["unit-value", "--per", "metre"],
        ["comparable", "--from-edition", "HS1066"],
    ],
)
def test_what_cannot_be_asked_is_told(words: list[str]) -> None:
    result = run(words)
    assert result.exit_code == 2
    assert "Invalid value" in result.output or "Error" in result.output


def test_an_empty_answer_is_no_zero() -> None:
    found = json.loads(run(["share", "--partner", "BR", "--json"]).stdout)
    assert found["rows"] == []
    assert "no-cells" in {problem["code"] for problem in found["problems"]}


def test_a_file_of_codes_gets_its_zeros_back(tmp_path: Path) -> None:
    place = tmp_path / "codes.csv"
    place.write_text("title,code\ncoffee,9011100\nchips,85423190\nplants,6\n")
    found = asking.goods_of([str(place)], None)
    assert found.codes == ("09011100", "85423190", "06")
    assert found.name == "codes.csv"
    empty = tmp_path / "none.csv"
    empty.write_text("a,b\nx,y\n")
    with pytest.raises(typer.BadParameter, match="no column of codes"):
        asking.goods_of([str(empty)], None)


def test_goods_as_people_type_them() -> None:
    found = asking.goods_of(["TOTAL,-27", "8542.31"], ["26"])
    assert found.codes == ("TOTAL", "854231")
    assert found.without == ("26", "27")
    chpl = asking.goods_of(["chpl"], None)
    assert len(chpl.codes) == 50
    assert chpl.edition == "HS2022"
    tier = asking.goods_of(["chpl:1"], None)
    assert 0 < len(tier.codes) < 10


def test_a_claim_in_one_line() -> None:
    asked = ["check", "--reporter", "LT", "--partner", "KG", "--relation", "rise_to"]
    said = run([*asked, "--number", "1233", "--period", "2022"])
    assert "contradicted" in said.stdout
    assert "rise_by" in said.stdout


def test_statistics_are_taken_out_by_their_file() -> None:
    asked = ["sources", "--remove", "exports.csv"]
    said = CliRunner().invoke(application(), asked)
    assert said.exit_code == 0, said.output
    assert "exports.csv, 5 cells, taken out" in said.output
    assert "0 files of statistics left" in said.output
    again = CliRunner().invoke(application(), asked)
    assert again.exit_code == 2
    assert "no source 'exports.csv'" in again.output


def test_a_source_that_came_in_two_files_names_them(tmp_path: Path) -> None:
    for name, year in (("first.csv", 2021), ("second.csv", 2022)):
        file = tmp_path / name
        head = "reporter,partner,product,year,flow,value_usd\n"
        file.write_text(f"{head}DE,KG,854231,{year},X,10\n", encoding="utf-8")
        assert run(["import", str(file), "--source", "twofold"]).exit_code == 0
    asked = ["share", "--source", "twofold"]
    said = run(asked)
    assert said.exit_code == 0, said.output
    assert "first.csv" in said.output
    assert "second.csv" in said.output
    found = json.loads(run([*asked, "--json"]).stdout)
    assert {one["file"] for one in found["sources"]} == {"first.csv", "second.csv"}
