import pytest

from enduse.lists.us.csl_ids import parse_id
from enduse.lists.us.csl_law import code_of, footnotes
from enduse.lists.us.csl_names import parse_addresses, parse_names


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("A", ["B; and C; or D"], ["A", "B", "C", "D"]),
        ("A (a.k.a. B; C)", [], ["A", "B", "C"]),
        ("A, a.k.a. B Ltd.", [], ["A", "B Ltd."]),
        ("PEARL (A.K.A. ROE) DOE", [], ["PEARL DOE", "ROE"]),
        ("A [aka B, C]", [], ["A", "B, C"]),
        (
            "A",
            ["a.k.a., the following two aliases: -Bet; and -Gam."],
            ["A", "Bet", "Gam"],
        ),
        ("A", ["a.k.a., the following one alias: B Co."], ["A", "B Co."]),
        ("A", ["B (f.k.a., C (Old))"], ["A", "B", "C (Old)"]),
        ("A", ["F.K.A. B", "; ;", "-C"], ["A", "B", "C"]),
        ("Alaska Andes Fakahau", ["Nkakaa"], ["Alaska Andes Fakahau", "Nkakaa"]),
        ("", [], []),
        (" ", ["B"], ["B"]),
    ],
)
def test_names(name: str, others: list[str], expected: list[str]) -> None:
    assert [n.text for n in parse_names(name, others)] == expected


def test_former_names_are_marked() -> None:
    kinds = {n.text: n.kind for n in parse_names("A (f.k.a. B)", ["formerly C; D"])}
    assert kinds == {"A": "primary", "B": "former", "C": "former", "D": "alias"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 Main St, Beirut, LB", [("1 Main St, Beirut", "LB")]),
        ("TR; SY", [("", "TR"), ("", "SY")]),
        ("A; B, LB; C, CN", [("A; B", "LB"), ("C", "CN")]),
        ("1 MAIN ST, TOWN, TX, 78577", [("1 MAIN ST, TOWN, TX, 78577", "")]),
        ("", []),
    ],
)
def test_addresses(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(", ".join(a.lines), a.country) for a in parse_addresses(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "label", "value", "country"),
    [
        ("Passport, A1, TR", "Passport", "A1", "TR"),
        ("TR, A1, Passport", "Passport", "A1", "TR"),
        ("JO, 2014-08-30, 2009-08-31, K4, Passport", "Passport", "K4", "JO"),
        ("Male, Gender", "Gender", "Male", ""),
        ("Equity Ticker, 0728 HK", "Equity Ticker", "0728 HK", ""),
        ("Issuer Name, China Co., Ltd", "Issuer Name", "China Co., Ltd", ""),
        ("loose words", "", "loose words", ""),
    ],
)
def test_ids_in_both_orders(text: str, label: str, value: str, country: str) -> None:
    said = parse_id(text)
    assert (said.label, said.value, said.country) == (label, value, country)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Entity List (EL) - Bureau of Industry and Security", "EL"),
        ("Military End User (MEU) List - Bureau of Industry and Security", "MEU"),
        ("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury", "MBS"),
        ("Something New (NEW) - Some Department", ""),
    ],
)
def test_code_of_a_list(source: str, code: str) -> None:
    assert code_of(source) == code


def test_footnotes_of_the_foreign_direct_product_rule() -> None:
    assert [n for n, _ in footnotes("See §§ 734.9(e)(1) and 744.11")] == [
        "Entity List footnote 1: foreign direct product rule, 15 CFR 734.9(e)(1)"
    ]
    assert footnotes("For all items subject to the EAR.") == []
