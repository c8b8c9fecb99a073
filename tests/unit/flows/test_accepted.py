"""What files and people write in ways of their own: taken rightly, or told."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from enduse.cli.main import application


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path / "home"))
    return tmp_path


def _run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(application(), ["flows", *words])
    assert result.exit_code == code, result.output
    return result.output


def _import(home: Path, name: str, text: str, *said: str) -> None:
    (home / name).write_text(text, encoding="utf-8")
    _run("import", str(home / name), *said)


def _ask(*words: str) -> dict[str, Any]:
    found = json.loads(_run(*words, "--json"))
    assert isinstance(found, dict)
    return found


def _values(*words: str) -> dict[str, float]:
    return {row["group"]: row["value"] for row in _ask("share", *words)["rows"]}


def test_numbers_with_a_decimal_comma_are_not_read_as_thousandths(home: Path) -> None:
    head = "reporter;partner;product;flow;period;value_eur\n"
    rows = "DE;KG;87042391;X;2022-03;1.234,50\nDE;KG;87042399;X;2022-03;2.000,00\n"
    _import(home, "eu.csv", head + rows)
    assert _values("--reporter", "DE") == {"KG": 3234.5}


def test_a_column_of_units_of_money_is_applied_row_by_row(home: Path) -> None:
    head = "Reporter,Partner,HS code,Flow,Year,Value,Unit\n"
    rows = "TR,RU,8542,Export,2021,1.5,million USD\nTR,GE,8542,Export,2021,7,ths USD\n"
    _import(home, "own.csv", head + rows)
    assert _values("--reporter", "TR") == {"RU": 1_500_000.0, "GE": 7_000.0}


def test_exports_and_imports_in_two_columns_are_two_directions(home: Path) -> None:
    head = "年月,国家(地区),商品编码,出口金额(千美元),进口金额(千美元)\n"
    _import(home, "t.csv", head + "202301,俄罗斯,8457,12.5,3\n", "--map", "reporter=CN")
    assert _values("--direction", "X") == {"RU": 12_500.0}
    assert _values("--direction", "M") == {"RU": 3_000.0}


def test_countries_of_an_old_bulk_file_go_by_their_letters(home: Path) -> None:
    head = (
        "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,"
        "STAT_REGIME,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG\n"
    )
    _import(home, "full.csv", head + "004,DE,0075,RU,E,85423190,2,1,201801,9,1\n")
    assert _values("--reporter", "DE", "--partner", "RU") == {"RU": 9.0}


@pytest.mark.parametrize("joined", ["list", "lines"])
def test_several_answers_of_the_api_in_one_file(home: Path, joined: str) -> None:
    pages = [_page("202301", 100.0), _page("202302", 300.0)]
    lines = "\n".join(json.dumps(page) for page in pages)
    _import(home, "pages.json", json.dumps(pages) if joined == "list" else lines)
    assert _values("--reporter", "CN") == {"RU": 400.0}


def _page(period: str, value: float) -> dict[str, Any]:
    record = {
        "period": period,
        "reporterCode": 156,
        "flowCode": "X",
        "partnerCode": 643,
        "classificationCode": "H6",
        "cmdCode": "854231",
        "primaryValue": value,
    }
    return {"elapsedTime": "1", "count": 1, "data": [record], "error": ""}


def test_a_rest_of_the_world_that_holds_countries_is_left_out(home: Path) -> None:
    head = "reporter,partner,year,flow,value_usd\n"
    rows = "".join(
        f"KZ,{partner},2022,M,{value}\n"
        for partner, value in (
            ("China", 40),
            ("Russia", 60),
            ("Rest of the world", 40),
            ("World", 100),
        )
    )
    _import(home, "kz.csv", head + rows)
    found = _ask("share", "--reporter", "KZ")
    shares = {row["group"]: row["share_percent"] for row in found["rows"]}
    assert shares == {"RU": 60.0, "CN": 40.0}
    assert "REST_OF_WORLD" in str(found["left_out"])


def test_a_true_rest_of_the_world_is_counted(home: Path) -> None:
    head = "reporter,partner,year,flow,value_usd\n"
    rows = "".join(
        f"KZ,{partner},2022,M,{value}\n"
        for partner, value in (("China", 60), ("Rest of the world", 40), ("World", 100))
    )
    _import(home, "kz.csv", head + rows)
    assert _values("--reporter", "KZ") == {"CN": 60.0, "REST_OF_WORLD": 40.0}


def test_months_of_one_good_stand_beside_the_year_of_another(home: Path) -> None:
    head = "reporter,partner,product,period,flow,value_usd\n"
    rows = "CN,RU,8542,2022,X,100\nCN,RU,8471,2022-03,X,5\nCN,RU,854231,2022-03,X,9\n"
    _import(home, "cn.csv", head + rows)
    asked = ("--goods", "8542,8471", "--from", "2022", "--to", "2022")
    assert _values("--reporter", "CN", *asked) == {"RU": 105.0}


def test_a_range_may_stand_for_both_ends(home: Path) -> None:
    head = "reporter,partner,product,period,flow,value_usd\n"
    rows = "".join(f"CN,RU,8542,2022-{month:02},X,1\n" for month in range(1, 13))
    _import(home, "cn.csv", head + rows)
    assert _values("--reporter", "CN", "--from", "2022-03..2022-05") == {"RU": 3.0}
    assert _values("--reporter", "CN", "--from", "2022-H1") == {"RU": 6.0}
    assert _ask("share", "--from", "2022-11")["windows"] == {
        "window": ["2022-11", "2022-12"]
    }


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("--reporter", "Germny"), "Germany"),
        (("--goods", "chlp"), "chpl"),
        (("--source", "nosuch"), "nosuch"),
        (("--currency", "XXQ"), "ISO 4217"),
        (("--from", "2022-11", "--to", "2022-03"), "ends before"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(
    home: Path, said: tuple[str, ...], told: str
) -> None:
    assert told in _run("share", *said, code=2)


def test_an_empty_store_is_told(home: Path) -> None:
    found = json.loads(_run("share", "--reporter", "DE", "--json", code=2))
    assert [p["code"] for p in found["problems"]] == ["nothing-imported"]


def test_an_edition_without_a_table_is_not_compared(home: Path) -> None:
    head = "reporter,partner,product,year,flow,value_usd,edition\n"
    rows = "KG,RU,854231,2011,X,5,HS2007\nKG,RU,854231,2019,X,9,HS2017\n"
    _import(home, "kg.csv", head + rows)
    found = _ask("growth", "--reporter", "KG", "--pre", "2011", "--post", "2019")
    whole = found["rows"][0]
    assert (whole["pre"], whole["post"]) == (5.0, 9.0)
    assert whole["comparable_rise_by_percent"] is None
    assert [p["code"] for p in found["problems"]] == ["edition-not-held"]


def test_a_folder_may_hold_what_is_no_statistic(home: Path) -> None:
    folder = home / "folder"
    folder.mkdir()
    (folder / "notes.md").write_text("no statistics", encoding="utf-8")
    _run("import", str(folder), code=2)
    row = "reporter,partner,year,flow,value_usd\nKG,RU,2019,X,9\n"
    (folder / "kg.csv").write_text(row, encoding="utf-8")
    assert "layout-unknown" in _run("import", str(folder))
    _run("import", str(folder / "notes.md"), str(folder / "kg.csv"), code=2)


def test_links_of_codes_lead_to_codes_that_there_are() -> None:
    from itertools import combinations

    from enduse.goods import hs
    from enduse.goods.editions import closed_groups

    for older, newer in combinations(sorted(hs.EDITIONS), 2):
        for cut in (True, False):
            named = closed_groups(older, newer, cut_catch_all=cut)
            held = {(e, c) for e in (older, newer) for c in hs.codes(e)}
            assert held <= set(named)
