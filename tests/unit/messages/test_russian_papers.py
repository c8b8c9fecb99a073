"""A Russian invoice as text: its goods, both parties' numbers, its day and currency."""

from decimal import Decimal
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.trade.paper.currencies import currency_in
from enduse.model import Amount, Fact, Good, Party, Text

INVOICE = """                СЧЕТ-ФАКТУРА № 52 от 3 марта 2026 г.

Продавец: ООО "Дальняя Мастерская"
ИНН/КПП продавца: 1650000011/165001001
Грузополучатель и его адрес: ТОО "Ясный Берег", г. Караганда
Покупатель: АО "Тихий Завод"
ИНН/КПП покупателя: 7440000022/744001001
Валюта: наименование, код Российский рубль, 643

Наименование товара               Код ТН ВЭД   Ед.  Кол-во    Цена        Стоимость
Подшипник роликовый               8482200009   шт   400       1 250,00    500 000,00
Датчик давления                   9026208000   шт   25        18 400,00   460 000,00
Всего к оплате                                                           960 000,00
"""


@pytest.fixture
def facts(tmp_path: Path) -> list[Fact]:
    path = tmp_path / "invoice.txt"
    path.write_text(INVOICE, encoding="utf-8")
    file = SourceFile.of(path)
    name = registry.sniff(file)
    assert name == "trade-text"
    reader = registry.reader(name)
    (message,) = reader.parse(file, Options())
    assert isinstance(message, Message)
    assert message.format == "text-commercial-invoice"
    return list(reader.facts(message))


def test_each_row_is_a_line_of_goods(facts: list[Fact]) -> None:
    """Short units under a heading of units are no part of the heading."""
    goods = [fact.value for fact in facts if isinstance(fact.value, Good)]
    assert [good.description for good in goods] == [
        "Подшипник роликовый",
        "Датчик давления",
    ]
    assert [[code.value for code in good.codes] for good in goods] == [
        ["8482200009"],
        ["9026208000"],
    ]


def test_numbers_are_of_the_party_they_are_said_of(facts: list[Fact]) -> None:
    """`ИНН/КПП` states two numbers."""
    parties = {f.role: f.value for f in facts if isinstance(f.value, Party)}
    said = {
        role: [(one.scheme, one.value) for one in party.identifiers]
        for role, party in parties.items()
    }
    assert said["seller"] == [("inn", "1650000011"), ("kpp", "165001001")]
    assert said["buyer"] == [("inn", "7440000022"), ("kpp", "744001001")]
    assert parties["consignee"].name == 'ТОО "Ясный Берег"'


def test_day_number_and_sum(facts: list[Fact]) -> None:
    """The title's day is in words; the currency is named apart from the sum."""
    texts = {f.role: f.value.text for f in facts if isinstance(f.value, Text)}
    assert texts["invoice_number"] == "52"
    assert texts["issue_date"] == "2026-03-03"
    sums = [fact.value for fact in facts if fact.role == "total"]
    assert sums == [Amount(Decimal("960000.00"), "RUB")]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("белорусских рублей", "BYN"),
        ("1 250 000,00 китайских юаней", "CNY"),
        ("Доллар США, 840", "USD"),
        ("500 тенге", "KZT"),
        ("рубли или юани", ""),
        ("рублёвый счёт", ""),
    ],
)
def test_currencies_in_russian_words(said: str, code: str) -> None:
    """Words for money, in whatever case; of two none."""
    assert currency_in(said) == code
