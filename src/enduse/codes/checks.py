"""One door to every identifier scheme that has a file of its own here."""

from collections.abc import Callable
from functools import lru_cache

from enduse.codes import (
    aircraft_tail,
    bic,
    call_sign,
    clearing,
    duns,
    email,
    iban,
    imo,
    inn,
    isin,
    lei,
    mmsi,
    ogrn,
    okpo,
    phone,
    uscc,
    wallet,
    website,
)

Check = tuple[Callable[[str], str], Callable[[str], bool]]

CHECKS: dict[str, Check] = {
    "aircraft_tail": (aircraft_tail.normalise, aircraft_tail.is_valid),
    "bic": (bic.normalise, bic.is_valid),
    "call_sign": (call_sign.normalise, call_sign.is_valid),
    "clearing": (clearing.normalise, clearing.is_valid),
    "duns": (duns.normalise, duns.is_valid),
    "email": (email.normalise, email.is_valid),
    "iban": (iban.normalise, iban.is_valid),
    "imo": (imo.normalise, imo.is_valid),
    "inn": (inn.normalise, inn.is_valid),
    "isin": (isin.normalise, isin.is_valid),
    "lei": (lei.normalise, lei.is_valid),
    "mmsi": (mmsi.normalise, mmsi.is_valid),
    "ogrn": (ogrn.normalise, ogrn.is_valid),
    "okpo": (okpo.normalise, okpo.is_valid),
    "phone": (phone.normalise, phone.is_valid),
    "uscc": (uscc.normalise, uscc.is_valid),
    "wallet": (wallet.normalise, wallet.is_valid),
    "website": (website.normalise, website.is_valid),
}
_KEPT = 64
_SHORTEST = 5


@lru_cache(maxsize=65536)
def normalise(scheme: str, value: str) -> str:
    """The value in its scheme's compact form: letters and digits, upper case."""
    if scheme in CHECKS:
        return CHECKS[scheme][0](value)
    return "".join(c for c in value.upper() if c.isalnum())[:_KEPT]


@lru_cache(maxsize=65536)
def is_valid(scheme: str, value: str) -> bool:
    """Whether the value can be one of its scheme; without a rule: 5 signs, a digit."""
    if scheme in CHECKS:
        return CHECKS[scheme][1](value)
    compact = normalise(scheme, value)
    return len(compact) >= _SHORTEST and any(c.isdigit() for c in compact)
