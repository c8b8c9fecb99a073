"""The HTML report: what it says, what it leaves out, and that nothing in it acts."""

import hashlib
import os
import re
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from enduse.model import (
    Assessment,
    Cite,
    Listing,
    Origin,
    Problem,
    RuleRef,
    Subject,
)
from enduse.report.html import HtmlReport
from tests.unit.report import invented
from tests.unit.report.page import said, tree, whole, written


def test_it_works(tmp_path: Path) -> None:
    """Everything that an officer forwards is on the page."""
    text = said(tree(written(tmp_path, invented.run())))
    for what in (
        "5 payments and records held against 3 lists as of 2026-03-02",
        "enduse proposes, a person decides",
        "2 findings: 1 critical, 1 medium.",
        "E2E-2026-0302-119",
        "Northland Treasury: Northland Treasury sanctions list, entry xx-north:1187",
        "since 2023-05-19 (NTA-MACHINES)",
        "assets frozen; no funds or economic resources may be provided",
        "Northland Trade Act 2019, section 12(1)",
        "Score 0.94 is the sum of these parts",
        "+0.61",
        "−0.05",
        "According to Northland Treasury: “Operates in the bearings sector",
        "Union consolidated list: Vostrelka Precision Bearings, MIL-SUPPLY, since",
        "xx-island:gone (entry not found in this library)",
        "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/Cdtr",
        "sha256 3f9a3f9a3f9a",
        "the message ends inside <CdtrAgt>",
        "late.xml line 41, column 7",
        "Harbour Authority (HA), xx-harbour stale 41 days old",
        "enduse 0.1.0 · as of 2026-03-02 · made 2026-03-02 09:30 UTC · threshold 0.70",
        "enduse screen payments.xml customers.csv",
    ):
        assert what in text, what


def test_differing_letters_are_marked_on_both_sides(tmp_path: Path) -> None:
    """The two names stand side by side with their differences."""
    page = tree(
        written(tmp_path, [invented.assessment("R", "stop", invented.finding())])
    )
    cells = page.xpath("//tr[@class='names']/td")
    assert [[m.text for m in cell.iter("mark")] for cell in cells] == [["i"], ["s"]]
    assert [c.text_content().strip() for c in cells] == [
        "Vostrielka Precision Bearing JSC",
        "Vostrelka Precision Bearings JSC",
    ]


def test_notices_are_shown_once(tmp_path: Path) -> None:
    """A stale list is said at the top, not on each of a hundred payments."""
    text = written(tmp_path, invented.many(100))
    assert text.count("Harbour Authority vessel list is 41 days old") == 1


def test_sample_library_is_said(tmp_path: Path) -> None:
    """At the top and at the bottom, and only when it was used."""
    sample = written(tmp_path, [], context=invented.context(sample=True))
    assert "it clears nobody" in said(tree(sample))
    assert "Made with the sample library" in said(tree(sample))
    assert "sample library" not in written(tmp_path, []).lower()


def test_an_empty_run_clears_nobody(tmp_path: Path) -> None:
    """No assessment, no list: the page says that this is no clearance."""
    bare = invented.context(sources=(), files=(), command="")
    text = said(tree(written(tmp_path, [], context=bare)))
    assert "Nothing was screened" in text
    assert "nothing here says that anybody is clear" in text


def test_gravest_findings_are_kept_and_the_rest_counted(tmp_path: Path) -> None:
    """The page says how many findings it leaves out, and where they are."""
    context = invented.context(jsonl="out.jsonl")
    page = tree(written(tmp_path, invented.many(100), context=context, detailed=20))
    cards = page.find_class("finding")
    assert len(cards) == 20
    assert {card.get("class") for card in cards} == {"finding v-critical"}
    text = said(page)
    assert "the 20 gravest findings of 100. The other 80 are counted" in text
    assert "stand complete in out.jsonl" in text
    assert "80 further ones are in the JSON Lines output out.jsonl" in text
    assert "34 Stop" in text


def test_the_page_does_not_grow_with_the_run(tmp_path: Path) -> None:
    """Ten times the input, much the same file."""
    small = len(written(tmp_path, invented.many(50), detailed=20))
    large = len(written(tmp_path, invented.many(500), detailed=20))
    assert large < small * 1.05


def test_long_reports_hold_their_cards_back_but_lose_nothing(tmp_path: Path) -> None:
    """Cards wait in noscript: with scripts they cost little, without they show."""
    text = whole(written(tmp_path, invented.many(201)))
    assert text.count("<noscript>") == text.count("</noscript>") == 202
    assert "<noscript>" not in written(tmp_path, invented.many(200))
    assert len(tree(text).find_class("sides")) == 201


def test_long_reports_are_packed_and_their_first_part_is_not(tmp_path: Path) -> None:
    """Most of the page is small; a browser without scripts reads the gravest."""
    text = written(tmp_path, invented.many(700))
    assert len(tree(text).find_class("sides")) == 100
    assert "Here stand the first 100 findings" in said(tree(text))
    page = tree(whole(text))
    assert len(page.find_class("sides")) == 700
    assert len(page.xpath("//table[@id='rows']/tbody/tr")) == 700
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [to[1:] for to in page.xpath("//a/@href") if to.startswith("#")]
    assert set(links) <= set(ids)
    assert len(text) < len(whole(text)) / 4


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """No element loads anything, and the policy forbids what could."""
    text = written(tmp_path, invented.run())
    page = tree(text)
    for tag in ("img", "link", "iframe", "object", "embed", "base", "audio", "video"):
        assert not page.xpath(f"//{tag}"), tag
    assert not page.xpath("//@src | //@srcset | //@style | //@action")
    assert "url(" not in text
    assert "@import" not in text
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_policy_allows_exactly_this_style_and_script(tmp_path: Path) -> None:
    """The hashes in the policy are those of the page's own style and script."""
    text = written(tmp_path, invented.run())
    for tag in ("style", "script"):
        inner = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(inner) == 1
        digest = b64encode(hashlib.sha256(inner[0].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in text


EVIL = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "</noscript><script>alert(1)</script>",
    "</style><b>x",
    "{{ 7 * 7 }}{% raw %}",
    "]]><!-- --!>",
)


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("count", [1, 201])
def test_markup_in_values_is_text(tmp_path: Path, evil: str, count: int) -> None:
    """A hostile value stands there to be read, in every place a value can reach."""
    one = hostile(evil)
    context = invented.context(
        command=evil, files=((evil, evil, evil, 1),), engine=evil, jsonl=evil
    )
    text = whole(written(tmp_path, [one] * count, context=context))
    page = tree(text)
    assert text.count("<script") == 1
    assert not page.xpath("//img | //@onerror | //@onmouseover")
    assert evil in page.find("body").text_content()
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")


def test_hidden_characters_are_spelt_out(tmp_path: Path) -> None:
    """No control or direction-changing character reaches the page."""
    text = written(tmp_path, [hostile("a\x00b\u202ec\x1b[2J\ud800")])
    assert not re.search("[\x00\u202e\x1b]", text)
    assert "a␀b⟨U+202E⟩c␛[2J⟨U+D800⟩" in text


def test_long_values_are_cut_and_said(tmp_path: Path) -> None:
    """A name of ten thousand letters does not fill the page ten times."""
    text = written(tmp_path, [hostile("x" * 10_000)])
    assert len(text) < 100_000
    assert "more characters)" in text


def hostile(evil: str) -> Assessment:
    """An assessment with the text wherever text can be."""
    given = invented.finding(evil)
    found = replace(
        given,
        title=evil,
        explanation=evil,
        cites=(Cite(evil, "javascript:alert(1)", evil),),
        rule=RuleRef(evil, evil),
        measures=(evil,),
        same_subject=(evil,),
        origins=(Origin(evil, evil, evil),),
    )
    return invented.assessment(
        evil,
        "stop",
        found,
        invented.notice(evil),
        subject=Subject("payment", evil, evil, evil),
        problems=(Problem(evil, evil, Origin(evil, "", evil), "error"),),
    )


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Nothing in the page depends on when or where it was made."""
    assert written(tmp_path, invented.run()) == written(tmp_path, invented.run())


def test_context_may_be_completed_before_writing(tmp_path: Path) -> None:
    """Files are counted while they are read, so the context comes last."""
    report = HtmlReport(invented.context(files=()), invented.listing)
    report.context = replace(report.context, files=(("late.csv", "ab", "csv", 9),))
    report.write(tmp_path / "r.html")
    assert "late.csv" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_failed_write_leaves_the_old_report(tmp_path: Path) -> None:
    """The file is replaced whole or not at all, and no scrap stays behind."""

    def broken(listing_id: str) -> Listing | None:
        raise OSError("the library is gone")

    path = tmp_path / "report.html"
    path.write_text("old")
    report = HtmlReport(invented.context(), broken)
    report.add(invented.assessment("R", "stop", invented.finding()))
    with pytest.raises(OSError, match="library is gone"):
        report.write(path)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.html"]


def test_a_long_report_has_a_place_for_what_is_printed_of_it(tmp_path: Path) -> None:
    """Its script prints a line of each finding: thousands of cards print for hours."""
    long, short = (written(tmp_path, invented.many(n)) for n in (201, 200))
    assert '<body class="many long">' in long
    assert '<div id="brief" hidden>' in long
    assert '<body class="many">' in short


def test_a_report_of_a_part_says_so(tmp_path: Path) -> None:
    only = "Only those that changed: 1 of 7 <b>."
    report = HtmlReport(invented.context(only=only), invented.listing)
    report.write(tmp_path / "out.html")
    text = (tmp_path / "out.html").read_text()
    assert "Only those that changed: 1 of 7 &lt;b&gt;." in text


def test_many_clear_rows_wait_until_they_are_asked_for(tmp_path: Path) -> None:
    """Without a script, too: a box on the page shows them."""
    few = [invented.assessment(f"R{n}", "clear") for n in range(12)]
    assert not tree(written(tmp_path, few)).xpath("//*[@id='quiet-too']")
    stop = invented.assessment("S", "stop", invented.finding())
    page = tree(written(tmp_path, [stop, *few, invented.assessment("T", "clear")]))
    assert page.xpath("//label[@for='quiet-too']")
    assert len(page.xpath("//table[@id='rows']/tbody/tr")) == 14
    assert len(page.find_class("quiet")) == 13


def test_a_customer_of_a_table_is_named_beside_his_number(tmp_path: Path) -> None:
    found = replace(invented.finding(), party=invented.party("Ann Sample", "customer"))
    one = invented.assessment("7", "stop", found)
    named = replace(one.subject, kind="customer", name="Ann Sample")
    one = replace(one, subject=named)
    page = tree(written(tmp_path, [one]))
    assert page.xpath("string(//*[@id='rows']//bdi[.='Ann Sample'])") == "Ann Sample"
    assert "Customer 7, Ann Sample" in said(page)
