"""Customer tables as systems export them: who is read from a row, and what is told."""

import gzip
import json
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.tabular import delimited, json_rows, parquet, workbook
from enduse.messages.tabular.cell_countries import codes_of
from enduse.messages.tabular.row import births_of, span_of
from enduse.messages.tabular.rows import row_facts
from enduse.model import Party, Problem, Text
from tests.made_xls import xls

Found = tuple[list[Message], list[Problem]]


def read(folder: Path, text: str, name: str = "book.csv") -> Found:
    path = folder / name
    path.write_bytes(text.encode())
    reader = json_rows if name.endswith("json") else delimited
    items = list(reader.parse(SourceFile.of(path), Options()))
    messages = [item for item in items if isinstance(item, Message)]
    told = [item for item in items if isinstance(item, Problem)]
    return messages, told + [p for message in messages for p in message.problems]


def parties(message: Message, role: str = "") -> list[Party]:
    found = [f.value for f in row_facts(message) if isinstance(f.value, Party)]
    return [one for one in found if role in ("", one.role)]


def names(message: Message, role: str) -> list[list[str]]:
    return [[name.text for name in one.names] for one in parties(message, role)]


def test_an_owner_is_a_party_of_his_own_with_what_is_said_of_him(
    tmp_path: Path,
) -> None:
    text = (
        "Registered Name,Country,UBO1_NAME,UBO1_DOB,UBO1_NATIONALITY,UBO1 %\n"
        "Example Works,MT,Ann Sample,02.01.1970,RU,75%\n"
    )
    [row], told = read(tmp_path, text)
    customer, owner = parties(row)
    assert (customer.kind, customer.birth_dates) == ("unknown", ())
    assert [name.text for name in owner.names] == ["Ann Sample"]
    assert (owner.role, owner.kind, owner.countries) == ("related", "person", ("RU",))
    assert owner.birth_dates[0].iso == "1970-01-02"
    assert owner.names[0].locator == "row 1 column 'UBO1_NAME'"
    assert not told


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Ann Sample (30%), Bob Carl Test (70 %)", ["Ann Sample", "Bob Carl Test"]),
        ("Ann Sample - 30%; Bob Test - 70%", ["Ann Sample", "Bob Test"]),
        ("1) Ann Sample 2) Bob Test", ["Ann Sample", "Bob Test"]),
        ("Sample, Ann", ["Sample, Ann"]),
        ("Example Trading, Ltd", ["Example Trading, Ltd"]),
        ("n/a", []),
    ],
)
def test_people_in_one_cell_are_parted(
    tmp_path: Path, cell: str, people: list[str]
) -> None:
    [row], _ = read(tmp_path, f'Name;Owners;Directors\nExample;;"{cell}"\n')
    assert names(row, "related") == [[name] for name in people]


def test_cells_beside_people_of_one_cell_are_parted_as_they_are(tmp_path: Path) -> None:
    text = "Name|UBO|UBO date of birth\nExample|Ann A.;Bob B.|1970-01-02;1981-03-04\n"
    [row], _ = read(tmp_path, text.replace("|", "\t"))
    born = [one.birth_dates[0].iso for one in parties(row, "related")]
    assert born == ["1970-01-02", "1981-03-04"]


def test_people_alone_are_the_customers(tmp_path: Path) -> None:
    [row], _ = read(tmp_path, "UBO Name,UBO DOB\nAnn Sample,1970-01-02\n")
    assert names(row, "customer") == [["Ann Sample"]]


def test_a_label_over_columns_is_of_each_of_them(tmp_path: Path) -> None:
    text = "Client;;UBO 1;\nNo;Company;Name;Born\n1;Example;Ann Sample;1970-01-02\n"
    [row], _ = read(tmp_path, text)
    customer, owner = parties(row)
    assert (len(customer.birth_dates), len(owner.birth_dates)) == (0, 1)


def test_rows_above_what_was_taken_for_a_header_are_read_and_told(
    tmp_path: Path,
) -> None:
    rows, told = read(tmp_path, "Zzz,Yyy\nExample Works,PL\nName,Country\nOther,PL\n")
    assert [names(row, "customer") for row in rows][1] == [["Example Works"]]
    assert {"header-late"} < {one.code for one in told}


def test_a_name_in_lines_is_read_whole_too(tmp_path: Path) -> None:
    [row], _ = read(tmp_path, "KUNNR;NAME1;NAME2;LAND1\n7;EXAMPLE;WORKS;PL\n")
    assert names(row, "customer") == [["EXAMPLE", "EXAMPLE WORKS", "WORKS"]]
    [row], _ = read(tmp_path, "Name;Alias 1;Alias 2\nExample;One;Two\n")
    assert names(row, "customer") == [["Example", "One", "Two"]]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("7707083893.0", "7707083893"),
        ('"=""7707083893"""', "7707083893"),
        ("'7707083893", "7707083893"),
        ("273008320", "0273008320"),
        ("273008321", "273008321"),
    ],
)
def test_numbers_as_spreadsheets_leave_them(
    tmp_path: Path, cell: str, value: str
) -> None:
    [row], _ = read(tmp_path, f"Name,INN\nExample,{cell}\n")
    assert [i.value for i in parties(row)[0].identifiers] == [value]


def test_a_number_without_its_digits_is_told(tmp_path: Path) -> None:
    _, told = read(tmp_path, "Name,INN\nExample,7.70708E+09\n")
    assert [one.code for one in told] == ["number-shortened"]


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("19226", "1952-08-20"),
        ("19226.0", "1952-08-20"),
        ("20.08.1952 0:00:00", "1952-08-20"),
        ("8/20/1952 12:00:00 AM", "1952-08-20"),
        ("20-AUG-52", "1952-08-20"),
        ("20AUG1952", "1952-08-20"),
        ("20081952", "1952-08-20"),
        ("20 VIII 1952", "1952-08-20"),
        ("1952 08 20", "1952-08-20"),
        ("Wed Aug 20 1952", "1952-08-20"),
        ("昭和27年8月20日", "1952-08-20"),
        ("08/1952", "1952-08"),
        ("circa 1952", "1952~"),
        ("ca. 1952", "1952~"),
        ("1952", "1952"),
        ("1900-01-01", ""),
        ("01/01/1900", ""),
        ("1899-12-30", ""),
        ("00000000", ""),
    ],
)
def test_dates_as_systems_export_them(cell: str, iso: str) -> None:
    span = span_of(cell)
    assert (span.iso if span else "") == iso


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("643", "RU"),
        ("643.0", "RU"),
        ("RU - Russian Federation", "RU"),
        ("643 Россия", "RU"),
        ("Russia (RU)", "RU"),
        ("RU & CY", "RU CY"),
        ("Russia/Cyprus", "RU CY"),
        ("Россия / Russia", "RU"),
        ("Russian and Cypriot", "RU CY"),
        ("RU CY", "RU CY"),
        ("Virgin Islands, British", "VG"),
        ("Hong Kong, China", "HK"),
        ("Trinidad and Tobago", "TT"),
        ("Atlantis & RU", ""),
        ("RU - Iran", ""),
        ("999", ""),
    ],
)
def test_countries_as_systems_export_them(cell: str, codes: str) -> None:
    assert list(codes_of(cell)) == codes.split()


def test_people_and_names_in_json_lists(tmp_path: Path) -> None:
    book = [
        {
            "id": "1",
            "names": [{"value": "Example Works", "type": "LEGAL"}],
            "beneficialOwners": [
                {"firstName": "Ann", "lastName": "Sample", "dateOfBirth": "1970-01-02"},
                {"firstName": "Bob", "lastName": "Test"},
            ],
        }
    ]
    [row], _ = read(tmp_path, json.dumps(book), "book.json")
    assert names(row, "customer") == [["Example Works"]]
    assert names(row, "related") == [["Ann Sample"], ["Bob Test"]]
    assert [len(one.birth_dates) for one in parties(row, "related")] == [1, 0]


def test_people_of_a_payments_row_are_parties_too(tmp_path: Path) -> None:
    [row], _ = read(tmp_path, "Payer;Payee;Contact person\nAnn A.;Bob B.;Carl Dee\n")
    assert names(row, "related") == [["Carl Dee"]]
    assert {one.role for one in parties(row)} == {"debtor", "creditor", "related"}


def test_an_old_workbook_is_read_and_a_letter_is_told(tmp_path: Path) -> None:
    book = SourceFile.of(tmp_path / "book.xls")
    book.path.write_bytes(xls([["Client", "INN"], ["Пример", 7707083893.0]]))
    assert registry.sniff(book) == "customers-xlsx"
    [row] = workbook.parse(book, Options())
    assert isinstance(row, Message)
    assert [i.value for i in parties(row)[0].identifiers] == ["7707083893"]
    letter = SourceFile.of(tmp_path / "letter.doc")
    letter.path.write_bytes(book.path.read_bytes().replace(b"W\0o\0r", b"X\0o\0r"))
    assert registry.sniff(letter) is None


def test_an_open_document_is_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "book.ods"
    cells = [["Client", "Country"], ["Example", "RU"]]
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{c}</text:p>'
            "</table:table-cell>"
            for c in row
        )
        + "</table:table-row>"
        for row in cells
    )
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
            'manifest:1.0"/>',
        )
    assert registry.sniff(SourceFile.of(path)) == "customers-xlsx"
    [row] = workbook.parse(SourceFile.of(path), Options())
    assert isinstance(row, Message)
    assert names(row, "customer") == [["Example"]]


def test_a_broken_parquet_is_told(tmp_path: Path) -> None:
    path = tmp_path / "book.parquet"
    path.write_bytes(b"PAR1 and no more")
    [told] = parquet.parse(SourceFile.of(path), Options())
    assert isinstance(told, Problem)
    assert told.code == "table-malformed"


def test_a_form_is_a_customer_with_its_headings_below_each_other(
    tmp_path: Path,
) -> None:
    text = "KYC form;\nName;Example Works\nCountry;RU\nUBO;Ann Sample\nBorn;x\n"
    [row], _ = read(tmp_path, text)
    assert names(row, "customer") == [["Example Works"]]
    assert names(row, "related") == [["Ann Sample"]]


def test_a_list_of_banks_is_read_by_its_codes(tmp_path: Path) -> None:
    [row], _ = read(tmp_path, "Bank name;SWIFT\nExample Bank;DEUTDEFF\n")
    assert names(row, "customer") == [["Example Bank"]]


def test_a_sheet_without_a_header_is_text_and_told(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = Workbook()
    book.active.append(["Read me", "Example Works"])  # type: ignore[union-attr]
    book.save(path)
    read_, problem = workbook.parse(SourceFile.of(path), Options())
    assert isinstance(read_, Message)
    assert [p.code for p in read_.problems] == ["header-unknown"]
    [fact] = workbook.facts(read_)
    assert isinstance(fact.value, Text)
    assert fact.value.text == "Read me Example Works"
    assert isinstance(problem, Problem)


def test_flat_columns_of_parquet_are_cells(tmp_path: Path) -> None:
    path = tmp_path / "book.parquet"
    table = pa.table({"name": ["Ann", None], "dob": [date(1970, 1, 2), None]})
    pq.write_table(table, path)
    rows = list(parquet.parse(SourceFile.of(path), Options()))
    first, second = (row for row in rows if isinstance(row, Message))
    assert parties(first)[0].birth_dates[0].iso == "1970-01-02"
    assert [p.code for p in second.problems] == ["row-empty"]
    pq.write_table(table[:0], path)
    [told] = parquet.parse(SourceFile.of(path), Options())
    assert isinstance(told, Problem)
    assert told.code == "table-empty"


def test_a_broken_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = Workbook()
    book.save(path)
    path.write_bytes(path.read_bytes().replace(b"PK\x01\x02", b"PK\x01\x03"))
    [told] = workbook.parse(SourceFile.of(path), Options())
    assert isinstance(told, Problem)
    assert told.code == "table-malformed"


def test_two_rows_of_headings_are_one_header(tmp_path: Path) -> None:
    text = "Kunde;;Land\nName;Vorname;\nSample;Ann;MT\n"
    [row], told = read(tmp_path, text)
    [party] = parties(row)
    assert party.countries == ("MT",)
    assert "Ann Sample" in [name.text for name in party.names]
    assert not told


def test_a_list_of_addresses_is_read(tmp_path: Path) -> None:
    rows, told = read(tmp_path, "Address;Country\n5 High St, Valletta;MT\n;RU\n")
    assert parties(rows[0])[0].addresses[0].country == "MT"
    assert [problem.code for problem in told] == ["row-empty"]


def test_officers_in_a_frame_are_parties_of_their_own(tmp_path: Path) -> None:
    who = [{"name": "Bob Sample", "role": "director"}, {"name": "Eve Sample"}]
    book = [{"entity": {"name": "Example Works", "officers": who}}]
    [row], _ = read(tmp_path, json.dumps(book), "book.json")
    assert names(row, "related") == [["Bob Sample"], ["Eve Sample"]]


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_mapped_headings_tell_what_parts_the_cells(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "book.csv"
    path.write_text("Nr;Bezeichner\n7;Example Works\n".replace(";", sign))
    options = Options({"name": "bezeichner", "id": "Nr"})
    [row] = registry.reader("customers-csv").parse(SourceFile.of(path), options)
    assert isinstance(row, Message)
    assert row.ref == "7"
    assert names(row, "customer") == [["Example Works"]]


@pytest.mark.parametrize(
    "text",
    [
        "# exported 2026-11-01\nid,name\n1,Example Works\n",
        "id,name\n1,Example\0 Works\n",
    ],
)
def test_remarks_and_stray_bytes_do_not_hide_a_table(tmp_path: Path, text: str) -> None:
    [row], _ = read(tmp_path, text)
    assert names(row, "customer") == [["Example Works"]]


def test_a_paper_in_markdown_is_no_table(tmp_path: Path) -> None:
    text = b"# Invoice 7\n\nName, address and country of the seller\nExample Works\n"
    assert not registry.reader("customers-csv").sniff(text)


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("1376-07-17 AH", ["1957-02-15/1957-02-19"]),
        ("1393/09/10 هـ", ["1973-10-05/1973-10-09"]),
        ("22/11/1357 SH", ["1979-02-10/1979-02-12"]),
        ("1340", ["1921-09-04/1922-08-23", "1961-03-21/1962-03-20"]),
        ("15/03/1350", ["1931-07-29/1931-08-02", "1971-06-04/1971-06-06"]),
        ("01.05.2523", ["1980-05-01"]),
        ("1376-13-01", []),
        ("1961-03-02", ["1961-03-02"]),
    ],
)
def test_births_of_other_calendars(cell: str, days: list[str]) -> None:
    assert [span.iso for span in births_of(cell)] == days


def test_a_birth_of_another_calendar_is_the_persons(tmp_path: Path) -> None:
    [row], told = read(tmp_path, "Name,Date of birth\nAnn Sample,1376-07-17 AH\n")
    assert parties(row)[0].kind == "person"
    assert len(parties(row)[0].birth_dates) == 1
    assert told == []


@pytest.mark.parametrize(
    "cell",
    ["NULL", "N/A", "#N/A", " - ", "unknown", "keine Angabe", "нет данных", "無"],
)
def test_a_customer_of_whom_the_name_says_nothing_is_told(
    tmp_path: Path, cell: str
) -> None:
    messages, problems = read(tmp_path, f"id,name,country\n7,{cell},DE\n")
    assert [(p.code, p.severity) for p in problems] == [("row-empty", "error")]
    assert [one.names[0].text for one in parties(messages[0])] == [cell.strip()]


def test_a_customer_with_a_number_or_such_a_family_name_is_somebody(
    tmp_path: Path,
) -> None:
    text = "id,name,last_name,passport\n7,NULL,,X123\n8,Jane,Null,\n"
    assert read(tmp_path, text)[1] == []


ROWS = [(str(n), f"Person {n * 7919 % 10007} Quill") for n in range(4_000)]


@pytest.mark.parametrize("missing", [4, 9, 2_000])
@pytest.mark.parametrize("lines", [True, False])
def test_a_package_that_breaks_off_is_read_to_the_break(
    tmp_path: Path, missing: int, *, lines: bool
) -> None:
    text = "id,name\n" + "".join(f"{','.join(row)}\n" for row in ROWS)
    reader: registry.MessageReader = json_rows if lines else delimited
    if lines:
        text = "".join(json.dumps({"id": i, "name": n}) + "\n" for i, n in ROWS)
    path = tmp_path / "customers.gz"
    path.write_bytes(gzip.compress(text.encode())[:-missing])
    items = list(reader.parse(SourceFile.of(path), Options()))
    assert sum(isinstance(one, Message) for one in items) > 2_000
    last = items[-1]
    assert isinstance(last, Problem)
    assert (last.code, last.severity) == ("file-unreadable", "error")
