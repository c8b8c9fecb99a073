"""Opening an index: found, grown, built whole; never half, never piling up."""

import shutil
from pathlib import Path

import pytest

from enduse.goods.classify import Classifier, growing, index_writing, learned, opening
from enduse.goods.classify.learned import Lesson


@pytest.fixture(name="home")
def _home(fresh: Classifier, tmp_path: Path) -> Path:
    """A home whose index is there, with nothing learned."""
    assert fresh.home
    shutil.copytree(fresh.home / "goods-index", tmp_path / "goods-index")
    return tmp_path


def learn(home: Path, *texts: str) -> None:
    """Learn some texts as machining centres."""
    learned.add(home, texts[0], [Lesson(text, "845710") for text in texts])


def whole(home: Path) -> Classifier:
    """The classifier of the same lessons, its index built from nothing."""
    shutil.rmtree(home / "goods-index")
    return Classifier.open(home)


def test_a_lesson_is_added_to_the_index_that_is_there(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(home, "zorblax frobnicator", "zorblax 500")
    with monkeypatch.context() as patch:
        patch.setattr(index_writing, "write", None)  # the whole is not written
        grown = Classifier.open(home)
    told = grown.classify(["zorblax frobnicator", "CNC lathe"])
    again = whole(home).classify(["zorblax frobnicator", "CNC lathe"])
    for one, other in zip(told, again, strict=True):
        first, second = one.candidates[0], other.candidates[0]
        assert first.hs6 == second.hs6
        assert first.p == pytest.approx(second.p, abs=0.02)
        assert one.evidence[0] == other.evidence[0]


def test_many_lines_are_reason_to_build_the_whole(home: Path) -> None:
    learn(home, *(f"zorblax frobnicator {n}" for n in range(2000)))
    index = Classifier.open(home).index
    assert index.info["measured_of"] == len(index.lines)


def test_what_was_learned_before_a_damage_is_built_again(home: Path) -> None:
    for path in (home / "goods-index").glob("*/told.start.npy"):
        path.write_bytes(b"\x93NUMPY")
    learn(home, "zorblax frobnicator")
    assert Classifier.open(home).classify(["zorblax"])[0].candidates[0].hs6 == "845710"


def test_an_interrupt_leaves_what_was_there(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(path.name for path in (home / "goods-index").iterdir())
    learn(home, "zorblax frobnicator")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(growing, "write_info", interrupted)
        with pytest.raises(KeyboardInterrupt):
            Classifier.open(home)
    assert sorted(path.name for path in (home / "goods-index").iterdir()) == before
    assert Classifier.open(home).classify(["zorblax"])[0].candidates[0].hs6 == "845710"


def test_states_do_not_pile_up(home: Path) -> None:
    for n in range(5):
        learn(home, f"zorblax frobnicator {n}")
        last = Classifier.open(home)
    held = list((home / "goods-index").iterdir())
    assert len(held) <= 3
    assert last.index.folder in held


def test_a_faster_process_has_its_way(tmp_path: Path) -> None:
    place = tmp_path / "goods-index" / "key"
    with opening.building(place) as slow:
        (slow / "model.json").write_text("slow")
        with opening.building(place) as fast:
            (fast / "model.json").write_text("fast")
    assert (place / "model.json").read_text() == "fast"
    assert list(place.parent.iterdir()) == [place]
