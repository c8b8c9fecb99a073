"""Whatever bytes come in: records, entries and Problems, never an exception."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.goods import registry
from enduse.goods.codes import looks_like_code, read
from enduse.goods.components import Components
from enduse.goods.control import ControlLists
from enduse.goods.entry import KINDS
from enduse.goods.parts.numbers import bare, normal
from enduse.lists.record import Record
from enduse.model import Problem
from tests.golden.test_goods import CASES

_BY_READER: dict[str, list[Path]] = {}
for _folder in CASES:
    _inputs = [p for p in sorted(_folder.iterdir()) if p.name != "expected.json"]
    _found = registry.sniff(SourceFile.of(_inputs[0]))
    if _found:
        _BY_READER.setdefault(_found[0], []).append(_folder)
_ENTRIES = tuple(KINDS.values())
_LISTS = ControlLists.open()


@pytest.mark.parametrize("name", sorted(_BY_READER))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_bytes_are_read_without_an_exception(
    name: str, data: st.DataObject, tmp_path: Path
) -> None:
    folder = data.draw(st.sampled_from(_BY_READER[name]))
    place = tmp_path / "in"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    files = []
    for path in sorted(folder.iterdir()):
        if path.name == "expected.json":
            continue
        whole = path.read_bytes()
        cut = data.draw(st.integers(0, len(whole)), label=f"cut {path.name}")
        noise = data.draw(st.binary(max_size=200), label="noise")
        skip = data.draw(st.integers(0, 400), label="skip")
        (place / path.name).write_bytes(whole[:cut] + noise + whole[cut + skip :])
        files.append(SourceFile.of(place / path.name))
    module = registry.reader(name)
    source = registry.sniff(SourceFile.of(next(p for p in folder.iterdir())))
    for file in files:
        assert module.sniff(file) is None or isinstance(module.sniff(file), str)
    module.group(files)
    module.published(files)
    rows = list(module.rows(files, source[1] if source else "hs-2022"))
    assert all(isinstance(row, Record | Problem) for row in rows)
    results = list(module.entries(r for r in rows if isinstance(r, Record)))
    assert all(isinstance(result, (*_ENTRIES, Problem)) for result in results)


@pytest.mark.parametrize("name", sorted(registry.READERS))
@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 64, b"<", b"{", b"PK\x03\x04", b"\x1f\x8b", b"\xff\xfe"]
)
@pytest.mark.parametrize("called", ["rubbish", "rubbish.csv"])
def test_no_reader_claims_or_chokes_on_rubbish(
    name: str, content: bytes, called: str, tmp_path: Path
) -> None:
    file = tmp_path / called
    file.write_bytes(content)
    module = registry.reader(name)
    assert module.sniff(SourceFile.of(file)) is None
    rows = list(module.rows([SourceFile.of(file)], "hs-2022"))
    list(module.entries(r for r in rows if isinstance(r, Record)))


@given(st.text(max_size=120))
def test_any_text_is_read_as_a_code_or_is_a_problem(text: str) -> None:
    found = read(text)
    assert bool(found.readings) or bool(found.problems)
    assert looks_like_code(text) or not found.readings
    for control in _LISTS.controls(text):
        assert 0 < control.p <= 1


@given(st.from_regex(r"[0-9]{2,14}", fullmatch=True), st.sampled_from([".", " ", "-"]))
def test_separators_change_nothing(digits: str, mark: str) -> None:
    pairs = mark.join(digits[i : i + 4] for i in range(0, len(digits), 4))
    if len(digits) not in (4, 5):  # 8457.1 is a spreadsheet's number
        assert [r.code for r in read(pairs).readings] == [
            r.code for r in read(digits).readings
        ]


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_is_looked_up_as_a_part(part: str, maker: str) -> None:
    assert Components([]).find(part, maker) == ()
    assert len(bare(part)) <= len(normal(part)) or not normal(part)
