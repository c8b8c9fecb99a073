"""Tables of words are made once, or taken as they were made before."""

import orjson
import pytest

from enduse.text import concepts, legal, tables
from enduse.text.common_names import share


def test_all_that_is_made_is_what_json_gives_back() -> None:
    assert concepts.canonical("tekhnologii") == "tech"
    assert legal.split_legal(["acme", "llc"])[1] == ["llc"]
    assert share("smith") > 0
    made = tables.all_made()
    assert len(made) >= 6
    assert all(made.values())
    again = orjson.loads(orjson.dumps(made))
    assert again == made
    assert [list(table) for table in again.values()] == [list(x) for x in made.values()]


def test_a_table_that_is_given_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_made", {})

    @tables.derived
    def words() -> dict[str, str]:
        raise AssertionError("was made")

    (name,) = tables._made
    tables.give({name: {"given": "so"}})
    assert words() == words() == {"given": "so"}


def test_a_table_that_is_not_given_is_made_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "_made", {})
    calls = []

    @tables.derived
    def words() -> dict[str, str]:
        calls.append(1)
        return {"made": "here"}

    assert words() == words() == {"made": "here"}
    assert len(calls) == 1
