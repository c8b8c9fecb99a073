"""The main job: every input ends in an assessment, in order, and says why."""

from datetime import date
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.messages.message import Options
from enduse.model import Assessment
from enduse.pipeline import line as jsonl
from enduse.pipeline.policy import FRESHNESS
from enduse.pipeline.screen import FileRead, screen
from enduse.pipeline.screener import Screener
from tests.made import customers_csv, invented_name, un_file

AS_OF = date(2026, 11, 3)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    home = tmp_path_factory.mktemp("home")
    listed = un_file(tmp_path_factory.mktemp("lists"), 640)
    Update(home / "library", "enduse test").from_paths([listed])
    return Library.open(home)


def run(library: Library, *paths: Path, as_of: date = AS_OF) -> list[Assessment]:
    files = [SourceFile.of(path) for path in paths]
    return list(screen(Screener(library, as_of=as_of), files, Options()))


def about_subject(assessment: Assessment) -> list[str]:
    return [f.kind for f in assessment.findings if f.rule != FRESHNESS]


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    rows = [
        ("A1", "Quiet Harbour Bakery", "NO"),
        ("A2", invented_name(7), "KP"),
        ("A3", "Erika Mustermann", "DE"),
        ("A4", " ".join(reversed(invented_name(9).split())), ""),
    ]
    path = tmp_path / "customers.csv"
    path.write_text(customers_csv(rows), encoding="utf-8")
    return path


def test_it_works(library: Library, customers: Path) -> None:
    found = run(library, customers)
    assert [a.subject.ref for a in found] == ["A1", "A2", "A3", "A4"]
    assert [a.outcome for a in found] == ["clear", "stop", "clear", "stop"]
    finding = found[1].findings[0]
    assert finding.kind == "listed_party"
    assert finding.match
    assert finding.match.listing_id == "un-sc:9000007"
    assert abs(sum(p.weight for p in finding.match.parts) - finding.match.score) < 1e-6
    assert "DPRK" in finding.explanation
    assert finding.cites[0].title.startswith("Charter of the United Nations")
    assert finding.origins[0].source == "customers.csv"


def test_ids_and_bytes_are_the_same_again(library: Library, customers: Path) -> None:
    first = b"".join(map(jsonl.line, run(library, customers)))
    again = b"".join(map(jsonl.line, run(library, customers)))
    assert first == again


def test_the_finding_says_which_of_a_fields_names_was_found(
    library: Library, tmp_path: Path
) -> None:
    name = f"Velmora Bakery LLC c/o {invented_name(7)}"
    path = tmp_path / "held.csv"
    path.write_text(customers_csv([("A1", name, "NO")]), encoding="utf-8")
    (found,) = run(library, path)
    (finding,) = [f for f in found.findings if f.kind == "listed_party"]
    assert f"{name!r}, read as {invented_name(7)!r}, is like" in finding.explanation


def test_another_day_gives_other_ids(library: Library, customers: Path) -> None:
    today, later = (
        run(library, customers),
        run(library, customers, as_of=date(2027, 1, 1)),
    )
    assert {a.id for a in today}.isdisjoint({a.id for a in later})


def test_a_stale_list_is_a_finding_on_every_assessment(
    library: Library, customers: Path
) -> None:
    for assessment in run(library, customers, as_of=date(2026, 12, 12)):
        stale = [f for f in assessment.findings if f.kind == "stale_source"]
        assert [f.title for f in stale] == [
            "United Nations Security Council Consolidated List is 41 days old"
        ]


def test_a_customer_is_named_where_nothing_was_found_too(
    library: Library, customers: Path
) -> None:
    clear = run(library, customers)[0]
    assert (clear.outcome, clear.subject.ref) == ("clear", "A1")
    assert clear.subject.name == "Quiet Harbour Bakery"


def test_missing_lists_are_a_finding(library: Library, customers: Path) -> None:
    missing = [
        f for f in run(library, customers)[0].findings if f.kind != "listed_party"
    ]
    assert [f.kind for f in missing] == ["missing_source"]
    assert "enduse update" in missing[0].explanation


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.xml", b"", "file-empty"),
        ("blank.csv", b"\n\n", "file-empty"),
        ("notes.txt", b"nothing to see", "format-unknown"),
        ("bundle.zip", b"PK\x03\x04not a zip", "file-unreadable"),
        ("cut.gz", b"\x1f\x8b\x08\x00", "file-unreadable"),
    ],
)
def test_what_cannot_be_read_is_never_clear(
    library: Library, customers: Path, name: str, data: bytes, code: str
) -> None:
    bad = customers.parent / name
    bad.write_bytes(data)
    found = run(library, bad, customers)
    assert len(found) == 5, "the other file goes on"
    assert found[0].outcome == "review"
    assert [p.code for p in found[0].problems] == [code]
    assert found[0].problems[0].origin.source == name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.bai", "16,195,5000,S,0,0,0,REF1,,WIRE FROM {}/"),
        ("wire.txt", "{{1500}}30 {{4200}}D123*{}*MOSCOW*{{6000}}INVOICE*"),
        ("letter.txt", "Dear Sirs,\nplease pay our partner {} for the bread."),
        ("pay.xml", '<?xml version="1.0"?><Pay><To name="{}"/></Pay>'),
        ("pay.ofx", "<OFX><STMTTRN><NAME>{}<MEMO>INV 5</STMTTRN></OFX>"),
    ],
)
def test_words_of_an_unknown_format_are_screened_and_it_is_told(
    library: Library, tmp_path: Path, name: str, text: str
) -> None:
    for party, kinds in ((invented_name(7), ["listed_party"]), ("Zzyx Qqub", [])):
        path = tmp_path / name
        path.write_text(text.format(party), encoding="utf-8")
        (found,) = run(library, path)
        assert [p.code for p in found.problems] == ["format-unknown"]
        assert found.outcome in ("review", "stop")
        assert about_subject(found) == kinds


def test_a_file_without_words_is_told(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(bytes(range(1, 32)) * 40)
    (found,) = run(library, path)
    assert "words" not in found.problems[0].message


def test_a_file_that_may_not_be_read_stops_no_other(
    library: Library, customers: Path
) -> None:
    locked = customers.parent / "locked"
    locked.mkdir()  # opening a folder fails as opening a forbidden file does
    found = run(library, locked, customers)
    assert [p.code for p in found[0].problems] == ["file-unreadable"]
    assert len(found) == 5


def test_a_mapping_opens_a_table_with_headings_of_its_own(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(f"k1,k2\n77,{invented_name(7)}\n", encoding="utf-8")
    files = [SourceFile.of(path)]
    screener = Screener(library, as_of=AS_OF)
    (unread,) = screen(screener, files, Options())
    assert [p.code for p in unread.problems] == ["format-unknown"]
    (found,) = screen(screener, files, Options({"name": "k2", "id": "k1"}))
    assert (found.subject.ref, about_subject(found)) == ("77", ["listed_party"])


def test_each_file_is_told_of(library: Library, customers: Path) -> None:
    told: list[FileRead] = []
    files = [SourceFile.of(customers)]
    list(screen(Screener(library), files, Options(), read=told.append))
    assert [(t.name, t.subjects, t.unreadable) for t in told] == [
        ("customers.csv", 4, False)
    ]


def test_a_party_alone(library: Library) -> None:
    from enduse.cli.party_said import party_of

    party = party_of(invented_name(11), "company", ["KP"], "", [])
    assessment = Screener(library, as_of=AS_OF).assess(party)
    assert assessment.outcome == "stop"
    assert about_subject(assessment) == ["listed_party"]
