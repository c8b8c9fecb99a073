"""One word resolved to listed ones: what `lookup` does for many, as plain numbers.

Arrays cost as much for a word as for a hundred; this costs less for a few.
"""

from bisect import bisect_left
from functools import cached_property

from enduse.names import hashed, word_keys, word_likeness
from enduse.names.align import GLUE_FLOOR
from enduse.names.index import NameIndex
from enduse.names.keys import near
from enduse.names.resolved import NOTHING, Resolved
from enduse.names.similarity import FLOOR
from enduse.names.word_likeness import Word
from enduse.text.phonetic import VOWELLESS
from enduse.text.skeleton import skeleton

_KEPT = 50_000
_LAST_DIGIT = "9"
_Pack = tuple[str, memoryview]


class WordLookup:
    """Resolves one word after another by an index, whose arrays it reads in place."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._facts = index.facts
        self._views = {name: array.data for name, array in index.arrays.items()}
        self._known_as = index.spelling_known().data
        self._held = hashed.Held(index.arrays, "key")
        self._words: dict[int, Word] = {}

    def resolve(self, word: str, *, shadowed: bool) -> Resolved:
        """What a word may stand for; with `shadowed`, in names so marked too."""
        keys = word_keys.of_word(word, skeleton(word), shadowed=shadowed)
        found = self._held.of(keys)
        self._note(word, keys[0])
        ours = word_likeness.word(word, self._index.known_as(word))
        views, best = self._views, dict[int, float]()
        at = bisect_left(found, self._facts["spellings"])
        whole, pairs = found[:at], found[at:]
        if not shadowed:
            alone = views["spelling_shadowed"]
            whole = [value for value in whole if not alone[value]]
        words = self._words
        theirs = [words.get(value) or self._spelling(value) for value in whole]
        token = views["spelling_token"]
        likeness = word_likeness.likenesses(ours, theirs)
        for value, alike in zip(whole, likeness, strict=True):
            if alike:
                _keep(best, token[value], alike)
        if pairs:
            self._keep_pairs(best, ours, pairs, shadowed=shadowed)
        return self._resolved(best)

    def _keep_pairs(
        self, best: dict[int, float], ours: Word, values: list[int], *, shadowed: bool
    ) -> None:
        """Takes in two listed neighbours that a word may be, but for a blank."""
        places = [value - self._facts["spellings"] for value in values]
        if not shadowed:
            alone = self._views["pair_shadowed"]
            places = [at for at in places if not alone[at]]
        read = [(at, self._index.text("pair", at)) for at in places]
        near = [(at, pair) for at, pair in read if _may_be_glued(ours.text, pair)]
        theirs = [self._pair(pair) for _, pair in near]
        told = word_likeness.likenesses(ours, theirs)
        for (at, _), alike in zip(near, told, strict=True):
            if alike >= GLUE_FLOOR:
                _keep(best, at + self._facts["tokens"], alike)

    def _pair(self, pair: str) -> Word:
        """Two listed neighbours as one word."""
        self._note(pair, word_keys.of_text(pair))
        return word_likeness.word(pair, self._index.known_as(pair))

    def glued(self, word: str) -> Resolved:
        """The listed words that two neighbours, written as one, may be."""
        keys = word_keys.of_glued(word)
        found = self._held.of(keys)
        whole = found[: bisect_left(found, self._facts["spellings"])]
        read = [(value, self._spelling(value)) for value in whole]
        near = [(at, theirs) for at, theirs in read if _may_be_glued(word, theirs.text)]
        if not near:
            return NOTHING
        self._note(word, keys[0])
        ours = word_likeness.word(word, self._index.known_as(word))
        best: dict[int, float] = {}
        token = self._views["spelling_token"]
        told = word_likeness.likenesses(ours, [theirs for _, theirs in near])
        for (value, _), alike in zip(near, told, strict=True):
            if alike >= GLUE_FLOOR:
                _keep(best, token[value], alike)
        return self._resolved(best)

    def _note(self, word: str, key: int) -> None:
        """Tells the index the number of a word; the key is that of all its letters."""
        filed = self._views["vocab_hash"]
        at = bisect_left(filed, key)
        held = at < len(filed) and filed[at] == key and self._index.word(at) == word
        self._index.note(word, at if held else -1)

    def _spelling(self, at: int) -> Word:
        """A listed spelling."""
        found = self._words.get(at)
        if found is None:
            if len(self._words) >= _KEPT:
                self._words.clear()
            found = self._words[at] = self._read(at)
        return found

    def _read(self, at: int) -> Word:
        views = self._views
        (texts, ends), (bones, last) = self._packs
        text = texts[ends[at] : ends[at + 1]]
        return Word(
            text,
            bones[last[at] : last[at + 1]],
            views["spelling_name"][at],
            int(views["spelling_ordinary"][at]),
            self._known_as[at],
            text[0] <= _LAST_DIGIT,
            text.endswith(VOWELLESS),
        )

    @cached_property
    def _packs(self) -> tuple[_Pack, _Pack]:
        """The texts of spellings, and those of their consonants."""
        return self._pack("spelling"), self._pack("bone")

    def _pack(self, name: str) -> _Pack:
        """Packed texts as one, and where each of them ends."""
        run, ends = self._views[f"{name}_run"], self._views[f"{name}_ends"]
        return str(run, "ascii"), ends

    def _resolved(self, best: dict[int, float]) -> Resolved:
        """Targets in order, each with its best likeness."""
        if not best:
            return NOTHING
        ids = sorted(best)
        likeness = [best[target] for target in ids]
        ends, own = self._views["posting_ends"], self._views["target_weight"]
        weights = [own[target] for target in ids]
        both = zip(weights, likeness, strict=True)
        same = [weight for weight, alike in both if alike == 1]
        return Resolved(
            ids,
            likeness,
            sum([ends[target + 1] - ends[target] for target in ids]),
            max(weights),
            max(same, default=0.0),
        )


def _keep(best: dict[int, float], target: int, alike: float) -> None:
    if alike >= FLOOR and alike > best.get(target, 0.0):
        best[target] = alike


def _may_be_glued(one: str, other: str) -> bool:
    """Whether one of two words may be two neighbours written as one."""
    return (
        one == other
        or one[-1] == VOWELLESS
        or other[-1] == VOWELLESS
        or (one[0] == other[0] and near(one, other))
    )
