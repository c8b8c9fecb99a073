"""The index's files: same bytes for same input, damage noticed."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from enduse.errors import LibraryCorrupt
from enduse.names.index import NameIndex, build
from tests.unit.names.cast import LISTINGS, listing, matcher, party

_SCRIPT = """
import sys
from pathlib import Path
from enduse.names.index import build
from tests.unit.names.cast import LISTINGS, party, matcher
build(LISTINGS, Path(sys.argv[1]))
print(matcher(Path(sys.argv[2])).match(party("Sergei Kuznetsovski"), threshold=0.1))
"""


def _digest(folder: Path) -> dict[str, str]:
    return {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.iterdir())
    }


def test_same_bytes_and_matches_in_every_process(tmp_path: Path) -> None:
    said = []
    for seed in ("0", "1234"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        folders = [str(tmp_path / seed), str(tmp_path / f"{seed}m")]
        Path(folders[0]).mkdir()
        command = [sys.executable, "-c", _SCRIPT, *folders]
        root = Path(__file__).parents[3]
        done = subprocess.run(
            command, capture_output=True, text=True, env=env, cwd=root, check=True
        )
        said.append((done.stdout, _digest(tmp_path / seed)))
    assert said[0] == said[1]
    assert "test:1" in said[0][0]


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    build(iter(LISTINGS), tmp_path, progress=told.append)
    assert told == [len(LISTINGS)]


def test_damage_is_noticed(tmp_path: Path) -> None:
    build(LISTINGS, tmp_path)
    for path in sorted(tmp_path.iterdir()):
        whole = path.read_bytes()
        for broken in (whole[:-3], whole[:-1] + bytes([whole[-1] ^ 0x10]), b""):
            if path.suffix == ".json" and len(broken) == len(whole):
                continue
            path.write_bytes(broken)
            with pytest.raises(LibraryCorrupt):
                NameIndex.open(tmp_path)
        path.unlink()
        with pytest.raises(LibraryCorrupt):
            NameIndex.open(tmp_path)
        path.write_bytes(whole)
    assert len(NameIndex.open(tmp_path)) > 0


def test_a_missing_folder_is_corrupt(tmp_path: Path) -> None:
    with pytest.raises(LibraryCorrupt):
        NameIndex.open(tmp_path / "nowhere")


def test_a_listed_name_in_letters_of_two_alphabets_is_found(tmp_path: Path) -> None:
    """Its `i` is Latin, which nobody sees who asks for it, or copies it."""
    written = "Обвел Квартiмавiч ТЕНСIН"
    index = matcher(tmp_path, [listing(1, "person", written)])
    for text in (written, written.replace("i", "\u0456").replace("I", "\u0406")):
        (found,) = index.match(party(text, kind="person"))
        assert found.name == written
