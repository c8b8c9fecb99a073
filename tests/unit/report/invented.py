"""Invented parties on invented lists, for the tests and pictures of the report."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import cast

from enduse.model import (
    Address,
    Assessment,
    Cite,
    DateSpan,
    Finding,
    Identifier,
    ListedName,
    Listing,
    Match,
    Origin,
    Outcome,
    Part,
    Party,
    PartyName,
    Problem,
    RuleRef,
    Severity,
    Subject,
)
from enduse.report.context import ReportContext, SourceState

AS_OF = date(2026, 3, 2)
SHA = "3f9a" * 16
LAW = Cite("Northland Trade Act 2019", "https://law.example/nta", "section 12(1)")
UNION_LAW = Cite("Union Regulation 77/2022", "https://union.example/77-2022", "Art. 3")


def state(source_id: str, **changes: object) -> SourceState:
    """The state of an invented list."""
    given: dict[str, object] = {
        "id": source_id,
        "title": "Northland Treasury sanctions list",
        "publisher": "Northland Treasury",
        "jurisdiction": "NL-EX",
        "published": date(2026, 2, 27),
        "fetched": datetime(2026, 3, 1, 6, 15, tzinfo=UTC),
        "entries": 18211,
        "licence": "public domain",
        "licence_url": "https://lists.example/licence",
        "snapshot": SHA,
        "age_days": 3,
        "stale": False,
        "laws": (LAW,),
    }
    return SourceState(**{**given, **changes})  # type: ignore[arg-type]


def context(**changes: object) -> ReportContext:
    """A run over two current lists, a stale one and a missing one."""
    union = state(
        "xx-union",
        title="Union consolidated list",
        publisher="Council of the Union",
        jurisdiction="XX",
        entries=5904,
        laws=(UNION_LAW,),
    )
    stale = state(
        "xx-harbour",
        title="Harbour Authority vessel list",
        publisher="Harbour Authority",
        jurisdiction="HA",
        published=date(2026, 1, 20),
        age_days=41,
        stale=True,
        entries=311,
        laws=(),
    )
    missing = state(
        "xx-island",
        title="Island Office list",
        publisher="Island Office",
        jurisdiction="IO",
        published=None,
        fetched=None,
        entries=0,
        snapshot="",
        age_days=None,
        laws=(),
    )
    given: dict[str, object] = {
        "engine": "enduse 0.1.0",
        "as_of": AS_OF,
        "generated": datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        "sample": False,
        "sources": (state("xx-north"), union, stale, missing),
        "threshold": 0.7,
        "command": "enduse screen payments.xml customers.csv --report report.html",
        "files": (
            ("payments.xml", "c0ffee" + SHA[6:], "pacs.008.001.08", 3),
            ("customers.csv", "beef" + SHA[4:], "customers-csv", 1204),
        ),
    }
    return ReportContext(**{**given, **changes})  # type: ignore[arg-type]


LISTED = Listing(
    id="xx-north:1187",
    source="xx-north",
    kind="entity",
    names=(
        ListedName("Vostrelka Precision Bearings JSC", "primary"),
        ListedName("АО «Вострелка Подшипник»", "original_script"),
        ListedName("VPB", weak=True),
        ListedName("Vostrelka Podshipnik", "former"),
    ),
    origin=Origin("xx-north", SHA, "/list/entry[1187]"),
    identifiers=(
        Identifier("inn", "7700000016", "RU"),
        Identifier("ogrn", "1027700000016", "RU"),
    ),
    countries=("RU",),
    addresses=(Address(street="12 Zavodskaya ul.", city="Kalinov", country="RU"),),
    programmes=("NTA-MACHINES",),
    measures=("asset_freeze", "export_control"),
    legal_basis=(LAW,),
    listed_on=date(2023, 5, 19),
    reason="Operates in the bearings sector of the economy and has supplied parts "
    "for armoured vehicles.",
)
UNION = Listing(
    id="xx-union:44.2",
    source="xx-union",
    kind="entity",
    names=(ListedName("Vostrelka Precision Bearings", "primary"),),
    origin=Origin("xx-union", SHA, "/export/entity[44]"),
    programmes=("MIL-SUPPLY",),
    measures=("asset_freeze",),
    listed_on=date(2024, 2, 23),
)
PERSON = Listing(
    id="xx-union:903.1",
    source="xx-union",
    kind="person",
    names=(
        ListedName("Tarik Mansûr AL-HALWANI", "primary"),
        ListedName("طارق منصور الحلواني", "original_script"),
    ),
    origin=Origin("xx-union", SHA, "/export/entity[903]"),
    birth_dates=(DateSpan.of_year(1969, circa=True),),
    birth_places=("Port Sel",),
    nationalities=("SY",),
    countries=("SY",),
    programmes=("PORT-SEL",),
    measures=("asset_freeze", "travel_ban"),
    listed_on=date(2019, 11, 4),
    reason="Said to have financed shipments through the harbour of Port Sel.",
)
_BOOK = {one.id: one for one in (LISTED, UNION, PERSON)}


def listing(listing_id: str) -> Listing | None:
    """An invented entry, or None."""
    return _BOOK.get(listing_id)


def party(name: str, role: str = "creditor") -> Party:
    """A creditor in a payment, with an address and a tax number."""
    at = Origin("payments.xml", SHA, "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/Cdtr")
    return Party(
        role,
        at,
        names=(PartyName(name, "Cdtr/Nm"),),
        kind="entity",
        identifiers=(Identifier("inn", "7700000016", "RU", locator="Cdtr/Id/OrgId"),),
        countries=("RU",),
        addresses=(Address(("Zavodskaya 12", "Kalinov"), country="RU"),),
    )


def finding(
    name: str = "Vostrielka Precision Bearing JSC", **changes: object
) -> Finding:
    """A company in a payment, like a listed one."""
    given: dict[str, object] = {
        "id": "f1",
        "kind": "listed_party",
        "severity": "critical",
        "title": f"{name} is like Vostrelka Precision Bearings JSC",
        "explanation": "The creditor's name differs in two letters from a listed name, "
        "and its tax number is the listed one.",
        "party": party(name),
        "match": Match(
            "xx-north:1187",
            "xx-north",
            "Vostrelka Precision Bearings JSC",
            0.94,
            0.9,
            (
                Part("name", 0.61, name, LISTED.name, "two letters differ"),
                Part("identifier", 0.35, "7700000016", "7700000016", "same INN"),
                Part("country", 0.03, "RU", "RU"),
                Part("address", -0.05, "Zavodskaya 12", "12 Zavodskaya ul."),
            ),
        ),
        "rule": RuleRef("screen-names", "1"),
        "origins": (party(name).origin, LISTED.origin),
        "cites": (LAW,),
        "measures": ("asset_freeze", "export_control"),
        "same_subject": ("xx-union:44.2", "xx-island:gone"),
    }
    return Finding(**{**given, **changes})  # type: ignore[arg-type]


def person() -> Finding:
    """A customer, somewhat like a listed person."""
    at = Origin("customers.csv", SHA, "row 412")
    return finding(
        "Tareq Al Halwany",
        id="f2",
        severity="medium",
        title="Tareq Al Halwany is like Tarik Mansûr AL-HALWANI",
        explanation="The names are alike in two of three words; the birth year is one "
        "year off, and the list gives it as approximate.",
        party=Party(
            "customer",
            at,
            names=(PartyName("Tareq Al Halwany", "column full_name"),),
            kind="person",
            birth_dates=(DateSpan.of_day(date(1970, 4, 2)),),
            countries=("LB",),
        ),
        match=Match(
            "xx-union:903.1",
            "xx-union",
            "Tarik Mansûr AL-HALWANI",
            0.72,
            0.6,
            (
                Part("name", 0.78, "tareq al halwany", "tarik mansur al halwani"),
                Part("birth_date", 0.02, "1970-04-02", "1969~", "within a year"),
                Part("country", -0.08, "LB", "SY", "different countries"),
            ),
        ),
        origins=(at, PERSON.origin),
        cites=(UNION_LAW,),
        measures=("asset_freeze", "travel_ban"),
        same_subject=(),
    )


def notice(title: str = "Harbour Authority vessel list is 41 days old") -> Finding:
    """The finding that a list is stale."""
    return Finding(
        "n1",
        "stale_source",
        "medium",
        title,
        "Its card allows 7 days. Entries made since are not in these results; "
        "run: enduse update xx-harbour",
    )


def assessment(
    ref: str, outcome: str = "clear", *findings: Finding, **changes: object
) -> Assessment:
    """An assessment of a payment, with the notice that a list is stale."""
    given: dict[str, object] = {
        "id": f"a-{ref}",
        "subject": Subject("payment", ref, "payments.xml", "pacs.008.001.08"),
        "outcome": cast(Outcome, outcome),
        "findings": (*findings, notice()),
        "problems": (),
        "as_of": AS_OF,
        "library": {"xx-union": SHA, "xx-north": SHA},
        "engine": "enduse 0.1.0",
    }
    return Assessment(**{**given, **changes})  # type: ignore[arg-type]


def run() -> list[Assessment]:
    """A small run: one stop, one review, one that could not be read, two clear."""
    customer = Subject("customer", "C-20881", "customers.csv", "customers-csv")
    broken = Problem(
        "xml-malformed",
        "the message ends inside <CdtrAgt>; ask the sender for the whole file",
        Origin("late.xml", SHA, "line 41, column 7"),
        "error",
    )
    remark = Problem(
        "country-unknown",
        "'Kalinovia' is no country or territory enduse knows; kept as text",
        Origin("payments.xml", SHA, "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[3]"),
        "note",
    )
    late = Subject("payment", "E2E-5521", "late.xml", "pacs.008.001.10")
    return [
        assessment("E2E-2026-0302-118", "clear"),
        assessment("E2E-2026-0302-119", "stop", finding()),
        assessment("C-20881", "review", person(), subject=customer),
        assessment("E2E-5521", "review", subject=late, problems=(broken,)),
        assessment("E2E-2026-0302-120", "clear", problems=(remark,)),
    ]


def many(count: int) -> Iterator[Assessment]:
    """A long run: every third is a stop, every name a little different."""
    levels: tuple[Severity, ...] = ("critical", "high", "medium", "low", "info")
    for number in range(count):
        name = f"Vostrelka Precizion Bearing {number} JSC"
        one = finding(name, id=f"f{number}", severity=levels[number % 5])
        outcome = "stop" if number % 3 == 0 else "review"
        yield assessment(f"E2E-{number:06}", outcome, one)
