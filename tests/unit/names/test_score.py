"""Pairs of names: the classes of error that other matchers make."""

import pytest

from enduse.model import PartyKind
from enduse.names.score import DEFAULT_THRESHOLD, compare

SAME: list[tuple[PartyKind, str, str]] = [
    ("person", "Vladimir Putin", "Владимир Владимирович Путин"),
    ("person", "Xi Jinping", "习近平"),
    ("person", "Kim Jong Un", "김정은"),
    ("person", "Bill Harrowgate", "William Harrowgate"),
    ("person", "J. Harrowgate Benson", "John Harrowgate Benson"),
    ("person", "Abdulrahman Khalid", "Abdul Rahman Khaled"),
    ("entity", "ACMEGMBH", "Acme GmbH"),
    ("entity", "Huawei Technologies Co Ltd", "华为技术有限公司"),
    ("entity", "Kalash nikov Concern", "Concern Kalashnikov JSC"),
    ("entity", "Velmora Tech & Srvces Ltd", "Velmora Technology and Services Limited"),
    ("entity", "Forty Fourth Brigade Arms", "44 Brigade Arms"),
    ("entity", "The Velmora Company", "Velmora Co."),
    ("vessel", "M/V Ocean Petrel", "OCEAN PETREL"),
]
OTHER: list[tuple[PartyKind, str, str]] = [
    ("person", "George Bush", "George Habbash"),
    ("person", "Marvin Smith", "Martin Smith"),
    ("person", "John A. Smith", "John B. Smith"),
    ("person", "Ahmed Hassan", "Ahmed Hamza"),
    ("person", "Sergey Petrovich", "Sergey Petrovich Lagunov"),
    ("unknown", "EMMA LLC", "emma daniels"),
    ("entity", "Factory No. 5 Brelov", "Factory No. 6 Brelov"),
    ("entity", "Bank Velmora Iran", "Bank Velmora Pakistan"),
    ("entity", "Velmora Shipping", "Velmora Insurance"),
    ("entity", "CORP", "General Trading Corp"),
    ("vessel", "OCEAN 1", "OCEAN 2"),
]


@pytest.mark.parametrize(("kind", "a", "b"), SAME)
def test_same(kind: PartyKind, a: str, b: str) -> None:
    assert compare(a, b, kind=kind)[0] >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("kind", "a", "b"), OTHER)
def test_other(kind: PartyKind, a: str, b: str) -> None:
    assert compare(a, b, kind=kind)[0] < DEFAULT_THRESHOLD


ACROSS: list[tuple[str, str]] = [
    ("مهرداد تهمتن", "Mehrdad Tahamtan"),
    ("سعد الدين نصر الله", "Saadeddin Nasrallah"),
    ("ファリド・サーレム", "Farid Salem"),
    ("김수길", "Kim Su Gil"),
    ("מחמד יעקוב", "Mohammad Yaqoub"),
]


@pytest.mark.parametrize(("written", "romanised"), ACROSS)
def test_a_script_meets_its_romanisation(written: str, romanised: str) -> None:
    assert compare(written, romanised, kind="person")[0] >= DEFAULT_THRESHOLD
    assert compare(romanised, written, kind="person")[0] >= DEFAULT_THRESHOLD
