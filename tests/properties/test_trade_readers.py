"""Whatever the bytes, the readers of trade documents give messages and problems."""

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.swift.credit_chain import credit_state
from enduse.messages.trade.edifact import segments
from enduse.messages.trade.goods_items import Line
from enduse.messages.trade.goods_text import read_goods
from enduse.messages.trade.labelled import labelled_in
from enduse.messages.trade.sheet_heads import with_one_heading
from enduse.model import Origin, Problem, Text
from enduse.model.encode import to_plain

GOLDEN = Path(__file__).parents[1] / "golden" / "messages"
READERS = ("ubl", "cii", "dcsa", "edifact", "swift-mt", "wrapped")
CASES = [
    path
    for name in READERS
    for path in sorted((GOLDEN / name).iterdir())
    if not path.name.endswith(".expected.json")
]
QUIET = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def read(path: Path, data: bytes, name: str) -> list[Message | Problem]:
    path.write_bytes(data)
    reader = registry.reader(name)
    reader.sniff(data[:65536])
    found = list(reader.parse(SourceFile.of(path), Options()))
    for item in found:
        if isinstance(item, Message):
            for fact in reader.facts(item):
                to_plain(fact)
                assert fact.origin.locator
            if item.coverage is not None:
                assert item.coverage.share == 1.0
    return found


@QUIET
@given(data=st.binary(max_size=400), name=st.sampled_from(READERS))
def test_any_bytes_give_messages_or_problems(
    tmp_path: Path, data: bytes, name: str
) -> None:
    assert read(tmp_path / "any", data, name)


@QUIET
@given(seed=st.integers(0, 2**32), path=st.sampled_from(CASES))
def test_any_damage_gives_messages_or_problems(
    tmp_path: Path, seed: int, path: Path
) -> None:
    data = bytearray(path.read_bytes())
    dice = random.Random(seed)
    for _ in range(dice.randrange(1, 12)):
        at = dice.randrange(len(data))
        if dice.random() < 0.4:
            del data[at : at + dice.randrange(1, 40)]
        elif dice.random() < 0.5:
            data[at] = dice.randrange(256)
        else:
            piece = data[at : at + dice.randrange(1, 60)]
            spot = dice.randrange(len(data))
            data[spot:spot] = piece
        data = data or bytearray(b"x")
    assert read(tmp_path / path.name, bytes(data), path.parent.name)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "documentParties",
                    "shipper",
                    "partyName",
                    "party",
                    "partyFunction",
                    "address",
                    "location",
                    "identifyingCodes",
                    "consignmentItems",
                    "HSCodes",
                    "value",
                    "unit",
                    "cargoItems",
                    "descriptionOfGoods",
                    "transports",
                    "portOfLoading",
                    "vesselName",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@QUIET
@given(value=st.dictionaries(st.text(max_size=8), VALUES, max_size=4))
def test_any_json_gives_messages_or_problems(tmp_path: Path, value: object) -> None:
    text = json.dumps(value, allow_nan=True)
    assert read(tmp_path / "a.json", text.encode("utf-8", "replace"), "dcsa")


WORD = st.text("ABCDEFGHIKLMNORSTUÄЖ'+:? ", min_size=4, max_size=30)


@QUIET
@given(words=st.lists(WORD, min_size=1, max_size=5))
def test_no_word_of_a_segment_is_lost(tmp_path: Path, words: list[str]) -> None:
    released = [w.replace("?", "??") for w in words]
    for sign in "'+:":
        released = [w.replace(sign, f"?{sign}") for w in released]
    body = f"UNB+UNOY:4+A+B'UNH+1+ZZZZZZ:D:1'XYZ+{'+'.join(released)}'UNT+3+1'UNZ+1+1'"
    (message,) = read(tmp_path / "a.edi", body.encode(), "edifact")
    assert isinstance(message, Message)
    said = {
        fact.value.text
        for fact in registry.reader("edifact").facts(message)
        if isinstance(fact.value, Text)
    }
    for word in words:
        plain = word.strip()
        assert len(plain) <= 3 or plain in said or not any(map(str.isalpha, plain))


@pytest.mark.parametrize("cut", [1, 7, 64, 1000])
def test_chunk_borders_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    data = (GOLDEN / "edifact" / "two_interchanges.edi").read_bytes()
    whole = read(tmp_path / "x.edi", data, "edifact")
    monkeypatch.setattr(segments, "CHUNK", cut)
    assert read(tmp_path / "x.edi", data, "edifact") == whole


@QUIET
@given(lines=st.lists(st.text(max_size=70), max_size=8))
def test_free_text_is_split_without_loss(lines: list[str]) -> None:
    found = read_goods(
        [Line(t, str(n)) for n, t in enumerate(lines)], Origin("a", "", "")
    )
    assert bool(found.goods) <= any(line.strip() for line in lines)
    list(labelled_in("\n".join(lines)))


@QUIET
@given(order=st.permutations(range(3)))
def test_the_order_of_messages_changes_no_credit(order: list[int]) -> None:
    reader = registry.reader("swift-mt")
    file = SourceFile.of(GOLDEN / "swift-mt" / "credit_chain.fin")
    found = [m for m in reader.parse(file, Options()) if isinstance(m, Message)]
    assert credit_state([found[i] for i in order]) == credit_state(found[:3])


HOSTILE = {
    "ubl": b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">'
    + b"<a>" * 100_000,
    "cii": b"<CrossIndustryInvoice>" + b"<ID>1</ID>" * 500_000,
    "dcsa": b'{"documentParties":' * 60_000,
    "edifact": b"UNB+UNOA:1+A+B'" + b"UNH+1+X'" + b"NAD+" + b"?" * 3_000_000,
    "swift-mt": b"{1:F01EXAMGB2LAXXX0000000000}{2:I700EXAMDEFFXXXXN}{4:\r\n:45A:"
    + b"+HS 8457.10 / 8457.20 USD 1.00/PC MODEL A 1 " * 20_000
    + b"\r\n:47A:"
    + b"NOTIFY: TO THE ORDER OF VESSEL M/V CONTRACT NO " * 10_000
    + b"\r\n-}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_takes_bounded_time(tmp_path: Path, name: str) -> None:
    start = time.process_time()
    assert read(tmp_path / "hostile", HOSTILE[name], name)
    assert time.process_time() - start < 20


LABELS = st.sampled_from(
    [
        "GOODS:",
        "FROM",
        "TO",
        "VIA",
        "SHIPPED",
        "NOTIFIER:",
        "VERTRAG NR",
        "FACTURE",
        "MV",
    ]
)
WORDS = st.one_of(LABELS, st.text(alphabet="AZ09Я.,:-/ ", max_size=8))


@QUIET
@given(words=st.lists(WORDS, max_size=20))
def test_what_a_narrative_labels_stands_in_it(words: list[str]) -> None:
    text = " ".join(words).upper()
    for found in labelled_in(text):
        if found.kind != "term":
            assert found.value in text


CELLS = st.one_of(st.just(""), st.sampled_from(["No", "Net", "Weight"]), st.text())


@given(rows=st.lists(st.lists(CELLS, max_size=5), max_size=8))
def test_a_heading_put_into_one_loses_no_cell(rows: list[list[str]]) -> None:
    whole = with_one_heading(rows)
    if whole is not None:
        assert len(whole) == len(rows)
        said = " ".join(cell for row in whole for cell in row)
        assert all(cell.strip() in said for row in rows for cell in row)
        changed = [n for n, row in enumerate(rows) if row != whole[n]]
        assert not changed or changed[-1] - changed[0] <= 1
