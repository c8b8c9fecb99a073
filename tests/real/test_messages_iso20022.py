"""Every real ISO 20022 message gives the parties a person finds in it, and its faults.

The expected parties were written down from the files by eye.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from enduse.files.source_file import SourceFile
from enduse.messages.iso20022 import reader
from enduse.messages.iso20022.vocabulary import NOT_SCREENED, NUMBERED, PLACEHOLDERS
from enduse.messages.message import Message, Options
from enduse.model import Party, Problem, Text
from enduse.model.encode import to_plain
from tests.conftest import real_data

pytestmark = pytest.mark.real

EXPECTED: dict[str, list[str]] = {
    "camt.054_2026.xml": [
        "sender=MBATCA2X",
        "receiver=TRPFGB2L",
        "account_owner=K41287530",
    ],
    "camt.056_cbpr_c_29_1_1.xml": [
        "sender=MYMBGB2LXXX",
        "receiver=INGBROBUXXX",
        "assigner=MYMBGB2LXXX",
        "assignee=INGBROBUXXX",
        "case_creator=MYMBGB2LXXX",
        "originator=Debtor Co",
    ],
    "pacs.002_cdata_wrapped.xml": [
        "sender=FOOCGB22XXX",
        "receiver=CRESCHZZ80A",
        "instructing_agent=123456",
    ],
    "pacs.008.001.07_prowide.xml": [
        "sender=MLCOUS33XXX",
        "receiver=MLCOUS33XXX",
        "instructing_agent=Lionel Messi",
        "instructed_agent=Manu Ginobili",
        "debtor=JOHN DOE",
        "debtor_agent=Juan Perez",
        "creditor_agent=USTBUS31XXX",
        "creditor=Mike Smith",
    ],
    "pacs.008_bad_tag_mismatch.xml": [
        "sender=BRDEROBU",
        "receiver=BTRLRO22",
        "instructing_agent=BRDEROBU",
        "instructed_agent=BTRLRO22",
        "intermediary_agent_1=MINDROBU",
        "debtor=Debtor Co",
        "debtor_agent=BRDEROBU",
        "creditor_agent=WBANRO22",
        "creditor=Supplier B",
    ],
    "pacs.008_cbpr2026.xml": [
        "sender=BRDEROBU",
        "receiver=BTRLRO22",
        "instructing_agent=BRDEROBU",
        "instructed_agent=BTRLRO22",
        "intermediary_agent_1=MINDROBU",
        "debtor=Debtor Co",
        "debtor_agent=BRDEROBU",
        "creditor_agent=WBANRO22",
        "creditor=Supplier B",
    ],
    "pacs.008_cbpr_p_2_1_1_AtoB.xml": [
        "sender=RBOSGB2LXXX",
        "receiver=ABNANL2AXXX",
        "instructing_agent=RBOSGB2LXXX",
        "instructed_agent=ABNANL2AXXX",
        "intermediary_agent_1=NDEAFIHHXXX",
        "debtor=C Consumer",
        "debtor_agent=RBOSGB2LXXX",
        "creditor_agent=HELSFIHHXXX",
        "creditor=Evli",
    ],
    "pacs.008_fedwire_scenario1.xml": [
        "instructing_agent=011104238",
        "instructed_agent=021040078",
        "debtor=Corporation A",
        "debtor_agent=Bank A",
        "creditor_agent=Bank B",
        "creditor=Corporation B",
    ],
    "pacs.009_cov_cbpr_p_2_3_1_a.xml": [
        "sender=CLYDGB2S",
        "receiver=BOFSGB2L",
        "instructing_agent=CLYDGB2S",
        "instructed_agent=BOFSGB2L",
        "debtor=CLYDGB2S",
        "debtor_agent=BOFSGB2L",
        "creditor_agent=BSCHESMM",
        "creditor=CAIXESBB",
        "underlying_debtor=A Debiter",
        "underlying_debtor_agent=CLYDGB2S",
        "underlying_creditor_agent=CAIXESBB",
        "underlying_creditor=B Creditor Co",
    ],
    "pain.001_international_rub.xml": [
        "initiating_party=IMONE X",
        "debtor=IMONE X",
        "debtor_agent=CBSBLT26XXX",
        "creditor_agent=UNICREDIT BANK AO",
        "creditor=COMPANY Z",
    ],
    "remt.001_gs.xml": [
        "initiating_party=623456",
        "message_recipient=654326",
        "debtor=Payer McTest1",
        "creditor=Payee McTest1",
    ],
    "mt_translations/pair2_mt103_free_address_cn.xml": [
        "sender=ABCDLKLXXXX",
        "receiver=MHCBJPJTXXX",
        "previous_instructing_agent_1=JKKILKOKSIKF",
        "instructing_agent=ABCDLKLXXXX",
        "instructed_agent=MHCBJPJTXXX",
        "debtor=RASA ENGINEERING SERVICES (PVT) L",
        "debtor_agent=ABCDLKLXXXX",
        "creditor_agent=ICBKCNBJZJP",
        "creditor=SHASHU LANXI SHANYE",
    ],
}
COUNTS = {"camt.053_gs.xml": 15, "pain.001_ch_2020_musterfile.xml": 8}
FAULTS = {
    "pacs.008_bad_iban_bic_mismatch.xml": {
        "iban-check-digit",
        "iban-bic-bank",
        "sender-mismatch",
        "receiver-mismatch",
    },
    "pacs.008.001.07_prowide.xml": {
        "control-sum",
        "sender-mismatch",
        "receiver-mismatch",
    },
    "pain.001_ch_2020_musterfile.xml": {
        "iban-check-digit",
        "iban-bic-country",
        "transaction-count",
    },
    "pain.001_international_rub.xml": {"iban-check-digit"},
    "camt.053_gs.xml": {"transaction-count"},
    "pacs.002_cdata_wrapped.xml": {"embedded-broken"},
    "camt.056_cbpr_c_29_1_1.xml": {"message-version-mismatch"},
    "pacs.008_cbpr_p_2_1_1_AtoB.xml": {"message-version-mismatch"},
    "pacs.008_hvps_c_29_1_1_MI.xml": {"message-version-mismatch"},
    "pacs.009_cov_cbpr_p_2_3_1_a.xml": {"message-version-mismatch"},
}


def files() -> list[Path]:
    return sorted((real_data("messages") / "iso20022").rglob("*.xml"))


def name_of(path: Path) -> str:
    return str(path.relative_to(real_data("messages") / "iso20022"))


def read(path: Path) -> tuple[list[Message], list[Problem]]:
    found = list(reader.parse(SourceFile.of(path), Options()))
    messages = [item for item in found if isinstance(item, Message)]
    stray = [item for item in found if isinstance(item, Problem)]
    return messages, [*stray, *(p for m in messages for p in m.problems)]


def test_every_party_a_person_finds() -> None:
    read_files = {name_of(path): read(path)[0] for path in files()}
    for name, expected in EXPECTED.items():
        (message,) = read_files[name]
        parties = [f.value for f in reader.facts(message) if isinstance(f.value, Party)]
        assert [f"{p.role}={p.name}" for p in parties] == expected, name


def test_every_file_gives_messages_and_only_its_own_faults() -> None:
    for path in files():
        assert reader.sniff(path.read_bytes()[:65536]), path
        messages, problems = read(path)
        assert len(messages) == COUNTS.get(name_of(path), 1), path
        assert {p.code for p in problems} == FAULTS.get(name_of(path), set()), path


def test_maximum_messages_give_every_agent_and_party() -> None:
    folder = real_data("messages") / "iso20022"
    (message,), _ = read(folder / "pacs.009_cov_cbpr2026_max.xml")
    roles = {f.role for f in reader.facts(message) if isinstance(f.value, Party)}
    sides = {"ultimate_debtor", "initiating_party", "debtor", "creditor"}
    agents = {f"previous_instructing_agent_{n}" for n in (1, 2, 3)}
    agents |= {f"intermediary_agent_{n}" for n in (1, 2, 3)}
    agents |= {"debtor_agent", "creditor_agent"}
    assert {f"underlying_{role}" for role in sides | agents} <= roles
    assert {"related_sender", "settlement_account", "instructed_agent"} <= roles
    assert agents <= roles


def test_every_text_leaf_is_screened_or_listed() -> None:
    for path in files():
        messages, problems = read(path)
        facts = [fact for message in messages for fact in reader.facts(message)]
        said = " ".join(_strings(to_plain([*facts, *problems])))
        said += " ".join(f.value.text for f in facts if isinstance(f.value, Text))
        tree = etree.parse(path, etree.XMLParser(remove_comments=True))
        for leaf in tree.iter("{*}*"):
            text = re.sub(r"\s*\n\s*", " ", (leaf.text or "").strip())
            if len(leaf) or not text or text in said:
                continue
            name = etree.QName(leaf).localname
            parent = leaf.getparent()
            numbered = parent is not None and etree.QName(parent).localname in NUMBERED
            listed = name in NOT_SCREENED or (name == "Id" and numbered)
            listed = listed or bool(leaf.get("Ccy") and re.fullmatch(r"[\d.]+", text))
            assert listed or text in PLACEHOLDERS, (path.name, name, text)


def _strings(plain: object) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for value in plain.values():
            yield from _strings(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _strings(value)
