"""Pipes are read once and kept for the run; devices are refused."""

import os
import threading
from pathlib import Path

import pytest

from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile
from enduse.files.special import is_pipe, readable_again, refuse_device


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A named pipe that brings a table once somebody reads it."""
    path = tmp_path / "customers"
    os.mkfifo(path)
    feeder = threading.Thread(
        target=path.write_bytes, args=(b"id,name\n",), daemon=True
    )
    feeder.start()
    return path


def test_a_pipe_can_be_read_twice_under_its_name(pipe: Path) -> None:
    assert is_pipe(pipe)
    with readable_again([pipe]) as (path,):
        file = SourceFile.of(path)
        assert (file.name, file.head, len(file.sha256)) == (
            "customers",
            b"id,name\n",
            64,
        )
        with file.open() as stream:
            assert stream.read() == b"id,name\n"
    assert not path.exists()


def test_files_and_what_is_not_there_stay_as_they_are(tmp_path: Path) -> None:
    there, gone = tmp_path / "a.csv", tmp_path / "b.csv"
    there.write_text("id\n")
    with readable_again([there, gone]) as paths:
        assert paths == [there, gone]


def test_a_device_is_refused(tmp_path: Path) -> None:
    refuse_device(tmp_path)
    with pytest.raises(InputUnreadable, match="/dev/zero: is a device"):
        refuse_device(Path("/dev/zero"))


def test_a_device_is_no_endless_file() -> None:
    with pytest.raises(OSError, match="a device"):
        SourceFile.of(Path("/dev/zero")).read_head()
    with pytest.raises(OSError, match="a device"):
        _ = SourceFile.of(Path("/dev/zero")).sha256
