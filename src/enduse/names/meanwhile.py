"""Work that another process does while this one does something else."""

import os
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

R = TypeVar("R")


def meanwhile(work: Callable[[], R], *, beside: bool = True) -> Callable[[], R]:
    """Gives what `work` gives, which another process began at once.

    The process has all that this one holds. Without `beside`, on one core, or where it
    ended before its time, the work is done when it is asked for.
    """
    if not beside or (os.cpu_count() or 1) < 2 or not hasattr(os, "fork"):
        return work
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, work), daemon=True)
    process.start()
    theirs.close()

    def found() -> R:
        try:
            made: R = ours.recv()
        except EOFError:
            made = work()
        process.join()
        return made

    return found


def _send(place: Connection, work: Callable[[], object]) -> None:
    place.send(work())
    place.close()
