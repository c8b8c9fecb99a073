"""Descriptions in, codes out, on a machine where nothing was imported."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_info, threadpool_limits

from enduse.goods.classify import Classifier
from enduse.goods.classify.batches import lines_of, plain
from enduse.goods.classify.meaning import Meaning

KNOWN = [
    ("5-axis machining centre", "845710"),
    ("五轴加工中心", "845710"),
    ("обрабатывающий центр с ЧПУ", "845710"),
    ("CNC lathe", "845811"),
    ("tapered roller bearing 32218", "848220"),
    ("подшипник роликовый конический 32218", "848220"),
    ("nitrocellulose in drums", "391220"),
    ("XC7A35T-1CPG236I Xilinx", "854239"),
    ("multilayer ceramic capacitor 100nF", "853224"),
]


@pytest.mark.parametrize(("text", "hs6"), KNOWN)
def test_a_controlled_good_is_among_the_first_five(
    fresh: Classifier, text: str, hs6: str
) -> None:
    found = fresh.classify([text])[0]
    assert hs6 in [c.hs6 for c in found.candidates[:5]]
    assert not found.too_vague
    assert found.controlled[0].p >= 0.4


@pytest.mark.parametrize("text", ["cotton t-shirt", "wooden kitchen table", "apples"])
def test_everyday_goods_are_on_no_list(fresh: Classifier, text: str) -> None:
    found = fresh.classify([text])[0]
    assert not [c for c in found.controlled if c.list == "chpl" and c.p >= 0.5]


@pytest.mark.parametrize(
    "text", ["spare parts", "запчасти", "配件", "goods as per contract", "yedek parça"]
)
def test_words_said_of_anything_are_too_vague(fresh: Classifier, text: str) -> None:
    found = fresh.classify([text])[0]
    assert (found.too_vague, found.vague_reason) == (True, "generic")


@pytest.mark.parametrize("text", ["", "   ", "!!! ---", "\x00"])
def test_nothing_to_classify_is_a_problem(fresh: Classifier, text: str) -> None:
    found = fresh.classify([text])[0]
    assert found.too_vague
    assert found.candidates == ()
    assert [p.code for p in found.problems] == ["goods-empty"]


def test_the_evidence_is_the_lines_most_alike(fresh: Classifier) -> None:
    found = fresh.classify(["CNC lathe"])[0]
    assert found.evidence[0].similarity == pytest.approx(1.0, abs=0.01)
    assert found.evidence[0].hs6 == "845811"
    alike = [e.similarity for e in found.evidence]
    assert alike == sorted(alike, reverse=True)


def test_probabilities_are_ranked_and_no_more_than_one(fresh: Classifier) -> None:
    for text, _ in KNOWN:
        p = [c.p for c in fresh.classify([text])[0].candidates]
        assert len(p) >= 5
        assert p == sorted(p, reverse=True)
        assert sum(p) <= 1.001


def test_a_text_in_a_batch_is_a_text_alone(fresh: Classifier) -> None:
    texts = [text for text, _ in KNOWN] * 40
    together = fresh.classify(texts)
    assert together[: len(KNOWN)] == [fresh.classify([t])[0] for t, _ in KNOWN]
    assert together[-len(KNOWN) :] == together[: len(KNOWN)]


def test_several_processes_answer_as_one(fresh: Classifier) -> None:
    texts = [f"{text} {n}" for n in range(180) for text, _ in KNOWN]
    one = list(lines_of(fresh.home, texts, workers=1))
    assert list(lines_of(fresh.home, texts, workers=2)) == one
    assert one[0] == plain(fresh.classify(texts[:1])[0])


def test_a_damaged_index_is_built_again(fresh: Classifier, tmp_path: Path) -> None:
    before = fresh.classify(["CNC lathe"])
    copy = tmp_path / "goods-index" / fresh.version
    shutil.copytree(fresh.index.folder, copy)
    (copy / "near.value.npy").write_bytes(b"\x93NUMPY")
    again = Classifier.open(tmp_path)
    assert again.classify(["CNC lathe"]) == before


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(fresh: Classifier, text: str) -> None:
    found = fresh.classify([text])[0]
    assert found.text == text
    assert found.candidates or found.problems


def test_plain_values_say_what_records_say(fresh: Classifier) -> None:
    texts = ["CNC lathe", "spare parts", "", "XC7A35T-1CPG236I Xilinx 500 pcs 5V"]
    many = fresh.classify(texts)
    assert [one.rich() for one in fresh.slim(texts)] == many
    assert [one.plain() for one in fresh.slim(texts)] == [plain(one) for one in many]


def test_dense_products_have_one_thread(
    fresh: Classifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, before = [], Meaning.likeness

    def likeness(meaning: Meaning, *asked: Any) -> Any:
        seen.append({one["num_threads"] for one in threadpool_info()})
        return before(meaning, *asked)

    monkeypatch.setattr(Meaning, "likeness", likeness)
    with threadpool_limits(2):
        fresh.classify(["CNC lathe"])
        after = {one["num_threads"] for one in threadpool_info()}
    assert seen == [{1}]
    assert after == {2}
