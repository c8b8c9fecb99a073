"""The other ways to read a name: as other languages spell it, as what else it says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from enduse.model import PartyKind
from enduse.names import place_behind
from enduse.names.brand import brand
from enduse.names.cut_off import read_whole
from enduse.names.form import NameForm, parse, person_words
from enduse.names.meant_words import meant
from enduse.names.out_of_order import in_order
from enduse.names.place_before import without_place
from enduse.names.weights import is_common, is_title
from enduse.text.common_names import share
from enduse.text.concepts import is_place, is_trade_word
from enduse.text.firm_scripts import other_readings as of_firm
from enduse.text.firm_several import names_within
from enduse.text.given_names import cluster
from enduse.text.han_latin import latin_readings
from enduse.text.korean_abroad import northern_readings
from enduse.text.romanise import other_readings
from enduse.text.scripts import scripts
from enduse.text.ship_name import ship_name
from enduse.text.spelt_abroad import readings as spelt_abroad
from enduse.text.titles import HONOURS

_NAME_LETTERS = 3
_LONG_LETTERS = 6
_FEW_WORDS, _MANY_WORDS = 3, 4
_NO_FORM = ((), ("corp",))
_LATIN = {"Latn"}


def forms(text: str, kind: PartyKind = "unknown") -> tuple[NameForm, ...]:
    """Every form of a name, the likeliest first: several for a person's in Chinese
    characters, which are read otherwise in Hong Kong, Korea or Japan.

    *Example*

    >>> [form.tokens[0] for form in forms("田中健一", "person")][-1]
    'tanaka'
    """
    found = (parse(text, kind), *other_forms(text, kind, asked=True))
    if kind == "vessel":
        return (*found, *_as_a_ship(text))
    if kind != "unknown":
        return found
    return (*found, *_as_a_firm(text, found), *_as_a_ship(text))


def _as_a_firm(text: str, found: Sequence[NameForm]) -> list[NameForm]:
    """A name of unknown kind as a firm's, where that reads otherwise.

    A payment says of nobody what he is. Held against listed firms alone: without its
    trade words a firm's name is as short as a nickname.
    """
    first = found[0]
    if not first.legal and all(map(_is_personal, first.tokens)):
        return []
    firm = first if first.legal else parse(text, "entity")
    read = [*_other_names(text, firm), *_called(firm), *_as_meant(text, firm)]
    if firm is not first:
        read += [firm, *_elsewhere(text, firm, "entity")]
    read += _spelt_abroad(text)
    known = {(form.tokens, form.spelt, form.place) for form in found}
    return [
        replace(form, only="entity")
        for form in read
        if (form.tokens, form.spelt, form.place) not in known
    ]


def _as_a_person(form: NameForm) -> list[NameForm]:
    """A name of unknown kind by its words as they are, not by what they may mean."""
    if form.legal or form.tokens == form.spelt:
        return []
    return [replace(form, tokens=form.spelt, only="person")]


def _as_meant(text: str, firm: NameForm) -> Iterator[NameForm]:
    """A firm's name as it was meant: slips, order, a country in front, a cut end."""
    yield from _meant(text, firm)
    if text.isascii():
        yield from in_order(text, firm)
        yield from without_place(text, firm)
        yield from read_whole(text, firm)


def _is_personal(token: str) -> bool:
    """Whether a word is a person's name, an initial or a number, and of no firm."""
    if len(token) == 1 or token.isdigit():
        return True
    return (share(token) > 0 or cluster(token) >= 0) and not is_trade_word(token)


def _as_a_ship(text: str) -> list[NameForm]:
    """A ship's name without what stands beside it: `M/V Petrel V.012E`."""
    name = ship_name(text)
    return [replace(parse(name, "vessel"), text=text, only="vessel")] if name else []


def other_forms(
    text: str, kind: PartyKind, *, asked: bool = False
) -> tuple[NameForm, ...]:
    """The forms of a name beside the first: none for most.

    A Chinese name in Latin letters has others as other places would spell it, fewer
    where it is not `asked` for: their `raw` is empty, for nobody wrote them so. A name
    that is asked for has others where another language than English spells it, or
    the South of Korea.
    """
    if kind == "entity":
        whole = parse(text, kind)
        names = _other_names(text, whole)
        if not asked:
            return names
        behind, meant = _elsewhere(text, whole, kind), _as_meant(text, whole)
        return (*names, *_called(whole), *behind, *meant, *_spelt_abroad(text))
    if kind not in ("person", "unknown"):
        return ()
    if not text.isascii() and (han := other_readings(text)):
        return tuple(replace(parse(one, kind), text=text) for one in han)
    found = [parse(one, kind) for one in spelt_abroad(text, asked=asked)]
    if kind == "unknown":
        found += _elsewhere(text, parse(text, kind), kind) if asked else ()
        found += _as_a_person(parse(text, kind))
    if kind == "person" and scripts(text) == _LATIN:
        said = person_words(text)
        read = (*latin_readings(said, pinyin=asked), *northern_readings(said))
        found += [replace(parse(one, kind), raw="") for one in read]
    if asked:
        whole = parse(text, kind)
        found += (*_without_honours(whole), *_without_title(whole))
    return tuple([replace(form, text=text) for form in found]) if found else ()


def _spelt_abroad(text: str) -> list[NameForm]:
    """The forms of a firm's name as English spells what another language has."""
    abroad = [parse(one, "entity") for one in spelt_abroad(text, firm=True)]
    return [replace(form, text=text) for form in abroad]


def _without_honours(form: NameForm) -> list[NameForm]:
    """A name of two words without `Sayyid` and its like, which lists leave out."""
    if HONOURS.isdisjoint(form.tokens):
        return []
    kept = [at for at, token in enumerate(form.tokens) if token not in HONOURS]
    if len(kept) < 2:
        return []
    tokens = tuple(form.tokens[at] for at in kept)
    spelt = tuple((form.spelt or form.tokens)[at] for at in kept)
    return [replace(form, tokens=tokens, spelt=spelt, raw="".join(spelt))]


def _without_title(form: NameForm) -> list[NameForm]:
    """The one rare word beside a title: `Mr Putin`. `Amir` is a name, too."""
    said = [
        token for token in form.tokens if not is_title(token) or cluster(token) >= 0
    ]
    if len(said) != 1 or len(form.tokens) == 1 or is_common(said[0]):
        return []
    (token,) = said
    return [replace(form, tokens=(token,), spelt=(token,), raw=token, only="person")]


def _other_names(text: str, form: NameForm) -> tuple[NameForm, ...]:
    """The forms of a firm's other names that its text says, of one that tells."""
    said = names_within(text)
    if not text.isascii():
        said += of_firm(text)
    if not said:
        return ()
    whole = form.tokens
    read = {parse(name, "entity").tokens: parse(name, "entity") for name in said}
    read.pop(whole, None)
    numbers = set(filter(str.isdigit, whole))
    return tuple(
        replace(form, text=text)
        for form in read.values()
        if numbers == set(filter(str.isdigit, form.tokens)) and _tells(form, whole)
    )


def _called(whole: NameForm) -> tuple[NameForm, ...]:
    """The form of a firm's one telling word, which a list may have alone."""
    found = brand(whole.tokens, whole.spelt)
    if not found:
        return ()
    said = found[-1]
    return (replace(whole, tokens=found[:1], spelt=(said,), raw=said),)


def _elsewhere(text: str, whole: NameForm, kind: PartyKind) -> tuple[NameForm, ...]:
    """The form of a name without the place behind it, for listings that state it."""
    found = place_behind.split(text, whole.tokens)
    if found is None:
        return ()
    name, place = found
    form = parse(name, kind)
    return (replace(form, text=text, place=place),) if form.tokens else ()


def _meant(text: str, whole: NameForm) -> tuple[NameForm, ...]:
    """The form of a firm's name with words that hardly tell put right."""
    right = meant(text)
    if not right:
        return ()
    form = parse(right, "entity")
    short = any(len(token) < _LONG_LETTERS for token in whole.tokens[:1])
    lost = short and form.tokens == whole.tokens[1:]
    if whole.legal not in _NO_FORM and (lost or form.legal != whole.legal):
        return ()  # the name of a firm that has its form already stays
    if form.tokens == whole.tokens and not all(map(_is_said, whole.tokens)):
        return ()  # as it is written counts where nothing else tells
    return (replace(form, text=text),)


def _tells(form: NameForm, whole: tuple[str, ...]) -> bool:
    """Whether a form has many words, or one of its own and another or a long one.

    What has all words of the whole, or all of several but one, tells as much.
    """
    few = min(_MANY_WORDS, len(whole) - 1) if len(whole) > _FEW_WORDS else _MANY_WORDS
    if len(form.tokens) >= few or set(form.tokens) == set(whole):
        return True
    telling = [t for t in form.tokens if len(t) >= _NAME_LETTERS and not _is_said(t)]
    return any(len(t) > _LONG_LETTERS for t in telling) or (
        bool(telling) and len(form.tokens) > 1
    )


def _is_said(token: str) -> bool:
    return not token[1:] or token.isdigit() or is_trade_word(token) or is_place(token)
