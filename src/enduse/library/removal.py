"""Taking a source out of the library: what is current is named without it.

Its snapshots stay on disk, so that what was decided with them can be derived again;
decisions stay, and apply when the source comes back.
"""

from dataclasses import replace
from pathlib import Path

from enduse.library import derived, manifest
from enduse.library.atomic import only_one


def remove(folder: Path, source: str) -> Path:
    """Take a source out of the library in `folder`, in one rename; its snapshot.

    The index of the lists that are left is made when it is next asked for. The
    snapshot is not opened, for a damaged one can be taken out, too.
    *Raises* ValueError for a source that is not current, LibraryBusy, LibraryCorrupt.
    """
    with only_one(folder):
        before = manifest.read(folder)
        held = {**before.goods, **before.current}
        if source not in held:
            there = ", ".join(sorted(held)) or "none"
            raise ValueError(f"no source {source!r} in the library; there: {there}")
        current = _without(before.current, source)
        after = replace(
            before,
            current=current,
            goods=_without(before.goods, source),
            checked=_without(before.checked, source),
            index=derived.key_of(current) if current else "",
        )
        manifest.write(folder, after)
    return folder / source / held[source]


def _without(held: dict[str, str], source: str) -> dict[str, str]:
    return {name: value for name, value in held.items() if name != source}
