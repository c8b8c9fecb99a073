"""A name or a number on each line: what is such a list, and who is read from it."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.tabular import name_list
from enduse.model import Party, Problem


def parties(folder: Path, text: str) -> list[Party]:
    path = folder / "pasted.txt"
    path.write_text(text, encoding="utf-8")
    file = SourceFile.of(path)
    assert registry.sniff(file) == "customers-list"
    items = list(name_list.parse(file, Options()))
    assert [i.code for i in items if isinstance(i, Problem)] == ["list-guessed"]
    found = [f for i in items if isinstance(i, Message) for f in name_list.facts(i)]
    return [fact.value for fact in found if isinstance(fact.value, Party)]


def test_each_line_is_a_customer_without_the_number_before_it(tmp_path: Path) -> None:
    found = parties(tmp_path, "1. Ann Sample\n2) Veter OOO\n• de Boer, Jan\n\n김철수\n")
    assert [party.names[0].text for party in found] == [
        "Ann Sample", "Veter OOO", "de Boer, Jan", "김철수",
    ]  # fmt: skip
    assert found[3].names[0].locator.startswith("line 5 ")


def test_numbers_are_read_by_their_schemes(tmp_path: Path) -> None:
    found = parties(
        tmp_path, "9319466\nIMO 9074729\nDEUTDEFF500\nGB82WEST12345698765432"
    )
    schemes = [[(i.scheme, i.value) for i in party.identifiers] for party in found]
    assert schemes == [
        [("imo", "9319466")],
        [("imo", "IMO 9074729")],
        [("bic", "DEUTDEFF500")],
        [("iban", "GB82WEST12345698765432")],
    ]
    assert [party.kind for party in found[:2]] == ["vessel", "vessel"]


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleague,\nthe crate stands at gate 4.\nRegards, Jan\n",
        "[database]\nhost = localhost\nport = 5432\n",
        "01,DEUTDEFF,DELFT,261120,1000,1,80,,2/\n49,6000,4/\n",
        "Ann Sample\n",
        "9319467\n9319468\n",
    ],
)
def test_other_text_is_no_list(text: str) -> None:
    assert not name_list.sniff(text.encode())
