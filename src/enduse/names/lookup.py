"""Query words resolved to listed ones: the same, misspelt or otherwise romanised.

Words that share a key (see `keys`) are looked up for all new words of a batch at once;
how alike they are is what `NameIndex.likeness` gives, computed for all of them as
arrays. What a word resolves to are targets: listed words, by number, and after them
listed pairs of neighbours that are the word but for a blank.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from enduse.names import alikeness, hashed, keys
from enduse.names.align import GLUE_FLOOR
from enduse.names.index import NameIndex
from enduse.names.keys import near
from enduse.names.resolved import NOTHING, Resolved
from enduse.names.similarity import FLOOR
from enduse.names.store import Array
from enduse.names.word_lookup import WordLookup
from enduse.text.phonetic import VOWELLESS
from enduse.text.phonetic_many import skeletons

_KEPT = 200_000
_MANY = 5000
_FEW = 8  # words that are sooner looked up one by one
_LAST_DIGIT = ord("9")
_MARK = ord(VOWELLESS)


def asked_keys(
    words: Sequence[str], bones: Sequence[str], *, shadowed: bool
) -> keys.Filed:
    """The keys under which words are looked up: what shares none is not found."""
    return keys.joined(_asked(words, bones, shadowed=shadowed))


def _asked(
    words: Sequence[str], bones: Sequence[str], *, shadowed: bool
) -> tuple[keys.Filed, keys.Filed]:
    """The keys of words by letters and consonants, and those by their sounds."""
    heard = keys.all_asked_sounds(words, shadowed=shadowed)
    return keys.of_words(words, bones), keys.of_sounds(heard)


class Lookup:
    """Resolves words, and remembers them."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._known: tuple[dict[str, Resolved], ...] = ({}, {}, {})
        self._unpacked: dict[str, Array] = {}
        self._words = WordLookup(index) if index.facts["spellings"] else None

    def resolve(
        self, words: Sequence[str], *, shadowed: bool = False
    ) -> list[Resolved]:
        """One result a word, in order.

        With `shadowed`, names of other scripts are looked up too whose bearers are
        listed in Latin letters as well.
        """
        known = self._kept(1 if shadowed else 0)
        new = [word for word in dict.fromkeys(words) if word not in known]
        if len(new) <= _FEW and (one := self._words):
            known.update((word, one.resolve(word, shadowed=shadowed)) for word in new)
        elif new:
            self._add(new, known, shadowed)
        return [known[word] for word in words]

    def glued(self, words: Sequence[str]) -> list[Resolved]:
        """For neighbours written as one word, the listed words that they may be."""
        known = self._kept(2)
        new = [word for word in dict.fromkeys(words) if word not in known]
        if len(new) <= _FEW and (one := self._words):
            known.update((word, one.glued(word)) for word in new)
        elif new:
            self._add_glued(new, known)
        return [known[word] for word in words]

    def _kept(self, which: int) -> dict[str, Resolved]:
        known = self._known[which]
        if len(known) > _KEPT:
            known.clear()
        return known

    def _add(
        self, words: list[str], known: dict[str, Resolved], shadowed: bool
    ) -> None:
        bones = skeletons(words)
        owners, found, heard = self._found(*_asked(words, bones, shadowed=shadowed))
        split = found >= self._index.facts["spellings"]
        whole = ~split
        if not shadowed:
            alone = self._index.arrays
            whole[whole] = ~alone["spelling_shadowed"][found[whole]]
            pairs = found[split] - self._index.facts["spellings"]
            split[split] = ~alone["pair_shadowed"][pairs]
        singles = owners[whole], found[whole]
        likeness = self._likeness(words, bones, singles, heard[whole])
        kept = likeness >= FLOOR
        tokens = self._index.arrays["spelling_token"][singles[1][kept]]
        split, parted = self._parted(words, (owners, found, heard), _where(split))
        self._keep(
            words,
            known,
            np.concatenate([singles[0][kept], owners[split]]),
            np.concatenate([tokens.astype(np.int64), self._pairs(found[split])]),
            np.concatenate([likeness[kept], parted]),
        )

    def _add_glued(self, words: list[str], known: dict[str, Resolved]) -> None:
        sounds = [
            (key, at)
            for at, word in enumerate(words)
            if word.endswith(VOWELLESS)
            for key in keys.asked_sounds(word)
        ]
        filed = keys.of_letters(words), keys.of_sounds(sounds)
        owners, found, heard = self._found(*filed)
        whole = found < self._index.facts["spellings"]
        owners, found, heard = owners[whole], found[whole], heard[whole]
        ours = [words[i] for i in owners.tolist()]
        kept = _like_glued(ours, self._texts("spelling", found).tolist())
        if not len(kept):
            known.update(dict.fromkeys(words, NOTHING))
            return
        owners, found, heard = owners[kept], found[kept], heard[kept]
        hit, at = np.unique(owners, return_inverse=True)
        side = self._side([words[i] for i in hit.tolist()]).at(at)
        heard |= ~side.bare  # of which no sounds were asked for
        ids = self._index.arrays["spelling_token"][found].astype(np.int64)
        likeness = _glued(side, self._spelt(found), heard)
        self._keep(words, known, owners, ids, likeness)

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

    def _pairs(self, found: Array) -> Array:
        """The targets of filed pairs of neighbours."""
        facts = self._index.facts
        return found - facts["spellings"] + facts["tokens"]

    def _parted(
        self, words: list[str], all_found: tuple[Array, Array, Array], split: Array
    ) -> tuple[Array, Array]:
        """Which words are as good as the listed neighbours that they may be.

        And how alike these are. `split` are the places of neighbours among all that
        was found.
        """
        if not len(split):
            return split, np.zeros(0)
        owners, found, heard = all_found
        places = found[split] - self._index.facts["spellings"]
        pairs = self._index.texts("pair", places)
        ours = [words[at] for at in owners[split].tolist()]
        kept = _like_glued(ours, pairs)
        if not len(kept):
            return kept, np.zeros(0)
        chosen = kept.tolist()
        sides = [self._side([side[i] for i in chosen]) for side in (ours, pairs)]
        split = split[kept]
        told = heard[split] | ~sides[1].bare  # of which no sounds are filed
        return split, _glued(sides[0], sides[1], told)

    def _side(self, words: list[str]) -> alikeness.Side:
        bones = skeletons(words)
        return alikeness.side(words, bones, self._index.all_known_as(words))

    def _keep(
        self,
        words: list[str],
        known: dict[str, Resolved],
        owners: Array,
        ids: Array,
        likeness: Array,
    ) -> None:
        """Remembers what each word resolves to, each target with its best likeness."""
        known.update(dict.fromkeys(words, NOTHING))
        kept = likeness >= FLOOR
        owners, ids, likeness = owners[kept], ids[kept], likeness[kept]
        if not len(owners):
            return
        order = np.lexsort((-likeness, ids, owners))
        owners, ids, likeness = owners[order], ids[order], likeness[order]
        first = np.ones(len(owners), dtype=np.bool_)
        first[1:] = (owners[1:] != owners[:-1]) | (ids[1:] != ids[:-1])
        owners, ids, likeness = owners[first], ids[first], likeness[first]
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
        for owner, a, b, *told in zip(*columns, strict=True):
            known[words[owner]] = Resolved(targets[a:b], alike[a:b], *told)

    def _likeness(
        self,
        words: list[str],
        bones: list[str],
        pairs: tuple[Array, Array],
        heard: Array,
    ) -> Array:
        """How alike words and listed spellings are, and whether a sound is shared."""
        owners, spellings = pairs
        if not len(owners):
            return np.zeros(0)
        ours = alikeness.side(words, bones, self._index.all_known_as(words))
        return alikeness.of_pairs(ours.at(owners), self._spelt(spellings), heard)

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


def _glued(ours: alikeness.Side, theirs: alikeness.Side, heard: Array) -> Array:
    """How alike such words are, `heard` those that may sound alike."""
    found = alikeness.of_pairs(ours, theirs, heard)
    likeness: Array = np.where(found >= GLUE_FLOOR, found, 0.0)
    return likeness


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found
