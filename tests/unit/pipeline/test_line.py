"""One assessment a line, in the contract's shape."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from enduse.model import Coverage, Finding
from enduse.pipeline.line import line, read
from tests.unit.report import invented

KEYS = [
    "id", "subject", "outcome", "findings", "problems", "as_of", "library", "engine",
]  # fmt: skip
FINDING_KEYS = {
    "id", "kind", "severity", "title", "explanation", "party", "good", "match",
    "rule", "origins", "cites",
}  # fmt: skip


def test_shape() -> None:
    """Keys stand in the contract's order; one line feed, at the end."""
    written = line(invented.assessment("R1", "stop", invented.finding()))
    assert written.endswith(b"\n")
    assert written.count(b"\n") == 1
    plain = json.loads(written)
    assert list(plain) == KEYS
    assert plain["as_of"] == "2026-03-02"
    assert list(plain["library"]) == ["xx-north", "xx-union"]
    first = plain["findings"][0]
    assert set(first) >= FINDING_KEYS
    assert first["good"] is None
    assert set(first["match"]) >= {"listing_id", "source", "name", "score", "parts"}
    assert first["match"]["parts"][0]["weight"] == 0.61


def test_nulls_are_present() -> None:
    """A finding without party, match or rule says so with null."""
    bare = Finding("x", "red_flag", "low", "t", "e")
    plain = json.loads(line(invented.assessment("R1", "review", bare)))
    first = plain["findings"][0]
    assert [first[key] for key in ("party", "good", "match", "rule")] == [None] * 4


def test_unpaired_surrogate_is_written_as_its_escape() -> None:
    """Text that UTF-8 cannot hold is not lost and does not stop the run."""
    one = invented.assessment("half \ud800", "clear")
    assert json.loads(line(one))["subject"]["ref"] == "half \\ud800"


def test_order_of_the_library_does_not_matter() -> None:
    """The same content gives the same bytes."""
    one = invented.assessment("R1", "stop", invented.finding())
    turned = dict(reversed(one.library.items()))
    assert line(replace(one, library=turned)) == line(one)


def test_what_is_read_is_written_again_to_the_byte() -> None:
    one = invented.assessment("R1", "stop", invented.finding())
    counted = replace(one, coverage=Coverage(9, 5, 3))
    for said in (line(one), line(counted)):
        assert line(read(said)) == said


def test_same_bytes_in_another_process() -> None:
    """The bytes do not depend on the process or its hash seed."""
    code = (
        "import sys; from tests.unit.report import invented as i;"
        "from enduse.pipeline.line import line;"
        "sys.stdout.buffer.write(b''.join(map(line, i.run())))"
    )
    root = Path(__file__).parents[3]
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(["src", "."]),
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert seen == {b"".join(map(line, invented.run()))}
