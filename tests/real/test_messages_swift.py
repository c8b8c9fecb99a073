"""The real MT files: every party a person finds in them, and no word left out."""

import re
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.swift import mt
from enduse.messages.swift.tags import NOT_SCREENED
from enduse.model import Amount, Good, Party, Quantity, Route, Text
from tests.conftest import real_data

pytestmark = pytest.mark.real

# File: messages, format and kind of the first, and its parties by role: a word of the
# name, a number, the country of the address. Written down from reading each file.
EXPECTED: dict[str, tuple[int, str, dict[str, tuple[str, str, str]]]] = {
    "mt101_pn_01_1_1.fin": (
        1,
        "MT101",
        {
            "sender": ("", "NDEADKK2XXX", ""),
            "receiver": ("", "BOFSGB2LXXX", ""),
            "debtor": ("FINPETROL INC.", "9020123100", "FI"),
            "creditor_agent": ("", "CP999", ""),
            "creditor": ("SOFTEASE PC GRAPHICS", "756-857489-21", "US"),
        },
    ),
    "mt103_bulk_with_ack.rje": (
        3,
        "MT103",
        {
            "debtor": ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "0000000000", ""),
            "debtor_agent": ("", "CCCCNGLA", ""),
            "creditor": ("BBBBBBBBBBBBBBBB", "0000000000", ""),
            "previous_instructing_agent_1": ("DEUTSCHE BANK TRUST CO.", "", "US"),
        },
    ),
    "mt103_free_address_cn.fin": (
        1,
        "MT103",
        {
            "debtor": ("RASA ENGINEERING SERVICES (PVT) L", "100811000148", "LK"),
            "debtor_agent": ("", "ABCDLKLXXXX", ""),
            "creditor_agent": ("", "ICBKCNBJZJP", ""),
            "creditor": ("SHASHU LANXI SHANYE MACHINERY CO LTD", "2563529", ""),
            "previous_instructing_agent_1": ("JKKILKOKSIKF", "", ""),
        },
    ),
    "mt103_prowide_long.fin": (
        1,
        "MT103STP",
        {
            "debtor": ("FOOOBANK NA EUR (LONDON BRANCH) LVL", "", ""),
            "debtor_agent": ("", "FOOOIE2X", ""),
            "instructing_reimbursement_agent": ("", "FOONGB2L", ""),
            "creditor_agent": ("", "FOOBARYY", ""),
            "creditor": ("FOO CAPITAL ADVISORS", "ES8700940001822410908524", ""),
            "named_in_instruction": ("BANKXXXX FOOOOOOOO, 20", "", ""),
        },
    ),
    "mt103_roller_chains.fin": (
        1,
        "MT103",
        {
            "debtor": ("RASA ENGINEERING SERVICES (PVT) L", "100811000148", "LK"),
            "debtor_agent": ("", "NAGODA BRANCH", ""),
            "creditor_agent": ("", "SMBCTHBKXXX", ""),
            "creditor": ("KATAYAMA CHAIN THAILAND CO LTD", "2110144802", ""),
        },
    ),
    "mt103_wso2_full.fin": (
        1,
        "MT103STP",
        {
            "debtor": ("JOHN DOE", "12345678", ""),
            "sending_institution": ("", "ABNANL2A", ""),
            "instructed_reimbursement_agent": ("", "IRVTUS3N", ""),
            "creditor": ("JOHANN WILLEMS", "BE62510007547061", ""),
            "previous_instructing_agent_1": ("", "ABNANL2A", ""),
        },
    ),
    "mt199_free_text.fin": (1, "MT199", {"sender": ("", "AAAAUSC0XXX", "")}),
    "mt202cov_cbpr_c_29_2_2.fin": (
        1,
        "MT202COV",
        {
            "debtor": ("", "MYMBGB2LXXX", ""),
            "creditor_agent": ("", "RZBRROBUXXX", ""),
            "creditor": ("", "GEBABEBBXXX", ""),
            "underlying_debtor": ("Debtor Co", "25698745", "GB"),
            "underlying_debtor_agent": ("", "MYMBGB2LXXX", ""),
            "underlying_creditor_agent": ("", "GEBABEBBXXX", ""),
            "underlying_creditor": ("Ardent Finance", "65479512", "RO"),
        },
    ),
    "mt700_synthetic_ics.fin": (
        1,
        "MT700",
        {
            "applicant_bank": ("EXAMPLE TRADE BANK LTD", "", ""),
            "applicant": ("BRIGHT SAMPLE ELECTRONICS TRADING CO LTD", "", "HK"),
            "beneficiary": ("MUSTER SEMICON DISTRIBUTION PTE LTD", "", "SG"),
            "drawee": ("", "TESTHKHHXXX", ""),
            "confirming_bank": ("EXAMPLE CONFIRMING BANK", "001-887766", "SG"),
        },
    ),
    "mt700_synthetic_machine_tools.fin": (
        1,
        "MT700",
        {
            "applicant": ("ANADOLU ORNEK MAKINA DIS TICARET LTD STI", "", "TR"),
            "beneficiary": ("BEISPIEL WERKZEUGMASCHINEN GMBH", "DE8937", ""),
            "available_with": ("", "TESTDEFFXXX", ""),
        },
    ),
    "mt701_synthetic_continuation.fin": (1, "MT701", {}),
    "mt707_synthetic_amendment.fin": (
        1,
        "MT707",
        {
            "issuing_bank": ("", "TESTTRISXXX", ""),
            "beneficiary": ("BEISPIEL WERKZEUGMASCHINEN GMBH", "DE8937", ""),
        },
    ),
    "mt710_synthetic_advice.fin": (
        1,
        "MT710",
        {
            "issuing_bank": ("", "TESTHKHHXXX", ""),
            "beneficiary": ("CONTOH KOMPONEN SDN BHD", "", "MY"),
        },
    ),
    "mt720_transfer_of_lc.fin": (
        1,
        "MT720",
        {
            "first_beneficiary": ("LONDON MOTOSPARES LTD", "", "GB"),
            "second_beneficiary": ("CYCLIST LTD", "", "SG"),
        },
    ),
    "mt767_guarantee_amendment.fin": (
        1,
        "MT767",
        {"issuing_bank": ("", "FOOPGB2L", "")},
    ),
    "mt940_prowide.fin": (14, "MT940", {"account_owner": ("", "401450139", "")}),
}
FAULTS = {"mt103_wso2_full.fin": ["mt-tag-inside-line"]}


def messages(path: Path) -> list[Message]:
    file = SourceFile.of(path)
    assert registry.sniff(file) == "swift-mt"
    found = list(mt.parse(file, Options()))
    assert all(isinstance(item, Message) for item in found), found
    return [item for item in found if isinstance(item, Message)]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_party_a_person_finds(name: str) -> None:
    count, form, expected = EXPECTED[name]
    found = messages(real_data("messages") / "swift_mt" / name)
    assert (len(found), found[0].format) == (count, form)
    assert [p.code for p in found[0].problems] == FAULTS.get(name, [])
    parties = {
        fact.role: fact.value
        for fact in mt.facts(found[0])
        if isinstance(fact.value, Party)
    }
    for role, (text, number, country) in expected.items():
        party = parties[role]
        assert not text or text in [n.text for n in party.names], role
        assert any(i.value.startswith(number) for i in party.identifiers) or not number
        assert not country or country in [a.country for a in party.addresses], role


def test_no_file_is_left_out() -> None:
    folder = real_data("messages") / "swift_mt"
    assert {path.name for path in folder.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_word_is_screened_or_listed_as_not(name: str) -> None:
    """Words in facts + words of fields listed as not screened = words in fields."""
    for message in messages(real_data("messages") / "swift_mt" / name):
        screened: set[str] = set()
        for fact in mt.facts(message):
            screened |= words(value_text(fact.value))
        for field in (*message.content.fields, *message.content.shared):
            shape = NOT_SCREENED.get(field.tag)
            if shape and len(field.lines) == 1 and shape.fullmatch(field.lines[0]):
                continue
            if field.tag in ("32A", "32B", "33B", "71F", "71G", "60F", "62M"):
                continue  # amounts: a currency and figures, held by the golden files
            text = (
                re.sub(r"^\d{6}", "", field.text) if field.tag in DATED else field.text
            )
            assert words(text) - FORM_WORDS <= screened, field


DATED = ("30", "31C", "31D", "31E", "44C")  # six figures are read as a date
FORM_WORDS = {str(n) for n in range(1, 9)} | {
    "C",
    "D",
    "ADD",
    "DELETE",
}  # `1/` to `8/`, `/C/`, `/D/`


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text))


def value_text(value: Party | Good | Route | Amount | Quantity | Text) -> str:
    if isinstance(value, Text):
        return value.text
    if isinstance(value, Amount | Quantity):
        return ""
    if isinstance(value, Good):
        return value.description
    if isinstance(value, Route):
        return " ".join(place.name for place in value.places)
    return " ".join(
        [
            *(name.text for name in value.names),
            *(number.value for number in value.identifiers),
            *(f"{address.text} {address.country}" for address in value.addresses),
            *value.countries,
        ]
    )
