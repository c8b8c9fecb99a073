import pytest

from enduse.lists.us.ofac_labels import refined, scheme_of
from enduse.lists.us.ofac_remarks import is_label, statement, statements


@pytest.mark.parametrize(
    ("part", "label", "value", "country", "detail"),
    [
        ("DOB 22 Nov 1979", "DOB", "22 Nov 1979", "", ""),
        ("alt. POB Kabul, Afghanistan", "POB", "Kabul, Afghanistan", "", ""),
        ("Passport A1 (Iran)", "Passport", "A1", "Iran", ""),
        (
            "Passport A1 (Iran) issued 01 Jan 2010 expires 01 Jan 2020",
            "Passport",
            "A1",
            "Iran",
            "issued 01 Jan 2010 expires 01 Jan 2020",
        ),
        ("alt. Passport 7", "Passport", "7", "", ""),
        (
            "Registration Number 5 (Congo, Democratic Republic of the)",
            "Registration Number",
            "5",
            "Congo, Democratic Republic of the",
            "",
        ),
        ("Phone Number (98)(912)", "Phone Number", "(98)(912)", "", ""),
        ("Website www.x.org (HKEX)", "Website", "www.x.org (HKEX)", "", ""),
        ("BIK (RU) 044030707", "BIK (RU)", "044030707", "", ""),
        ("a.k.a. 'DHA'AME'", "a.k.a.", "DHA'AME", "", ""),
        ("f.k.a. 'OLD; NAME'", "f.k.a.", "OLD; NAME", "", ""),
        ("Linked To: FOO (BAR) LTD.", "Linked To:", "FOO (BAR) LTD.", "", ""),
        ("(Linked To: FOO)", "Linked To:", "FOO", "", ""),
        ("(Linked To: A", "Linked To:", "A", "", ""),
        ("Linked To: B)", "Linked To:", "B", "", ""),
        (
            "Listing Date (CMIC) 03 Jun 2021",
            "Listing Date (CMIC)",
            "03 Jun 2021",
            "",
            "",
        ),
        ("Unheard Of Number 7-A (Cuba)", "Unheard Of Number", "7-A", "Cuba", ""),
        ("General", "", "General", "", ""),
        ("Member ETA", "", "Member ETA", "", ""),
        ("citizenship revoked", "", "citizenship revoked", "", ""),
    ],
)
def test_statement(
    part: str, label: str, value: str, country: str, detail: str
) -> None:
    said = statement(part)
    assert (said.label, said.value) == (label, value)
    assert (said.country, said.detail) == (country, detail)


def test_no_word_of_a_remark_is_lost() -> None:
    text = "DOB 1966; Gender Male; nonsense ;; 'quotes'; a (b; c) d; alt. x."
    joined = " ".join(f"{s.label} {s.value}" for s in statements(text))
    for word in ("1966", "Male", "nonsense", "'quotes'", "(b", "c)", "d", "x"):
        assert word in joined


@pytest.mark.parametrize("remark", ["", ".", ";", " ; . ; ", "-", "(", "a.k.a. ''"])
def test_odd_remarks_do_not_raise(remark: str) -> None:
    assert all(s.value for s in statements(remark))


def test_labels() -> None:
    assert is_label("Secondary sanctions risk:")
    assert is_label("Executive Order 13662 Directive Determination -")
    assert not is_label("Passport A1")
    assert scheme_of("Digital Currency Address - XYZ") == "wallet"
    assert scheme_of("Invented Registry Number") == "other"
    assert scheme_of("Position:") == ""


@pytest.mark.parametrize(
    ("label", "value", "countries", "scheme"),
    [
        ("Tax ID No.", "7707083893", {"RU"}, "inn"),
        ("Tax ID No.", "7707083894", {"RU"}, "tax_id"),  # check digit
        ("Tax ID No.", "7707083893", {"UA"}, "tax_id"),
        ("Registration ID", "1027700132195", {"RU"}, "ogrn"),
        ("Government Gazette Number", "00032520", {"RU"}, "okpo"),
        ("Government Gazette Number", "00032520", {"UA"}, "registration"),
        ("Legal Entity Number", "253400V1H6ART1UQ0N98", set(), "lei"),
        ("Legal Entity Number", "12345", set(), "registration"),
        ("Vessel Registration Identification", "IMO 9187667", set(), "imo"),
        ("Vessel Registration Identification", "9187667", set(), "imo"),
        ("Vessel Registration Identification", "P-12", set(), "registration"),
    ],
)
def test_numbers_are_told_apart_by_shape_and_country(
    label: str, value: str, countries: set[str], scheme: str
) -> None:
    assert refined(label, value, frozenset(countries))[0] == scheme
