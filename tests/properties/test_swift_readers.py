"""Whatever the bytes, the MT reader gives messages and problems, in bounded time."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.swift import mt
from enduse.messages.swift.blocks import MAX_MESSAGE
from enduse.model import Amount, Party, Problem, Text

QUIET = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
HEAD = b"{1:F01EXAMGB2LAXXX0000000000}{2:I103EXAMDEFFXXXXN}{4:\r\n"
PIECES = st.sampled_from(
    [
        HEAD,
        b"{1:F21EXAMGB2LAXXX0000000000}{4:{177:1}{451:1}}",
        b":20:REF\r\n",
        b":50F:CCPT/DE/1\r\n1/A\r\n9/B\r\n",
        b":50K:/1\r\nSOMEBODY\r\n",
        b":59A:EXAMDEFF\r\n",
        b":61:2611201120D1,NTRF\r\n",
        b":72:/INS/\r\n//\r\n/INS/EXAMDEFFXXX\r\n",
        b":77B:/ORDERRES/\r\n",
        b":86:?20?32\r\n",
        b":32A:\xff\xfe\r\n",
        b"-}",
        b"-\n",
        b"$\n",
        b"\x01",
        b"\x03",
        b"{5:{CHK:1}",
        b"}",
        b"{",
        b"\x00",
        b"\xef\xbb\xbf",
    ]
)
ANY = st.one_of(
    st.binary(max_size=600),
    st.lists(PIECES, max_size=25).map(b"".join),
    st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=25).map(b"".join),
)
LINE = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.()/-'", min_size=1, max_size=35)


def read(path: Path, data: bytes) -> list[Message | Problem]:
    path.write_bytes(data)
    found = list(mt.parse(SourceFile.of(path), Options()))
    for item in found:
        if isinstance(item, Message):
            assert all(fact.origin.locator for fact in mt.facts(item))
    return found


@QUIET
@given(data=ANY)
def test_any_bytes_give_messages_or_problems(tmp_path: Path, data: bytes) -> None:
    mt.sniff(data)
    assert read(tmp_path / "any.fin", data)


@QUIET
@given(lines=st.lists(LINE, min_size=1, max_size=4))
def test_no_word_of_a_party_is_lost(tmp_path: Path, lines: list[str]) -> None:
    body = "\r\n".join(lines)
    found = read(
        tmp_path / "a.fin", HEAD + f":20:X\r\n:59:/1\r\n{body}\r\n-}}".encode()
    )
    words = set(re.findall(r"[A-Z0-9]+", said(found)))
    assert set(re.findall(r"[A-Z0-9]+", " ".join(lines))) <= words


def said(found: list[Message | Problem]) -> str:
    """All that reaches a screen, as one string."""
    parts: list[str] = []
    for message in found:
        assert isinstance(message, Message)
        for fact in mt.facts(message):
            value = fact.value
            if isinstance(value, Text):
                parts.append(value.text)
            elif isinstance(value, Party):
                parts += [name.text for name in value.names]
                parts += [number.value for number in value.identifiers]
                parts += [address.text for address in value.addresses]
            else:
                assert isinstance(value, Amount)
    return " ".join(parts)


HOSTILE = {
    "free text of dashes": HEAD + b":79:" + b"-" * 500_000 + b"\r\n-}",
    "many false ends": HEAD + b":79:" + b"-} x" * 200_000 + b"\r\n-}",
    "blanks after a false end": HEAD
    + b":79:"
    + (b"-}" + b" " * 5000) * 150
    + b"x\r\n-}",
    "open braces": b"{" * 1_000_000,
    "many header blocks": b"{1:" * 100_000,
    "one endless line": HEAD + b":79:" + b"A" * 5_000_000,
    "many tags": HEAD + b":71F:EUR1,\r\n" * 60_000 + b"-}",
    "many entries": b":20:1\r\n:25:1\r\n:60F:C261119EUR1,\r\n"
    + b":61:2611201120D1,NTRF\r\n" * 5_000
    + b":28:x\r\n" * 5_000
    + b"-\r\n",
    "glued tags": HEAD + b":59:" + b"A:70:" * 20_000 + b"\r\n-}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_takes_bounded_time(tmp_path: Path, name: str) -> None:
    start = time.process_time()
    found = read(tmp_path / "hostile.fin", HOSTILE[name])
    assert found
    assert time.process_time() - start < 20


def test_a_message_too_long_is_told_and_the_next_one_read(tmp_path: Path) -> None:
    long = HEAD + b":79:" + b"A" * (2 * MAX_MESSAGE) + b"\r\n-}"
    found = read(tmp_path / "long.fin", long + HEAD + b":20:NEXT\r\n-}")
    problem, message = found
    assert isinstance(problem, Problem)
    assert (problem.code, problem.severity) == ("mt-too-long", "error")
    assert isinstance(message, Message)
    assert message.ref == "NEXT"


@pytest.mark.parametrize("cut", [1, 7, 40, 64, 1000])
def test_chunk_borders_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    data = (HEAD + b":20:R\r\n:79:A -} B\r\n-}{5:{CHK:1}}$\r\n") * 3
    whole = read(tmp_path / "x.fin", data)
    monkeypatch.setattr("enduse.messages.swift.blocks.CHUNK", cut)
    assert read(tmp_path / "x.fin", data) == whole
    assert len(whole) == 3
