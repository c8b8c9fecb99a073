"""Any bytes give Messages and Problems, never an exception, in bounded time."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages.iso20022 import reader
from enduse.messages.message import Message, Options
from enduse.model import Problem

GOLDEN = Path(__file__).parents[1] / "golden" / "messages" / "iso20022"
SAMPLES = [path.read_bytes() for path in sorted(GOLDEN.glob("*.xml"))]
NAMES = "Document CdtTrfTxInf Dbtr DbtrAcct Id Othr Nm PstlAdr Ntry FinInstnId AppHdr"
TEXTS = st.text(alphabet="AB <&;é\n\0一]", max_size=12)


def outcome(data: bytes) -> list[Message | Problem]:
    with tempfile.NamedTemporaryFile(suffix=".xml") as place:
        place.write(data)
        place.flush()
        found = list(reader.parse(SourceFile.of(Path(place.name)), Options()))
    for item in found:
        if isinstance(item, Message):
            assert all(fact.origin.locator for fact in reader.facts(item))
    return found


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> str:
    name = draw(st.sampled_from(NAMES.split()))
    if depth > 5 or draw(st.booleans()):
        text = draw(TEXTS)
        safe = "".join(c for c in text if c not in "<&\0]")
        return f"<{name}>{safe}</{name}>"
    inner = "".join(draw(st.lists(trees(depth + 1), max_size=4)))
    return f"<{name}>{draw(st.sampled_from(['', 'x', ' ']))}{inner}</{name}>"


@given(data=st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    found = outcome(data)
    assert found
    reader.sniff(data)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    sample=st.sampled_from(SAMPLES),
    cut=st.integers(0, 6000),
    length=st.integers(0, 30),
    put=st.binary(max_size=30),
)
def test_damaged_samples(sample: bytes, cut: int, length: int, put: bytes) -> None:
    assert outcome(sample[:cut] + put + sample[cut + length :])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(tree=trees())
def test_any_tree_of_known_elements(tree: str) -> None:
    outcome(tree.encode())


@settings(deadline=None)
@given(name=st.text(alphabet="ABCdé ", min_size=1).filter(lambda t: t.strip()))
def test_a_name_comes_out_whole_however_it_is_split(name: str) -> None:
    whole = name.strip()
    middle = len(whole) // 2
    for split in ("<!-- -->", "<?x y?>", "<b/>", "<![CDATA[]]>"):
        text = f"{whole[:middle]}{split}{whole[middle:]}"
        data = f"<Document><Dbtr><Nm>{text}</Nm></Dbtr></Document>".encode()
        (message,) = outcome(data)
        assert isinstance(message, Message)
        (fact,) = reader.facts(message)
        assert getattr(fact.value, "name", "") == whole


HOLDERS = """
    Document CdtTrfTxInf Dbtr DbtrAcct Id Othr PstlAdr Ntry FinInstnId AppHdr Envlp
    SplmtryData RmtInf PrvtId DtAndPlcOfBirth Tp SchmeNm ClrSysMmbId ClrSysId TxDtls
    GrpHdr CdtrAgt CtctDtls Prxy Svcr Ownr Foo Purp PmtInf Nm Ustrd
"""
LEAVES = """
    Nm Id Ustrd CtryOfBirth Cd Prtry Issr MmbId Ctry TwnNm AdrLine MsgId BICFI Foo Amt
    IntrBkSttlmAmt Othr Tp IBAN BirthDt
"""


@st.composite
def worded_trees(draw: st.DrawFn, words: list[str], depth: int = 0) -> str:
    """A tree whose every text, attribute and stray word is another one."""

    def word() -> str:
        words.append(f"zq{len(words)}x kept")
        return words[-1]

    said = f' note="{word()}"' if depth < 2 and draw(st.booleans()) else ""
    if depth > 4 or draw(st.integers(0, 2)) == 0:
        name = draw(st.sampled_from(LEAVES.split()))
        return f"<{name}{said}>{word()}</{name}>"
    name = draw(st.sampled_from(HOLDERS.split()))
    stray = word() if draw(st.integers(0, 9)) == 0 else ""
    inner = [
        draw(worded_trees(words, depth + 1)) for _ in range(draw(st.integers(1, 3)))
    ]
    return f"<{name}{said}>{stray}{''.join(inner)}</{name}>"


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_every_text_is_in_a_fact_and_counted(data: st.DataObject) -> None:
    words: list[str] = []
    inner = "".join(data.draw(worded_trees(words)) for _ in range(3))
    found = outcome(f"<Document><FIToFI>{inner}</FIToFI></Document>".encode())
    messages = [item for item in found if isinstance(item, Message)]
    facts = [fact for message in messages for fact in reader.facts(message)]
    said = repr(facts)
    assert [word for word in words if word not in said] == []
    for message in messages:
        cover = message.coverage
        assert cover is not None
        assert cover.screened + cover.exempt == cover.leaves


@pytest.mark.parametrize(
    "holder", ["<Othr>{}</Othr>", "<Acct><Id><Othr>{}</Othr></Id></Acct>"]
)
def test_words_within_a_number_are_counted_each(holder: str) -> None:
    inner = holder.format("<Id>zq1x kept<Nm>zq2x kept</Nm></Id>")
    data = f"<Document><FIToFI><Dbtr><Nm>Bek</Nm>{inner}</Dbtr></FIToFI></Document>"
    (message,) = outcome(data.encode())
    assert isinstance(message, Message)
    assert "zq1x keptzq2x kept" in repr(list(reader.facts(message)))
    cover = message.coverage
    assert cover is not None
    assert cover.screened + cover.exempt == cover.leaves
