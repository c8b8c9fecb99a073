"""What of a folder is read: each file once, links followed, hidden ones aside."""

from pathlib import Path

from enduse.files.folder import files_under


def test_links_are_followed_once_and_not_upwards(tmp_path: Path) -> None:
    inside, other = tmp_path / "inside", tmp_path / "other"
    (inside / "sub").mkdir(parents=True)
    other.mkdir()
    for path in (inside / "sub" / "a", inside / ".hidden", other / "b"):
        path.touch()
    for name in ("one", "two"):
        (inside / name).symlink_to(other)
    (inside / "sub" / "up").symlink_to(inside)
    (inside / "higher").symlink_to(tmp_path)
    (inside / "gone").symlink_to(tmp_path / "nowhere")
    found = [path.relative_to(inside).as_posix() for path in files_under(inside)]
    assert found == ["gone", "one/b", "sub/a"]
