"""Any bytes, and PDFs with bytes changed, give messages or problems within a bound."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade import sheet
from enduse.messages.trade.paper.days import dates_in
from enduse.messages.trade.paper.figures import decimal_mark, numbers
from enduse.messages.trade.paper.headings import field_of
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.segment import Piece, Segment
from enduse.messages.trade.pdf import reader
from enduse.model import Problem, Text
from enduse.model.encode import to_plain
from tests import pdf_layouts as layouts
from tests.made_pdf import Page, pdf

QUIET = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]),
    max_size=60,
)
VALID = layouts.bill_of_lading()


def read(path: Path, data: bytes) -> list[Message | Problem]:
    path.write_bytes(data)
    started = time.monotonic()
    found = list(reader.parse(SourceFile.of(path), Options()))
    assert time.monotonic() - started < 90
    assert found, "a file became nothing"
    for item in found:
        if isinstance(item, Message):
            to_plain(reader.facts(item))
    return found


@QUIET
@given(data=st.binary(max_size=600).map(lambda b: b"%PDF-1.7\n" + b))
def test_any_bytes_give_a_problem(tmp_path: Path, data: bytes) -> None:
    found = read(tmp_path / "any.pdf", data)
    assert any(isinstance(item, Problem) for item in found)


@QUIET
@given(seed=st.integers(0, 2**32), share=st.sampled_from([0.0005, 0.005, 0.05]))
def test_changed_pdfs_never_crash(tmp_path: Path, seed: int, share: float) -> None:
    rand = random.Random(seed)
    data = bytearray(VALID)
    for _ in range(max(int(len(data) * share), 1)):
        data[rand.randrange(9, len(data))] = rand.randrange(256)
    if seed % 3 == 0:
        del data[rand.randrange(9, len(data)) :]
    read(tmp_path / "changed.pdf", bytes(data))


@QUIET
@given(lines=st.lists(WORDS, min_size=1, max_size=12))
def test_every_word_of_a_page_is_somewhere(tmp_path: Path, lines: list[str]) -> None:
    page = Page(size=(3000, 842))
    marks = []
    for number, line in enumerate(lines):
        word = f"Zq{number:02}Demo"
        marks.append(word)
        page.text(20, 40 + 30 * number, "".join(c for c in line if ord(c) < 0xD800))
        page.text(2400, 40 + 30 * number, word)
    found = read(tmp_path / "words.pdf", pdf(page))
    plain = " ".join(
        str(to_plain(fact))
        for item in found
        if isinstance(item, Message)
        for fact in reader.facts(item)
    )
    assert all(mark in plain for mark in marks)


@QUIET
@given(text=st.text(max_size=200))
def test_words_alone_never_crash(text: str) -> None:
    segment = Segment(text, 0, 0, 100, 10, 10, (Piece(0, 0, 100, False),))
    for hit in hits_in(segment):
        assert 0 <= hit.start <= hit.value_at <= hit.value_end <= len(text)
    field_of(text)
    numbers(text, decimal_mark([text]))
    dates_in(text)


@QUIET
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.binary(max_size=200).map(
            lambda b: b"Packing list;1\nCase;Contents;Net\n" + b
        ),
        st.binary(max_size=200).map(lambda b: b"PK\x03\x04[Content_Types].xml" + b),
    )
)
def test_any_bytes_as_a_sheet(tmp_path: Path, data: bytes) -> None:
    for name in ("a.csv", "a.xlsx"):
        path = tmp_path / name
        path.write_bytes(data)
        file = SourceFile.of(path)
        sheet.sniff(data)
        sheet.confirm(file)
        for item in sheet.parse(file, Options()):
            assert isinstance(item, Message | Problem)
            if isinstance(item, Message):
                assert isinstance(to_plain(sheet.facts(item)), list)


@pytest.mark.parametrize(
    "text", ["1" * 5_000, "Net weight: " * 400, "(" * 3_000, "a b " * 900]
)
def test_long_lines_take_no_time(tmp_path: Path, text: str) -> None:
    started = time.monotonic()
    page = Page(size=(14_000, 842)).text(10, 40, text, size=4)
    found = read(tmp_path / "long.pdf", pdf(page))
    assert time.monotonic() - started < 20
    said = [
        fact.value.text
        for item in found
        if isinstance(item, Message)
        for fact in reader.facts(item)
        if isinstance(fact.value, Text)
    ]
    assert said or found
