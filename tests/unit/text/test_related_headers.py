"""Which columns are about a customer's owners, directors and the like."""

import re

import pytest

from enduse.text.related_headers import related_of

HEADINGS = [
    ("UBO", "ubo", "name"),
    ("Directors", "director", "name"),
    ("Ansprechpartner", "contact", "name"),
    ("股东", "shareholder", "name"),
    ("UBO1_NAME", "ubo 1", "name"),
    ("UBO1_DOB", "ubo 1", "birth_date"),
    ("UBO 1 Nationality", "ubo 1", "nationality"),
    ("Beneficial Owner 2 - First Name", "ubo 2", "first_name"),
    ("Beneficial_Owner__c", "ubo", "name"),
    ("Name of director", "director", "name"),
    ("Director 2 Full Name", "director 2", "name"),
    ("Authorised Signatory 1", "signatory 1", "name"),
    ("Guarantor Name", "guarantor", "name"),
    ("Wirtschaftlich Berechtigter 1", "ubo 1", "name"),
    ("Titolare effettivo", "ubo", "name"),
    ("ФИО руководителя", "director", "name"),
    ("Бенефициарный владелец", "ubo", "name"),
    ("ORTAK 1 ADI SOYADI", "shareholder 1", "name"),
    ("GERÇEK FAYDALANICI", "ubo", "name"),
    ("受益所有人姓名", "ubo", "name"),
    ("法定代表人国籍", "director", "nationality"),
    ("實質受益人", "ubo", "name"),
    ("実質的支配者", "ubo", "name"),
    ("대표자명", "director", "name"),
    ("المستفيد الحقيقي", "ubo", "name"),
]
OTHERS = """
    Name|Customer name|Number of directors|Shareholder 1 %|UBO (Y/N)|Is director?
    Director count|Shareholder agreement date|Owner|法人番号|Account manager|Payee
    Beneficiary|Father name|持股比例|Bank name|UBO share
"""


@pytest.mark.parametrize(("heading", "who", "field"), HEADINGS)
def test_a_heading_says_who_and_what_of_him(heading: str, who: str, field: str) -> None:
    assert related_of(heading) == (who, field)


@pytest.mark.parametrize("heading", re.split(r"\n\s*|\|", OTHERS.strip()))
def test_other_headings_name_nobody(heading: str) -> None:
    assert related_of(heading) is None
