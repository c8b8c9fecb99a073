"""HTML as lines: cells beside each other, words in one piece, any encoding."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.markup_lines import lines_of_markup
from enduse.messages.message import Message, Options
from enduse.messages.side_by_side import side_by_side
from enduse.messages.trade import written
from enduse.model import Party


def parties(folder: Path, page: bytes) -> list[tuple[str, str]]:
    path = folder / "page.html"
    path.write_bytes(page)
    found: list[tuple[str, str]] = []
    for item in written.parse(SourceFile.of(path), Options()):
        assert isinstance(item, Message)
        values = [(fact.role, fact.value) for fact in written.facts(item)]
        found += [(r, v.name) for r, v in values if isinstance(v, Party)]
    return found


def test_lines_of_cells_stand_beside_each_other(tmp_path: Path) -> None:
    page = (
        "<html><h1>INVOICE A-1</h1><table><tr><td><b>Seller</b><br>Quiet Harbour"
        "<br>Bonn</td><td><b>Buyer</b><br>Veter&nbsp;OOO<br>Perm</td></tr></table>"
    )
    found = dict(parties(tmp_path, page.encode()))
    assert found == {"seller": "Quiet Harbour", "buyer": "Veter OOO"}


def test_markup_within_a_word_does_not_part_it() -> None:
    assert lines_of_markup("<p>Ve<b>ter</b> Tr<i>ade</i>\n  OOO</p>") == [
        "Veter Trade OOO"
    ]
    assert lines_of_markup("<pre>A  B\nC</pre>") == ["A  B", "C"]


@pytest.mark.parametrize("codec", ["cp1251", "utf-8", "koi8-r"])
def test_the_declared_encoding_counts_unless_it_is_utf_8(
    tmp_path: Path, codec: str
) -> None:
    said = "koi8-r" if codec == "koi8-r" else "windows-1251"
    page = (
        f"<html><meta charset='{said}'><h1>Заказ 12</h1><p>Поставщик: ООО \"Ветер\"</p>"
        "<p>Товар: полотенца</p></html>"
    )
    assert parties(tmp_path, page.encode(codec)) == [("seller", 'ООО "Ветер"')]


@pytest.mark.parametrize("tag", ["<div>", "<table><tr><td>", "<b>"])
def test_no_depth_loses_words(tag: str) -> None:
    assert "Veter Trade OOO" in "\n".join(
        lines_of_markup(tag * 3000 + "Veter Trade OOO")
    )


def test_a_high_and_wide_row_is_laid_cell_by_cell() -> None:
    columns = [["x"] * 50_000, ["y" * 3_000]]
    assert len(list(side_by_side(columns))) == 50_001
