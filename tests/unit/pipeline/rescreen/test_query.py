"""A query reads the database it is asked of, and does nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from enduse.errors import InputUnreadable
from enduse.pipeline.rescreen.query import table_of


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "bank.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute("create table customer(id, name)")
        made.execute("insert into customer values (1, 'Erika Mustermann')")
        made.commit()
    return path


@pytest.mark.parametrize(
    "query",
    [
        "select id, name from customer",
        "-- customers\nselect id, trim(name) as name from customer;",
        "with some as (select * from customer) select * from some",
        "with recursive n(id) as (select 1 union all select id + 1 from n limit 1)"
        " select id, 'Erika Mustermann' as name from n",
    ],
)
def test_what_selects_is_a_table(database: Path, query: str) -> None:
    with table_of(database, query) as table:
        assert table.read_text().splitlines() == ["id,name", "1,Erika Mustermann"]


@pytest.mark.parametrize(
    "query",
    [
        "attach '{other}' as other",
        "vacuum into '{other}'",
        "pragma journal_mode = wal",
        "create temp table t(a)",
        "delete from customer",
        "select load_extension('{other}')",
        "explain delete from customer",
    ],
)
def test_what_does_more_is_refused_and_leaves_nothing(
    database: Path, tmp_path: Path, query: str
) -> None:
    other = tmp_path / "other.db"
    with (
        pytest.raises(InputUnreadable, match="it does more than read"),
        table_of(database, query.format(other=other)),
    ):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["bank.db"]
