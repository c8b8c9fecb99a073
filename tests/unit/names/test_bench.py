"""Labelled pairs measured."""

from pathlib import Path

import pytest

from enduse.errors import InputUnreadable
from enduse.names.bench import run

_HEAD = "schema,name1,name2,is_match\n"


def _file(folder: Path, text: str) -> Path:
    path = folder / "pairs.csv"
    path.write_text(text, "utf-8")
    return path


def test_counts_and_rates(tmp_path: Path) -> None:
    rows = (
        "Person,Ivan Petrenko,Petrenko Ivan,true\n"
        "Company,Acme GmbH,Velmora SA,false\n"
        "Company,Acme Brelov GmbH,ACME Brelov,False\n"
        "Person,Ivan Petrenko,Olga Zolotareva,1\n"
        "Person,Ivan Petrenko,,true\n"
        "Person,A,B,perhaps\n"
    )
    result = run(_file(tmp_path, _HEAD + rows), threshold=0.7)
    assert (result.n, result.tp, result.fp, result.tn, result.fn) == (4, 1, 1, 1, 1)
    assert (result.precision, result.recall, result.f1) == (0.5, 0.5, 0.5)
    assert [p.row for p in result.misses] == [4]
    assert [p.row for p in result.false_alarms] == [3]
    assert [p.code for p in result.problems] == ["bench-row"] * 2
    assert result.best_f1 >= result.f1
    assert result.us_per_pair > 0


def test_an_empty_file_of_pairs_is_all_zero(tmp_path: Path) -> None:
    result = run(_file(tmp_path, _HEAD), threshold=0.7)
    assert (result.n, result.f1, result.best_f1) == (0, 0.0, 0.0)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n"])
def test_a_file_without_the_columns_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputUnreadable):
        run(_file(tmp_path, text), threshold=0.7)
    with pytest.raises(InputUnreadable):
        run(tmp_path / "none.csv", threshold=0.7)
