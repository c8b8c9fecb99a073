"""Figures that others computed from the same files, to the last digit they print.

The sixteen figures of the data folder's own description, each out of the public
command; the studies they come from are named there.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from enduse.cli.main import application
from tests.conftest import real_data

PRE_POST = ("--pre", "2021-03..2021-11", "--post", "2022-03..2022-11")
EU = ("--reporter", "EU27_2020", "--direction", "X")
LISTED = "eu_reg833_2014_export_codes_cn_2022-10-07.csv"
FILES = {
    "cn8": "eu_exports_cn8_monthly_202001_202211.parquet",
    "totals": "eu_total_trade_monthly_202001_202211.csv",
    "all-goods": "eu_exports_total_monthly_201901_202408.csv",
    "annual": "eu_exports_all_partners_annual_2010_2023.csv",
    "kg": "national_imports_kyrgyz_annual_2019_2023.csv",
    "kz": "national_imports_kazakhstan_annual_2019_2023.csv",
    "imf": "imf_imts_russia_annual_2016_2024.csv",
    "thailand": (
        "raw_format_samples/comtradeplus_download_THA_8542_imports_2014_2024.csv"
    ),
    "gallium": "china_exports_gallium_germanium_hs6_monthly_2017_2024.csv",
}
ABOUT = {
    "gallium": ("--map", "currency=USD", "--map", "net_kg=qty"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = real_data("flows")
    place = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENDUSE_HOME", str(place))
        for source, name in FILES.items():
            told = ("--source", source, *ABOUT.get(source, ()))
            _run("import", str(folder / name), *told)
        yield folder


def _run(*words: str) -> str:
    result = CliRunner().invoke(application(), ["flows", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def _ask(*words: str) -> dict[str, Any]:
    found = json.loads(_run(*words, "--json"))
    wanted = {
        *("question", "definition", "rows", "unit", "currency", "windows"),
        *("editions", "coverage", "left_out", "sources", "findings", "problems"),
    }
    assert wanted <= set(found)
    assert isinstance(found, dict)
    return found


def _rows(found: dict[str, Any], key: str = "group") -> dict[str, dict[str, Any]]:
    return {row[key]: row for row in found["rows"]}


def _listed(home: Path) -> tuple[str, str]:
    return "--goods", str(home / LISTED)


def test_1_what_was_banned_fell_to_russia_and_rose_to_its_neighbours(
    home: Path,
) -> None:
    russia = _ask("growth", *EU, "--partner", "RU", *_listed(home), *PRE_POST)
    whole = _rows(russia)["all"]
    assert round(whole["pre"] / 1e6, 1) == 25_781.7
    assert round(whole["post"] / 1e6, 1) == 7_329.6
    assert round(whole["rise_by_percent"], 2) == -71.57
    around = ("--partner", "BY,KZ,KG,AM,GE,UZ")
    rows = _rows(_ask("growth", *EU, *around, *_listed(home), *PRE_POST))
    assert round(rows["all"]["pre"] / 1e6, 1) == 4_454.6
    assert round(rows["all"]["post"] / 1e6, 1) == 8_668.4
    assert round(rows["all"]["rise_by_percent"], 2) == 94.59
    assert {name: round(r["rise_by_percent"], 1) for name, r in rows.items()} == {
        "all": 94.6,
        "KG": 694.2,
        "AM": 330.0,
        "KZ": 143.7,
        "GE": 123.2,
        "UZ": 81.8,
        "BY": 19.6,
    }


def test_2_the_rise_on_codes_that_both_years_have_is_never_left_unsaid(
    home: Path,
) -> None:
    around = ("--partner", "BY,KZ,KG,AM,GE,UZ")
    found = _ask("growth", *EU, *around, *_listed(home), *PRE_POST)
    whole = _rows(found)["all"]
    assert round(whole["comparable_rise_by_percent"], 2) == 81.75
    assert {"85171300", "87012110", "87012190"} & set(
        found["editions"]["not_comparable"]
    )
    assert found["editions"]["codes_only_after"] == 69
    assert found["editions"]["codes_only_before"] == 91
    lost = [line for line in found["left_out"] if "window" in line]
    assert [line["window"] for line in lost] == ["pre", "post"]
    assert all(line["value"] > 0 for line in lost)
    russia = _ask("growth", *EU, "--partner", "RU", *_listed(home), *PRE_POST)
    assert round(_rows(russia)["all"]["comparable_rise_by_percent"], 2) == -71.57
    printed = _run("growth", *EU, *around, *_listed(home), *PRE_POST)
    assert "94.59" in printed
    assert "81.75" in printed


def test_3_all_goods_less_energy_and_the_two_by_two(home: Path) -> None:
    less = ("--goods", "TOTAL", "--without", "27", "--source", "totals")
    for partners, by in (("RU", -47.46), ("BY,KZ,KG,AM,GE,UZ", 47.72)):
        found = _ask("growth", *EU, "--partner", partners, *less, *PRE_POST)
        assert round(_rows(found)["all"]["rise_by_percent"], 2) == by
    expected = {
        "RU": (-0.858, -57.6),
        "KZ": (0.409, 50.5),
        "AM": (0.748, 111.3),
        "KG": (1.041, 183.2),
        "AM,KZ,KG": (0.496, 64.2),
    }
    for partners, (log, percent) in expected.items():
        found = _ask(
            *("effect", *EU, "--partner", partners, *_listed(home), *PRE_POST),
            *("--event", "2022-03", "--control-goods", "TOTAL,-27"),
            *("--source", "cn8,totals"),
        )
        row = _rows(found, "measure")["against other goods, each set taken out whole"]
        assert row["method"] == "did_2x2"
        assert round(row["log"], 3) == log
        assert round(row["percent"], 1) == percent


def test_4_and_5_substitution_and_the_months_of_the_breaks(home: Path) -> None:
    found = _ask(
        *("reroute", "--reporter", "EU27_2020", "--into", "RU", "--via", "AM,KZ,KG"),
        *_listed(home),
        *PRE_POST,
    )
    rows = _rows(found, "hub")
    assert round(rows["all"]["rise_in"] / 1e6, 1) == 2_912.5
    assert round(rows["all"]["direct_fall"] / 1e6, 1) == 18_452.0
    assert round(rows["all"]["substitution_percent"], 2) == 15.78
    breaks = {hub: rows[hub]["break_in"] for hub in ("KG", "KZ", "AM")}
    assert breaks == {"KG": "2022-06", "KZ": "2022-06", "AM": "2022-05"}
    assert rows["all"]["direct_break"] == "2022-03"
    codes = {p["code"] for p in found["problems"]}
    assert {"onward-absent", "classification-changed"} <= codes


def test_6_suppliers_of_kyrgyzstan(home: Path) -> None:
    asked = (*EU, "--partner", "KG", *_listed(home), "--from", "2022-03")
    shares = _rows(_ask("share", *asked, "--to", "2022-11"))
    found = {
        name: round(shares[name]["share_percent"], 2) for name in ("DE", "LT", "PL")
    }
    assert found == {"DE": 35.62, "LT": 27.01, "PL": 7.61}
    row = _ask("concentration", *asked, "--to", "2022-11")["rows"][0]
    assert round(row["hhi"]) == 2_141
    assert row["band"] == "high"


def test_7_how_much_of_the_high_priority_list_is_in_the_data(home: Path) -> None:
    found = _ask("growth", *EU, "--partner", "RU", "--goods", "chpl", *PRE_POST)
    assert found["coverage"]["codes_asked"] == 50
    assert found["coverage"]["codes_found"] == 19
    whole = _rows(found)["all"]
    assert (round(whole["pre"] / 1e6, 1), round(whole["post"] / 1e6, 1)) == (
        1_664.1,
        44.9,
    )


def test_8_a_year_against_the_year_before(home: Path) -> None:
    years = ("--goods", "TOTAL", "--pre", "2021", "--post", "2022")
    rows = _rows(_ask("growth", *EU, "--partner", "KG,KZ,AM,UZ", *years))
    by = {name: round(row["rise_by_percent"], 1) for name, row in rows.items()}
    assert by["KG"] == 344.8
    assert by["KZ"] == 88.6
    assert by["AM"] == 148.9
    assert by["UZ"] == 63.8
    sums = {n: [round(rows[n][w] / 1e6, 1) for w in ("pre", "post")] for n in rows}
    assert sums["KG"] == [263.2, 1_170.9]
    assert sums["KZ"] == [5_487.1, 10_347.7]


def test_9_the_same_trade_in_two_currencies(home: Path) -> None:
    asked = (*EU, "--partner", "KG,KZ,GE", "--goods", "TOTAL", "--source", "all-goods")
    halves = ("--pre", "2021-H2", "--post", "2022-H2")
    euros = _ask("growth", *asked, *halves)
    by = {n: round(r["rise_by_percent"], 1) for n, r in _rows(euros).items()}
    assert (by["KG"], by["KZ"], by["GE"]) == (627.7, 147.1, 61.1)
    assert euros["currency"] == "EUR"
    rates = ("--rates", "2021-H2=1.1614,2022-H2=1.0139", "--currency", "USD")
    dollars = _ask("growth", *asked, *halves, *rates)
    by = {n: round(r["rise_by_percent"]) for n, r in _rows(dollars).items()}
    assert (by["KG"], by["KZ"], by["GE"]) == (535, 116, 41)
    assert dollars["currency"] == "USD"
    assert "as given" in dollars["definition"]


def test_10_what_arrived_of_what_was_sent(home: Path) -> None:
    asked = (*EU, "--goods", "TOTAL", "--from", "2021", "--to", "2023")
    sources = ("--source", "all-goods,kg,kz")
    found = _ask("mirror", *asked, "--partner", "KG", "--control", "KZ", *sources)
    ratio = {(r["to"], r["when"]): round(r["ratio"], 2) for r in found["rows"]}
    assert [ratio["KG", y] for y in ("2021", "2022", "2023")] == [0.93, 0.43, 0.33]
    assert [ratio["KZ", y] for y in ("2021", "2022", "2023")] == [0.87, 0.70, 0.80]
    year = {r["when"]: r for r in found["rows"] if r["to"] == "KG"}
    assert round(year["2022"]["arrived"] / 1e6, 1) == 501.8
    assert round(year["2023"]["arrived"] / 1e6, 1) == 901.5
    assert {f["kind"] for f in found["findings"]} == {"lost_in_transit"}
    one = ("--from", "2023", "--to", "2023", "--goods", "TOTAL", "--pairs")
    pairs = _rows(_ask("mirror", *EU, "--partner", "KG", *one, *sources), "from")
    both = {
        name: (
            round(pairs[name]["sent"] / 1e6, 1),
            round(pairs[name]["arrived"] / 1e6, 1),
        )
        for name in ("PL", "LT", "DE", "LV")
    }
    assert both == {
        "PL": (469.9, 45.6),
        "LT": (386.8, 92.0),
        "DE": (713.8, 394.2),
        "LV": (151.8, 11.3),
    }


def test_11_members_and_their_group_are_not_added(home: Path) -> None:
    year = ("--from", "2023", "--to", "2023", "--goods", "TOTAL", "--direction", "X")
    asked = ("share", "--partner", "KG", *year, "--source", "all-goods")
    found = _ask(*asked)
    whole = sum(row["value"] for row in found["rows"])
    assert round(whole / 1e6, 2) == 2_733.76
    dropped = next(
        x for x in found["left_out"] if x["what"] == "aggregates as reporter"
    )
    assert round((whole + dropped["value"]) / 1e6, 1) == 12_380.2
    group = _ask(*asked, "--reporter", "EU27_2020")
    assert round(sum(row["value"] for row in group["rows"]) / 1e6, 2) == 2_733.76


def test_12_china_in_what_russia_imports(home: Path) -> None:
    found = _ask(
        *("share", "--reporter", "RU", "--direction", "M", "--source", "imf"),
        *("--each", "year", "--from", "2021", "--to", "2024"),
    )
    china = {
        row["when"]: round(row["share_of_countries_percent"], 1)
        for row in found["rows"]
        if row["group"] == "CN"
    }
    assert china == {"2021": 24.8, "2022": 34.3, "2023": 45.3, "2024": 46.4}
    assert found["coverage"]["world_difference_percent"] < 0.2


def test_13_ships_and_bunkers_rise_like_hubs(home: Path) -> None:
    found = _ask(
        *("growth", *EU, "--goods", "TOTAL", "--source", "annual", "--pre", "2021"),
        *("--post", "2023", "--min-value", "1e8", "--top", "6"),
    )
    ranked = [
        (row["group"], round(row["rise_by_percent"], 1))
        for row in found["rows"]
        if row["group"] != "all"
    ]
    assert ranked == [
        ("KG", 938.5),
        ("BM", 450.1),
        ("PA", 259.3),
        ("AM", 185.4),
        ("KZ", 120.7),
        ("HIGH_SEAS", 104.8),
    ]
    assert "totals-swing" in {p["code"] for p in found["problems"]}


def test_14_suppliers_of_thailand_with_taiwan_under_its_name_there(home: Path) -> None:
    found = _ask(
        *("share", "--reporter", "TH", "--direction", "M", "--goods", "8542"),
        *("--each", "year"),
    )
    last = {r["group"]: r for r in found["rows"] if r["when"] == "2024"}
    assert round(last["OTHER_ASIA"]["share_percent"], 2) == 43.61
    assert round(last["CN"]["share_percent"], 2) == 10.39
    years = {row["period"] for row in found["coverage"]["world_rows"]}
    assert len(years) == 11
    assert found["coverage"]["world_difference_percent"] < 1e-6


def test_15_codes_are_compared_within_closed_groups_only() -> None:
    found = _ask_codes("--goods", "chpl")
    rows = _rows(found, "code")
    renamed = {"880730": "880330", "854800": "854890"}
    for code, before in renamed.items():
        assert rows[code]["verdict"] == "comparable"
        assert rows[code]["older_codes"] == [before]
    assert rows["854149"]["verdict"].startswith("not comparable")
    assert rows["854149"]["newer_codes"] == ["854141", "854142", "854143", "854149"]
    for code in ("854151", "854159"):
        assert rows[code]["verdict"] == "not comparable: no counterpart"
        assert "851712" not in rows[code]["conversion"]
    group = rows["852589"]
    assert len(group["older_codes"]) + len(group["newer_codes"]) == 26
    counts = found["editions"]
    assert counts["raw_largest"] == 2_258
    assert counts["cut_largest"] == 66
    assert counts["cut_pairs_1_to_1"] == 5_099


def _ask_codes(*words: str) -> dict[str, Any]:
    found = json.loads(_run("comparable", *words, "--json"))
    assert isinstance(found, dict)
    return found


def test_16_a_code_of_six_digits_is_too_coarse_for_a_measure_on_items(
    home: Path,
) -> None:
    found = _ask(
        *("effect", "--reporter", "CN", "--direction", "X", "--goods", "811292"),
        *("--event", "2023-08", "--announced", "2023-07"),
    )
    said = found["rows"][0]
    assert said["method"] == "verdict"
    assert said["measure"] == "none"
    assert "no fall shown" in said["text"]
    assert "codes-too-coarse" in {p["code"] for p in found["problems"]}
