"""Statistics into the store: the layouts, the pitfalls, one cell once."""

import gzip
from pathlib import Path
from typing import Any

import openpyxl
import orjson
import polars as pl
import pytest

from enduse.library.statistics import Statistics
from enduse.library.statistics_import import Importing, Outcome

HEADINGS = """
typeCode freqCode refPeriodId refYear refMonth period reporterCode reporterISO
reporterDesc flowCode flowDesc partnerCode partnerISO partnerDesc partner2Code
partner2ISO partner2Desc classificationCode classificationSearchCode
isOriginalClassification cmdCode cmdDesc aggrLevel isLeaf customsCode
customsDesc mosCode motCode motDesc qtyUnitCode qtyUnitAbbr qty isQtyEstimated
altQtyUnitCode altQtyUnitAbbr altQty isAltQtyEstimated netWgt isNetWgtEstimated
grossWgt isGrossWgtEstimated cifvalue fobvalue primaryValue legacyEstimationFlag
isReported isAggregate
"""
V1 = HEADINGS.split()


def imported(home: Path, *paths: Path, **said: Any) -> Outcome:
    return Importing(home / "flows", "enduse test", **said).files(paths)


def cells(home: Path, **where: Any) -> list[dict[str, Any]]:
    frame = Statistics.open(home).scan(detail=True).collect()
    for name, value in where.items():
        frame = frame.filter(pl.col(name) == value)
    return frame.sort("row").to_dicts()


def file(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def v1(**said: str) -> dict[str, str]:
    plain = {
        "period": "2022", "reporterCode": "417", "flowCode": "M", "partnerCode": "842",
        "partner2Code": "0", "classificationCode": "H5", "cmdCode": "090111",
        "aggrLevel": "6", "customsCode": "C00", "mosCode": "0", "motCode": "0",
        "qtyUnitCode": "8", "qty": "5", "netWgt": "5", "isNetWgtEstimated": "true",
        "cifvalue": "100", "primaryValue": "100", "isReported": "true",
    }  # fmt: skip
    return {name: (plain | said).get(name, "") for name in V1}


def plus(folder: Path, *rows: dict[str, str]) -> Path:
    """Comtrade+ as it is downloaded: 47 headings, 48 cells."""
    lines = [",".join(V1)]
    lines += [",".join(f'"{cell}"' for cell in row.values()) + "," for row in rows]
    return file(folder, "TradeData.csv", "\r\n".join(lines) + "\r\n")


def test_it_works(tmp_path: Path) -> None:
    outcome = imported(tmp_path, plus(tmp_path, v1()))
    assert [info.reader for info in outcome.imported] == ["comtrade-plus"]
    cell = cells(tmp_path)[0]
    told = {k: cell[k] for k in ("reporter", "partner", "product", "edition", "period")}
    assert told == {
        "reporter": "KG",
        "partner": "US",
        "product": "090111",
        "edition": "HS2017",
        "period": "2022",
    }
    assert (cell["value"], cell["currency"], cell["valuation"]) == (100.0, "USD", "CIF")
    assert (cell["unit"], cell["quantity_estimated"]) == ("KGM", True)


def test_the_trailing_comma_shifts_nothing(tmp_path: Path) -> None:
    imported(tmp_path, plus(tmp_path, v1(partnerCode="0"), v1(partnerCode="490")))
    assert [c["partner"] for c in cells(tmp_path)] == ["WORLD", "OTHER_ASIA"]


def test_modes_and_procedures_count_once(tmp_path: Path) -> None:
    rows = [
        v1(),
        v1(motCode="1", primaryValue="60"),
        v1(motCode="2", primaryValue="40"),
        v1(customsCode="C04", primaryValue="10"),
    ]
    outcome = imported(tmp_path, plus(tmp_path, *rows))
    assert [c["value"] for c in cells(tmp_path)] == [100.0]
    assert outcome.imported[0].parts == 3


def test_modes_are_summed_where_no_row_is_of_all_of_them(tmp_path: Path) -> None:
    rows = [v1(motCode="1", primaryValue="60"), v1(motCode="2", primaryValue="40")]
    imported(tmp_path, plus(tmp_path, *rows))
    assert [c["value"] for c in cells(tmp_path)] == [100.0]


def test_second_partners_stand_beside_their_total(tmp_path: Path) -> None:
    rows = [
        v1(partner2Code="276", primaryValue="70"),
        v1(partner2Code="616", primaryValue="30"),
    ]
    imported(tmp_path, plus(tmp_path, *rows))
    found = {c["partner2"]: c["value"] for c in cells(tmp_path)}
    assert found == {"DE": 70.0, "PL": 30.0, "": 100.0}
    assert Statistics.open(tmp_path).scan().collect()["value"].to_list() == [100.0]


def test_hs4_beside_hs6_are_told_apart_by_level(tmp_path: Path) -> None:
    imported(tmp_path, plus(tmp_path, v1(cmdCode="0901"), v1(cmdCode="TOTAL"), v1()))
    assert sorted(c["level"] for c in cells(tmp_path)) == [0, 4, 6]


def test_a_row_that_comes_twice_counts_once(tmp_path: Path) -> None:
    outcome = imported(tmp_path, plus(tmp_path, v1(), v1()))
    assert (outcome.imported[0].kept, outcome.imported[0].repeated) == (1, 1)


def test_rows_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    outcome = imported(tmp_path, plus(tmp_path, v1(), v1(primaryValue="7")))
    assert [p.code for p in outcome.problems] == ["cell-contradicted"]
    assert [c["value"] for c in cells(tmp_path)] == [100.0]


@pytest.mark.parametrize(
    ("value", "said"), [("7", "another value (7.0) than"), ("", " no value than")]
)
def test_what_contradicts_is_said(tmp_path: Path, value: str, said: str) -> None:
    other = v1(primaryValue=value, cifvalue=value)
    outcome = imported(tmp_path, plus(tmp_path, v1(), other))
    assert [said in p.message for p in outcome.problems if "contra" in p.code] == [True]


def test_json_of_the_api(tmp_path: Path) -> None:
    record: dict[str, Any] = {**v1(), "primaryValue": 12.5, "cmdCode": "010121"}
    record["isReported"] = False
    path = tmp_path / "answer.json"
    path.write_bytes(orjson.dumps({"elapsedTime": "1", "count": 1, "data": [record]}))
    imported(tmp_path, path)
    assert [(c["value"], c["product"]) for c in cells(tmp_path)] == [(12.5, "010121")]


def test_the_legacy_download(tmp_path: Path) -> None:
    head = "Classification,Period,Trade Flow,Reporter Code,Partner Code,Commodity Code"
    text = f"{head},Qty,Trade Value (US$),Flag\nH4,2016,Re-Export,344,643,8542,0,9,6\n"
    imported(tmp_path, file(tmp_path, "legacy.csv", text))
    cell = cells(tmp_path)[0]
    told = (cell["reporter"], cell["partner"], cell["direction"], cell["edition"])
    assert told == ("HK", "RU", "RX", "HS2012")
    assert cell["quantity_estimated"]


def test_baci_in_thousands_with_lost_zeros(tmp_path: Path) -> None:
    text = "t,i,j,k,v,q\n2022,842,643,10121,1.5,  NA\n2022,699,643,847130,2,0.25\n"
    imported(tmp_path, file(tmp_path, "BACI_HS17_Y2022_V202401.csv", text))
    first, second = cells(tmp_path)
    assert (first["product"], first["value"], first["net_kg"]) == (
        "010121",
        1500.0,
        None,
    )
    assert (second["reporter"], second["net_kg"]) == ("IN", 250.0)
    assert (first["edition"], first["period"], first["level"]) == ("HS2017", "2022", 6)


@pytest.mark.parametrize("packed", [False, True])
def test_comext_bulk_in_new_and_old_words(tmp_path: Path, packed: bool) -> None:
    new = (
        "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,"
        "VALUE_EUR,QUANTITY_KG\nEL,RU,E,08054000,2,1,,202203,10,1\n"
        "EL,RU,E,08054000,2,3,,202203,5,1\nEL,QX,E,48XXXXXX,2,1,,202203,3,\n"
    )
    old = "DECLARANT_ISO,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS"
    path = tmp_path / "full_v2_202203.dat"
    path.write_bytes(gzip.compress(new.encode()) if packed else new.encode())
    imported(tmp_path, path)
    first, hidden = cells(tmp_path)
    assert (first["reporter"], first["value"], first["product"]) == (
        "GR",
        15.0,
        "08054000",
    )
    assert (first["edition"], first["valuation"]) == ("CN2022", "FOB")
    assert (hidden["status"], hidden["value"]) == ("confidential", 3.0)
    text = f"{old}\nDE,US,E,8054000,1,202152,7\n"
    imported(tmp_path, file(tmp_path, "full202152.csv", text))
    assert [c["product"] for c in cells(tmp_path, period="2021")] == ["08054000"]


def test_four_spellings_of_easycomext_are_one_month(tmp_path: Path) -> None:
    head = "REPORTER,PARTNER,PRODUCT,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUR\n"
    one = f'{head}"Ireland (Eire)",Kyrgyzstan,Total,EXPORT,Total,Aug. 2024,5\n'
    two = f"{head}Ireland,KG,TOTAL-Total,2-EXPORT,T-Total,202408-Aug. 2024,6\n"
    imported(tmp_path, file(tmp_path, "a.csv", one), file(tmp_path, "b.csv", two))
    assert [(c["period"], c["value"]) for c in cells(tmp_path)] == [("2024-08", 6.0)]


def test_a_national_table_in_that_layout_is_not_eurostats(tmp_path: Path) -> None:
    head = "REPORTER,PARTNER,PRODUCT,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUR\n"
    path = file(tmp_path, "kg.csv", f"{head}Kyrgyzstan,China,TOTAL,IMPORT,N,Y2023,5\n")
    assert imported(tmp_path, path).imported[0].source == "national"


def test_sdmx_joins_value_and_quantity(tmp_path: Path) -> None:
    text = (
        "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,"
        "OBS_FLAG\nX,M,EL:Greece,KG,84713000,2,VALUE_IN_EUROS,2023-04,100,e\n"
        "X,M,EL:Greece,KG,84713000,2,QUANTITY_IN_100KG,2023-04,3,\n"
        "X,M,EL:Greece,KG,84713000,2,VALUE_IN_EUROS,2023-05,:,c\n"
    )
    imported(tmp_path, file(tmp_path, "ds-045409.csv", text))
    first, second = sorted(cells(tmp_path), key=lambda c: str(c["period"]))
    assert (first["value"], first["net_kg"], first["value_estimated"]) == (
        100.0,
        300.0,
        True,
    )
    assert (second["value"], second["status"]) == (None, "confidential")


def book(path: Path, *sheets: tuple[str, list[list[Any]]]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def test_the_data_browser_workbook(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Data extracted on 21/01/2023 from [ESTAT]"],
        ["PRODUCT [PRODUCT]", None, "Something [84862010]"],
        ["FLOW", None, "EXPORT"],
        ["INDICATORS", None, "VALUE_IN_EUROS"],
        [],
        ["TIME", "TIME", "2022-01", None, "2022-02"],
        ["FREQ (Labels)", "FREQ (Labels)", "Monthly", None, "Monthly"],
        ["REPORTER (Labels)", "PARTNER (Labels)"],
        ["Austria", "Belarus (Belorussia)", 0, "e", ":"],
        [],
        ["Special value"],
        [":", "not available"],
    ]
    path = book(tmp_path / "w.xlsx", ("Summary", [["x"]]), ("Sheet 1", rows))
    outcome = imported(tmp_path, path)
    assert outcome.imported[0].reader == "eurostat-workbook"
    zero, missing = sorted(cells(tmp_path), key=lambda c: str(c["period"]))
    assert (zero["value"], zero["status"], zero["value_estimated"]) == (
        0.0,
        "reported",
        True,
    )
    assert (missing["value"], missing["status"]) == (None, "missing")
    assert (zero["partner"], zero["product"]) == ("BY", "84862010")


def test_the_imf_in_millions_and_both_valuations(tmp_path: Path) -> None:
    head = (
        "SERIES_CODE,COUNTRY.ID,COUNTRY,INDICATOR.ID,COUNTERPART_COUNTRY.ID,"
        "COUNTERPART_COUNTRY,SCALE.ID,SCALE,2021,2022\n"
    )
    rows = "a,RUS,Russia,MG_CIF_USD,CHN,China,6,Millions,1.5,\n"
    rows += "b,RUS,Russia,XG_FOB_USD,G001,World,6,Millions,2,3\n"
    imported(tmp_path, file(tmp_path, "imts.csv", head + rows))
    found = {(c["partner"], c["period"]): c for c in cells(tmp_path)}
    assert found["CN", "2021"]["value"] == 1.5e6
    assert found["CN", "2022"]["status"] == "missing"
    assert (found["CN", "2021"]["valuation"], found["CN", "2021"]["direction"]) == (
        "CIF",
        "M",
    )
    assert found["WORLD", "2022"]["valuation"] == "FOB"


def test_a_table_in_three_languages(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Товарлардын импорту", "Импорт товаров", "Imports of goods, Kyrgyzstan"],
        ["(миң АКШ доллары)", "(тыс. долларов США)", "(thousand US dollars)"],
        [],
        [None, None, None, 2022, "2023 1"],
        ["Бардыгы", "Всего", "Total", 5, 7],
        ["ЕАЭБ", "ЕАЭС", "EAEU", 3, "-"],
        ["Кытай", "Китай", "Chyna", 1.5, 0],
        ["1 Алдын ала", "1 Предварительные данные", "1 Preliminary"],
    ]
    outcome = imported(tmp_path, book(tmp_path / "table.xlsx", ("t", rows)))
    assert outcome.imported[0].reader == "national-workbook"
    found = {(c["partner"], c["period"]): c for c in cells(tmp_path)}
    assert found["CN", "2022"]["value"] == 1500.0
    assert (found["CN", "2023"]["value"], found["CN", "2023"]["value_estimated"]) == (
        0.0,
        True,
    )
    assert found["EAEU", "2023"]["status"] == "missing"
    assert {(c["reporter"], c["direction"]) for c in found.values()} == {("KG", "M")}


GACC = (
    "数据年月,商品编码,贸易伙伴名称,贸易方式名称,美元\n"
    "202301,84713000,俄罗斯联邦,一般,1\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_chinese_customs_with_a_mapping_that_is_saved(
    tmp_path: Path, encoding: str
) -> None:
    more = "202301,84713000,俄罗斯联邦,边境,2\n202301,84713000,哈萨克斯坦,一般,-\n"
    path = file(tmp_path, "g.csv", GACC + more, encoding)
    told = imported(tmp_path, path).refused
    assert "--map reporter=" in told[0].message
    imported(tmp_path, path, mapping={"reporter": "CN", "direction": "X"})
    found = {c["partner"]: c for c in cells(tmp_path)}
    assert (found["RU"]["value"], found["RU"]["currency"]) == (3.0, "USD")
    assert found["KZ"]["status"] == "missing"
    other = file(tmp_path, "h.csv", GACC.replace("202301", "202302"), encoding)
    assert imported(tmp_path, other).imported[0].about["mapping"]


def test_russian_headings_and_thousands(tmp_path: Path) -> None:
    text = (
        "Период;Направление;Страна;Код ТН ВЭД;Стоимость, тыс. долл. США;Вес нетто\n"
        "01.2024;ЭК;КАЗАХСТАН;8471300000;1 234,5;7\n"
    )
    path = file(tmp_path, "fts.csv", text, "cp1251")
    imported(tmp_path, path, mapping={"reporter": "RU"})
    cell = cells(tmp_path)[0]
    assert (cell["partner"], cell["direction"], cell["period"]) == (
        "KZ",
        "X",
        "2024-01",
    )
    assert (cell["value"], cell["level"]) == (1_234_500.0, 10)


def test_an_unknown_currency_stays_unknown(tmp_path: Path) -> None:
    text = "reporter,partner,hs6,period,flow,value\nCN,RU,90111,2023-01,X,5\n"
    outcome = imported(tmp_path, file(tmp_path, "x.csv", text))
    assert [p.code for p in outcome.problems] == ["currency-unknown"]
    cell = cells(tmp_path)[0]
    assert (cell["currency"], cell["edition"], cell["product"]) == ("", "HS", "090111")


def test_an_unknown_area_is_kept_and_told(tmp_path: Path) -> None:
    text = "reporter,partner,period,flow,value_eur\nDE,Atlantis,2023,X,5\n"
    outcome = imported(tmp_path, file(tmp_path, "x.csv", text))
    assert [p.code for p in outcome.problems] == ["area-unknown"]
    assert [c["partner"] for c in cells(tmp_path)] == ["?Atlantis?"]


def test_rows_without_a_period_are_left_out_and_counted(tmp_path: Path) -> None:
    text = (
        "reporter,partner,period,flow,value_eur\nDE,RU,2023-Q4,X,5\nDE,RU,2023,X,abc\n"
    )
    outcome = imported(tmp_path, file(tmp_path, "x.csv", text))
    assert {p.code for p in outcome.problems} == {
        "period-unreadable",
        "value-unreadable",
    }
    assert outcome.imported[0].refused == 1
    assert [c["status"] for c in cells(tmp_path)] == ["unreadable"]


def test_the_same_file_is_taken_once(tmp_path: Path) -> None:
    path = plus(tmp_path, v1())
    imported(tmp_path, path)
    again = imported(tmp_path, path)
    assert (len(again.imported), len(again.unchanged)) == (0, 1)
    assert len(cells(tmp_path)) == 1


def test_a_revised_cell_replaces_the_older_one(tmp_path: Path) -> None:
    imported(tmp_path, plus(tmp_path, v1(), v1(cmdCode="090112")))
    imported(tmp_path, plus(tmp_path, v1(primaryValue="101")))
    assert sorted(c["value"] for c in cells(tmp_path)) == [100.0, 101.0]
    assert {c["product"]: c["value"] for c in cells(tmp_path)}["090111"] == 101.0


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", b""), ("a.csv", b"\x00\x01\x02"), ("a.xlsx", b"PK\x03\x04rubbish"),
     ("a.parquet", b"PAR1rubbishPAR1"), ("a.json", b'{"count":1,"elapsedTime":1'),
     ("a.csv", b"t,i,j,k,v,q\n"), ("a.csv.gz", b"\x1f\x8bnot gzip")],
)  # fmt: skip
def test_what_is_no_statistic_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    outcome = imported(tmp_path, path)
    assert not outcome.imported
    assert [p.severity for p in outcome.refused] == ["error"]
    assert not list((tmp_path / "flows").glob(".scratch*"))


def test_an_interrupted_import_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from enduse.library import statistics_cells

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(statistics_cells, "write", stopped)
    with pytest.raises(KeyboardInterrupt):
        imported(tmp_path, plus(tmp_path, v1()))
    assert [p.name for p in (tmp_path / "flows").iterdir()] == [".lock"]


def test_files_of_millions_go_reporter_by_reporter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from enduse.library import statistics_cells

    monkeypatch.setattr(statistics_cells, "_WHOLE", 2)
    rows = [v1(reporterCode=r, motCode=m) for r in ("417", "398", "51") for m in "12"]
    outcome = imported(tmp_path, plus(tmp_path, *rows))
    assert (outcome.imported[0].kept, outcome.imported[0].parts) == (3, 3)
    assert {c["value"] for c in cells(tmp_path)} == {200.0}
