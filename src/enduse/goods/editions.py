"""What a code of one edition of the Harmonized System is called in another.

Every link of the correlation tables is kept, with how the codes relate. Fifteen codes
of HS 2022 took something from very many older codes ("electronic waste of any machine",
"parts of any display", "any semiconductor-based transducer"): their links are marked as
catch-all, because nothing can be concluded from them about one line of goods, and one
of them, followed blindly, makes mobile phones of semiconductor devices.

*Source*: UN Statistics Division, correlation tables HS 2022 to HS 2017 and HS 2017 to
HS 2012; the links marked `text` are our own reading of the editions' headings.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Literal

from enduse.goods import hs
from enduse.goods.correlated import Correlated

Relationship = Literal["1:1", "1:n", "n:1", "n:n"]
Basis = Literal["unsd", "text", "imported"]
Node = tuple[str, str]
"""(edition, code): the same digits in two editions need not be the same goods."""

_WASTE = {"854921", "854929", "854931", "854939", "854991", "854999"}
_DISPLAYS = {"852411", "852412", "852419", "852491", "852492", "852499", "852990"}
_TRANSDUCERS = {"854151", "854159"}
CATCH_ALL = frozenset(_WASTE | _DISPLAYS | _TRANSDUCERS)
"""Codes of HS 2022 whose links to HS 2017, but to themselves, say nothing of a line."""

_TEXT = (
    # 8541.50 of HS 2017 and 8541.5 of HS 2022 both read "other semiconductor devices".
    ("HS2022", "854151", "HS2017", "854150"),
    ("HS2022", "854159", "HS2017", "854150"),
    # "Other clock or watch parts" in both; the table forgets it.
    ("HS2022", "911490", "HS2017", "911490"),
)
_NEVER = frozenset(
    # Parts of phones that became transducers; a phone is not one. UNSD's conversion
    # table makes 8517.12 of both, which turns an embargoed chip into a mobile phone.
    {("854151", "851712"), ("854159", "851712")}
)


@dataclass(frozen=True, slots=True)
class Link:
    """One code that the goods of another may come under, in the edition asked for.

    `relationship` reads "how many codes lead to this one : how many it was split
    into", seen from the code asked about; catch-all links don't count unless the link
    is one. `basis` is `unsd` for the facts that ship, `imported` for a table of the
    user's, `text` for a link of our own.
    """

    code: str
    relationship: Relationship
    catch_all: bool = False
    basis: Basis = "unsd"


@dataclass(frozen=True)
class _Table:
    """The links from one edition to another, both ways, and which are catch-all."""

    onward: Mapping[str, tuple[str, ...]]
    back: Mapping[str, tuple[str, ...]]
    vague: frozenset[tuple[str, str]]
    imported: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def split(self) -> Counter[str]:
        """How many plain links lead away from a code."""
        return Counter(c for c, o in self._plain())

    @cached_property
    def sources(self) -> Counter[str]:
        """How many plain links lead to a code."""
        return Counter(o for c, o in self._plain())

    def _plain(self) -> Iterator[tuple[str, str]]:
        pairs = ((c, o) for c, others in self.onward.items() for o in others)
        return (pair for pair in pairs if pair not in self.vague)


@lru_cache(maxsize=65536)
def targets(
    code: str,
    from_edition: str,
    to_edition: str,
    *,
    imported: Correlated | None = None,
) -> tuple[Link, ...]:
    """Every code of `to_edition` that a code of `from_edition` may be there.

    The plain links first, the catch-all ones after them, each in the order of codes.
    `imported` are tables of the user's, which outrank the facts that ship.
    *Unknown*: () for a code the edition does not have, and for one without any link
    left. *Raises* ValueError for an edition that is not held.

    *Example*

    >>> [link.code for link in targets("854140", "HS2017", "HS2022")[:4]]
    ['854141', '854142', '854143', '854149']
    >>> [link.code for link in targets("854159", "HS2022", "HS2017")[:1]]
    ['854150']
    """
    _check(from_edition, to_edition)
    if code == hs.NOT_SPECIFIED or from_edition == to_edition:
        known = code == hs.NOT_SPECIFIED or code in hs.codes(from_edition)
        return (Link(code, "1:1"),) if known else ()
    table = _between(from_edition, to_edition, imported)
    onward = table.onward.get(code, ())
    found = [_link(code, other, table) for other in onward]
    found += [
        _own_link(other, code, from_edition, to_edition)
        for other in _by_text(code, from_edition, to_edition)
        if other not in onward
    ]
    return tuple(sorted(found, key=lambda link: (link.catch_all, link.code)))


def closed_groups(
    from_edition: str, to_edition: str, *, cut_catch_all: bool = True
) -> dict[Node, str]:
    """The group of every (edition, code): goods never cross from one to another.

    Sums over whole groups can be compared between the two editions; a single code can
    where its group holds one code of each. Only the statistical office's own links
    count. A group's name is its lowest code in the newer edition (`HS2022:854141`), in
    the older where it has none: then it has no counterpart at all.

    *Example*

    >>> groups = closed_groups("HS2017", "HS2022")
    >>> groups["HS2022", "854149"] == groups["HS2017", "854140"]
    True
    """
    _check(from_edition, to_edition)
    newer, older = sorted((from_edition, to_edition), reverse=True)
    parent = {(e, c): (e, c) for e in {newer, older} for c in _all_codes(e)}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    if newer != older:
        table = _between(newer, older, None)
        for code, others in table.onward.items():
            for other in others:
                if not (cut_catch_all and (code, other) in table.vague):
                    parent[root((newer, code))] = root((older, other))
    return _named(parent, {node: root(node) for node in parent}, newer)


def _named(
    nodes: Iterable[Node], root: Mapping[Node, Node], newer: str
) -> dict[Node, str]:
    names: dict[Node, str] = {}
    for node in sorted(nodes, key=lambda n: (n[0] != newer, n[1])):
        names.setdefault(root[node], f"{node[0]}:{node[1]}")
    return {node: names[root[node]] for node in root}


def _all_codes(edition: str) -> frozenset[str]:
    return hs.codes(edition) | {hs.NOT_SPECIFIED}


def _check(*editions: str) -> None:
    unknown = [e for e in editions if e not in hs.EDITIONS]
    if unknown:
        known = ", ".join(hs.EDITIONS)
        raise ValueError(f"no edition {unknown[0]!r}; there are: {known}")


def _link(code: str, other: str, table: _Table) -> Link:
    if (code, other) in table.vague:
        whole = _relationship(len(table.back[other]), len(table.onward[code]))
        return Link(other, whole, catch_all=True)
    basis: Basis = "imported" if (code, other) in table.imported else "unsd"
    said = _relationship(table.sources[other], table.split[code])
    return Link(other, said, basis=basis)


def _relationship(sources: int, split: int) -> Relationship:
    if sources == 1:
        return "1:1" if split == 1 else "1:n"
    return "n:1" if split == 1 else "n:n"


def _own_link(other: str, code: str, from_edition: str, to_edition: str) -> Link:
    sources = _by_text(other, to_edition, from_edition)
    split = _by_text(code, from_edition, to_edition)
    return Link(other, _relationship(len(sources), len(split)), basis="text")


def _by_text(code: str, from_edition: str, to_edition: str) -> list[str]:
    """Own links of the code; over HS 2017 also those to and from HS 2012."""
    found = []
    for newer, new, older, old in _TEXT:
        olds = {older, "HS2012"} if old in hs.codes("HS2012") else {older}
        if (from_edition, code) == (newer, new) and to_edition in olds:
            found.append(old)
        if code == old and from_edition in olds and to_edition == newer:
            found.append(new)
    return found


@lru_cache(maxsize=64)
def _between(from_edition: str, to_edition: str, imported: Correlated | None) -> _Table:
    if from_edition < to_edition:
        table = _between(to_edition, from_edition, imported)
        return _Table(
            table.back, table.onward, _flip(table.vague), _flip(table.imported)
        )
    if (from_edition, to_edition) == ("HS2022", "HS2012"):
        first = _between("HS2022", "HS2017", imported)
        second = _between("HS2017", "HS2012", imported)
        pairs = _chained(first, second)
        own = frozenset[tuple[str, str]]()
    else:
        said = imported.between(from_edition, to_edition) if imported else {}
        own = frozenset((c, o) for c, olds in said.items() for o in olds) - _NEVER
        ours = {p for p in _pairs(from_edition, to_edition) if p[0] not in said}
        pairs = {pair: _is_vague(*pair) for pair in ours | own}
    return _table(pairs, own)


def _flip(pairs: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return frozenset((b, a) for a, b in pairs)


def _chained(first: _Table, second: _Table) -> dict[tuple[str, str], bool]:
    """The links over the edition between: catch-all where no plain way leads there."""
    pairs: dict[tuple[str, str], bool] = {}
    for code, middles in first.onward.items():
        for middle in middles:
            for other in second.onward.get(middle, ()):
                vague = (code, middle) in first.vague or (middle, other) in second.vague
                pairs[code, other] = pairs.get((code, other), True) and vague
    return {pair: vague for pair, vague in pairs.items() if pair not in _NEVER}


def _is_vague(newer: str, older: str) -> bool:
    return newer in CATCH_ALL and newer != older


def _table(
    pairs: Mapping[tuple[str, str], bool], own: frozenset[tuple[str, str]]
) -> _Table:
    onward: dict[str, list[str]] = defaultdict(list)
    back: dict[str, list[str]] = defaultdict(list)
    for code, other in sorted(pairs):
        onward[code].append(other)
        back[other].append(code)
    return _Table(
        {code: tuple(others) for code, others in onward.items()},
        {code: tuple(others) for code, others in back.items()},
        frozenset(pair for pair, vague in pairs.items() if vague),
        own,
    )


@cache
def _pairs(newer: str, older: str) -> frozenset[tuple[str, str]]:
    """The links of two neighbouring editions, unchanged codes included."""
    changed: set[tuple[str, str]] = set()
    wanted = f"[{newer} {older}]"
    inside = False
    place = files("enduse.goods").joinpath("hs_links.txt")
    for line in place.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            inside = line == wanted
        elif inside and line:
            news, *groups = line.split()
            olds = [g[:4] + end for g in groups for end in g[5:].split(",")]
            changed |= {(new, old) for new in news.split(",") for old in olds}
    linked = {new for new, _ in changed}
    both = _all_codes(newer) & _all_codes(older)
    return frozenset(changed | {(c, c) for c in both - linked}) - _NEVER
