"""Whatever bytes come in: records and Problems come out, never an exception.

Each example starts with bytes that the reader takes for its own, so that the noise
after them reaches the parser and not only the sniffer.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.record import Record
from enduse.model import Listing, Problem
from tests.golden.list_cases import cases

_CASES = cases()
RUBBISH = (b"", b"\x00" * 64, b"<", b"{", b"PK\x03\x04", b"\x1f\x8b", b"\xff\xfe")


def _files(data: st.DataObject, name: str, folder: Path) -> list[SourceFile]:
    golden = data.draw(st.sampled_from(_CASES[name]))
    found = []
    for path in golden:
        whole = path.read_bytes()
        # keep the head, where the sniffer looks, and break what follows
        cut = data.draw(st.integers(0, len(whole)), label=f"cut {path.name}")
        noise = data.draw(st.binary(max_size=200), label="noise")
        skip = data.draw(st.integers(0, 400), label="skip")
        target = folder / path.name
        target.write_bytes(whole[:cut] + noise + whole[cut + skip :])
        found.append(SourceFile.of(target))
    return found


@pytest.mark.parametrize("name", sorted(_CASES))
@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_bytes_are_read_without_an_exception(
    name: str, data: st.DataObject, tmp_path: Path
) -> None:
    files = _files(data, name, tmp_path)
    reader = registry.reader(name)
    source = reader.CARDS[0].id if reader.CARDS else "own-noise"
    for file in files:
        assert reader.sniff(file) is None or isinstance(reader.sniff(file), str)
    grouped = reader.group(files)
    assert sorted(f.name for g in grouped for f in g) == sorted(f.name for f in files)
    reader.published(files)
    rows = list(reader.rows(files, source))
    assert all(isinstance(row, Record | Problem) for row in rows)
    results = list(reader.listings(r for r in rows if isinstance(r, Record)))
    assert all(isinstance(result, Listing | Problem) for result in results)


@pytest.mark.parametrize("name", sorted(_CASES))
@pytest.mark.parametrize("content", RUBBISH)
def test_no_reader_claims_or_chokes_on_rubbish(
    name: str, content: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "rubbish"
    file.write_bytes(content)
    source = SourceFile.of(file)
    reader = registry.reader(name)
    assert reader.sniff(source) is None
    source_id = reader.CARDS[0].id if reader.CARDS else "own-noise"
    rows = list(reader.rows([source], source_id))
    list(reader.listings(r for r in rows if isinstance(r, Record)))
