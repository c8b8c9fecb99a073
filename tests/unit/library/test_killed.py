"""What a process leaves behind that is killed while it writes a folder."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from enduse.library.atomic import SCRATCH, new_folder, only_one

_WRITER = """
import sys, time
from pathlib import Path
from enduse.library.atomic import new_folder

with new_folder(Path(sys.argv[1])) as scratch:
    (scratch / "half").write_text("x")
    print("writing", flush=True)
    time.sleep(600)
"""


@contextmanager
def _writer(place: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that is in the middle of writing a folder."""
    command = [sys.executable, "-c", _WRITER, str(place)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def _left(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{SCRATCH}*"))


def test_the_next_writer_removes_what_a_killed_one_left(tmp_path: Path) -> None:
    with _writer(tmp_path / "one") as process:
        process.send_signal(signal.SIGTERM)
        process.wait()
        assert len(_left(tmp_path)) == 1
        with new_folder(tmp_path / "two") as scratch:
            assert _left(tmp_path) == [scratch]
    assert [path.name for path in tmp_path.iterdir()] == ["two"]
    assert not any((tmp_path / "two").iterdir())


def test_a_folder_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    with _writer(tmp_path / "index" / "one") as process:
        held = _left(tmp_path / "index")
        with new_folder(tmp_path / "index" / "two"):
            pass
        with only_one(tmp_path):
            pass
        assert process.poll() is None
        assert _left(tmp_path / "index") == held
        assert (held[0] / "half").exists()
    with only_one(tmp_path):
        assert not _left(tmp_path / "index")


def test_a_folder_just_made_is_not_taken_for_left(tmp_path: Path) -> None:
    young, old = tmp_path / f"{SCRATCH}young", tmp_path / f"{SCRATCH}old"
    young.mkdir()
    old.mkdir()
    long_ago = time.time() - 86_400
    os.utime(old, (long_ago, long_ago))
    with new_folder(tmp_path / "one"):
        assert young.exists()
        assert not old.exists()


def test_two_threads_of_one_process_leave_each_other_alone(tmp_path: Path) -> None:
    with new_folder(tmp_path / "one") as first, new_folder(tmp_path / "two") as second:
        (first / "a").write_text("x")
        (second / "b").write_text("y")
    assert [path.name for path in sorted(tmp_path.glob("*/*"))] == ["a", "b"]
