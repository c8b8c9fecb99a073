"""Parties held against an index: what must be found, what must not."""

import time
import typing
from datetime import date
from pathlib import Path

import pytest

from enduse.model import DateSpan, Identifier, PartyKind
from enduse.names.explain import explain, how_alike
from enduse.names.matcher import Matcher
from tests.unit.names.cast import LISTINGS, listing, matcher, party


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return matcher(tmp_path_factory.mktemp("index"))


FOUND = [
    ("Sergey Ivanovich Kuznetsovsky", "test:1"),
    ("KUZNETSOVSKY, Sergey", "test:1"),
    ("Kuznetsovski Sergei I.", "test:1"),
    ("Сергей Иванович Кузнецовский", "test:1"),
    ("Sergey Kuznetsobsky", "test:1"),
    ("محمد كريمي", "test:2"),
    ("Mohammed Karimi", "test:2"),
    ("Zavod stroymash", "test:3"),
    ("ЗСМ Machine Tool Factory", "test:3"),
    ("TANBOR TRADING", "test:4"),
    ("ООО Tanbor Trading", "test:4"),
    ("MV Ocean Petrel 5", "test:5"),
    ("Abdulrahman Hotakizai", "test:10"),
    ("Haji Sayyid Abdulrahman Hotakizai", "test:10"),
    ("Sergei Ivanovitch Kuznetsovsky", "test:1"),
    ("Tanbor Trading LLC INN 7707083893", "test:4"),
    ("Velmora Bakery LLC c/o Tanbor Trading", "test:4"),
    ("KUZNETSOVSKY SERGEY MOSCOW RUSSIA", "test:1"),
    ("Kuznetsovsky S.I., DOB 07.03.1965", "test:1"),
    ("Petrel (IMO 9319466)", "test:5"),
    ("Hotakizai Abd al-Rahman", "test:10"),
    ("LI WEI MING", "test:10"),
]


@pytest.mark.parametrize(("name", "wanted"), FOUND)
def test_found(cast: Matcher, name: str, wanted: str) -> None:
    assert wanted in [m.listing_id for m in cast.match(party(name))]


# Of a kind that nobody states, as in payments: read as a firm's or a ship's, too.
FIRMS = [
    "Zavod stroymash",
    "ZSM Machine Tool Plnt",
    "Concern Tanbor Trading",
    "TANBOR TRADING CO",
    "M/V Ocean Petrel 5",
    "Factory No. 5 of Brelov",
    "Velmora Bank Public Joint Stock Company",
]


@pytest.mark.parametrize("name", FIRMS)
def test_a_firm_of_unknown_kind_is_found_as_one_of_that_kind(
    cast: Matcher, name: str
) -> None:
    kind: PartyKind = "vessel" if "/" in name else "entity"
    stated = {m.listing_id for m in cast.match(party(name, kind=kind))}
    assert stated
    assert stated <= {m.listing_id for m in cast.match(party(name, kind="unknown"))}


NOT_FOUND = [
    "CORP",
    "TRADING",
    "General Trading Corporation",
    "John Smith",
    "Sergey Ivanovich Petrenko",
    "Brelov Factory No. 6",
    "Ocean Petrel 6",
    "Martha Karimov Lopez",
    "Fidelity Advisor Leveraged Company Stock Fund",
    "The Engineer",
    "",
    "---",
    "\0\ufffd",
]


@pytest.mark.parametrize("name", NOT_FOUND)
def test_not_found(cast: Matcher, name: str) -> None:
    assert cast.match(party(name)) == []


def test_equal_identifier_decides_without_or_against_the_name(cast: Matcher) -> None:
    imo = (Identifier("imo", "IMO 9319466"),)
    for asked in (party(identifiers=imo), party("Sunny Day", identifiers=imo)):
        match = cast.match(asked)[0]
        assert match.listing_id == "test:5"
        assert match.score >= 0.95
        assert any(part.feature == "names_disagree" for part in match.parts)


def test_listing_found_by_a_number_alone_is_named(cast: Matcher) -> None:
    imo = (Identifier("imo", "9319466"),)
    found = cast.match(party(identifiers=imo))[0]
    assert found.name == "OCEAN PETREL 5"
    assert how_alike(found) == "has an identifier of"
    assert how_alike(cast.match(party("MV Ocean Petrel 5"))[0]) == "is like"


def test_a_branch_is_its_bank(cast: Matcher) -> None:
    branch = (Identifier("bic", "VELMRUMM123"),)
    assert cast.match(party("x", identifiers=branch))[0].listing_id == "test:9"


def test_invalid_identifier_decides_nothing(cast: Matcher) -> None:
    assert cast.match(party("Sunny", identifiers=(Identifier("imo", "9319467"),))) == []


def test_two_valid_numbers_that_differ_count_against(cast: Matcher) -> None:
    same = cast.match(party("Velmora Bank"))[0]
    other = party("Velmora Bank", identifiers=(Identifier("inn", "5047041033"),))
    apart = cast.match(other, threshold=0.0)[0]
    assert apart.score < same.score - 0.2


@pytest.mark.parametrize(
    ("born", "better"),
    [
        (DateSpan.of_day(date(1965, 3, 7)), True),
        (DateSpan.of_year(1965), True),
        (DateSpan.of_year(1966), True),
        (DateSpan.of_day(date(1965, 7, 3)), True),
        (DateSpan.of_year(1968), False),
        (DateSpan.of_year(1990), False),
    ],
)
def test_birth_dates_are_graded(cast: Matcher, born: DateSpan, better: bool) -> None:
    name = "Sergey Ivanovich Kuznetsovsky"
    bare = cast.match(party(name))[0].score
    dated = cast.match(party(name, births=(born,)), threshold=0)[0].score
    assert (dated > bare) is better


def test_a_person_of_another_country_counts_against_but_is_still_told(
    cast: Matcher,
) -> None:
    def score(*countries: str) -> float:
        return cast.match(party("Muhammad Karimi", countries=countries))[0].score

    assert score("IR") > score() > score("BR") > 0.5


def test_batch_gives_what_single_gives(cast: Matcher) -> None:
    parties = [party(name) for name, _ in FOUND] + [party(n) for n in NOT_FOUND]
    parties += parties[:5]
    assert cast.match_all(parties) == [cast.match(p) for p in parties]
    assert cast.match_all([]) == []


def test_limit_and_order(cast: Matcher) -> None:
    found = cast.match(party("Muhammad Karimi"), threshold=0.0)
    ranked = [(-m.score, m.listing_id) for m in found]
    assert ranked == sorted(ranked)
    assert len(cast.match(party("Muhammad Karimi"), threshold=0.0, limit=1)) <= 1


def test_hostile_names_cost_bounded_time(cast: Matcher) -> None:
    huge = ["Muhammad " * 10_000, "x" * 1_000_000, "ا" * 100_000, " a" * 50_000]
    start = time.perf_counter()
    found = [cast.match(party(name), threshold=0.0) for name in huge]
    assert time.perf_counter() - start < 5
    said = [p.detail for matches in found for m in matches for p in m.parts]
    assert any("very long name" in detail for detail in said)


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    none = matcher(tmp_path, [])
    imo = (Identifier("imo", "9319466"),)
    assert none.match(party("Sergey Kuznetsovsky", identifiers=imo)) == []
    assert none.spot("Sergey Kuznetsovsky IMO 9319466") == []


def test_a_listing_with_many_aliases_is_one_match(tmp_path: Path) -> None:
    names = [f"Karim Zolotarev {n}" for n in range(300)]
    many = matcher(tmp_path, [listing(1, "person", *names), *LISTINGS[1:]])
    found = many.match(party("Karim Zolotarev"))
    assert [m.listing_id for m in found] == ["test:1"]


def test_each_listed_spelling_is_kept_where_they_stand_for_the_same_words(
    tmp_path: Path,
) -> None:
    """A party of unknown kind is not read as a firm: only its own spelling is equal."""
    names = ("STANKOMASHSTROY", "STANKOMASHSTROI")
    listed = matcher(tmp_path, [listing(1, "entity", *names), *LISTINGS[1:]])
    found = [listed.match(party(name))[0] for name in names]
    assert [match.name for match in found] == list(names)
    assert found[0].score == found[1].score


def test_the_same_words_in_another_script_are_compared_by_themselves(
    tmp_path: Path,
) -> None:
    """What is said of one listing's name is not taken for another's that reads so."""
    written = ("OKEAN ELEKTRONIKI OOO", "Океан Электроники, ООО")
    same = [listing(1 + at, "entity", name) for at, name in enumerate(written)]
    others = [f"Ocean Brelo{n:02} Electronics LLC" for n in range(40)]
    more = [listing(100 + n, "entity", name) for n, name in enumerate(others)]
    listed = matcher(tmp_path, [*same, *more])
    asked = party("Ocean Electrnics LLC", kind="entity")
    alone = {m.listing_id: m.score for m in listed.against(asked, [0, 1])}
    assert alone["test:1"] < 0.6 <= alone["test:2"]
    found = {m.listing_id: m.score for m in listed.match(asked, threshold=0.6)}
    assert found == {"test:2": alone["test:2"]}


def test_a_spelling_is_found_that_is_a_word_of_other_names(tmp_path: Path) -> None:
    """`Petro` says oil in a firm's name, and is itself a ship's."""
    listed = matcher(
        tmp_path,
        [listing(1, "entity", "Petro Navirex LLC"), listing(2, "vessel", "Petro")],
    )
    asked = party("Retro Nabirex LLC", kind="entity")
    (alone,) = listed.against(asked, [0])
    assert alone.score > 0.4
    assert listed.match(asked, threshold=0.4) == [alone]
    assert listed.match_all([asked] * 2, threshold=0.4) == [[alone]] * 2


def test_explanation_ends_with_the_score(cast: Matcher) -> None:
    match = cast.match(party("Sergei Kuznetsovsky", countries=("FR",)))[0]
    assert f"{match.score:.4f}  score" in explain(match)


@pytest.fixture(scope="module")
def scale(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    common = [listing(100 + n, "person", f"Ahmed Zolta{n:03}") for n in range(400)]
    more = [listing(600 + n, "person", f"Hassan Brelo{n:03}") for n in range(400)]
    return matcher(
        tmp_path_factory.mktemp("scale"),
        [
            listing(
                1, "entity", "Tanvor Brelex Electronics Co. Ltd", countries=("CN",)
            ),
            listing(2, "entity", "Quorvex PJSC", countries=("RU",)),
            listing(3, "person", "Ahmed Hassan", born=date(1970, 2, 3)),
            listing(4, "entity", "QVX LLC"),
            listing(5, "entity", "Evli"),
            listing(
                6,
                "entity",
                "Norvag Plant",
                identifiers=(
                    Identifier("inn", "7812014560", "RU"),
                    Identifier("registration", "48120937", "AE"),
                    Identifier("passport", "1111111", "IR"),
                ),
            ),
            *common,
            *more,
        ],
    )


@pytest.mark.parametrize(
    ("name", "country", "wanted", "low", "high"),
    [
        ("TANVOR BRELEX ELECTRONICS COMPANY LTD", "HK", "test:1", 0.95, 1),
        ("Brelex Tanvor Electronics", "CN", "test:1", 0.95, 1),
        ("Tanvar Brelex Electronics Ltd", "", "test:1", 0.7, 0.95),
        ("Quorvex PAO", "RU", "test:2", 0.95, 1),
        ("Quorvex", "BR", "test:2", 0.7, 0.95),
        ("Ahmed Hassan", "", "test:3", 0.5, 0.95),
    ],
)
def test_the_scale(
    scale: Matcher, name: str, country: str, wanted: str, low: float, high: float
) -> None:
    asked = party(name, countries=(country,) if country else ())
    found = {m.listing_id: m.score for m in scale.match(asked)}
    assert low <= found[wanted] < high or found[wanted] == high == 1


@pytest.mark.parametrize("name", ["QVX Inc", "Evali", "Ahmed Hasan Khorsand"])
def test_too_little_to_go_by(scale: Matcher, name: str) -> None:
    assert scale.match(party(name)) == []


@pytest.mark.parametrize(
    ("scheme", "value", "country", "is_found"),
    [
        ("tax_id", "7812014560", "", True),
        ("tax_id", "7812014560", "AT", True),
        ("other", "78 1201 4560", "", True),
        ("tax_id", "7812014561", "", False),
        ("registration", "48120937", "", True),
        ("registration", "48120937", "SG", False),
        ("passport", "1111111", "", False),
    ],
)
def test_numbers_without_their_scheme_or_country(
    scale: Matcher, scheme: str, value: str, country: str, is_found: bool
) -> None:
    number = (Identifier(scheme, value, country),)
    asked = party("Handelshaus Beispiel", identifiers=number, countries=("AT",))
    found = [m for m in scale.match(asked) if m.listing_id == "test:6"]
    assert bool(found) is is_found
    assert all(m.score < 0.95 for m in found)
    assert all(m.parts[0].feature or m.parts for m in found)


def test_a_name_without_a_fathers_name_is_none_of_another_mans_son(
    tmp_path: Path,
) -> None:
    listed = (
        listing(1, "person", "Oleg Vladimirovich Zaporovsky", "Oleg Zaporovsky"),
        listing(2, "person", "Igor Dunayevsky"),
    )
    held = matcher(tmp_path, listed)
    asked = ("Oleg Petrovich Zaporovsky", "Oleh Volodymyrovych Zaporovsky")
    other, same = (held.match(party(name, kind="person")) for name in asked)
    assert not other
    assert [match.listing_id for match in same] == ["test:1"]
    assert held.match(party("Oleg Zaporovsky", kind="person"))
    assert held.match(party("Igor Petrovich Dunayevsky", kind="person"))
    low = held.match(party(asked[0], kind="person"), threshold=0.0)[0]
    said = [part.detail for part in low.parts if part.feature == "fathers"]
    assert said
    assert low.score == pytest.approx(sum(part.weight for part in low.parts))


def test_a_korean_name_is_not_read_as_chinese(tmp_path: Path) -> None:
    held = matcher(tmp_path, [listing(1, "person", "Kim Man Chun")])
    assert not held.match(party("Kim Min Jun", kind="person"))


def test_an_unknown_kind_is_refused(cast: Matcher) -> None:
    asked = party("Muhammad Karimi", kind=typing.cast(PartyKind, "company"))
    with pytest.raises(ValueError, match="no kind of party: one of person, entity"):
        cast.match(asked)
