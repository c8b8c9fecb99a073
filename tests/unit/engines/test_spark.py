"""Spark gives what this process gives, byte for byte, in the same order."""

import importlib.util
import shutil
from datetime import date
from pathlib import Path

import pytest

from enduse.engines import spark
from enduse.engines.local import Job
from enduse.engines.local import assessed as assessed_here
from enduse.errors import EngineMissing
from enduse.files.source_file import SourceFile
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.messages.message import Options
from enduse.pipeline import line as jsonl
from enduse.pipeline import screen
from enduse.pipeline.screener import Screener
from tests.made import customers_csv, invented_name, un_file

AS_OF = date(2026, 11, 3)
MT103 = (
    "{1:F01AAAAAAAAXXXX0000000000}{2:I103BBBBBBBBXXXXN}{4:\n:20:REF-1\n"
    ":32A:261103EUR1000,\n:50K:/1\nQuiet Harbour Bakery\n"
    f":59:/2\n{invented_name(9)}\n:70:INVOICE 7 FOR {invented_name(11)}\n-}}"
)


@pytest.fixture
def job(tmp_path: Path) -> tuple[Job, Screener]:
    home = tmp_path / "home"
    Update(home / "library", "enduse test").from_paths([un_file(tmp_path, 640)])
    library = Library.open(home)
    own = Screener(library, as_of=AS_OF)
    current = library.manifest.current
    return Job(library.folder, current, own.policy.threshold, AS_OF, 2), own


@pytest.fixture
def files(tmp_path: Path) -> list[SourceFile]:
    """Customers, a payment, a row with half a surrogate pair, and a file of nothing."""
    folder = tmp_path / "in"
    folder.mkdir()
    people = [(f"C{n}", invented_name(n * 7), "KP") for n in range(900)]
    (folder / "a.csv").write_text(customers_csv(people), encoding="utf-8")
    (folder / "b.fin").write_text(MT103, encoding="utf-8")
    odd = '{"id": "S1", "name": "Bal\\ud800 Dor", "country": "KP"}\n'
    (folder / "c.jsonl").write_text(odd, encoding="utf-8")
    (folder / "d.csv").write_text("", encoding="utf-8")
    return [SourceFile.of(path) for path in screen.expand([folder])]


def test_spark_gives_the_same_bytes(
    job: tuple[Job, Screener], files: list[SourceFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    if importlib.util.find_spec("pyspark") is None or not shutil.which("java"):
        pytest.skip("NOT RUN: PySpark (the extra `spark`) or Java is not installed")
    monkeypatch.setattr(spark, "GROUP", 500)
    sent, own = job
    here = assessed_here(sent, own, screen.chunks_of(files, Options()))
    expected = [jsonl.line(one) for one in here]
    there = spark.assessed(sent, screen.chunks_of(files, Options()))
    assert [jsonl.line(one) for one in there] == expected
    assert len(expected) == 903


def test_without_java_it_says_what_is_missing(
    job: tuple[Job, Screener], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(EngineMissing, match="Java"):
        list(spark.assessed(job[0], []))


def test_without_the_extra_it_says_what_to_install(
    job: tuple[Job, Screener], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", "/somewhere")
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    with pytest.raises(EngineMissing, match=r"enduse\[spark\]"):
        list(spark.assessed(job[0], []))
