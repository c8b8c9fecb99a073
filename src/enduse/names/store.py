"""The index's files: named arrays in a folder, mapped into memory when opened."""

import json
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.errors import LibraryCorrupt

_LAYOUT = 6  # raise it when the arrays themselves change
# The code that shapes an index, with all of `enduse.text` and `enduse.codes`.
_SHAPING = (
    "alikeness.py",
    "brand.py",
    "form.py",
    "other_forms.py",
    "said_again.py",
    "weights.py",
    "build.py",
    "columns.py",
    "filed.py",
    "houses.py",
    "kinds.py",
    "names_apart.py",
    "priority.py",
    "reading.py",
    "vocabulary.py",
    "features/beginnings.py",
    "features/by_family.py",
    "features/known_by.py",
    "features/gender.py",
    "sites.py",
    "features/identifiers.py",
    "spot_codes.py",
    "spot_heard.py",
    "spot_keys.py",
    "spot_numbers.py",
    "keys.py",
    "hashed.py",
    "numbered.py",
    "hashing.py",
)
_META = "index.json"

Array = NDArray[Any]


@cache
def version() -> str:
    """The version of the layout and of all that shapes the words of an index.

    An index made by other tables or code is never taken for a current one.
    """
    made = blake2b(str(_LAYOUT).encode(), digest_size=8)
    folders = (files("enduse.text"), files("enduse.codes"))
    texts = [f for folder in folders for f in folder.iterdir() if f.is_file()]
    for file in sorted(texts, key=lambda f: f.name):
        if not file.name.endswith(".pyc"):
            made.update(file.read_bytes())
    for name in _SHAPING:
        made.update((files("enduse.names") / name).read_bytes())
    return made.hexdigest()


def write(folder: Path, arrays: dict[str, Array], facts: dict[str, int]) -> None:
    """The arrays as `.npy` files, and last of all the file that lists them.

    The same arrays give the same bytes.
    """
    shelf = Shelf(folder)
    shelf.put(arrays)
    shelf.close(facts)


class Shelf:
    """A folder that arrays are written into, some at a time."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._listed: dict[str, dict[str, int]] = {}

    def put(self, arrays: dict[str, Array]) -> None:
        """Writes these arrays."""
        for name, array in arrays.items():
            path = self._folder / f"{name}.npy"
            np.save(path, array, allow_pickle=False)
            held = {"bytes": path.stat().st_size, "check": _check(array)}
            self._listed[name] = held

    def close(self, facts: dict[str, int]) -> None:
        """Writes the file that lists all arrays: without it there is no index."""
        meta = {"version": version(), "facts": facts, "files": self._listed}
        text = json.dumps(meta, indent=1, sort_keys=True)
        (self._folder / _META).write_text(text + "\n", "utf-8")


def read(folder: Path) -> tuple[dict[str, Array], dict[str, int]]:
    """The arrays, mapped, and the facts written with them.

    *Raises* LibraryCorrupt where a file is missing, cut, or holds other content.
    """
    path = folder / _META
    try:
        meta = json.loads(path.read_text("utf-8"))
        made_by, listed, facts = meta["version"], meta["files"], meta["facts"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LibraryCorrupt(str(path), f"no readable name index ({error})") from error
    if made_by != version():
        raise LibraryCorrupt(str(path), f"index version {made_by}, not {version()}")
    return {name: _mapped(folder, name, listed[name]) for name in listed}, facts


def _mapped(folder: Path, name: str, promised: dict[str, int]) -> Array:
    path = folder / f"{name}.npy"
    try:
        size = path.stat().st_size
        if size != promised["bytes"]:
            raise LibraryCorrupt(str(path), f"{size} bytes, not {promised['bytes']}")
        mapped = np.load(path, mmap_mode="r", allow_pickle=False)
        array: Array = mapped.view(np.ndarray)  # the same memory, quicker to index
    except (OSError, ValueError, KeyError) as error:
        raise LibraryCorrupt(str(path), f"unreadable ({error})") from error
    if _check(array) != promised["check"]:
        raise LibraryCorrupt(str(path), "not the content that was written")
    return array


def _check(array: Array) -> int:
    """A sum over the content that any single damage changes; fast, not a signature."""
    flat = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
    even = len(flat) // 8 * 8
    words, rest = flat[:even].view(np.uint64), flat[even:]
    total = int(words.sum(dtype=np.uint64)) + int(rest.sum(dtype=np.uint64))
    twisted = int(np.bitwise_xor.reduce(words)) if len(words) else 0
    return (3 * total + twisted) % (2**61 - 1)


def pack(texts: Sequence[str]) -> tuple[Array, Array]:
    """Texts as one run of UTF-8 bytes, and where each begins and the last ends."""
    run, lengths = encoded(texts)
    return run, ends_of(lengths)


def encoded(texts: Sequence[str]) -> tuple[Array, Array]:
    """Texts as one run of UTF-8 bytes, and how many bytes each has."""
    whole = "".join(texts)
    if whole.isascii():
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        return np.frombuffer(whole.encode(), dtype=np.uint8), lengths
    each = [text.encode("utf-8", "surrogatepass") for text in texts]
    lengths = np.fromiter(map(len, each), np.int64, len(each))
    return np.frombuffer(b"".join(each), dtype=np.uint8), lengths


def ends_of(lengths: Array) -> Array:
    """Where each of some things laid in one run begins, and where the last one ends."""
    ends = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, dtype=np.int64, out=ends[1:])
    return ends


def unpack(run: Array, ends: Array, at: int) -> str:
    """The text at a place of a packed run."""
    raw = run[ends[at] : ends[at + 1]].tobytes()
    return raw.decode("utf-8", "surrogatepass")
