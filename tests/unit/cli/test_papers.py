"""Files of a run are found again by their hash, inside an archive too."""

import zipfile
from pathlib import Path

from enduse.cli.papers import Papers
from enduse.files.source_file import SourceFile
from enduse.messages.message import Options
from enduse.pipeline.screen import cases_of
from tests import pdf_layouts as layouts


def test_it_works(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(layouts.bundle())
    with zipfile.ZipFile(tmp_path / "deal.zip", "w") as archive:
        archive.writestr("a/paper.pdf", layouts.bundle())
        archive.writestr("note.csv", "id,name\n1,Alpha\n")
    papers = Papers()
    inputs = [SourceFile.of(tmp_path / "deal.zip")]
    papers.expect(inputs)
    for file in inputs:
        list(cases_of(file, Options(), papers.note))
    wanted = SourceFile.of(paper).sha256
    found = papers.path(wanted)
    assert found is not None
    assert found.read_bytes() == paper.read_bytes()
    assert papers.path("0" * 64) is None


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    inputs = []
    for folder, name in (("a", "Alpha"), ("b", "Beta")):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "customers.csv"
        path.write_text(f"id,name\n1,{name}\n", encoding="utf-8")
        inputs.append(SourceFile.of(path))
    papers = Papers()
    papers.expect(inputs)
    for file in inputs:
        list(cases_of(file, Options(), papers.note))
    assert [papers.path(f.sha256) for f in inputs] == [f.path for f in inputs]
