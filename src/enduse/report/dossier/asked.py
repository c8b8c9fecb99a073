"""What a dossier asks, question by question, of one coalition, target and goods."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from enduse.flows import areas
from enduse.flows.answer import Answer
from enduse.flows.change import Change
from enduse.flows.coverage import coverage
from enduse.flows.effect import Measure, effect
from enduse.flows.growth import growth
from enduse.flows.mirror import Mirrored, mirror
from enduse.flows.query import TOTAL, Goods, Query
from enduse.flows.reroute import Routing, reroute
from enduse.flows.share import Sharing, share
from enduse.flows.surge import Alarm, surge
from enduse.flows.unit_value import Pricing, unit_value
from enduse.flows.windows import Window, month_name, month_number
from enduse.report.dossier.matrix import matrix

EU = "EU27_2020"
HUBS = 8
Ask = Callable[[], Answer]


@dataclass(frozen=True, slots=True)
class Matter:
    """What the dossier is about: a selection with one partner, the target; windows.

    `event` is the month in question, `hubs` the countries between, largest first.
    """

    query: Query
    event: str
    pre: Window
    post: Window
    hubs: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """Where the goods are to arrive."""
        return self.query.partners[0]


@dataclass(frozen=True, slots=True)
class Section:
    """A question of the dossier: a file's name, a heading, and how it is asked."""

    name: str
    title: str
    ask: Ask


def sections(flows: pl.LazyFrame, matter: Matter) -> Iterator[Section]:
    """The questions in the order a reader has them."""
    query, target = matter.query, areas.title(matter.target)
    change = Change(matter.pre, matter.post)
    around = (matter.target, *matter.hubs)
    sent = replace(query, partners=around, direction="X")
    straight = replace(query, direction="X")
    yield Section(
        "coverage",
        "Who filed what",
        lambda: coverage(flows, _filing(query, change.span)),
    )
    yield Section(
        "change",
        f"What went to {target} and its neighbours, before and after",
        lambda: growth(flows, sent, change),
    )
    routing = Routing(matter.pre, matter.post, matter.hubs)
    yield Section("reroute", "The way round", lambda: reroute(flows, query, routing))
    goods = "goods6" if len(query.goods.codes) <= 80 else "goods4"
    yield Section(
        "goods",
        "Which goods rose where",
        lambda: matrix(flows, sent, replace(change, by=goods), around),
    )
    everywhere = replace(query, partners=(), direction="X")
    alarm = Alarm(since=matter.event if matter.pre.monthly else "", top=20)
    yield Section(
        "surges",
        "Partners out of the ordinary",
        lambda: surge(flows, everywhere, alarm),
    )
    yield Section(
        "effect",
        f"What the measure did to the trade with {target}",
        lambda: effect(flows, straight, _measure(matter)),
    )
    yield from _shares(flows, matter)
    if matter.hubs:
        yield Section(
            "mirror",
            "What the neighbours say arrived",
            lambda: _mirror(flows, sent, matter),
        )
    pricing = Pricing(pre=matter.pre, post=matter.post)
    yield Section(
        "prices",
        "How much of the change is price",
        lambda: unit_value(flows, sent, pricing),
    )


def _filing(query: Query, when: Window) -> Query:
    """Whether the senders filed at all: of any goods to anybody.

    Of the goods alone a month without trade would look like one that was not filed.
    """
    who = [m for name in query.reporters for m in (name, *areas.members(name))]
    reporters = tuple(dict.fromkeys(who))
    whole = replace(query, partners=(), goods=Goods(), window=when, direction="X")
    return replace(whole, reporters=reporters)


def _shares(flows: pl.LazyFrame, matter: Matter) -> Iterator[Section]:
    """Who sends to the target and to its first hubs, month by month or year by year."""
    each = "month" if matter.pre.monthly else "year"
    for area in (matter.target, *matter.hubs[:2]):
        query = replace(
            matter.query, reporters=(), partners=(area,), direction="X", window=None
        )
        yield Section(
            f"suppliers-{area.lower()}",
            f"Who supplies {areas.title(area)}",
            lambda query=query: share(  # type: ignore[misc]
                flows, query, Sharing("reporter", each)
            ),
        )


def _measure(matter: Matter) -> Measure:
    if not matter.pre.monthly:
        raise ValueError("the statistics are of whole years; an effect needs months")
    goods = Goods((TOTAL,)) if not matter.query.goods.everything else None
    controls = matter.hubs[:3] if goods is None else ()
    return Measure(
        matter.event,
        control_goods=goods,
        control_partners=controls,
        pre=matter.pre,
        post=matter.post,
    )


def _mirror(flows: pl.LazyFrame, sent: Query, matter: Matter) -> Answer:
    """The mirror of these goods; of all goods where the receivers file only those."""
    how = Mirrored(since=matter.event[:4])
    asked = replace(sent, partners=matter.hubs, window=None)
    found = mirror(flows, asked, how)
    if any(row["ratio"] is not None for row in found.rows):
        return found
    return mirror(flows, replace(asked, goods=Goods((TOTAL,))), how)


def coalition(
    reporters: Iterable[str], target: str, hubs: Iterable[str]
) -> tuple[str, ...]:
    """Who is taken to send: the EU where it reports, else every other reporter.

    *Example*

    >>> coalition(["US", "RU", "KZ"], "RU", ["KZ"])
    ('US',)
    """
    known = set(reporters)
    if EU in known or known & set(areas.members(EU)):
        return (EU,)
    aside = {target, *hubs, *areas.aggregates()}
    return tuple(sorted(known - aside))


def windows(periods: Iterable[str], event: str) -> tuple[Window, Window]:
    """Up to a year from the event, and the same months right before it.

    Of whole years where the statistics have no months: the last, and the one before the
    event. *Raises* ValueError where nothing lies on one side of it.

    *Example*

    >>> [str(w) for w in windows(["2021-05", "2022-03", "2022-05"], "2022-03")]
    ['2021-03..2021-05', '2022-03..2022-05']
    """
    found = sorted(set(periods))
    months = [p for p in found if len(p) > 4]
    if months and months[-1] >= event > months[0]:
        start = month_number(event)
        end = min(start + 11, month_number(months[-1]))
        first, last = (month_name(n - 12) for n in (start, end))
        return Window(first, last), Window(event, month_name(end))
    years = [p for p in found if len(p) == 4]
    before = [y for y in years if y < event[:4]]
    after = [y for y in years if y >= event[:4]]
    if not before or not after:
        raise ValueError(
            f"the statistics hold nothing on both sides of {event}: choose --event, or "
            "--pre and --post"
        )
    return Window(before[-1], before[-1]), Window(after[-1], after[-1])


def matter_of(flows: pl.LazyFrame, query: Query, event: str, **said: Any) -> Matter:
    """The matter with what was not said filled in from the statistics themselves.

    `said` may hold `pre`, `post` and `hubs`. *Raises* ValueError.
    """
    cells = flows.filter(
        (pl.col("partner") == query.partners[0]) & (pl.col("direction") == "X")
    )
    if query.sources:
        cells = cells.filter(pl.col("source").is_in(list(query.sources)))
    seen = cells.select("reporter", "period").unique().collect(engine="streaming")
    if seen.is_empty():
        who = areas.title(query.partners[0])
        raise ValueError(f"no export to {who} is in store: enduse flows import FILE")
    hubs = tuple(said.get("hubs") or ())
    reporters = query.reporters or coalition(
        seen["reporter"].to_list(), query.partners[0], hubs
    )
    query = replace(query, reporters=reporters)
    pre, post = said.get("pre"), said.get("post")
    if pre is None or post is None:
        held = cells.filter(pl.col("level") > 0)  # all goods may be told for longer
        periods = held if query.goods.codes and not query.goods.everything else cells
        found = periods.select(pl.col("period").unique()).collect(engine="streaming")
        pre, post = windows(found["period"].to_list(), event)
    return Matter(query, event, pre, post, hubs or _hubs(flows, query, pre, post))


def _hubs(
    flows: pl.LazyFrame, query: Query, pre: Window, post: Window
) -> tuple[str, ...]:
    """The countries whose receipts rose most, by value."""
    found = reroute(flows, query, Routing(pre, post))
    own = {m for name in query.reporters for m in (name, *areas.members(name))}
    rose = (row["hub"] for row in found.rows if row["rise_in"] > 0)
    named = [h for h in rose if h not in own and areas.kind_of(h) == "country"]
    return tuple(named[:HUBS])
