"""What a column is, told from its heading and its values."""

import pytest

from enduse.text.headers import guess_columns, kind_of, known_fields

HEADINGS = {
    "en": (
        [
            "Customer ID",
            "fullName",
            "date_of_birth",
            "Country of Residence",
            "ZIP Code",
        ],
        {
            "id": ["Customer ID"],
            "name": ["fullName"],
            "birth_date": ["date_of_birth"],
            "residence": ["Country of Residence"],
            "postcode": ["ZIP Code"],
        },
    ),
    "de": (
        ["Kunden-Nr.", "Name", "Vorname", "Straße", "PLZ", "Staatsangehörigkeit"],
        {
            "id": ["Kunden-Nr."],
            "last_name": ["Name"],
            "first_name": ["Vorname"],
            "street": ["Straße"],
            "postcode": ["PLZ"],
            "nationality": ["Staatsangehörigkeit"],
        },
    ),
    "fr": (
        ["Nom", "Prénom", "Né le", "Nationalité", "Numéro de passeport"],
        {
            "last_name": ["Nom"],
            "first_name": ["Prénom"],
            "birth_date": ["Né le"],
            "nationality": ["Nationalité"],
            "passport": ["Numéro de passeport"],
        },
    ),
    "es": (
        ["Razón Social", "NIF", "Dirección", "País", "Motivo"],
        {
            "name": ["Razón Social"],
            "tax_id": ["NIF"],
            "address": ["Dirección"],
            "country": ["País"],
            "reason": ["Motivo"],
        },
    ),
    "ru": (
        ["Имя", "Фамилия", "Отчество", "ИНН клиента", "Паспорт: дата выдачи"],
        {
            "first_name": ["Имя"],
            "last_name": ["Фамилия"],
            "father_name": ["Отчество"],
            "inn": ["ИНН клиента"],
        },
    ),
    "zh": (
        ["客户名称", "统一社会信用代码", "注册地址", "法定代表人姓名", "船旗国家"],
        {
            "name": ["客户名称"],
            "uscc": ["统一社会信用代码"],
            "address": ["注册地址"],
            "country": ["船旗国家"],
        },
    ),
    "tr": (
        ["Adı", "Soyadı", "Doğum Tarihi", "TC Kimlik No", "Uyruğu", "Şehir"],
        {
            "first_name": ["Adı"],
            "last_name": ["Soyadı"],
            "birth_date": ["Doğum Tarihi"],
            "national_id": ["TC Kimlik No"],
            "nationality": ["Uyruğu"],
            "city": ["Şehir"],
        },
    ),
}


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_in_seven_languages(language: str) -> None:
    headings, expected = HEADINGS[language]
    assert guess_columns(headings) == expected


def test_best_name_is_the_name_and_others_are_aliases() -> None:
    found = guess_columns(["trading company", "Name", "alias 1", "Alias_2"])
    assert found == {
        "name": ["Name"],
        "alias": ["trading company", "alias 1", "Alias_2"],
    }


def test_another_partys_column_is_not_taken() -> None:
    assert guess_columns(["Bank name", "Contact", "registration date"]) == {}
    assert guess_columns(["passport issue date", "passport issuing country"]) == {}
    assert guess_columns(["Bank SWIFT"]) == {"bic": ["Bank SWIFT"]}


def test_whole_name_beside_its_parts_stays_whole() -> None:
    rows = [{"Name": "Ann Example", "Vorname": "Ann"}]
    assert guess_columns(["Name", "Vorname"], rows)["name"] == ["Name"]


def test_type_is_a_kind_only_where_its_values_are() -> None:
    told = [{"Type": "Individual"}, {"Type": "Legal entity"}]
    assert guess_columns(["Type"], told) == {"kind": ["Type"]}
    assert guess_columns(["Type"], [{"Type": "premium"}, {"Type": "basic"}]) == {}


def test_content_tells_where_the_heading_does_not() -> None:
    rows = [{"x": "5493001KJTIIGC8Y1R12", "y": "DE89370400440532013000", "z": "b"}]
    assert guess_columns(["x", "y", "z"], rows) == {"lei": ["x"], "iban": ["y"]}


def test_a_unique_column_called_something_id_is_the_id() -> None:
    rows = [{"case_id": "1"}, {"case_id": "2"}]
    assert guess_columns(["case_id"], rows) == {"id": ["case_id"]}
    assert guess_columns(["case_id"], rows + rows) == {}


@pytest.mark.parametrize("heading", ["", "   ", "?!", "x" * 5000, "\x00", "🙂"])
def test_hostile_headings_are_nothing(heading: str) -> None:
    assert guess_columns([heading], [{heading: "a"}]) == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Natural person", "person"),
        ("юридическое лицо", "entity"),
        ("PublicBody", "entity"),
        ("船舶", "vessel"),
        ("flugzeug", "aircraft"),
        ("whatever", ""),
        ("Persona jurídica", "entity"),
        ("Personne morale", "entity"),
        ("Private limited company", "entity"),
        ("Private individual", "person"),
        ("Non-individual", "entity"),
        ("юр. лицо", "entity"),
        ("企业客户", "entity"),
        ("对私", "person"),
        ("법인", "entity"),
        ("个人独资企业", ""),
    ],
)
def test_kind_words(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_fields_promised_to_callers_are_there() -> None:
    wanted = "id name first_name last_name alias birth_date country lei inn uscc imo"
    assert set(wanted.split()) <= set(known_fields())


def test_words_cut_short_are_written_out() -> None:
    found = guess_columns(["Cust. Full Nm", "Inc Ctry", "Cpty Addr"])
    assert found == {
        "name": ["Cust. Full Nm"],
        "country": ["Inc Ctry"],
        "address": ["Cpty Addr"],
    }


def test_a_names_parts_behind_the_word_name() -> None:
    found = guess_columns(["id", "name first", "name middle", "name last"], [])
    assert found == {
        "id": ["id"],
        "first_name": ["name first"],
        "middle_name": ["name middle"],
        "last_name": ["name last"],
    }


ABROAD = [
    ("KUNNR NAME1 LAND1 STCD1", "id name country tax_id"),
    ("PARTNER NAME_ORG1 BIRTHDT NATIO", "id name birth_date nationality"),
    ("CTZSHP_CNTRY1_CD RES_CNTRY_CD FULL_NM", "nationality residence name"),
    ("custname dateofbirth emailaddress1", "name birth_date email"),
    ("POCity LEICode accountid", "city lei id"),
    ("Nome|Cognome|Cittadinanza", "first_name last_name nationality"),
    ("Razão social|CNPJ|País", "name registration country"),
    ("Nazwa|NIP|Kraj", "name tax_id country"),
    ("Jméno|Příjmení|Rodné číslo", "first_name last_name national_id"),
    ("Prénom|Raison sociale", "first_name name"),
    ("Найменування|ЄДРПОУ|Країна", "name registration country"),
    ("Nimi|Y-tunnus|Maa", "name registration country"),
    ("客戶名稱|國籍|證件號碼", "name nationality national_id"),
    ("顧客名|国籍|生年月日", "name nationality birth_date"),
    ("고객명|국적|생년월일", "name nationality birth_date"),
    ("اسم العميل|الجنسية|تاريخ الميلاد", "name nationality birth_date"),
    ("نام|نام خانوادگی|کد ملی", "first_name last_name national_id"),
    ("שם לקוח|תאריך לידה|אזרחות", "name birth_date nationality"),
    ("Họ và tên|Ngày sinh|Quốc tịch", "name birth_date nationality"),
]


@pytest.mark.parametrize(("headings", "fields"), ABROAD)
def test_headings_of_systems_and_further_tongues(headings: str, fields: str) -> None:
    given = headings.split("|") if "|" in headings else headings.split()
    found = guess_columns(given)
    held = {heading: field for field, columns in found.items() for heading in columns}
    assert [held.get(heading, "") for heading in given] == fields.split()


def test_a_firms_column_is_no_half_of_a_persons_name() -> None:
    found = guess_columns(["Ragione sociale", "Cognome", "Nome"])
    assert found == {
        "first_name": ["Nome"],
        "last_name": ["Cognome"],
        "name": ["Ragione sociale"],
    }


@pytest.mark.parametrize("heading", ["Employer's name", "Mother's name", "Bank name"])
def test_somebody_elses_name_is_no_name(heading: str) -> None:
    assert guess_columns([heading]) == {}
