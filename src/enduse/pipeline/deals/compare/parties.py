"""Whether the papers name the same parties in the same parts."""

from collections.abc import Iterator, Sequence

from enduse.model import Party, Severity
from enduse.model.paper import Paper
from enduse.pipeline.deals.alike import is_bank, same_name, to_order
from enduse.pipeline.deals.compare.disagreement import (
    Disagreement,
    Said,
    first_of_each,
    said,
)

# What is held against what: a label, the roles that should name one firm, how grave
# a difference is, and what it may mean.
_SEATS: tuple[tuple[str, tuple[str, ...], Severity, str], ...] = (
    (
        "end user",
        ("end_user",),
        "high",
        "Goods whose end user differs from paper to paper have no known end user.",
    ),
    (
        "buyer",
        ("buyer", "applicant", "importer"),
        "medium",
        "The firm that applies for the credit or buys is not the one invoiced.",
    ),
    (
        "seller",
        ("seller", "beneficiary", "exporter"),
        "medium",
        "The firm that is paid is not the one that sells.",
    ),
    (
        "consignee",
        ("consignee",),
        "medium",
        "The goods go to somebody else than another paper says.",
    ),
    (
        "notify party",
        ("notify_party",),
        "low",
        "Another firm is told of the arrival than another paper says.",
    ),
    (
        "carrier",
        ("carrier",),
        "low",
        "The papers name different carriers.",
    ),
)


def disagreements(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """Every seat that papers give to different firms, and hidden receivers."""
    for label, roles, severity, why in _SEATS:
        named = [one for one in said(papers, *roles) if _counts(one)]
        if label == "notify party":
            named = [one for one in named if not _buys(one, papers)]
        sides = _differing(first_of_each(named))
        if sides:
            shown = tuple(one.side(_name(one)) for one in sides)
            yield Disagreement(label, severity, shown, why)
    yield from _notified_instead(papers)
    yield from _shipped_by_another(papers)


def _shipped_by_another(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """A shipper who sells, makes and forwards nothing on any other paper."""
    sellers = [o for o in said(papers, "seller", "beneficiary", "exporter") if _name(o)]
    others = [
        one
        for one in said(papers, "manufacturer", "freight_forwarder", "carrier", "payee")
        if _name(one)
    ]
    for one in said(papers, "shipper", "consignor"):
        named = [o for o in sellers if o.paper is not one.paper]
        if not _name(one) or not named:
            continue
        if any(_one_firm(one, other) for other in (*sellers, *others)):
            continue
        why = "The goods are shipped by a firm that does not sell them on any paper."
        shown = (one.side(_name(one)), named[0].side(_name(named[0])))
        yield Disagreement("shipper", "low", shown, why)
        return


def _buys(one: Said, papers: Sequence[Paper]) -> bool:
    """Whether the firm is the buyer of some paper: who else is told says little."""
    buyers = said(papers, "buyer", "applicant", "importer")
    return any(_name(buyer) and _one_firm(one, buyer) for buyer in buyers)


def _counts(one: Said) -> bool:
    """A bank as consignee holds the bill for its client: it is no other receiver."""
    name = _name(one)
    return bool(name) and not (one.fact.role == "consignee" and is_bank(name))


def _differing(named: Sequence[Said]) -> list[Said]:
    """One of each different name, or nothing where all mean the same firm."""
    groups: list[Said] = []
    for one in named:
        if not any(_one_firm(one, other) for other in groups):
            groups.append(one)
    return groups if len(groups) > 1 else []


def _one_firm(one: Said, other: Said) -> bool:
    return same_name(_name(one), _name(other))


def _notified_instead(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """A consignee 'to order' whose notify party is nobody that buys."""
    notified = [one for one in said(papers, "notify_party") if _name(one)]
    ordered = [p for p in papers if _to_order(p)]
    buyers = [
        one
        for one in said(papers, "buyer", "applicant", "importer", "consignee")
        if _counts(one)
    ]
    for one in notified:
        if one.paper not in ordered or not buyers:
            continue
        if any(same_name(_name(one), _name(buyer)) for buyer in buyers):
            continue
        why = (
            "The bill is to order and the firm to be told of the arrival is not the "
            "buyer of any other paper: the receiver of the goods is not known."
        )
        shown = (one.side(_name(one)), buyers[0].side(_name(buyers[0])))
        yield Disagreement("receiver", "medium", shown, why)
        return


def _to_order(paper: Paper) -> bool:
    return any(
        isinstance(f.value, Party)
        and f.role == "consignee"
        and any(to_order(name.text) or is_bank(name.text) for name in f.value.names)
        for f in paper.facts
    )


def _name(one: Said) -> str:
    value = one.fact.value
    if not isinstance(value, Party) or not value.names:
        return ""
    text = value.names[0].text
    return "" if to_order(text) else text
