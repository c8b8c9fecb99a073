"""The structure that assistive technology needs, checked without a browser.

*Source*: WCAG 2.2, level AA: 1.3.1, 1.4.1, 1.4.3, 1.4.11, 2.4.1, 2.4.2, 2.4.6, 3.1.1,
4.1.2.
"""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.unit.report import invented
from tests.unit.report.page import STYLE, Tree, contrast, themes, tree, whole, written

PAPERS = {
    "ink": ("paper", "panel", "stop-paper", "review-paper", "clear-paper"),
    "soft": ("paper", "panel"),
    "link": ("paper", "panel"),
    "stop": ("paper", "panel", "stop-paper"),
    "review": ("paper", "panel", "review-paper"),
    "clear": ("paper", "panel", "clear-paper"),
    "mark-ink": ("mark",),
}


@pytest.fixture(params=[5, 250, 0])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Tree:
    """A short report, a long one with what its script unpacks, and an empty one."""
    items = invented.run() if request.param == 5 else invented.many(request.param)
    return tree(whole(written(tmp_path, items)))


def test_language_title_and_landmarks(page: Tree) -> None:
    """One of each landmark, a language, a title that says the outcome."""
    assert page.get("lang") == "en"
    assert "Screening report" in page.findtext(".//title")
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.xpath(f"//{landmark}")) == 1, landmark
    assert all(nav.get("aria-label") for nav in page.iter("nav"))


def test_headings_are_in_order(page: Tree) -> None:
    """One h1 first; no level is skipped on the way down."""
    levels = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_ids_are_unique_and_references_resolve(page: Tree) -> None:
    """Every fragment link and every label points at something that is there."""
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    wanted = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    wanted += page.xpath("//@aria-labelledby | //label/@for")
    assert set(wanted) <= set(ids)


def test_first_link_skips_to_the_results(page: Tree) -> None:
    """The first thing a keyboard reaches leads past the header."""
    first = next(page.find("body").iter("a", "button", "input", "summary"))
    assert first.get("href") == "#main"


def test_controls_have_labels(page: Tree) -> None:
    """Each field has its label, each button its words."""
    labelled = set(page.xpath("//label/@for"))
    assert all(c.get("id") in labelled for c in page.xpath("//input|//select"))
    assert all(b.text_content().strip() for b in page.iter("button"))


def test_tables_have_captions_and_scopes(page: Tree) -> None:
    """Each table says what it is, each header cell what it heads."""
    for table in page.iter("table"):
        assert table.findtext("caption").strip()
        assert all(th.get("scope") in ("row", "col") for th in table.iter("th"))
        assert all(th.text_content().strip() for th in table.iter("th"))


def test_scrolling_regions_can_be_reached(page: Tree) -> None:
    """What scrolls sideways can be focused, and is named."""
    for region in page.find_class("scroll"):
        assert region.get("tabindex") == "0"
        assert region.get("role") == "region"
        assert region.get("aria-label")


def test_nothing_is_said_by_colour_or_picture_alone(page: Tree) -> None:
    """Every tag has a word; every bar is hidden, its number beside it."""
    assert all(tag.text_content().strip() for tag in page.find_class("tag"))
    for svg in page.iter("svg"):
        assert svg.get("aria-hidden") == "true"
        number = svg.getparent().getprevious()
        assert number.text_content().strip()[-2:].isdigit()


def test_marks_differ_in_more_than_colour() -> None:
    """Marked letters are underlined, and stay so in print."""
    style = STYLE.read_text(encoding="utf-8")
    rule = style.split("\nmark {")[1].split("}")[0]
    assert "underline" in rule
    assert "text-decoration: none" not in style


@pytest.mark.parametrize("mode", [name for name, _ in themes()])
def test_contrast(mode: str) -> None:
    """Text has at least 4.5 to 1 on each ground it stands on, lines of focus 3."""
    tokens = dict(themes())[mode]
    for ink, papers in PAPERS.items():
        for paper in papers:
            ratio = contrast(tokens[ink], tokens[paper])
            assert ratio >= 4.5, f"{mode}: {ink} on {paper} is {ratio:.2f}"
    if mode != "print":
        assert contrast(tokens["focus"], tokens["paper"]) >= 3
    assert contrast(tokens["bar"], tokens["paper"]) >= 3


def test_contrast_is_computed_right() -> None:
    """Black on white is 21 to 1, and #767676 is the lightest grey that passes."""
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_style_serves_dark_print_and_focus() -> None:
    """The modes that the report promises have their rules."""
    style = STYLE.read_text(encoding="utf-8")
    for rule in (
        "prefers-color-scheme: dark",
        "@media print",
        "size: A4",
        ":focus-visible",
        "::details-content",
        "content-visibility: auto",
    ):
        assert rule in style
