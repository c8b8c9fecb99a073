"""Tables of words kept beside an index are given back whole, or not at all."""

from pathlib import Path

import orjson
import pytest

from enduse.goods.classify import phrases
from enduse.library import derived
from enduse.text import tables


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    found: dict[str, object] = {}
    monkeypatch.setattr(tables, "_given", found)
    return found


def test_kept_and_given(tmp_path: Path, given: dict[str, object]) -> None:
    derived.build(tmp_path / "made", [])
    derived.give_words(tmp_path / "made")
    assert orjson.dumps(given) == orjson.dumps(tables.all_made("enduse.text"))
    given.clear()
    derived.give_goods_words(tmp_path / "made")
    assert orjson.dumps(given) == orjson.dumps(tables.all_made("enduse.goods"))
    assert given


@pytest.mark.parametrize("data", [b"", b"short", b"0" * 16 + b"{}", None])
def test_damaged_or_missing(
    tmp_path: Path, given: dict[str, object], data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / "words").write_bytes(data)
        (tmp_path / "goods_words").write_bytes(data)
    derived.give_words(tmp_path)
    derived.give_goods_words(tmp_path)
    assert not given


def test_words_of_goods_of_another_version_are_not_given(
    tmp_path: Path, given: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    derived.build(tmp_path / "made", [])
    monkeypatch.setattr(phrases, "version", lambda: "another")
    derived.give_goods_words(tmp_path / "made")
    assert not given
