"""Rows of a table that are no record of it."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.model import Problem

HEAD = "id,name,country,turnover\n1,Quiet Bakery,NO,10\n2,Blue Mill,DK,20\n"


def read(folder: Path, text: str) -> tuple[list[str], list[str]]:
    """The references of the rows, and the codes of what is told beside them."""
    path = folder / "book.csv"
    path.write_text(text, encoding="utf-8")
    file = SourceFile.of(path)
    name = registry.sniff(file)
    assert name
    found = list(registry.reader(name).parse(file, Options()))
    rows = [one.ref for one in found if isinstance(one, Message)]
    return rows, [one.code for one in found if isinstance(one, Problem)]


@pytest.mark.parametrize(
    "row",
    [
        "Total,,,30",
        "Total,,,",
        "Total,2 customers,,30",
        "TOTAL: 2,,,",
        ",Grand Total,,",
        ",Total,,30.00",
        ",Total customers: 2,,",
        ",Итого: 2,,30",
        "Всего,,,30",
        "Summe,2,,30 EUR",
        "合计,,,30",
        ',Toplam,,"1.030,00"',
        "Sous-total,,,30",
        "المجموع,,,30",
        "2 rows,,,",
        "(2 rows),,,",
        "Records: 2,,,",
    ],
)
def test_a_total_is_no_customer_and_is_told(tmp_path: Path, row: str) -> None:
    assert read(tmp_path, f"{HEAD}{row}\n") == (["1", "2"], ["row-total"])


@pytest.mark.parametrize(
    "row",
    [
        "3,Total,,30",
        "3,Total SE,FR,30",
        ",Total,FR,30",
        ",Total,,",
        ",Suma,,",
        ",Sammy,,30",
        ",Total Construction Ltd,,30",
        ",Sum Ting,,30",
        ",2 Brothers Trading,,",
        ",3 Item,,30",
    ],
)
def test_a_firm_called_so_is_a_customer(tmp_path: Path, row: str) -> None:
    rows, told = read(tmp_path, f"{HEAD}{row}\n")
    assert len(rows) == 3
    assert "row-total" not in told


def test_the_header_said_again_is_no_customer(tmp_path: Path) -> None:
    again = HEAD + HEAD.replace("1,", "3,").replace("2,", "4,")
    assert read(tmp_path, again) == (["1", "2", "3", "4"], ["header-again"])


def test_a_list_of_names_keeps_every_word(tmp_path: Path) -> None:
    rows, told = read(tmp_path, "name\nShell\nTotal\nSum\nEni\n")
    assert (len(rows), told) == (4, [])
