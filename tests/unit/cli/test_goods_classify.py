"""`enduse goods classify`, `enduse goods learn`, `enduse goods find TEXT`."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner, Result

from enduse.cli.main import application


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("home")
        patch.setenv("ENDUSE_HOME", str(folder))
        yield folder


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(application(), ["goods", *arguments])


def classified(path: Path, *more: str) -> list[Any]:
    out = path.with_suffix(".jsonl")
    result = invoke("classify", str(path), "--jsonl", str(out), *more)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_it_works(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("no,text\n1,CNC lathe\n2,\n3,spare parts\n", "utf-8")
    found = classified(path)
    assert [one["row"] for one in found] == [1, 2, 3]
    first = found[0]
    assert first["text"] == "CNC lathe"
    assert first["candidates"][0]["hs6"] == "845811"
    assert {"hs6", "p", "title"} == set(first["candidates"][0])
    assert {"list", "tier", "hs6", "p"} == set(first["controlled"][0])
    assert {"text", "hs6", "source", "similarity"} == set(first["evidence"][0])
    assert found[1]["problems"][0]["code"] == "goods-empty"
    assert found[2]["too_vague"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings_and_delimiters(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "goods.csv"
    text = "номер;описание\n1;токарный станок с ЧПУ\n2;подшипник шариковый\n"
    path.write_text(text, codec)
    found = classified(path, "--column", "описание")
    assert found[0]["text"] == "токарный станок с ЧПУ"
    assert found[0]["language"] == "ru"
    assert found[0]["candidates"][0]["hs6"].startswith("8458")


def test_a_workbook_and_several_columns(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("parts", 0)
    sheet.append(["maker", "part"])
    sheet.append(["Xilinx", "XC7A35T-1CPG236I"])
    path = tmp_path / "parts.xlsx"
    book.save(path)
    found = classified(path, "--column", "part", "--column", "maker")
    assert found[0]["text"] == "XC7A35T-1CPG236I Xilinx"
    assert found[0]["attributes"]["maker"] == ["Xilinx"]


def test_every_sheet_with_such_headings_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    rows = [["no", "text"], ["1", "CNC lathe"]], [["Text"], ["ball bearing"]]
    for name, lines in zip("ab", rows, strict=True):
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.create_sheet("notes").append(["said", "by"])
    path = tmp_path / "parts.xlsx"
    book.save(path)
    out = tmp_path / "out.jsonl"
    result = invoke("classify", str(path), "--jsonl", str(out))
    assert result.exit_code == 0, result.output
    assert "'notes'" in result.output
    found = [json.loads(line)["text"] for line in out.read_text("utf-8").splitlines()]
    assert found == ["CNC lathe", "ball bearing"]


@pytest.mark.parametrize("after", [3, 400])
def test_a_quote_left_open_costs_its_own_row(tmp_path: Path, after: int) -> None:
    path = tmp_path / "goods.csv"
    lines = ["no,text", "1,CNC lathe", '2,"pipe of 5', *["3,steel pipe"] * after]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    found = classified(path)
    assert len(found) == 2 + after
    assert found[1]["problems"][0]["code"] == "goods-row"
    assert found[-1]["text"] == "steel pipe"
    assert not any(one["problems"] for one in found if one["row"] != 2)


def test_a_cell_beyond_measure_costs_its_own_row(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    huge = "x" * (17 * 1024 * 1024)
    path.write_text(f"text\nCNC lathe\n{huge}\nsteel pipe\n", "utf-8")
    found = classified(path)
    assert [one["text"] for one in found] == ["CNC lathe", "", "steel pipe"]
    assert found[1]["problems"][0]["code"] == "goods-row"


def test_a_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "goods.parquet"
    pl.DataFrame({"no": [1, 2], "text": ["CNC lathe", None]}).write_parquet(path)
    found = classified(path)
    assert [one["text"] for one in found] == ["CNC lathe", ""]
    assert found[0]["candidates"][0]["hs6"] == "845811"


def test_a_parquet_file_that_is_cut_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "goods.parquet"
    path.write_bytes(b"PAR1" + bytes(range(200)))
    result = invoke("classify", str(path))
    assert result.exit_code == 2 or "Parquet" in str(result.exception)


def test_a_few_bytes_of_another_encoding_cost_their_own_row(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    rows = ["text", *["подшипник шариковый"] * 20]
    path.write_bytes("\n".join(rows).encode() + b"\nlathe \xe9\xff\n")
    found = classified(path)
    assert found[0]["text"] == "подшипник шариковый"
    assert not found[0]["problems"]
    assert found[-1]["text"].startswith("lathe")
    assert "UTF-8" in found[-1]["problems"][0]["message"]
    assert found[-1]["candidates"]


def test_what_is_no_table_at_all_is_told_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes(bytes(range(256)) * 20)
    result = invoke("classify", str(path), "--column", "text")
    assert result.exit_code == 2 or "save it as CSV" in str(result.exception)


def test_a_cell_of_several_lines_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text('text\n"ball bearing\n6205"\nsteel pipe\n', "utf-8")
    assert [one["text"] for one in classified(path)] == [
        "ball bearing\n6205",
        "steel pipe",
    ]


def test_what_it_says_of_a_column_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    for more in ([], ["--column", "text"]):
        result = invoke("classify", str(path), *more)
        assert result.exit_code == 2
        assert "'a'" in result.output


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        (("{0}",), "name one table"),
        (("{0}/goods.csv", "--jsonl", "{0}"), "name a file in it"),
        (("{0}/goods.csv", "--jsonl", "{0}/none/out.jsonl"), "make it first"),
    ],
)
def test_a_folder_in_the_place_of_a_file(
    tmp_path: Path, said: tuple[str, ...], remedy: str
) -> None:
    (tmp_path / "goods.csv").write_text("text\nCNC lathe\n", "utf-8")
    result = invoke("classify", *(one.format(tmp_path) for one in said))
    told = result.output + str(result.exception)
    assert result.exit_code != 0
    assert remedy in " ".join(told.split())
    assert [path.name for path in tmp_path.iterdir()] == ["goods.csv"]


def test_rows_that_are_not_readable_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes("text\nFräse\nBöhler\n".encode() * 20 + b"Dr\xe4hbank\n")
    result = invoke("classify", str(path), "--json")
    assert json.loads(result.stdout)["problems"] == 1


@pytest.mark.parametrize("data", [b"", b"\x00" * 50, b"PK\x03\x04broken"])
def test_a_file_that_is_no_table(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes(data)
    result = invoke("classify", str(path), "--column", "text")
    assert result.exit_code != 0
    assert not isinstance(result.exception, (ValueError, KeyError, IndexError))


def test_what_is_learned_is_used_at_once(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("text,hs6\nzorblax frobnicator,8457.10\nquux,854140\n", "utf-8")
    ask = tmp_path / "ask.csv"
    ask.write_text("text\nzorblax frobnicator\n", "utf-8")
    before = classified(ask)[0]["candidates"][0]
    result = invoke("learn", str(path), "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    name = told["learned"][0]["name"]
    assert told["learned"][0]["lines"] == 1
    assert sum(told["left_out"].values()) == 1  # 854140 became several codes
    after = classified(ask)[0]
    assert after["candidates"][0]["hs6"] == "845710"
    assert after["candidates"][0]["p"] > before["p"]
    assert after["evidence"][0]["source"] == name
    again = json.loads(invoke("learn", str(path), "--json").stdout)
    assert again["learned"][0]["known"]
    assert invoke("learn", "--forget", name).exit_code == 0
    assert classified(ask)[0]["candidates"][0] == before
    assert invoke("learn", "--forget", name).exit_code == 2
    assert list(home.glob("learned/goods/*")) == []


def test_find_classifies_words() -> None:
    result = invoke("find", "5-axis machining centre", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["candidates"][0]["hs6"] == "845710"
    shown = invoke("find", "5-axis machining centre")
    assert "845710" in shown.stdout
    assert "chpl" in shown.stdout


@pytest.mark.parametrize("text", ["", "  ", "!!! /"])
def test_nothing_asked_is_said_to_be_nothing(text: str) -> None:
    result = invoke("find", text)
    assert result.exit_code == 2
    assert "give a code, or words that name goods" in result.stderr


@pytest.mark.parametrize(
    ("text", "code"), [("vertical machining centre", 1), ("cotton t-shirt", 0)]
)
def test_what_is_likely_on_a_list_may_fail(
    tmp_path: Path, text: str, code: int
) -> None:
    path = tmp_path / "goods.csv"
    path.write_text(f"text\n{text}\n", "utf-8")
    for command in (("find", text), ("classify", str(path))):
        assert invoke(*command).exit_code == 0
        assert invoke(*command, "--fail-on-control").exit_code == code
