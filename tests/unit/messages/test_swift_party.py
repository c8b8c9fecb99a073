"""What stands in the party fields of MT messages, and what it is taken for."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.swift import mt
from enduse.model import Party

HEAD = "{1:F01BANKDEFFAXXX0000000000}{2:I103BANKITRRXXXXN}{4:\n:20:R\n:23B:CRED\n"


@pytest.mark.parametrize(
    ("lines", "bics"),
    [
        ("DEUTDEFF", ["DEUTDEFF"]),
        ("DEUTDEFF500\nFRANKFURT", ["DEUTDEFF500"]),
        ("EXAMPLE BANK\nBERLIN", []),
        ("MUSTQQXX", []),
    ],
)
def test_a_bic_among_free_lines_of_a_bank_is_one(
    tmp_path: Path, lines: str, bics: list[str]
) -> None:
    text = f"{HEAD}:32A:250201EUR1,\n:50K:ANN\n:52D:{lines}\n:59:BOB\n:71A:SHA\n-}}"
    path = tmp_path / "a.fin"
    path.write_text(text)
    [message] = mt.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    found = {f.role: f.value for f in mt.facts(message) if isinstance(f.value, Party)}
    bank = found["debtor_agent"]
    assert [i.value for i in bank.identifiers if i.scheme == "bic"] == bics
    assert bank.names[0].text == lines.partition("\n")[0]
    assert not [i for i in found["debtor"].identifiers if i.scheme == "bic"]
