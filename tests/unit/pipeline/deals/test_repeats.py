"""A paper that lies in a folder twice is one paper of its deal."""

from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.messages.message import Options
from enduse.pipeline.deals.gather import gathered
from enduse.pipeline.screen import cases_of

CREDIT = (
    "{1:F01EXAMTRISAXXX0000000000}{2:I700EXAMDEFFXXXXN}{4:\r\n:27:1/1\r\n"
    ":40A:IRREVOCABLE\r\n:20:LC-2026-7\r\n:31C:261103\r\n:31D:270215BONN\r\n"
    ":50:A LTD\r\n:59:B GMBH\r\n:32B:EUR1000,\r\n:45A:+1 LATHE\r\n-}\r\n"
)


def test_it_works(tmp_path: Path) -> None:
    for name in ("a.fin", "b.fin"):
        (tmp_path / name).write_text(CREDIT, encoding="utf-8")
    files = [SourceFile.of(tmp_path / name) for name in ("a.fin", "b.fin")]
    cases = [c for f in files for c in cases_of(f, Options(), lambda _: None)]
    (deal,) = gathered(cases)
    assert deal.subject.files == ("a.fin", "b.fin")
    assert [fact.role for fact in deal.facts].count("goods") == 1
    assert [paper.origin.source for paper in deal.papers] == ["a.fin"]
    (note,) = deal.problems
    assert (note.code, note.severity) == ("paper-twice", "note")
    assert "a.fin" in note.message
