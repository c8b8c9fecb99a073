"""Every picture of an answer: valid, offline, complete, and safe against its data."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from enduse.cli.flows import telling
from enduse.flows.answer import Answer
from enduse.flows.coverage import coverage
from enduse.flows.query import Query
from enduse.flows.share import Sharing, share
from enduse.report.flow_charts import as_html, as_picture, bundle, sankey, write
from enduse.report.flow_charts.choose import figures
from enduse.report.flow_charts.heat import figures as heat
from enduse.report.flow_charts.look import COLOURS
from enduse.report.flow_charts.place import Spot, readable, ticks
from enduse.report.flow_charts.table import cells, headings
from tests.unit.flows.cells_made import cell, table
from tests.unit.report.invented_flows import ANSWERS, sent, statistics

EVIL = '?</script><img src=x onerror="alert(1)">&\u202e\x1b[31m?'


@pytest.fixture(scope="module")
def flows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pl.LazyFrame]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENDUSE_HOME", str(tmp_path_factory.mktemp("home")))
        yield statistics()


@pytest.fixture(scope="module", params=ANSWERS)
def answer(request: pytest.FixtureRequest, flows: pl.LazyFrame) -> Answer:
    return ANSWERS[request.param](flows)


@pytest.fixture(scope="module")
def page(answer: Answer) -> Any:
    return html.document_fromstring(as_html(answer))


def test_svg_is_valid_and_says_what_it_rests_on(answer: Answer) -> None:
    root = etree.fromstring(as_picture(answer, ".svg"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    text = " ".join(str(part) for part in root.itertext())
    for figure in figures(answer):
        assert figure.title.split(":")[0][:30] in text
    for said in ("Question: ", "Unit: ", "Source: ", "extraction", "Definition: "):
        assert said in text
    assert not [e for e in root.iter() if str(e.tag).endswith(("script", "image"))]
    assert "NaN" not in etree.tostring(root).decode()
    assert "undefined" not in text


def test_page_fetches_nothing_and_allows_only_itself(page: Any) -> None:
    assert not page.xpath("//link | //img | //iframe | //object | //embed | //base")
    assert not page.xpath("//@src | //@action | //form")
    for place in page.xpath("//@href | //@*[local-name()='href']"):
        assert str(place).startswith("#")
    assert not re.search(r"@import|url\((?!#)", page.xpath("//style")[0].text)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert "eval" not in policy
    script = page.xpath("//script[not(@type)]")[0].text
    style = page.xpath("//style")[0].text
    assert f"script-src '{_hash(script)}'" in policy
    assert f"style-src-elem '{_hash(style)}'" in policy


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def test_the_table_is_the_answers_rows(answer: Answer, page: Any) -> None:
    heads = [th.text_content() for th in page.xpath("//thead//th")]
    shown = [
        [td.text_content() for td in row.xpath("td")]
        for row in page.xpath("//tbody/tr")
    ]
    assert heads == headings(answer.rows)
    assert shown == cells(answer.rows)


def test_each_picture_is_named_for_who_cannot_see_it(answer: Answer, page: Any) -> None:
    names = page.xpath("//*[@role='img'][contains(@class,'picture')]/@aria-label")
    assert names == [figure.said for figure in figures(answer)]
    assert all(len(name) > 20 for name in names)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_what_the_data_say_is_never_taken_for_markup(flows: pl.LazyFrame) -> None:
    evil = table(
        cell(reporter=EVIL, value=3.0),
        cell(value=1.0),
        cell(reporter="=1+1", value=2.0),
    )
    found = share(evil, Query(partners=("KG",)), Sharing("reporter"))
    page: Any = html.document_fromstring(as_html(found))
    assert not page.xpath("//img")
    assert not page.xpath("//@onerror")
    assert len(page.xpath("//script")) == 1 + len(figures(found))
    texts = [td.text_content() for td in page.xpath("//tbody//td")]
    assert any("</script><img" in text for text in texts)
    assert "\u202e" not in as_html(found)
    root = etree.fromstring(as_picture(found))
    assert "\u202e" not in etree.tostring(root, encoding="unicode")
    assert not [e for e in root.iter() if str(e.tag).endswith(("img", "script"))]


@pytest.mark.parametrize("name", ["picture.gif", "picture", "picture.html.exe"])
def test_another_ending_is_refused_with_those_that_are_known(
    flows: pl.LazyFrame, tmp_path: Path, name: str
) -> None:
    found = ANSWERS["growth"](flows)
    with pytest.raises(typer.BadParameter, match=r"\.html, \.svg, \.png"):
        telling.draw(found, str(tmp_path / name))
    with pytest.raises(typer.BadParameter, match="no such folder"):
        telling.draw(found, str(tmp_path / "absent" / "a.svg"))
    assert not list(tmp_path.iterdir())


def test_each_ending_is_its_own_format(flows: pl.LazyFrame, tmp_path: Path) -> None:
    found = ANSWERS["growth"](flows)
    for name, start in (
        ("a.svg", b"<svg"),
        ("a.PNG", b"\x89PNG"),
        ("a.html", b"<!doctype html>"),
    ):
        write(found, tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_failure_leaves_the_earlier_picture(
    flows: pl.LazyFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "a.svg"
    place.write_text("earlier")
    with pytest.raises(ValueError, match="nothing to draw"):
        write(replace(ANSWERS["growth"](flows), rows=()), place)

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="disk full"):
        write(ANSWERS["growth"](flows), place)
    assert place.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [place]


def test_many_lines_are_drawn_as_few_and_the_rest(flows: pl.LazyFrame) -> None:
    names = [f"{a}{b}" for a in "ABCDEFG" for b in "AEIOUY"]
    many = table(*(cell(partner=n, value=float(v + 1)) for v, n in enumerate(names)))
    found = share(many, Query(reporters=("DE",)), Sharing("partner"))
    (figure,) = figures(found)
    values = _values(figure.chart.to_dict())
    assert len({row["name"] for row in values}) == 16
    assert sum(row["share"] for row in values) == pytest.approx(100)


def _values(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for rows in spec["datasets"].values() for row in rows]


def test_both_panels_of_ribbons_are_on_one_scale() -> None:
    links = [
        sankey.Link("EU", "RU", "2021", 100.0),
        sankey.Link("EU", "KG", "2021", 5.0),
        sankey.Link("KG", "RU", "2021", 5.0),
        sankey.Link("EU", "RU", "2022", 20.0),
        sankey.Link("EU", "KG", "2022", 60.0),
        sankey.Link("KG", "RU", "2022", 45.0),
        sankey.Link("KG", "stays", "2022", 15.0, lost=True),
    ]
    found = sankey.figure("t", links, (["EU"], ["KG"], ["RU", "stays"]), "EUR")
    spec = found.chart.to_dict()
    domains = {
        tuple(layer["encoding"]["y"]["scale"]["domain"])
        for panel in spec["hconcat"]
        for layer in panel["layer"]
        if "scale" in layer["encoding"]["y"]
    }
    assert len(domains) == 1
    ribbons = {
        (r["link"], r["value"], round(r["y2"] - r["y"], 9))
        for r in _values(spec)
        if "link" in r
    }
    assert all(value == thick for _, value, thick in ribbons)
    kinds = {r["kind"] for r in _values(spec) if r.get("to") == "stays"}
    assert kinds == {"not on record"}


def test_what_cannot_be_compared_is_hatched_and_never_coloured() -> None:
    row = {"goods": "854151", "partner": "KG", "pre": 4.0, "post": 9.0, "times": None}
    rows = (
        {**row, "comparable": False},
        {**row, "goods": "854231", "times": 2.25, "comparable": True},
        {**row, "goods": "847150", "pre": 0.0, "comparable": True},
    )
    (figure,) = heat(Answer("q", "d", rows))
    states = {
        r["goods"]: (r["state"], r["text"]) for r in _values(figure.chart.to_dict())
    }
    assert states == {
        "854151": ("not comparable", ""),
        "854231": ("compared", "2.25"),
        "847150": ("new", "new"),
    }


def test_not_filed_no_value_and_zero_are_three_marks(flows: pl.LazyFrame) -> None:
    made = table(
        cell(period="2022-01"),
        cell(period="2022-02", value=None),
        cell(period="2022-03", value=0.0),
        cell(period="2022-01", reporter="FR"),
    )
    (figure,) = figures(coverage(made, Query()))
    drawn = {
        (r["name"], r["period"]): r["state"] for r in _values(figure.chart.to_dict())
    }
    assert drawn["Germany", "2022-02"] == "no value"
    assert drawn["Germany", "2022-03"] == "filed"
    assert drawn["France", "2022-03"] == "not filed"


def test_a_month_nobody_filed_is_a_gap_in_the_line(flows: pl.LazyFrame) -> None:
    found = ANSWERS["effect"](flows)
    rows = [
        {**r, "value": None} if r["period"] == "2021-06" else r
        for r in found.series["monthly"]
    ]
    gap = replace(found, series={**found.series, "monthly": rows})
    values = _values(figures(gap)[0].chart.to_dict())
    (missing,) = [
        r
        for r in values
        if r.get("line") == "recorded" and r["at"].startswith("2021-06")
    ]
    assert missing["value"] is None


def test_the_script_is_kept_and_made_again_when_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import vl_convert

    made: list[str] = []

    def slow(snippet: str) -> str:
        made.append(snippet)
        return "let a = '</script>';"

    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path))
    monkeypatch.setattr(vl_convert, "javascript_bundle", slow)
    texts = []
    for damage in (False, False, True):
        bundle.bundle.cache_clear()
        for kept in (tmp_path / "cache").glob("*.js") if damage else ():
            kept.write_text(kept.read_text() + "alert(1)")
        texts.append(bundle.bundle())
    bundle.bundle.cache_clear()
    assert texts == ["let a = '<\\/script>';"] * 3
    assert len(made) == 2


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400), st.text())))
def test_labels_that_are_kept_never_meet(places: list[tuple[int, int, str]]) -> None:
    spots = [Spot(float(x), float(y), text) for x, y, text in places]
    kept = [s for s, free in zip(spots, readable(spots), strict=True) if free]
    for n, one in enumerate(kept):
        assert not any(one.meets(other) for other in kept[n + 1 :])
    assert not spots or kept[0] == spots[0]


@given(st.floats(1e-9, 1e12), st.floats(1.0, 1e9))
def test_ticks_lie_within_their_axis(low: float, times: float) -> None:
    assert all(low <= tick <= low * times for tick in ticks(low, low * times))


def test_colours_are_those_chosen_for_every_kind_of_colour_vision() -> None:
    okabe_ito = {"#e69f00", "#56b4e9", "#009e73", "#0072b2", "#d55e00", "#cc79a7"}
    assert set(COLOURS) == okabe_ito
    assert len(COLOURS) == len(okabe_ito)


def test_hubs_without_a_record_of_what_went_on_are_said_to_be(
    flows: pl.LazyFrame,
) -> None:
    silent = flows.filter(pl.col("reporter").is_in(["DE", "FR", "PL"]))
    found = ANSWERS["reroute"](silent)
    notes = " ".join(note for figure in figures(found) for note in figure.notes)
    assert "No hub's record" in notes
    assert sent("RU").partners == ("RU",)
