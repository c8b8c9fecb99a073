"""A file that is written whole or not at all."""

import os
from pathlib import Path

import pytest

from enduse.errors import OutputUnwritable
from enduse.files.new_file import new_file


def test_it_is_there_once_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with new_file(path) as out:
        out.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["out.txt"]


def test_a_fault_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), new_file(path) as out:
        out.writelines([b"half", "no bytes"])  # type: ignore[list-item]
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.txt"]


def test_a_device_stays_one_and_a_full_one_is_told() -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("NOT RUN: no /dev/full on this machine")
    with pytest.raises(OutputUnwritable, match="No space left"), new_file(full) as out:
        out.write(b"x")
    assert full.is_char_device()
    with new_file(Path(os.devnull)) as out:
        out.write(b"x")
    assert Path(os.devnull).is_char_device()


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with new_file(pipe) as out:
        out.write(b"through")
    assert os.read(reader, 20) == b"through"
    os.close(reader)
