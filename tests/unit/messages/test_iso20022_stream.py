"""Hostile, broken, huge and odd files: what they give, and what they must not cost."""

import base64
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.iso20022 import reader, stream
from enduse.messages.message import Message, Options
from enduse.model import Party, Problem

NS = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"
HEAD = f'<Document xmlns="{NS}"><FIToFICstmrCdtTrf>'
TAIL = "</FIToFICstmrCdtTrf></Document>"


def transfer(name: str, ref: str = "R") -> str:
    return (
        f"<CdtTrfTxInf><PmtId><EndToEndId>{ref}</EndToEndId></PmtId>"
        f"<Cdtr><Nm>{name}</Nm></Cdtr></CdtTrfTxInf>"
    )


def read(place: Path, data: bytes | str) -> list[Message | Problem]:
    path = place / "message.xml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(reader.parse(SourceFile.of(path), Options()))


def names(found: list[Message | Problem]) -> list[str]:
    messages = [item for item in found if isinstance(item, Message)]
    facts = [fact for message in messages for fact in reader.facts(message)]
    return [f.value.name for f in facts if isinstance(f.value, Party)]


def codes(found: list[Message | Problem]) -> list[str]:
    return [item.code for item in found if isinstance(item, Problem)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xml-empty"),
        (b" \n ", "xml-empty"),
        (b"<a/>", "no-message"),
        (b"PK\x03\x04broken", "file-unreadable"),
        (b"\x1f\x8bbroken", "file-unreadable"),
        (b"{1:F01BANKDEFF}", "xml-malformed"),
        ("<!DOCTYPE a [<!ENTITY x 'y'>]>" + HEAD + TAIL, "xml-doctype"),
        ("<!DOCTYPE a SYSTEM 'file:///etc/hostname'><Document/>", "xml-doctype"),
        ("<a>" * 300 + "</a>" * 300, "xml-too-deep"),
        ("<a>" * 200_000, "xml-too-deep"),
        (HEAD + transfer("&who;") + TAIL, "xml-malformed"),
        (HEAD.encode() + b"<Nm>\xff\xfe</Nm>" + TAIL.encode(), "xml-malformed"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_error(
    tmp_path: Path, data: bytes | str, code: str
) -> None:
    found = read(tmp_path, data)
    assert codes(found) == [code]
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert problem.severity == "error"
    assert problem.origin.source == "message.xml"


def test_entity_bomb_uses_nothing_of_the_body(tmp_path: Path) -> None:
    lines = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))
    bomb = f"<!DOCTYPE d [<!ENTITY a0 'lol'>{lines}]>{HEAD}{transfer('&a8;')}{TAIL}"
    found = read(tmp_path, bomb)
    assert codes(found) == ["xml-doctype"]
    assert names(found) == []


@pytest.mark.parametrize("end", ["", "</Cdtr>", "<Cdtr><Nm>Cut"])
def test_what_stands_before_a_fault_is_read(tmp_path: Path, end: str) -> None:
    data = HEAD + "\n" + transfer("First", "1") + "\n" + transfer("Second", "2") + end
    found = read(tmp_path, data)
    assert names(found) == ["First", "Second"]
    assert codes(found) == ["xml-malformed"]
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert problem.origin.locator.startswith("line 3, column ")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>{HEAD}{transfer("Zoë Ü")}{TAIL}'
    data = text.encode(encoding)
    assert reader.sniff(data[:65536])
    assert names(read(tmp_path, data)) == ["Zoë Ü"]


def test_zip_of_one_message_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "message.zip", "w") as archive:
        archive.writestr("a.xml", HEAD + transfer("Zipped") + TAIL)
    file = SourceFile.of(tmp_path / "message.zip")
    assert names(list(reader.parse(file, Options()))) == ["Zipped"]


def test_several_messages_without_a_root(tmp_path: Path) -> None:
    one, two = (HEAD + transfer(name) + TAIL for name in ("One", "Two"))
    assert names(read(tmp_path, one + two)) == ["One", "Two"]
    declared = f'<?xml version="1.0"?>\n{one}\n<?xml version="1.0"?>\n{two}\n'
    found = read(tmp_path, declared * 300)
    assert len(names(found)) == 600
    assert codes(found) == []


def test_messages_in_a_wrapper_keep_their_own_headers(tmp_path: Path) -> None:
    agent = "<FIId><FinInstnId><BICFI>{}</BICFI></FinInstnId></FIId>"
    fr = f"<AppHdr><Fr>{agent}</Fr></AppHdr>"
    data = "<Batch>" + "".join(
        fr.format(code) + HEAD + transfer(name) + TAIL
        for code, name in (("DEUTDEFF", "One"), ("BNPAFRPP", "Two"))
    )
    found = read(tmp_path, data + "</Batch>")
    assert names(found) == ["DEUTDEFF", "One", "BNPAFRPP", "Two"]


@pytest.mark.parametrize("envelope", ["cdata", "escaped", "base64"])
def test_a_message_in_a_text_is_opened(tmp_path: Path, envelope: str) -> None:
    inner = HEAD + transfer("Inner") + transfer("Inner Too") + TAIL
    texts = {
        "cdata": f"<![CDATA[{inner}]]>",
        "escaped": inner.replace("&", "&amp;").replace("<", "&lt;"),
        "base64": base64.b64encode(("<?xml version='1.0'?>" + inner).encode()).decode(),
    }
    found = read(tmp_path, f"<Envelope><Body>{texts[envelope]}</Body></Envelope>")
    assert names(found) == ["Inner", "Inner Too"]
    assert codes(found) == []


def test_texts_in_texts_are_opened_only_so_deep(tmp_path: Path) -> None:
    inner = HEAD + transfer("Deep") + TAIL
    for _ in range(6):
        inner = inner.replace("&", "&amp;").replace("<", "&lt;")
        inner = f"<Envelope><Body>{inner}</Body></Envelope>"
    found = read(tmp_path, inner)
    assert any(isinstance(item, Message) for item in found)


@pytest.mark.parametrize("text", ["<see invoice>", "<3 thanks", "a < b", "<b>bold</b>"])
def test_a_text_that_only_opens_like_xml_stays_text(tmp_path: Path, text: str) -> None:
    inside = f"<RmtInf><Ustrd><![CDATA[{text}]]></Ustrd></RmtInf>"
    (message,) = read(tmp_path, f"{HEAD}<CdtTrfTxInf>{inside}</CdtTrfTxInf>{TAIL}")
    assert isinstance(message, Message)
    (fact,) = reader.facts(message)
    assert (fact.role, getattr(fact.value, "text", "")) == ("remittance", text)
    assert message.problems == ()


def test_a_doctype_in_an_inner_message_is_refused(tmp_path: Path) -> None:
    inner = f"<!DOCTYPE d [<!ENTITY w 'x'>]>{HEAD}{transfer('&w;')}{TAIL}"
    found = read(
        tmp_path,
        f"<Envelope><Body><![CDATA[<?xml version='1.0'?>{inner}]]></Body></Envelope>",
    )
    assert "embedded-broken" in codes(found)
    assert names(found) == []


def test_a_transaction_without_end_is_skipped_and_the_next_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "MAX_LIVE_BYTES", 300_000)
    huge = "<CdtTrfTxInf><Cdtr>" + "<Nm>x</Nm>" * 40_000 + "</Cdtr></CdtTrfTxInf>"
    found = read(tmp_path, HEAD + transfer("Before") + huge + transfer("After") + TAIL)
    assert names(found) == ["Before", "After"]
    assert codes(found) == ["transaction-too-large"]
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert problem.origin.locator.endswith("/CdtTrfTxInf[2]")


def test_headers_without_end_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "MAX_LIVE_BYTES", 300_000)
    found = read(tmp_path, HEAD + "<GrpHdr>" + "<X>1</X>" * 40_000)
    assert codes(found) == ["message-too-large"]


def test_an_entry_of_many_transactions_comes_in_parts(tmp_path: Path) -> None:
    details = "".join(
        f"<TxDtls><RltdPties><Dbtr><Nm>Payer {n}</Nm></Dbtr></RltdPties></TxDtls>"
        for n in range(250)
    )
    entry = (
        "<Ntry><NtryRef>N</NtryRef><Amt Ccy='EUR'>1</Amt>"
        f"<NtryDtls>{details}</NtryDtls><AddtlNtryInf>after all</AddtlNtryInf></Ntry>"
    )
    found = read(
        tmp_path,
        f"<Document><BkToCstmrStmt><Stmt>{entry}{entry}</Stmt></BkToCstmrStmt></Document>",
    )
    messages = [item for item in found if isinstance(item, Message)]
    assert len(messages) == 6
    assert names(found) == [f"Payer {n}" for n in range(250)] * 2
    places = [f.origin.locator for m in messages[:3] for f in reader.facts(m)]
    dbtr = "/Document/BkToCstmrStmt/Stmt[1]/Ntry[1]/NtryDtls/TxDtls[250]/RltdPties/Dbtr"
    assert dbtr in places
    assert len({p for p in places if p.endswith("/Dbtr")}) == 250


def pieces(size: int) -> Iterator[str]:
    header = "<GrpHdr><InitgPty><Nm>Starter</Nm></InitgPty></GrpHdr>"
    yield f'<Document xmlns="{NS}"><CstmrCdtTrfInitn>{header}'
    remittance = "<RmtInf>" + f"<Ustrd>{'goods ' * 100}</Ustrd>" * 6 + "</RmtInf>"
    done, count = 0, 0
    while done < size:
        text = f"<PmtInf><Dbtr><Nm>Debtor {count}</Nm></Dbtr>"
        for number in range(500):
            whole = transfer(f"Creditor {count}-{number}", f"E{count}-{number}")
            text += whole.replace("</CdtTrfTxInf>", f"{remittance}</CdtTrfTxInf>")
        yield text + "</PmtInf>"
        done += len(text)
        count += 1
    yield "</CstmrCdtTrfInitn></Document>"


MEASURE = """
import resource, sys
from pathlib import Path
from enduse.files.source_file import SourceFile
from enduse.messages.iso20022 import reader
from enduse.messages.message import Options
found, early = 0, 0
for item in reader.parse(SourceFile.of(Path(sys.argv[1])), Options()):
    found += 1
    if found == 1000:
        early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(found, early, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    with path.open("w") as target:
        target.writelines(pieces(60_000_000))
    ran = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    found, early_kb, late_kb = map(int, ran.stdout.split())
    assert found > 15_000
    assert late_kb - early_kb < 10_000


def test_headers_belong_to_each_transaction(tmp_path: Path) -> None:
    found = read(tmp_path, "".join(pieces(2_000_000)))
    messages = [item for item in found if isinstance(item, Message)]
    last = [f.value for f in reader.facts(messages[-1]) if isinstance(f.value, Party)]
    group = len(messages) // 500 - 1
    said = ["Starter", f"Debtor {group}", f"Creditor {group}-499"]
    assert [party.name for party in last] == said


def test_one_endless_line_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "line.xml"
    with path.open("w") as target:
        target.write(HEAD + "<CdtTrfTxInf><Cdtr><Nm>")
        target.writelines("x" * 1_000_000 for _ in range(120))
    tracemalloc.start()
    found = list(reader.parse(SourceFile.of(path), Options()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert codes(found) == ["xml-malformed"]
    assert peak < 3 * stream.MAX_LIVE_BYTES


@pytest.mark.parametrize(
    "broken",
    [
        "<CdtTrfTxInf><Cdtr><Nm>Broken</Cdtr></CdtTrfTxInf>",
        "<CdtTrfTxInf><Cdtr><Nm><Nm>Broken</Nm></Cdtr></CdtTrfTxInf>",
        "<CdtTrfTxInf><Cdtr><Nm>Broken</Nm></Nm></Cdtr></CdtTrfTxInf>",
        "<CdtTrfTxInf><Cdtr><Nm>Broken & Sons</Nm></Cdtr></CdtTrfTxInf>",
    ],
)
def test_whom_the_rest_names_is_read_behind_a_broken_tag(
    tmp_path: Path, broken: str
) -> None:
    data = HEAD + transfer("First") + broken + transfer("Last") + TAIL
    found = read(tmp_path, data)
    assert names(found)[0] == "First"
    assert any(name.startswith("Broken") for name in names(found))
    assert names(found)[-1] == "Last"
    told = [item for item in found if isinstance(item, Problem)]
    assert [problem.code for problem in told] == ["xml-malformed"]
    assert "what stands behind is read" in told[0].message
    mended = [p.code for m in found if isinstance(m, Message) for p in m.problems]
    assert "xml-mended" in mended


def test_a_file_cut_short_is_not_made_whole(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + transfer("First") + "<CdtTrfTxInf><Cdtr><Nm>Cut")
    assert names(found) == ["First"]
    assert codes(found) == ["xml-malformed"]
