"""A document that ends early bears its own fault, so that nobody clears it."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade import cii, ubl

UBL = (
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>7</ID>'
)
CII = (
    '<CrossIndustryInvoice xmlns="urn:un:unece:uncefact:data:standard:'
    'CrossIndustryInvoice:100"><ExchangedDocument><ID>7</ID>'
)


@pytest.mark.parametrize(("reader", "text"), [(ubl, UBL), (cii, CII)])
def test_what_is_cut_short_says_so_itself(
    reader: object, text: str, tmp_path: Path
) -> None:
    assert reader in (ubl, cii)
    path = tmp_path / "cut.xml"
    path.write_text(text, encoding="utf-8")
    parse = ubl.parse if reader is ubl else cii.parse
    (found,) = parse(SourceFile.of(path), Options())
    assert isinstance(found, Message)
    assert [(p.code, p.severity) for p in found.problems] == [
        ("xml-malformed", "error")
    ]
