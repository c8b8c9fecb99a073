"""The same assessments through Apache Spark, for input that outgrows one machine.

Cases go out as Arrow batches and come back as assessments through `mapInArrow`; each
Python worker opens the library once, memory-mapped. The library's folder must be
readable under the same path on every worker. Nothing else of enduse knows of Spark.

*Source*: `DataFrame.mapInArrow`, PySpark 4 (https://spark.apache.org/docs/latest/).
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from enduse.engines.local import Job
from enduse.errors import EngineMissing
from enduse.model import Assessment
from enduse.pipeline import case_codec
from enduse.pipeline.batch import SCHEMA
from enduse.pipeline.case import Case
from enduse.pipeline.line import read
from enduse.pipeline.screener import Screener

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

GROUP = 50_000  # cases that are with Spark at one time, which bounds the memory here
_BATCH = 512
_SENT = pa.schema([("at", pa.int64()), ("case", pa.binary())])
_BACK = pa.schema([_SENT.field("at"), *SCHEMA])
_BACK_DDL = (
    "at bigint, ref string, outcome string, assessment binary, findings "
    "array<struct<kind:string,severity:string,listing_id:string,score:double>>"
)


def assessed(job: Job, chunks: Iterable[list[Case]]) -> Iterator[Assessment]:
    """The assessments of all chunks, in order: those of `engines.local`, byte for byte.

    *Raises* EngineMissing where PySpark or Java is not installed.
    """
    spark = session(job.workers)
    try:
        cases = chain.from_iterable(chunks)
        while group := list(islice(cases, GROUP)):
            yield from _of_group(spark, job, group)
    finally:
        spark.stop()


def session(workers: int) -> "SparkSession":
    """A session with this Python for its workers.

    `SPARK_REMOTE` or `MASTER` name a cluster; else this machine's cores are used.
    *Raises* EngineMissing.
    """
    if not shutil.which("java") and not os.environ.get("JAVA_HOME"):
        raise EngineMissing("spark", "Java 17 or newer", "install a Java runtime")
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise EngineMissing("spark", "PySpark", 'pip install "enduse[spark]"') from None
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder: Any = SparkSession.builder
    settings = {
        "spark.master": os.environ.get("MASTER", f"local[{max(1, workers)}]"),
        "spark.app.name": "enduse screen",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.python.worker.reuse": "true",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(_BATCH),
        "spark.driver.maxResultSize": "0",
        "spark.driver.memory": os.environ.get("ENDUSE_SPARK_MEMORY", "2g"),
    }
    for key, value in settings.items():
        builder = builder.config(key, value)
    made: SparkSession = builder.getOrCreate()
    return made


def _of_group(
    spark: "SparkSession", job: Job, group: list[Case]
) -> Iterator[Assessment]:
    sent = pa.table(
        [range(len(group)), [case_codec.encode(case) for case in group]], schema=_SENT
    )
    parts = spark.sparkContext.defaultParallelism * 2
    frame = spark.createDataFrame(sent).repartitionByRange(parts, "at")
    back = frame.mapInArrow(partial(_screened, job), _BACK_DDL).toArrow()
    lines = back.sort_by("at").column("assessment")
    for case, data in zip(group, lines, strict=True):
        yield read(data.as_py(), case.papers)


_screeners: dict[tuple[object, ...], Screener] = {}  # a worker's own, kept for reuse


def _screened(job: Job, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What runs on a worker: `Screener.assess_batch`, with each row's place kept."""
    key = (job.folder, *sorted(job.current.items()), job.threshold, job.as_of)
    if key not in _screeners:
        _screeners.clear()
        _screeners[key] = job.screener()
    screener = _screeners[key]
    for batch in batches:
        done = screener.assess_batch(batch)
        yield pa.RecordBatch.from_arrays(
            [batch.column("at"), *done.columns], schema=_BACK
        )
