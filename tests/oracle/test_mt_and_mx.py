"""An MT and its official translation name the same parties."""

from decimal import Decimal
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.model import Amount, Party, Text
from tests.conftest import real_data

PAIRS = {
    "mt103_roller_chains.fin": "pair1_mt103_roller_chains.xml",
    "mt103_free_address_cn.fin": "pair2_mt103_free_address_cn.xml",
    "mt202cov_cbpr_c_29_2_2.fin": "pair5_mt202cov_c_29_2_2.xml",
}
# In a translation the banks of the header also stand in the group header.
HEADER_ROLES = {"instructing_agent", "instructed_agent"}


def parties(path: Path) -> dict[str, tuple[object, ...]]:
    """Role to first name, numbers and address lines, of the one message in a file."""
    file = SourceFile.of(path)
    name = registry.sniff(file)
    assert name
    reader = registry.reader(name)
    (message,) = (m for m in reader.parse(file, Options()) if isinstance(m, Message))
    return {
        fact.role: (
            [name.text for name in fact.value.names][:1],
            sorted((i.scheme, i.value, i.country) for i in fact.value.identifiers),
            [(a.lines, a.city, a.country) for a in fact.value.addresses],
            fact.value.countries,
        )
        for fact in reader.facts(message)
        if isinstance(fact.value, Party)
    }


def money_and_words(path: Path) -> tuple[set[tuple[str, Decimal, str]], str]:
    """Amounts other than charges by role, and the words of the remittance."""
    file = SourceFile.of(path)
    name = registry.sniff(file)
    assert name
    reader = registry.reader(name)
    (message,) = (m for m in reader.parse(file, Options()) if isinstance(m, Message))
    facts = reader.facts(message)
    amounts = {
        (f.role, f.value.value, f.value.currency)
        for f in facts
        if isinstance(f.value, Amount) and f.role != "charges"
    }
    words = [
        f.value.text
        for f in facts
        if isinstance(f.value, Text) and f.role == "remittance"
    ]
    return amounts, " ".join(" ".join(words).split())


@pytest.mark.real
@pytest.mark.parametrize("mt", PAIRS)
def test_both_move_the_same_money_for_the_same_reason(mt: str) -> None:
    folder = real_data("messages")
    translated = folder / "iso20022" / "mt_translations" / PAIRS[mt]
    assert money_and_words(folder / "swift_mt" / mt) == money_and_words(translated)


@pytest.mark.real
@pytest.mark.parametrize("mt", PAIRS)
def test_both_name_the_same_parties(mt: str) -> None:
    folder = real_data("messages")
    translated = parties(folder / "iso20022" / "mt_translations" / PAIRS[mt])
    expected = {r: p for r, p in translated.items() if r not in HEADER_ROLES}
    assert parties(folder / "swift_mt" / mt) == expected
