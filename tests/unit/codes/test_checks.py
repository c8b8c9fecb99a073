"""Identifier schemes: one value that passes, one that fails, and the shared door."""

import pytest

from enduse.codes import bic, checks

GOOD = [
    ("lei", "5299-00T8 BM49AURSDO55", "529900T8BM49AURSDO55"),
    ("bic", "deutdeffxxx", "DEUTDEFF"),
    ("iban", "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"),
    ("isin", "US0378331005", "US0378331005"),
    ("inn", "ИНН 7707083893", "7707083893"),
    ("ogrn", "OGRN: 1027700132195", "1027700132195"),
    ("imo", "IMO 9319466", "9319466"),
    ("mmsi", "273 123 456", "273123456"),
    ("duns", "15-048-3782", "150483782"),
    ("uscc", "91110000600037341L", "91110000600037341L"),
    (
        "wallet",
        "ETH 0x7F367cC41522cE07553e823bf3be79A889DEbe1B",
        "0x7f367cc41522ce07553e823bf3be79a889debe1b",
    ),
    (
        "wallet",
        "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
        "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
    ),
    ("okpo", "00032537", "00032537"),
    ("clearing", "RU044525593", "044525593"),
    ("clearing", "//RU044525593.30101810200000000593", "044525593"),
    ("clearing", "20-00-00", "200000"),
    ("phone", "8 (495) 123-45-67", "4951234567"),
    ("phone", "+7 495 1234567", "4951234567"),
    ("email", "mailto:Sales@Luch.Example", "sales@luch.example"),
    ("website", "HTTPS://www.Luch.example/en/?a=1", "luch.example"),
    ("website", "https://vk.com/luch/photos", "vk.com/luch"),
    ("call_sign", "5IM 597", "5IM597"),
    ("aircraft_tail", "M-IABU", "MIABU"),
    ("aircraft_tail", "2-WGLP", "2WGLP"),
    ("aircraft_tail", "YV2850", "YV2850"),
]
BAD = [
    ("lei", "529900T8BM49AURSDO56"),
    ("bic", "DEUT1EFF"),
    ("iban", "GB82WEST12345698765433"),
    ("isin", "US0378331006"),
    ("inn", "7707083894"),
    ("ogrn", "1027700132196"),
    ("imo", "9319467"),
    ("imo", "0000000"),
    ("mmsi", "973123456"),
    ("duns", "111111111"),
    ("uscc", "91110000600037341M"),
    ("wallet", "0x7f36"),
    ("okpo", "00032538"),
    ("clearing", "RU"),
    ("okpo", "00000000"),
    ("phone", "123-45"),
    ("phone", "00000000000"),
    ("email", "sales at luch"),
    ("website", "Vk.com"),
    ("website", "https://www.un.org/sc/list"),
    ("call_sign", "597"),
    ("aircraft_tail", "AIRBUS"),
    ("wallet", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
]


@pytest.mark.parametrize(("scheme", "value", "compact"), GOOD)
def test_valid_values_are_compacted(scheme: str, value: str, compact: str) -> None:
    assert checks.is_valid(scheme, value)
    assert checks.normalise(scheme, value) == compact
    assert checks.normalise(scheme, compact) == compact


@pytest.mark.parametrize(("scheme", "value"), BAD)
def test_invalid_values_are_refused(scheme: str, value: str) -> None:
    assert not checks.is_valid(scheme, value)


@pytest.mark.parametrize("scheme", [*checks.CHECKS, "passport", "other"])
@pytest.mark.parametrize("value", ["", " ", "\0", "х" * 5000, "🚢", "-" * 300])
def test_nonsense_is_invalid_and_never_raises(scheme: str, value: str) -> None:
    checks.normalise(scheme, value)
    assert not checks.is_valid(scheme, value)


def test_branches_share_the_head_of_their_bic() -> None:
    assert bic.head("DEUTDEFF500") == bic.head("DEUTDEFFXXX") == "DEUTDEFF"
