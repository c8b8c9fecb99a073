"""What the field of a name says beside one name: numbers, dates, other names, places.

Clerks write what they have into the field there is: `BEK IVAN, DOB 07.09.1960`, `ACME
LLC INN 7707083893`, `A. Bek and/or M. Bek`, `Luch JSC, 5 Lenin St., Moscow`. Whoever
looks for the whole of it finds nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from enduse.model import PartyKind
from enduse.model.quick import quick
from enduse.text.concepts import is_place, is_trade_word
from enduse.text.field_beside import (
    beside_brackets,
    of_person,
    without_lead,
    without_more,
)
from enduse.text.field_mended import mended, otherwise
from enduse.text.field_numbers import without_births, without_numbers
from enduse.text.field_papers import sides, without_more_words, without_part_labels
from enduse.text.field_signs import WITHIN, says_more, signs_of, together
from enduse.text.field_tail import ends_with_form, is_address, is_person, without_tail
from enduse.text.field_words import CUT, FOREIGN, WORD, clean, hints, patterns
from enduse.text.given_names import cluster

_MOST = 6  # names of one field
_READ = 600  # characters of a field
_MAY_BE_NAMES = ("other", "registration")  # `12345678 Canada Inc`
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
_TELLING = 6  # letters of a word that may be a firm's whole name
_OF_A_SHIP = 3
_CODED = re.compile(r"(?:^|\s)([1-8])/")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SQUARE = str.maketrans("[]", "()")
_STROKES = re.compile(rf"[{CUT}\n|;]|\s/\s|/{{2,}}")
_SHIP_ONCE = re.compile(r"(?i)\s*[(,/\s]\s*ex[\s:.-]+")
_ONCE = re.compile(
    r"\s*[(,\s]\s*(?i:ex)[\s:.-]+(?!(?i:vat|tax|works|ship|quay)\b)(?=\w)"
)
_JOINED = re.compile(
    r"(?i)(?:\s+(?:for|для|and|und|et|и|ve|&)\s+|(?<=\w\w)\.?\s*/\s*(?=\w\w))(?!co\b|cie\b)"
)
# A figure, an address of the net, a call sign, an aircraft's mark.
_MAY_HOLD_NUMBER = re.compile(
    r"\d|@|://|\bwww\.|\bsign\b|\b[A-Z]{1,2}-[A-Z]{3}", re.IGNORECASE
)
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")


@quick
@dataclass(frozen=True, slots=True)
class NameField:
    """What a field says: names, likeliest first; numbers with their schemes; births.

    `numbers` are (scheme, value) as written, `born` dates of birth as written.
    """

    names: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...] = ()
    born: tuple[str, ...] = ()


def read(text: str, kind: PartyKind = "unknown") -> NameField:
    """What the field of a name says; most say a name and nothing else.

    What is certainly no name (numbers, dates) is taken out; where it may be part of
    one, the whole is read too.

    *Example*

    >>> read("ACME MASHINY INN 7707083893", "entity")
    NameField(names=('ACME MASHINY',), numbers=(('inn', '7707083893'),), born=())
    >>> read("Bek Ivan, DOB 07.09.1960", "person").names
    ('Bek Ivan',)
    >>> read("Luch Tools LLC, 5 Lenin St., Minsk", "entity").names[1]
    'Luch Tools LLC'
    """
    text = mended(text.replace("_", " ").strip() if "_" in text else text)
    signs = signs_of(text.split())
    if len(text) > _READ or not (says_more(signs, kind) or "\n" in text):
        if " " in text and not together(signs) & WITHIN:
            return NameField((text,))
        return NameField((text, *otherwise(text)))
    words = frozenset(WORD.findall(text.lower()))
    said = _by_codes(text) if "1/" in text else text.translate(_SQUARE)
    numbers: list[tuple[str, str]] = []
    born: list[str] = []
    whole = said
    if _MAY_HOLD_NUMBER.search(said):
        whole = without_numbers(without_births(said, kind, born), kind, numbers)
    kept = clean(whole) if numbers or born or whole != text else text
    names: dict[str, str] = {}
    same = [text] if any(scheme in _MAY_BE_NAMES for scheme, _ in numbers) else []
    others = _others(whole, kind, words, kept=kept)
    for name in (kept, *same, *others, *otherwise(kept)):
        if name == kept or _is_name(name, kind):
            names.setdefault("".join(_WORD_OR_NUMBER.findall(name.lower())), name)
    return NameField(tuple(names.values())[:_MOST], tuple(numbers), tuple(born))


def _by_codes(text: str) -> str:
    """The lines of a name in `1/NAME 2/STREET 3/RU/MOSCOW 4/19670113`."""
    parts = _CODED.split(text)
    if len(parts) < 3 or parts[0].strip() or parts[1] != "1":
        return text
    coded = list(zip(parts[1::2], parts[2::2], strict=True))
    return " ".join(value for code, value in coded if code == "1")


def _others(
    text: str, kind: PartyKind, words: frozenset[str], *, kept: str
) -> Iterator[str]:
    """The names within a field, each as it stands and without what follows it.

    `kept` is the whole of it as a name, which need not be told again.
    """
    foreign = not text.isascii() and FOREIGN.search(text) is not None
    told = {key for key, x in hints().items() if foreign or not x.isdisjoint(words)}
    found = patterns()
    text = _begun(text, kind, told)
    for one in sides(text):
        yield without_lead(one) if "lead" in told else one
    yield from _once(text)
    pieces = [text]
    if "maiden" in told and kind != "entity":
        pieces = found["maiden"].split(text)
        yield from _as_a_girl(pieces)
    if "also" in told:
        said = [one for piece in pieces for one in found["also"].split(piece)]
        if "lead" in told:  # `ATTN. FINANCE DEPT., LUCH LTD`
            said[1:] = [without_lead(one) for one in said[1:]]
        if len(said) > len(pieces) and kind == "person" and "(" in text:
            yield clean(_BRACKETS.sub(" ", text))
        pieces = said
    if kind in ("person", "unknown"):
        yield from of_person(text)
    if "(" in text:
        yield from beside_brackets(text, kind)
    for piece in pieces:
        for one in _parted(piece, kind, told):
            name = clean(found["rest"].split(one)[0] if "rest" in told else one)
            said = [name, *without_tail(name, kind, told)]
            ship = kind == "vessel" or "ex" in words  # `Summer 5` is no house
            named = ship or "branch" in told or "," in name
            if said != [kept] and (named or not is_address(name)):
                yield from said
            yield from without_more(name, told)
            if "papers" in told or name[-1:].isdigit():
                yield from without_more_words(name)


def _begun(text: str, kind: PartyKind, told: set[str]) -> str:
    """A text without what stands before the name, and the labels of its parts."""
    if not told.isdisjoint(("lead", "dues")) or _NUMBERED.match(text):
        text = without_lead(text, person=kind != "entity")
    if "parts" in told and kind != "entity":
        return without_part_labels(text)
    return text


def _once(text: str) -> Iterator[str]:
    """The half of a text that says one name twice."""
    words = text.split()
    half = len(words) // 2
    if len(words) > 1 and words[:half] == words[half:]:
        yield " ".join(words[:half])


def _as_a_girl(pieces: list[str]) -> Iterator[str]:
    """A woman's name with each of its words as the one she was born with."""
    if len(pieces) != 2 or not (maiden := WORD.findall(pieces[1])):
        return
    words = pieces[0].replace(",", " ").split()
    for at in range(len(words)) if len(words) < 5 else ():
        yield " ".join([*words[:at], maiden[0], *words[at + 1 :]])


def _parted(text: str, kind: PartyKind, told: set[str]) -> Iterator[str]:
    """The names on both sides of a stroke, of `and`, of what a ship was called."""
    for piece in _STROKES.split(text):
        both = (_SHIP_ONCE if kind == "vessel" else _ONCE).split(piece)
        if len(both) == 1 and kind != "person":
            both = _behind_form(piece)
        if len(both) > 1:
            yield from both
            continue
        if kind in ("person", "unknown") and ("joint" in told or "&" in piece):
            both = patterns()["joint"].split(piece)
            if len(both) > 1 and all(map(is_person, both)):
                yield from both
                continue
        yield piece


def _behind_form(text: str) -> list[str]:
    """A text in two where a legal form ends the first of two names."""
    for hit in _JOINED.finditer(text):
        words = text[: hit.start()].split()
        if len(words) > 1 and ends_with_form(words):
            return [text[: hit.start()], text[hit.end() :]]
    return [text]


def _is_name(text: str, kind: PartyKind) -> bool:
    """Whether something is left that may be searched: two words, or a long one."""
    words = WORD.findall(text.lower())
    if len(words) != 1 or FOREIGN.search(text):
        return bool(words)
    word = words[0]
    if kind == "vessel":
        return len(word) >= _OF_A_SHIP
    if len(word) < _TELLING or is_trade_word(word) or is_place(word):
        return False
    return kind == "entity" or cluster(word) < 0
