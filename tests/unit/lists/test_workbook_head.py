"""A workbook that is broken inside says nothing of itself, and stops nobody."""

import zipfile
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.lists.workbook_head import strings_near_top

_STRINGS = "xl/sharedStrings.xml"


def workbook(folder: Path, text: str) -> Path:
    """A ZIP with the shared strings of a workbook and nothing else."""
    path = folder / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(_STRINGS, text)
    return path


def test_the_first_texts_are_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, "<sst><si><t>Reference</t></si></sst>")
    assert "Reference" in strings_near_top(SourceFile.of(path)).split("\n")


def test_a_part_that_does_not_unpack_is_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path, "".join(f"<t>{n * n}</t>" for n in range(5000)))
    data = bytearray(path.read_bytes())
    start = 30 + len(_STRINGS) + 40  # within the packed text
    data[start : start + 200] = bytes(200)
    path.write_bytes(data)
    assert strings_near_top(SourceFile.of(path)) == ""
