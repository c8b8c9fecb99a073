"""XML in another encoding than it declares: read by its bytes, and told."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.model import Party, Problem

NAME = "ООО Пример Завод"
PACS = (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">'
    "<FIToFICstmrCdtTrf><CdtTrfTxInf><Dbtr><Nm>{}</Nm></Dbtr></CdtTrfTxInf>"
    "</FIToFICstmrCdtTrf></Document>"
)
UBL = (
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>1</ID>'
    "<AccountingCustomerParty><Party><PartyName><Name>{}</Name></PartyName></Party>"
    "</AccountingCustomerParty></Invoice>"
)


def read(place: Path, data: bytes) -> tuple[set[str], list[str]]:
    """The names of parties, and the codes of Problems."""
    path = place / "message.xml"
    path.write_bytes(data)
    file = SourceFile.of(path)
    reader = registry.reader(registry.sniff(file) or "")
    names, codes = set(), []
    for item in reader.parse(file, Options()):
        if isinstance(item, Problem):
            codes.append(item.code)
        elif isinstance(item, Message):
            codes += [problem.code for problem in item.problems]
            values = [fact.value for fact in reader.facts(item)]
            names |= {value.name for value in values if isinstance(value, Party)}
    return names, codes


@pytest.mark.parametrize("body", [PACS, UBL])
@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("UTF-8", "cp1251"),
        ("UTF-16", "utf-8"),
        ("ISO-8859-1", "utf-8"),
        ("windows-1251", "utf-8"),
        ("no-such", "utf-8"),
    ],
)
def test_it_is_read_as_its_bytes_are(
    tmp_path: Path, body: str, declared: str, written: str
) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>{body.format(NAME)}'
    names, codes = read(tmp_path, text.encode(written))
    assert NAME in names
    assert codes
    assert set(codes) <= {"text-encoding-guessed", "xml-malformed"}


@pytest.mark.parametrize("body", [PACS, UBL])
@pytest.mark.parametrize("declared", ["UTF-8", "UTF-16", "windows-1251"])
def test_what_is_as_it_says_is_not_told_of(
    tmp_path: Path, body: str, declared: str
) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>{body.format(NAME)}'
    assert read(tmp_path, text.encode(declared)) == ({NAME}, [])


def test_a_fault_behind_the_letters_is_told_too(tmp_path: Path) -> None:
    broken = PACS.format(NAME).replace("</FIToFICstmrCdtTrf>", "<Amt>")
    text = f'<?xml version="1.0" encoding="UTF-8"?>{broken}'
    names, codes = read(tmp_path, text.encode("cp1251"))
    assert NAME in names
    assert codes == ["text-encoding-guessed", "xml-malformed", "xml-malformed"]
