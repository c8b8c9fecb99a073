"""`--rerank-url` and `--rerank-model` of `goods find` and `goods classify`."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from enduse.cli.main import application
from tests.made_model import said, server


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENDUSE_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture
def url() -> Iterator[str]:
    """The address of a model that always prefers one code."""
    with server(said('{"codes": ["845819"]}')) as (url, _):
        yield url


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(application(), ["goods", *arguments])


def test_find_takes_the_order_of_the_model(url: str) -> None:
    plain = json.loads(invoke("find", "CNC lathe", "--json").output)
    said = invoke(
        "find", "CNC lathe", "--rerank-url", url, "--rerank-model", "m", "--json"
    )
    found = json.loads(said.output)
    assert plain["candidates"][0]["hs6"] == "845811"
    assert "reranked" not in plain
    assert found["candidates"][0]["hs6"] == "845819"
    assert found["reranked"]["before"][0] == "845811"
    assert found["controlled"] == plain["controlled"]


def test_classify_takes_it_and_keeps_the_rows(url: str, tmp_path: Path) -> None:
    path, out = tmp_path / "goods.csv", tmp_path / "out.jsonl"
    path.write_text("text\nCNC lathe\nspare parts\n", "utf-8")
    said = invoke(
        "classify", str(path), "--jsonl", str(out),
        "--rerank-url", url, "--rerank-model", "m",
    )  # fmt: skip
    assert said.exit_code == 0, said.output
    found = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [one["row"] for one in found] == [1, 2]
    assert found[0]["candidates"][0]["hs6"] == "845819"
    assert "reranked" not in found[1]


@pytest.mark.parametrize(
    "said",
    [
        ["--rerank-url", "http://localhost:1/v1"],
        ["--rerank-model", "m"],
        ["--rerank-url", "ftp://host", "--rerank-model", "m"],
    ],
)
def test_half_of_it_or_another_address_is_told(said: list[str]) -> None:
    result = invoke("find", "CNC lathe", *said)
    assert result.exit_code == 2
    assert "rerank" in result.output or "http" in result.output
