"""Whether a publication just read is good and whole enough to be switched in."""

from datetime import timedelta

from enduse.errors import SnapshotRejected
from enduse.library import families
from enduse.library.snapshot import Snapshot, SnapshotInfo
from enduse.model import Problem

MAX_DROP_01 = 0.2  # a list that loses more than a fifth at once is taken for truncated
NEAR = timedelta(days=31)
"""A whole publication this much older is worth more than one without its aliases."""
OLDER = "older"  # the code of a publication refused because a newer one is current
_FORCE = "If it is right all the same, run again with --force"
_BESIDE = ", or with --history to keep it beside"


def check(snapshot: Snapshot, current: Snapshot | None) -> None:
    """Refuse what looks truncated. *Raises* SnapshotRejected, saying what to do."""
    info, card = snapshot.info, families.card(snapshot.info.source)
    what = f"{info.files[0].name}: "
    if info.errors:
        first = next(p for p in snapshot.problems() if p.severity == "error")
        raise SnapshotRejected(info.source, _said(first, info), first.code)
    if info.entries < card.min_entries:
        reason = f"{info.entries:,} entries; at least {card.min_entries:,} expected"
        raise SnapshotRejected(info.source, f"{what}{reason}. {_FORCE}")
    if current and current.info.sha256 != info.sha256:
        reason = _is_older(info, current.info)
        if reason:
            raise SnapshotRejected(
                info.source, f"{what}{reason}. {_FORCE}{_BESIDE}", OLDER
            )
        reason = _is_smaller(info, current.info)
        if reason:
            raise SnapshotRejected(info.source, f"{what}{reason}. {_FORCE}")


def _said(problem: Problem, info: SnapshotInfo) -> str:
    """A problem of a list, with the file that it is in named once."""
    place = problem.origin.locator
    names = sorted((file.name for file in info.files), key=len, reverse=True)
    name = next((name for name in names if place.startswith(name)), "")
    line = place.removeprefix(name).strip(":")
    message = problem.message.removesuffix(f" ({name}, line {line})")  # lxml's own
    where = place.rstrip(":") if name else f"{info.files[0].name} {place}".rstrip()
    return f"{where}: {message} [{problem.code}]"


def _is_older(new: SnapshotInfo, old: SnapshotInfo) -> str:
    """By how much a snapshot is older than the current one, or ''."""
    if old.published and new.published and new.published < old.published:
        return f"published {new.published}, older than the current {old.published}"
    return ""


def _is_smaller(new: SnapshotInfo, old: SnapshotInfo) -> str:
    """By how much a snapshot is smaller than the current one, or ''."""
    if new.entries < old.entries * (1 - MAX_DROP_01):
        return f"{new.entries:,} entries where there were {old.entries:,}"
    return ""


def is_partial(snapshot: Snapshot) -> bool:
    """Whether files of the publication are missing, so that names or places are."""
    return any(p.code == "publication-incomplete" for p in snapshot.problems())


def better(partial: Snapshot | None, whole: Snapshot) -> Snapshot:
    """A whole publication, unless a partial one is newer by more than `NEAR`."""
    if not partial:
        return whole
    newer, older = partial.info.published, whole.info.published
    near = newer and older and newer - older <= NEAR
    return whole if near and not is_partial(whole) else partial
