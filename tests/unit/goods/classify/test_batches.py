"""Processes that classify end with the one that started them."""

import os
import subprocess
import sys

import pytest

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
