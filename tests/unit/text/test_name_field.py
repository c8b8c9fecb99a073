"""What stands in a name's field beside the name, and what must stay a name."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from enduse.model import PartyKind
from enduse.text.name_field import read

NAMED: list[tuple[PartyKind, str, str]] = [
    ("entity", "天宇科技有限公司驻德黑兰代表处", "天宇科技有限公司"),
    ("entity", "天宇科技有限公司北京分公司", "天宇科技有限公司"),
    ("entity", "天宇科技有限公司(北京)", "天宇科技有限公司"),
    ("entity", "천우무역회사 베이징지사", "천우무역회사"),
    ("entity", "شرکت صنایع تنبور شعبه تهران", "شرکت صنایع تنبور"),
    ("entity", "TANBOR TOOLS<br>LTD", "TANBOR TOOLS LTD"),
    ("person", "BEK/IVANMR", "BEK IVAN"),
    ("entity", "CLIENT: TANBOR TOOLS LTD", "TANBOR TOOLS LTD"),
    ("entity", "CLIENT: TANBORZAVOD USD ACCOUNT", "TANBORZAVOD"),
    ("entity", "SUBSIDIARY OF TANBOR TOOLS LTD", "TANBOR TOOLS LTD"),
    ("entity", "EXPORT DEPARTMENT TANBOR TOOLS", "TANBOR TOOLS"),
    ("entity", "TANBOR TOOLS LTD - EXPORT DEPT", "TANBOR TOOLS LTD"),
    ("entity", "1. TANBOR TOOLS LTD", "TANBOR TOOLS LTD"),
    ("entity", "TANBOR TOOLS LTD USD ACCOUNT", "TANBOR TOOLS LTD"),
    ("unknown", "TANBOR TOOLS REF 12345", "TANBOR TOOLS"),
    ("unknown", "TANBOR TOOLS LTD RU", "TANBOR TOOLS LTD"),
    ("unknown", "TANBOR TOOLS LTD AND VEGA NORD LLC", "TANBOR TOOLS LTD"),
    ("unknown", "TANBOR TOOLS LTD AND VEGA NORD LLC", "VEGA NORD LLC"),
    ("entity", "TANBOR TOOLS INC./VEGA NORD LTD", "TANBOR TOOLS INC"),
    ("entity", "TANBOR TOOLS LTD_", "TANBOR TOOLS LTD"),
    ("person", "Bek Ivan (Director)", "Bek Ivan"),
    ("person", "DIRECTOR Bek Ivan", "Bek Ivan"),
    ("person", "FROM Bek Ivan", "Bek Ivan"),
    ("person", "Bek Ivan RF18539007547034", "Bek Ivan"),
    ("person", "Bek Ivan S/O Bek Petr", "Bek Ivan"),
    ("person", "Margarita Tanboryan-Velmoryan", "Margarita Tanboryan"),
    ("person", "Margarita Tanboryan-Velmoryan", "Margarita Velmoryan"),
    ("person", "Margarita Tanboryan urozh. Velmoryan", "Margarita Velmoryan"),
    ("person", "Bek Ivan POA Sokol Anna", "Sokol Anna"),
    ("person", "BEK/IVANMR", "IVAN BEK"),
    ("person", 'Ivan "Bear" Bek', "Ivan Bek"),
    ("person", "Bek Ivan CUST ID 99871", "Bek Ivan"),
    ("unknown", "Bek Ivan, PHD", "Bek Ivan"),
    ("person", "SALARY Bek Ivan", "Bek Ivan"),
    ("unknown", "OOO TANBOR INN 7707083893", "OOO TANBOR"),
    ("unknown", "INN7707083893 KPP 770701001 OOO TANBOR", "OOO TANBOR"),
    ("unknown", "ИНН 7707083893 ООО Танбор", "ООО Танбор"),
    ("unknown", "40702810900000000123 TANBOR GMBH", "TANBOR GMBH"),
    ("unknown", "TANBOR GMBH, TEL. +49 40 1234567", "TANBOR GMBH"),
    ("unknown", "TANBOR GMBH, e-mail: post@tanbor.example", "TANBOR GMBH"),
    ("entity", "Tanbor LLC, 27 Stromynka Str., Moscow, 107076", "Tanbor LLC"),
    ("entity", "Tanbor LLC, Brelov, Germany", "Tanbor LLC, Brelov"),
    ("entity", "Tanbor JSC Moscow Russia", "Tanbor JSC"),
    ("entity", "Tanbor Trading Representative Office in India", "Tanbor Trading"),
    ("unknown", "VELMORA LLC FOR TANBOR JSC", "TANBOR JSC"),
    ("unknown", "VELMORA LLC C/O TANBOR JSC", "TANBOR JSC"),
    ("unknown", "TO THE ORDER OF TANBOR JSC", "TANBOR JSC"),
    ("unknown", "Velmora LLC on behalf of Tanbor JSC", "Tanbor JSC"),
    ("unknown", "Velmora (formerly Tanbor)", "Tanbor"),
    ("unknown", "A/C 40702810900000 TANBOR TRADING", "TANBOR TRADING"),
    ("unknown", "ACC 1234567 TANBOR TRADING LTD", "TANBOR TRADING LTD"),
    ("unknown", "IBAN DE89 3704 0044 0532 0130 00 TANBOR GMBH", "TANBOR GMBH"),
    ("unknown", "TANBOR GMBH SWIFT CODE COBADEFF, ID 12345", "TANBOR GMBH"),
    ("entity", "12345678 Canada Inc", "12345678 Canada Inc"),
    ("entity", "Company 10203 LLC", "Company 10203 LLC"),
    ("person", "Bek Ivan, DOB 07.09.1960", "Bek Ivan"),
    ("person", "Бек Иван Петрович, 07.09.1960 г.р.", "Бек Иван Петрович"),
    ("person", "Bek Ivan POB Brelov", "Bek Ivan"),
    ("person", "1/BEK IVAN 2/LENINA 5 3/RU/MOSCOW", "BEK IVAN"),
    ("person", "BEK IVAN MOSCOW RUSSIA", "BEK IVAN"),
    ("person", "Bek, Ivan, Moscow", "Bek, Ivan"),
    ("entity", "مجموعة تانبور passport 4510 123456", "مجموعة تانبور"),
    ("entity", "坦博贸易公司, OGRN 1027700132195", "坦博贸易公司"),
    ("person", "דוד כהן a.k.a.", "דוד כהן"),
    ("person", "Ivan Bek and/or Maria Kovak", "Maria Kovak"),
    ("person", "Ivan Bek & Maria Kovak", "Ivan Bek"),
    ("person", "Ivan Kovak a/k/a Ivan Bek", "Ivan Bek"),
    ("person", "Maria Kovak née Bek", "Maria Bek"),
    ("person", "Ivan Bek, Minister of Trade", "Ivan Bek"),
    ("person", "Ivan Bek - Deputy Director", "Ivan Bek"),
    ("person", "李伟明又名王小明", "王小明"),
    ("vessel", "PETREL (ex OCEAN STAR)", "OCEAN STAR"),
    ("vessel", 'M/V "PETREL" FLAG PANAMA', 'M/V "PETREL"'),
    ("vessel", "PETREL / 9319466", "PETREL"),
    ("unknown", "BENEFICIARY: TANBOR TOOLS", "TANBOR TOOLS"),
    ("unknown", "BNF/TANBOR TOOLS", "TANBOR TOOLS"),
    ("unknown", "ESTATE OF IVAN BEK", "IVAN BEK"),
    ("unknown", "BEK IVAN PETROVICH IP", "BEK IVAN PETROVICH"),
    ("unknown", "/ACC/0012345 BEK IVAN", "BEK IVAN"),
    ("unknown", "TANBOR PAO//MOSCOW//RU", "TANBOR PAO"),
    ("unknown", "VELMORA JSC FAVOUR OOO TANBOR", "OOO TANBOR"),
    ("unknown", "TNBR (TANBOR NEW BEARING ROLLERS)", "TANBOR NEW BEARING ROLLERS"),
    ("unknown", "TANBOR TOOLS (PUBLICHNOE AKTSION", "TANBOR TOOLS"),
    ("unknown", "TANBOR BANK AO KALANCHEVSKAYA 27", "TANBOR BANK AO"),
    ("unknown", 'PJSC "TANBOR" ACAD BEK EMB 17', 'PJSC "TANBOR"'),
    ("unknown", "TANBOR TOOLS PJSC, VELMORA ACC NOSTRO", "TANBOR TOOLS PJSC"),
    ("unknown", "TANBOR AIR LONDON BRANCH OFFICE", "TANBOR AIR"),
    ("unknown", "TANBOR CASH DONATIONS", "TANBOR CASH"),
    ("unknown", "IVAN BEK INVOICE 12345", "IVAN BEK"),
    ("unknown", "BEK IVAN P PRESIDENT", "BEK IVAN P"),
    ("unknown", "SERGEITANBOR", "SERGEI TANBOR"),
    ("unknown", "TANBORSERGEI", "TANBOR SERGEI"),
    ("entity", "CONSIGNEE: TANBOR TOOLS", "TANBOR TOOLS"),
    ("entity", "Käufer Tanbor Tools GmbH", "Tanbor Tools GmbH"),
    ("entity", "付款人:Tanbor Tools", "Tanbor Tools"),
    ("entity", "K-20881 - Tanbor Tools", "Tanbor Tools"),
    ("entity", "TANBOR TOOLS CURRENT ACCOUNT", "TANBOR TOOLS"),
    ("entity", "Tanbor Tools Accounts Receivable", "Tanbor Tools"),
    ("entity", "TANBOR TOOLS KONTO 4711", "TANBOR TOOLS"),
    ("entity", "Tanbor Tools 220012", "Tanbor Tools"),
    ("entity", "Tanbor Tools [PEP]", "Tanbor Tools"),
    ("entity", "TANBOR TOOLS LTD, owner: Velmora Nord", "TANBOR TOOLS LTD"),
    ("entity", "VELMORA NORD - MEMBER OF TANBOR TOOLS", "TANBOR TOOLS"),
    ("entity", "Tanbor Tools + Velmora Nord", "Velmora Nord"),
    ("unknown", "VELMORA NORD 7 EX TANBOR 5", "TANBOR 5"),
    ("entity", "Tanbor Tools LLC, Brelovsk", "Tanbor Tools LLC"),
    ("entity", "Tanbor Tools LLC - Minsk", "Tanbor Tools LLC"),
    ("entity", "Tanbor Tools LLC (Minsk)", "Tanbor Tools LLC"),
    ("entity", "ООО «Танбор» (Минск)", "ООО «Танбор»"),
    ("entity", "Tanbor Joint Stock Company Minsk", "Tanbor Joint Stock Company"),
    ("entity", "TANBOR LIMITED/MINSK", "TANBOR LIMITED"),
    ("entity", "Филиал ООО Танбор в г. Минск", "ООО Танбор"),
    ("entity", "TANBOR TOOLS OFFICE 12 NOVA TOWER", "TANBOR TOOLS"),
    ("entity", "TANBOR TOOLS NO.5 NOVA ROAD", "TANBOR TOOLS"),
    ("entity", "TANBOR TOOLS LLC NOVA FREE ZONE", "TANBOR TOOLS LLC"),
    ("entity", "TANBOR LLC TANBOR LLC", "TANBOR LLC"),
    ("person", "BEK IVAN LENINA STR 10 APT 5", "BEK IVAN"),
    ("person", "Bek Ivan, Lenina 5-12, Brelov", "Bek Ivan"),
    ("person", "Surname: Bek Given names: Ivan", "Bek Ivan"),
    ("person", "Фамилия Бек Имя Иван", "Бек Иван"),
    ("person", "Bek Ivan (by power of attorney)", "Bek Ivan"),
    ("person", "BURSARY FEE BEK IVAN", "BURSARY FEE BEK IVAN"),
    ("person", "TUITION FEE BEK IVAN", "BEK IVAN"),
    ("person", "AL-BEK/IVAN MR", "IVAN AL-BEK"),
    ("person", "I.P. Bekov I.V.", "Bekov I.V."),
    ("person", "BEKOV IV", "I V BEKOV"),
    ("unknown", "Sig. Ivan Bek", "Ivan Bek"),
    ("person", "Mr I B Bekov", "I B Bekov"),
    ("entity", "Tanbor Tools, Dept. of Sales", "Tanbor Tools"),
    ("entity", "attn. Finance dept., Tanbor", "Tanbor"),
    ("entity", "Sales Department, Tanbor Tools", "Tanbor Tools"),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), NAMED)
def test_the_name_is_read_alone(kind: PartyKind, text: str, wanted: str) -> None:
    assert wanted in read(text, kind).names


ONE_NAME: list[tuple[PartyKind, str]] = [
    ("unknown", "Tanbor Trading Co., Ltd"),
    ("unknown", "IP Tanbor Systems Ltd"),
    ("unknown", "Tanbor (Shenzhen) Co., Ltd"),
    ("unknown", "Tanbor JSC Plant 5"),
    ("entity", "Tanbor & Sons Estate Ltd"),
    ("unknown", "John K Bek"),
    ("unknown", "Construction"),
    ("unknown", "Mary Ann Judge"),
    ("entity", "Donation Invoice Ltd"),
    ("entity", "Tanbor - Velmora Growth Fund"),
    ("entity", "Tanbor GmbH & Co. KG"),
    ("entity", "Tanbor (Metro) Pty Ltd"),
    ("person", "Anna-Maria Tanbor"),
    ("person", "William Taylor-Phillips"),
    ("person", "Choe Kwang-Chul"),
    ("entity", "Margarita Tanboryan-Velmoryan"),
    ("entity", "Wages Finance Ltd"),
    ("unknown", "BAKER;DANIEL"),
]


@pytest.mark.parametrize(("kind", "text"), ONE_NAME)
def test_what_is_of_the_name_stays_in_it(kind: PartyKind, text: str) -> None:
    assert read(text, kind).names == (text,)


NUMBERS = [
    ("unknown", "TANBOR INN: 7707083893", ("inn", "7707083893")),
    ("unknown", "TANBOR (Reg. No. 1027700132195)", ("registration", "1027700132195")),
    ("unknown", "TANBOR 7707083893 MOSCOW", ("inn", "7707083893")),
    ("vessel", "PETREL (IMO 9319466)", ("imo", "9319466")),
    ("vessel", "PETREL, MMSI 273456789", ("mmsi", "273456789")),
    ("person", "Bek Ivan, passport 4510 123456", ("passport", "4510 123456")),
    ("entity", "Tanbor LEI 529900T8BM49AURSDO55", ("lei", "529900T8BM49AURSDO55")),
]


@pytest.mark.parametrize(("kind", "text", "wanted"), NUMBERS)
def test_numbers_are_told_by_label_or_check_digit(
    kind: PartyKind, text: str, wanted: tuple[str, str]
) -> None:
    found = read(text, kind)
    assert wanted in found.numbers
    assert not any(map(str.isdigit, found.names[0]))


@pytest.mark.parametrize(
    "text",
    [
        "Bek Ivan, DOB 07.09.1960",
        "Bek Ivan (born 07.09.1960)",
        "Bek Ivan 07.09.1960",
        "Bek Ivan, d.o.b.: 07.09.1960, Moscow",
    ],
)
def test_births_are_told(text: str) -> None:
    assert read(text, "person").born == ("07.09.1960",)


WHOLE: list[tuple[PartyKind, str]] = [
    ("person", "BEK, Ivan Petrovich"),
    ("person", "Yegor Petrovich BORISOV"),
    ("person", "Michael Jordan"),
    ("person", "William Branch"),
    ("person", "José Ortega y Gasset"),
    ("entity", "Johnson & Johnson, Inc."),
    ("entity", "Tanbor Company for Trading and Industry"),
    ("entity", "Vega Minsk"),
    ("entity", "Golf Hotel Malavella, SL"),
    ("entity", "Factory No. 5, Brelov"),
    ("entity", "Alabuga 2000"),
    ("entity", "Plant B. 1990"),
    ("entity", "SWIFT SHIPPING 2000 LTD"),
    ("unknown", "Swift Shipping Company 12"),
    ("entity", "Order of Malta"),
    ("unknown", "Bank of Trade and Industry"),
    ("unknown", "Ministry of Roads and Urban Development"),
    ("vessel", "OCEAN PETREL 5"),
    ("aircraft", "EP-MNA"),
]


@pytest.mark.parametrize(("kind", "text"), WHOLE)
def test_a_name_stays_one(kind: PartyKind, text: str) -> None:
    found = read(text, kind)
    assert (found.names, found.numbers, found.born) == ((text,), (), ())


@pytest.mark.parametrize(
    "text", ["", ")", "()()", "\x1f", "née", "ORDER OF", "a" * 9000]
)
def test_nothing_is_lost_of_what_says_nothing(text: str) -> None:
    assert read(text).names == (text,)


MEANT = [
    ("Bek&nbsp;Ivan", "Bek\xa0Ivan"),
    ("Bek%20Ivan", "Bek Ivan"),
    ("Tanbor &amp; Sons", "Tanbor & Sons"),
    ("ÐŸÐµÑ‚Ñ€ Ð‘ÐµÐº", "Петр Бек"),
    ("Nicol\u00c3\u00a1s Bek", "Nicolás Bek"),
    ("\u0421hemezov", "Chemezov"),
    ("\u0405ergei \u0405tan", "Sergei Stan"),
    ("Пeтpов", "Петров"),
    ("S3rgei B0kov", "Sergei Bokov"),
    ("SergeiBokov", "Sergei Bokov"),
    ("Müller", "Müller"),
    ("Société Générale", "Société Générale"),
]


@pytest.mark.parametrize(("text", "wanted"), MEANT)
def test_a_field_is_read_as_it_was_meant(text: str, wanted: str) -> None:
    assert wanted in read(text, "unknown").names


_PIECES = (
    *("Ivan", "Bek", "OOO", "LLC", "Moscow", "Head of", "مجموعة", "坦博公司", "כהן"),
    *("a.k.a.", "formerly", "INN 7707083893", "passport 4510 123456", "DOB 07.09.1960"),
    *(",", "(", ")", "/", "&", "and", "c/o", "-", "5", "\n"),
)
_KINDS = st.sampled_from(["person", "entity", "vessel", "unknown"])


_FIELDS = st.text(max_size=60) | st.lists(st.sampled_from(_PIECES)).map(" ".join)


@given(_FIELDS, st.sampled_from(["person", "entity", "vessel", "unknown"]))
@example("مجموعة passport 4510 123456", "entity")
def test_any_field_has_a_name(text: str, kind: PartyKind) -> None:
    found = read(text, kind)
    assert 0 < len(found.names) <= 8
    assert all(value.strip() for _, value in found.numbers)


def test_a_long_field_costs_no_more_than_its_length() -> None:
    for text in ("1/" * 290, "INN " * 140, "a.k.a. " * 80, "(" * 590, "9" * 590):
        start = time.process_time()
        read(text)
        assert time.process_time() - start < 0.25, text[:10]


def test_a_word_of_two_alphabets_is_in_the_one_of_its_neighbours() -> None:
    """Its letters may all look Latin: `ТЕНСIН` would be `TEHCIH`."""
    (name,) = read("Олексiй Васильович ТЕНСIН", "person").names
    assert name == "Олексій Васильович ТЕНСІН"


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Bank Luch Branch Simferopol", "Bank Luch"),
        ("Luchbank Branch No. 123", "Luchbank"),
        ("Luchbank branch 8047", "Luchbank"),
        ("Luchbank, Moscow Branch Office", "Luchbank"),
        ("Splavit Moscow Office", "Splavit"),
        ("Splavit Filial Tsentralny", "Splavit"),
        ("Bank Luch, Agence de Paris", "Bank Luch"),
        ("Splavit Headquarters", "Splavit"),
        ("Delhi office of Splavit", "Splavit"),
    ],
)
def test_a_branch_is_the_firm(text: str, firm: str) -> None:
    assert firm in read(text, "entity").names


@pytest.mark.parametrize(
    "text",
    [
        "Olive Branch Foods",
        "Branch Banking and Trust Company",
        "London Office Furniture Ltd",
        "Royal Mail Post Office",
        "Bank Luch Branch Irkutsk Aviation Plant",
    ],
)
def test_a_name_with_such_a_word_is_whole(text: str) -> None:
    assert read(text, "entity").names == (text,)
