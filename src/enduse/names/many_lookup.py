"""Many words resolved to listed ones at once, as arrays.

How alike words are is what `NameIndex.likeness` gives. What a word resolves to are
targets: listed words, by number, and after them listed pairs of neighbours that are the
word but for a blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np

from enduse.names import alikeness, hashed, keys
from enduse.names.align import GLUE_FLOOR
from enduse.names.index import NameIndex
from enduse.names.keys import near
from enduse.names.resolved import GLUED, NOTHING, SHADOWED, Resolved, Rough
from enduse.names.similarity import FLOOR
from enduse.names.store import Array
from enduse.text.phonetic import VOWELLESS
from enduse.text.phonetic_many import skeletons

_MANY = 5000
_LAST_DIGIT = ord("9")
_MARK = ord(VOWELLESS)


@dataclass(frozen=True, slots=True)
class _Told:
    """Words and the targets they may stand for, a pair a line, each by its number.

    `rough` tells where the likeness is the most it may be, and not measured.
    """

    owners: Array
    ids: Array
    likeness: Array
    rough: Array

    def at(self, places: Array) -> "_Told":
        """The pairs at these places."""
        return _Told(
            self.owners[places],
            self.ids[places],
            self.likeness[places],
            self.rough[places],
        )


class ManyWords:
    """Resolves many words by an index.

    Asked to do so `roughly`, it takes words that may sound alike by their letters to do
    so: a bound that costs little, and is enough where a name falls short of its need
    all the same. `only` some targets may be wanted: see `keyed`.
    """

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._unpacked: dict[str, Array] = {}

    def keyed(self, owners: Array, targets: Array) -> Array:
        """A word, by its place among those asked for, and a target, as one number."""
        return owners * len(self._index.arrays["target_weight"]) + targets

    def resolve(
        self,
        words: list[str],
        table: int,
        *,
        roughly: bool = False,
        only: Array | None = None,
    ) -> list[Resolved]:
        """What each word may stand for, by one of the tables."""
        if table == GLUED:
            found = self._glued(words, roughly, only)
        else:
            found = self._words(words, table == SHADOWED, roughly, only)
        return self._best(words, table, found)

    def _words(
        self, words: list[str], shadowed: bool, roughly: bool, only: Array | None
    ) -> list[_Told]:
        """Listed words and neighbours that words may be."""
        bones = skeletons(words)
        held = self._found(*keys.asked(words, bones, shadowed=shadowed))
        owners, found, heard = self._of(only, held)
        split = found >= self._index.facts["spellings"]
        whole = ~split
        if not shadowed:
            alone = self._index.arrays
            whole[whole] = ~alone["spelling_shadowed"][found[whole]]
            pairs = found[split] - self._index.facts["spellings"]
            split[split] = ~alone["pair_shadowed"][pairs]
        ours = alikeness.side(words, bones, self._index.all_known_as(words))
        one = self._whole(ours, (owners[whole], found[whole], heard[whole]), roughly)
        two = self._parted(ours, (owners[split], found[split], heard[split]), roughly)
        return [one, two]

    def _glued(
        self, words: list[str], roughly: bool, only: Array | None
    ) -> list[_Told]:
        """The listed words that neighbours, each two written as one, may be."""
        sounds = [
            (key, at)
            for at, word in enumerate(words)
            if word.endswith(VOWELLESS)
            for key in keys.asked_sounds(word)
        ]
        filed = keys.of_letters(words), keys.of_sounds(sounds)
        owners, found, heard = self._of(only, self._found(*filed))
        whole = found < self._index.facts["spellings"]
        owners, found, heard = owners[whole], found[whole], heard[whole]
        ours = [words[i] for i in owners.tolist()]
        kept = _like_glued(ours, self._texts("spelling", found).tolist())
        owners, found, heard = owners[kept], found[kept], heard[kept]
        hit, at = np.unique(owners, return_inverse=True)
        side = self._side([words[i] for i in hit.tolist()]).at(at)
        heard |= ~side.bare  # of which no sounds were asked for
        ids = self._index.arrays["spelling_token"][found].astype(np.int64)
        likeness, rough = _glued(side, self._spelt(found), heard, roughly)
        return [_Told(owners, ids, likeness, rough)]

    def _of(
        self, only: Array | None, held: tuple[Array, Array, Array]
    ) -> tuple[Array, Array, Array]:
        """Of what was found those of the targets that are wanted."""
        if only is None:
            return held
        owners, found, heard = held
        arrays, facts = self._index.arrays, self._index.facts
        targets = found - facts["spellings"] + facts["tokens"]
        whole = _where(found < facts["spellings"])
        targets[whole] = arrays["spelling_token"][found[whole]]
        kept = _where(np.isin(self.keyed(owners, targets), only))
        return owners[kept], found[kept], heard[kept]

    def _found(
        self, written: keys.Filed, sounds: keys.Filed
    ) -> tuple[Array, Array, Array]:
        """(word, filed value) pairs that share a key, each once; whether by sounds."""
        hashes, owners = keys.joined([written, sounds])
        at, values = hashed.held(self._index.arrays, "key", hashes)
        size = self._index.facts["spellings"] + self._index.facts["pairs"] + 1
        filed = np.sort(2 * (owners[at] * size + values) + (at >= len(written[0])))
        both = filed >> 1
        begins = hashed.starts(both)
        heard = filed[np.append(begins[1:], len(both)) - 1] & 1 if len(both) else both
        both = both[begins]
        return both // size, both % size, heard.astype(np.bool_)

    def _whole(
        self, ours: alikeness.Side, held: tuple[Array, Array, Array], roughly: bool
    ) -> _Told:
        """The listed words that words may be, and how alike they are."""
        owners, found, heard = held
        sides = ours.at(owners), self._spelt(found)
        likeness, rough = _alike(*sides, heard, roughly)
        tokens = self._index.arrays["spelling_token"][found].astype(np.int64)
        return _Told(owners, tokens, likeness, rough)

    def _parted(
        self, ours: alikeness.Side, held: tuple[Array, Array, Array], roughly: bool
    ) -> _Told:
        """The listed neighbours that words may be, and how alike they are."""
        owners, found, heard = held
        places = found - self._index.facts["spellings"]
        pairs = self._index.texts("pair", places)
        kept = _like_glued(ours.words[owners].tolist(), pairs)
        chosen = [pairs[i] for i in kept.tolist()]
        owners, theirs = owners[kept], self._side(chosen)
        told = heard[kept] | ~theirs.bare  # of which no sounds are filed
        likeness, rough = _glued(ours.at(owners), theirs, told, roughly)
        ids = places[kept] + self._index.facts["tokens"]
        return _Told(owners, ids, likeness, rough)

    def _side(self, words: list[str]) -> alikeness.Side:
        bones = skeletons(words)
        return alikeness.side(words, bones, self._index.all_known_as(words))

    def _best(
        self, words: list[str], table: int, found: Sequence[_Told]
    ) -> list[Resolved]:
        """What each word resolves to, each target with its best likeness."""
        resolved = [NOTHING] * len(words)
        lines = [(f.owners, f.ids, f.likeness, f.rough) for f in found]
        told = _Told(*map(np.concatenate, zip(*lines, strict=True)))
        told = told.at(_where(told.likeness >= FLOOR))
        if not len(told.owners):
            return resolved
        told = told.at(np.lexsort((-told.likeness, told.ids, told.owners)))
        first = np.ones(len(told.owners), dtype=np.bool_)
        same_word = told.owners[1:] == told.owners[:-1]
        first[1:] = ~(same_word & (told.ids[1:] == told.ids[:-1]))
        told = told.at(_where(first))
        owners, ids, likeness = told.owners, told.ids, told.likeness
        starts = hashed.starts(owners)
        ends = [*starts[1:].tolist(), len(owners)]
        filed = self._index.arrays["posting_ends"]
        own = self._index.arrays["target_weight"][ids].astype(np.float64)
        columns = (
            owners[starts].tolist(),
            starts.tolist(),
            ends,
            np.add.reduceat(filed[ids + 1] - filed[ids], starts).tolist(),
            np.maximum.reduceat(own, starts).tolist(),
            np.maximum.reduceat(np.where(likeness == 1, own, 0.0), starts).tolist(),
        )
        targets, alike = ids.tolist(), likeness.tolist()
        for owner, a, b, *known in zip(*columns, strict=True):
            resolved[owner] = Resolved(targets[a:b], alike[a:b], *known)
        unsure = _where(told.rough)
        both = zip(owners[unsure].tolist(), ids[unsure].tolist(), strict=True)
        for owner, pairs in groupby(both, key=itemgetter(0)):
            rough = Rough(words[owner], table, frozenset(at for _, at in pairs))
            resolved[owner] = replace(resolved[owner], rough=rough)
        return resolved

    def _spelt(self, places: Array) -> alikeness.Side:
        """Listed spellings as one side."""
        arrays = self._index.arrays
        ends, bones = arrays["spelling_ends"], arrays["bone_ends"]
        first, last = ends[places], ends[places + 1]
        run = arrays["spelling_run"]
        return alikeness.Side(
            self._texts("spelling", places),
            self._texts("bone", places),
            arrays["spelling_name"][places],
            arrays["spelling_ordinary"][places],
            self._index.spelling_known()[places],
            last - first,
            bones[places + 1] - bones[places],
            run[first] <= _LAST_DIGIT,
            run[last - 1] == _MARK,
            arrays["spelling_loose"][places],
            arrays["spelling_kana"][places],
        )

    def _texts(self, name: str, places: Array) -> Array:
        """Packed texts at places; all of them are read once many are asked for."""
        if name not in self._unpacked:
            if len(places) < _MANY:
                return alikeness.objects(self._index.texts(name, places))
            run, ends = (self._index.arrays[f"{name}_{x}"] for x in ("run", "ends"))
            text = run.tobytes().decode("ascii")
            cuts = pairwise(ends.tolist())
            self._unpacked[name] = alikeness.objects([text[a:b] for a, b in cuts])
        found: Array = self._unpacked[name][places]
        return found


def _like_glued(ours: Sequence[str], theirs: Sequence[str]) -> Array:
    """The places of words of which one may be two neighbours written as one.

    Equal, or one slip apart from the second letter on, or as they are heard: `align`.
    """
    found = [
        at
        for at, (one, other) in enumerate(zip(ours, theirs, strict=True))
        if one == other
        or one[-1] == VOWELLESS
        or other[-1] == VOWELLESS
        or (one[0] == other[0] and near(one, other))
    ]
    return np.array(found, dtype=np.int64)


def _alike(
    ours: alikeness.Side, theirs: alikeness.Side, heard: Array, roughly: bool
) -> tuple[Array, Array]:
    """How alike words are, and which of that is the most it may be.

    `heard` tells which may sound alike.
    """
    likeness = alikeness.of_pairs(ours, theirs, heard, roughly=roughly)
    return likeness, heard & (ours.bare ^ theirs.bare) & roughly


def _glued(
    ours: alikeness.Side, theirs: alikeness.Side, heard: Array, roughly: bool
) -> tuple[Array, Array]:
    """The same of words of which one may be two neighbours."""
    likeness, rough = _alike(ours, theirs, heard, roughly)
    return np.where(likeness >= GLUE_FLOOR, likeness, 0.0), rough


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found
