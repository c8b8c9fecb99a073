"""Container numbers by ISO 6346, places by UN/LOCODE."""

import pytest

from enduse.codes import container, unlocode


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("CSQU3054383", ""),
        ("CSQU 305438-3", ""),
        ("csqu3054383", ""),
        ("CSQU3054384", "check-digit"),
        ("CSQX3054383", "format"),
        ("CSQU305438", "format"),
        ("", "format"),
    ],
)
def test_container_faults(value: str, fault: str) -> None:
    assert container.fault(value) == fault
    assert container.is_valid(value) == (not fault)


def test_containers_in_words() -> None:
    text = "1X40'HC CSQU305438-3 / MSKU 000 000 5, order ABC1234567"
    assert container.mentioned(text) == ["CSQU3054383", "MSKU0000005"]


@pytest.mark.parametrize(
    ("value", "fault", "country"),
    [
        ("NLRTM", "", "NL"),
        ("nl rtm", "", "NL"),
        ("XZXXX", "", ""),
        ("QQRTM", "country", ""),
        ("NLR1M", "format", ""),
        ("HAMBURG", "format", ""),
    ],
)
def test_unlocode(value: str, fault: str, country: str) -> None:
    assert unlocode.fault(value) == fault
    assert unlocode.country(value) == country
