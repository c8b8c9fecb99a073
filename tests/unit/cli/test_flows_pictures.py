"""`--chart` of the questions, and `enduse flows report`."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from enduse.cli.main import application

HEAD = "reporter,partner,product,flow,period,value_eur"


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("store")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENDUSE_HOME", str(place / "home"))
        file = place / "exports.csv"
        file.write_text("\n".join([HEAD, *_lines()]), encoding="utf-8")
        result = run(["import", str(file)])
        assert result.exit_code == 0, result.output
        yield place


def _lines() -> Iterator[str]:
    for year, russia, hub in ((2021, 900, 20), (2022, 300, 160), (2023, 90, 410)):
        for sender, part in (("DE", 1.0), ("PL", 0.5)):
            for code in ("85423190", "84822000"):
                yield f"{sender},RU,{code},X,{year},{russia * part}"
                yield f"{sender},KG,{code},X,{year},{hub * part}"
                yield f"{sender},KZ,{code},X,{year},{hub * part / 2}"


def run(words: Sequence[str]) -> Result:
    return CliRunner().invoke(application(), ["flows", *words])


@pytest.mark.parametrize(
    "words",
    [
        ["share", "--partner", "KG"],
        ["growth", "--pre", "2021", "--post", "2023"],
        ["coverage"],
        ["reroute", "--into", "RU", "--pre", "2021", "--post", "2023"],
        ["concentration", "--partner", "RU", "--each", "year"],
    ],
    ids=lambda words: words[0],
)
def test_chart_draws_what_was_asked(words: list[str], tmp_path: Path) -> None:
    place = tmp_path / "a.svg"
    said = run([*words, "--chart", str(place)])
    assert said.exit_code == 0, said.output
    assert place.read_bytes().startswith(b"<svg")
    assert f"drawn: {place}" in said.stderr.replace("\n", "")


def test_an_unknown_ending_is_said_with_those_that_are_known(tmp_path: Path) -> None:
    said = run(["share", "--partner", "KG", "--chart", str(tmp_path / "a.pdf")])
    assert said.exit_code == 2
    for ending in (".pdf", ".html", ".svg", ".png"):
        assert ending in said.stderr
    assert not list(tmp_path.iterdir())


def test_nothing_to_draw_is_said(tmp_path: Path) -> None:
    place = tmp_path / "a.svg"
    said = run(["share", "--partner", "IS", "--chart", str(place)])
    assert said.exit_code == 2
    assert "nothing to draw" in said.stderr
    assert not place.exists()


def test_the_report_makes_a_dossier_of_what_the_store_holds(tmp_path: Path) -> None:
    place = tmp_path / "dossier"
    asked = ["report", "--into", "RU", "--goods", "8542,8482", "--out", str(place)]
    said = run([*asked, "--json"])
    assert said.exit_code == 0, said.output
    parts = json.loads(said.stdout)["parts"]
    assert (place / "index.html").is_file()
    for part in parts.values():
        assert part["files"] or part["why"]
        assert all((place / file).stat().st_size for file in part["files"])
    drawn = {name[3:] for name, part in parts.items() if not part["why"]}
    assert {"coverage", "change", "reroute", "goods", "suppliers-ru"} <= drawn
    whys = {name[3:]: part["why"] for name, part in parts.items() if part["why"]}
    assert "an effect needs months" in whys["effect"]
    assert "Kyrgyzstan" in (place / "index.html").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--into", "RU"], "--out"),
        (["--out", "x"], "--into"),
        (["--into", "RU,KG", "--out", "x"], "--into"),
        (["--into", "IS", "--out", "x"], "Iceland"),
        (["--into", "RU", "--out", "x", "--event", "1999-01"], "both sides"),
    ],
)
def test_what_the_report_cannot_be_made_of_is_said(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(["report", *words])
    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(tmp_path.iterdir())
