"""Names that a field of 35 characters cut off within their last word."""

from datetime import date
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.library.publication import Publication
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.lists.own import table
from enduse.model import Finding, Origin, Party, PartyName
from enduse.pipeline.cut_off import is_cut_off
from enduse.pipeline.policy import FRESHNESS
from enduse.pipeline.screener import Screener

LISTED = (
    "id,name,country\n"
    "F1,Joint Stock Company Tanborvelmash,RU\n"
    "F2,Velmora Deep Drilling Manufacturing International,RU\n"
)
CUT = "PUBLIC JOINT STOCK COMPANY TANBORVE"


@pytest.fixture(scope="module")
def screener(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    home: Path = tmp_path_factory.mktemp("home")
    path = home / "list.csv"
    path.write_text(LISTED, encoding="utf-8")
    file = SourceFile.of(path)
    mapping = table.mapping_file(table.guess(file))
    job = Update(home / "library", "enduse test")
    assert not job.own(Publication("own", "own-list", (file,)), mapping).refused
    return Screener(Library.open(home), as_of=date(2026, 11, 3))


def party(name: str, role: str = "creditor") -> Party:
    return Party(role, Origin("t", "", "1"), names=(PartyName(name),))


def found(screener: Screener, asked: Party) -> list[Finding]:
    told = screener.assess(asked).findings
    return [finding for finding in told if finding.rule != FRESHNESS]


def test_what_is_cut_off_is_found_for_review(screener: Screener) -> None:
    (finding,) = found(screener, party(CUT))
    assert finding.match is not None
    assert finding.match.listing_id.endswith(":F1")
    assert finding.match.score <= 0.8
    assert finding.severity in ("high", "medium")
    (said,) = [part for part in finding.match.parts if part.feature == "cut_off"]
    assert (said.query, said.candidate) == ("TANBORVE", "tanborvelmash")
    assert said.log_odds < 0


def test_a_whole_name_is_as_sure_as_ever(screener: Screener) -> None:
    (finding,) = found(screener, party("Joint Stock Company Tanborvelmash"))
    assert finding.match is not None
    assert finding.match.score > 0.9


def test_the_score_is_the_sum_of_its_parts(screener: Screener) -> None:
    (finding,) = found(screener, party(CUT))
    assert finding.match is not None
    weights = sum(part.weight for part in finding.match.parts)
    assert weights == pytest.approx(finding.match.score, abs=0.001)


@pytest.mark.parametrize(
    "text",
    [
        "PUBLIC JOINT STOCK COMPANY TANBORVEL",  # 36: no line ends here
        "PUBLIC JOINT STOCK COMPANY QUENDORV",  # nobody's beginning
    ],
)
def test_what_is_not_cut_off_is_no_one(screener: Screener, text: str) -> None:
    assert found(screener, party(text)) == []


def test_a_customers_name_is_whole(screener: Screener) -> None:
    assert found(screener, party(CUT, "customer")) == []


@pytest.mark.parametrize(
    "text",
    [
        "FEDERAL STATE UNITARY ENTERPRISE RO",
        "VELMORA DRILLING EQUIPMENT COMPANY",
        "VELMORA WORKS AND PLANTS OF GERMANY",
        "IVAN BEK AND HIS SONS AND PETER LEE",
        "TANBORVELMASHTANBORVELMASHTANBORVEL",
        " " * 35,
        "",
    ],
)
def test_a_whole_word_is_not_cut_off(text: str) -> None:
    assert not is_cut_off(party(text))
