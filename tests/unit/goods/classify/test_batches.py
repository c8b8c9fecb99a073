"""Every text is asked once and told in its place; processes end with the first."""

import os
import signal
import subprocess
import sys
from multiprocessing import parent_process
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.errors import ProcessEnded
from enduse.goods.classify import batches
from enduse.goods.classify.classifier import Classifier
from enduse.goods.classify.once import Once
from enduse.goods.classify.slim import Slim

KILLED = """
import os, signal
from enduse.goods.classify import batches
pool = batches._pool(None, 2)
assert list(pool.map(len, ["a", "bb"])) == [1, 2]
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_none_is_left_when_the_first_is_killed() -> None:
    command = [sys.executable, "-c", KILLED]
    # the streams stay open as long as any process that holds them lives
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (-9, b"")


class _Killed:
    """A classifier whose processes are ended as the system ends them."""

    def slim(self, texts: list[str], *, at: object = None) -> list[Slim]:
        if parent_process():
            os.kill(os.getpid(), signal.SIGKILL)
        return []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_a_process_that_is_ended_is_told_so() -> None:
    texts = [f"bearing {n}" for n in range(batches.FEW + 5)]
    killed = cast(Classifier, _Killed())
    with pytest.raises(ProcessEnded):
        list(batches.encoded_lines(killed, texts, workers=2))


@given(st.lists(st.sampled_from("abcdefghijk"), max_size=80), st.integers(1, 5),
       st.integers(1, 9), st.integers(0, 4))  # fmt: skip
def test_texts_are_told_in_their_order(
    texts: list[str], size: int, kept: int, ahead: int
) -> None:
    once = Once[str](iter(texts), size=size, kept=kept)
    asked: list[list[str]] = []
    told: list[str] = []
    waiting: list[list[str]] = []
    for batch in once.batches():
        assert len(batch) == len(set(batch)) <= size
        asked.append(batch)
        waiting.append(batch)
        if len(waiting) > ahead:
            told += once.told([text.upper() for text in waiting.pop(0)])
    for batch in waiting:
        told += once.told([text.upper() for text in batch])
    assert told == [text.upper() for text in texts]
    again = Once[str](iter(texts), size=size, kept=kept)
    assert list(again.batches()) == asked


def test_what_came_before_is_not_asked_again() -> None:
    once = Once[int](iter(["a", "b"] * 5000), size=10, kept=100)
    told = [(batch, len(list(once.told([7] * len(batch))))) for batch in once.batches()]
    assert [batch for batch, _ in told if batch] == [["a", "b"]]
    assert sum(many for _, many in told) == 10_000
