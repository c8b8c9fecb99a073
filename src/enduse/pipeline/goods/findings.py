"""From goods to findings: which list, which tier, how it was reached, what to ask.

Each line of goods gives at most one finding of each kind: `controlled_good`,
`component_found` (its part number was found in recovered equipment),
`code_disagrees` (the stated code says something else than the words) and
`vague_description`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from enduse.goods.classify.classification import Classification
from enduse.goods.classify.otherwise import meant_otherwise
from enduse.goods.classify.vague import question
from enduse.goods.codes import read
from enduse.goods.components import Hit
from enduse.goods.glossary import english
from enduse.goods.vague_terms import vague_term
from enduse.model import (
    Control,
    Evidence,
    Fact,
    Finding,
    Good,
    Origin,
    Problem,
    RuleRef,
    Severity,
    Subject,
)
from enduse.pipeline.goods.corridor import Corridor, corridor, of_origin
from enduse.pipeline.goods.judge import (
    OWN,
    PROBABLE,
    applies,
    severity,
    worth_asking,
)
from enduse.pipeline.goods.seen import Goods, Seen
from enduse.pipeline.identity import finding_id

CONTROLLED = RuleRef("controlled-good", "1")
COMPONENT = RuleRef("component-in-recovered-equipment", "1")
DISAGREES = RuleRef("code-and-description-disagree", "1")
VAGUE = RuleRef("vague-description", "1")


@dataclass(frozen=True, slots=True)
class GoodsFindings:
    """Judges the goods of one subject at a time, as of one day."""

    goods: Goods
    as_of: date

    def of(
        self, subject: Subject, facts: Sequence[Fact]
    ) -> Iterator[Finding | Problem]:
        """Findings on every line of goods, and codes that do not exist as problems."""
        seen = list(self.goods.seen(facts))
        if not seen:
            return
        way, countries = corridor(facts)
        told: list[Finding] = []
        for line in seen:
            if _told_already(line, told):
                continue
            russian = of_origin(line.good, facts, "RU") or line.says_russian
            if not line.piece:
                yield from self._codes(line)
            for found in self._controlled(subject, line, (way, countries), russian):
                if not (line.piece and _says_no_more(found, told)):
                    told.append(found)
                    yield found
            if not line.piece:
                yield from self._of_line(subject, line, way)

    def _of_line(
        self, subject: Subject, line: Seen, way: Corridor
    ) -> Iterator[Finding]:
        """What else a whole line says: its parts, its code, words that tell nothing."""
        yield from self._component(subject, line)
        yield from self._disagrees(subject, line)
        yield from self._vague(subject, line, way)

    def _codes(self, line: Seen) -> Iterator[Problem]:
        for code in line.good.codes:
            if code.scheme in ("hs", "cn", "hts", "tnved", "eccn", "cas"):
                for problem in read(code.value).problems:
                    origin = line.origin.at(code.locator)
                    yield replace(problem, origin=origin)

    def _controlled(
        self,
        subject: Subject,
        line: Seen,
        way: tuple[Corridor, tuple[str, ...]],
        russian: bool,
    ) -> Iterator[Finding]:
        found = [
            control
            for control in self.goods.controls(line, self.as_of)
            if applies(control, line.good, russian=russian)
        ]
        if not found:
            return
        best = max(found, key=_weight)
        confident = best.p >= PROBABLE
        if not confident and not worth_asking(best, way[0], line.of_document):
            return
        grave = severity(
            [c for c in found if c.p >= best.p / 2], way[0], confident=confident
        )
        tier = f" tier {best.tier}" if best.tier else ""
        title = f"{best.list}{tier}: {best.code} {best.title}".strip()
        yield Finding(
            id=self._id(CONTROLLED, subject, line, best.list),
            kind="controlled_good",
            severity=grave,
            title=title,
            explanation=_explained(line, best, way),
            rule=CONTROLLED,
            origins=(line.origin,),
            cites=tuple(dict.fromkeys(c for one in found for c in one.cites)),
            good=line.good,
            controls=tuple(sorted(found, key=_weight, reverse=True)),
            evidence=_alike(line.classified),
        )

    def _component(self, subject: Subject, line: Seen) -> Iterator[Finding]:
        hits = self.goods.components(line)
        if hits:
            part = hits[0].part
            exact = any(hit.how != "series" for hit in hits)
            what = "The part number" if exact else "A part of the series of"
            yield Finding(
                id=self._id(COMPONENT, subject, line, part),
                kind="component_found",
                severity="high" if exact else "medium",
                title=f"{part} was found in recovered equipment",
                explanation=(
                    f"{what} {part} stands in {len(hits)} record(s) of "
                    "components found in recovered weapons. The same part goes into "
                    "ordinary products too: ask for the end product and the end user."
                ),
                rule=COMPONENT,
                origins=(line.origin, *(hit.origin for hit in hits[:10])),
                good=line.good,
                evidence=tuple(_record(hit) for hit in hits[:10]),
            )

    def _disagrees(self, subject: Subject, line: Seen) -> Iterator[Finding]:
        said = line.classified
        stated = _headings(line.good)
        if not said or not said.candidates or not stated:
            return
        best = said.candidates[0]
        if best.hs6[:4] in stated:
            return
        hidden = self.goods.hidden_by(line, best.hs6, self.as_of)
        official = [one.list for one in hidden if one.grade not in OWN]
        share = meant_otherwise(said, stated, official)
        if not share:
            return
        grave: Severity = "high" if hidden else "low"
        codes = ", ".join(code.value for code in line.good.codes)
        why = (
            f"The words mean {best.hs6} {best.title}, its heading with probability "
            f"{share:.2f}; the code stated, {codes}, is of another heading"
        )
        if hidden:
            why += f", and {hidden[0].list} bears on what the words mean"
        yield Finding(
            id=self._id(DISAGREES, subject, line, best.hs6),
            kind="code_disagrees",
            severity=grave,
            title=f"Stated as {codes}, described as {best.hs6} {best.title}".strip(),
            explanation=f"{why}.",
            rule=DISAGREES,
            origins=(line.origin,),
            good=line.good,
            controls=hidden,
            evidence=_alike(said),
        )

    def _vague(self, subject: Subject, line: Seen, way: Corridor) -> Iterator[Finding]:
        """Words that tell nothing: of a document's line, and of any text where goods
        are barred and the words often stand for goods that arms makers seek.
        """
        said = line.classified
        if not said or not said.too_vague or line.good.codes:
            return
        term = vague_term(line.good.description, self.as_of)
        barred = way == "barred" and term is not None
        if not (line.of_document or barred):
            return
        ask = " ".join(term.ask) if term else question(line.good.description)
        hides = f" {term.term!r} may hide {term.hides}." if term else ""
        yield Finding(
            id=self._id(VAGUE, subject, line, "vague"),
            kind="vague_description",
            severity="medium" if barred else "low",
            title=f"Too vague to tell what it is: {line.good.description[:80]}",
            explanation=(
                f"{said.vague_reason or 'No code can be told from these words.'}"
                f"{hides} Ask: {ask} And the tariff code."
            ),
            rule=VAGUE,
            origins=(line.origin,),
            cites=term.cites if term else (),
            good=line.good,
        )

    def _id(self, rule: RuleRef, subject: Subject, line: Seen, what: str) -> str:
        said = f"{what}:{line.good.line}:{line.good.description[:200]}"
        return finding_id(rule, subject, (line.origin,), self.as_of, said)


def _told_already(line: Seen, told: Sequence[Finding]) -> bool:
    """Whether a whole text follows a phrase of it that gave a finding."""
    return not line.of_document and any(
        line.origin in found.origins
        and found.good is not None
        and found.good.description in line.good.description
        for found in told
    )


def _says_no_more(found: Finding, told: Sequence[Finding]) -> bool:
    """Whether one of several goods of a line adds nothing likely to what was told."""
    known = (_likely(other) for other in told if other.origins == found.origins)
    return _likely(found) <= frozenset[tuple[str, str]]().union(*known)


def _likely(found: Finding) -> frozenset[tuple[str, str]]:
    """Lists and the codes by which goods likely fall under them."""
    return frozenset((c.list, c.hs6) for c in found.controls if c.p >= PROBABLE)


def _weight(control: Control) -> tuple[bool, bool, bool, float, str]:
    """What to name first: the probable, official before our own, then the likeliest."""
    official = control.grade not in OWN
    chpl = control.list == "chpl"
    return (control.p >= PROBABLE, official, chpl, control.p, control.code)


def _explained(line: Seen, best: Control, way: tuple[Corridor, tuple[str, ...]]) -> str:
    text = line.good.description or ", ".join(c.value for c in line.good.codes)
    reached = {
        "stated": f"the code {best.hs6} stands in the document",
        "mapped": f"the stated code leads to {best.hs6} between editions",
        "classified": f"the words were classified as {best.hs6}, p {best.p:.2f}",
        "part": f"the part number leads to {best.hs6}",
    }[best.via]
    to = ", ".join(way[1])
    where = {
        "barred": f" The papers name {to}, a destination of the export bans.",
        "partners": f" All countries named are export-control partners ({to}).",
        "third": f" Countries named outside the partners: {to}." if to else "",
    }[way[0]]
    return (
        f"{text!r}: {reached}, which {best.list} lists.{where}"
        " A hit is a reason to ask, never proof."
    )


def _alike(said: Classification | None) -> tuple[Evidence, ...]:
    """What foreign words mean in English, and the known lines most like them."""
    if said is None:
        return ()
    words = english(said.text) if said.language not in ("en", "") else ()
    meaning = "; ".join(f"{word}: {means}" for word, means in words)
    told = (Evidence("in English", meaning),) if meaning else ()
    return told + tuple(
        Evidence(
            f"most like, {one.source}",
            f"{one.text} = {one.hs6}",
            Origin(one.source, "", ""),
        )
        for one in said.evidence[:5]
    )


def _record(hit: Hit) -> Evidence:
    said = ", ".join(part for part in (hit.maker, hit.part, hit.system) if part)
    return Evidence("record of a recovered component", said, hit.origin)


def _headings(good: Good) -> frozenset[str]:
    found: set[str] = set()
    for code in good.codes:
        if code.scheme in ("hs", "cn", "hts", "tnved"):
            found |= {r.prefix[:4] for r in read(code.value).readings if r.prefix}
    return frozenset(found)
