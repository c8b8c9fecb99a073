"""Digital currency address.

*Source*: base58check and BIP 173 for Bitcoin and its like, EIP-55 for Ethereum's, the
CashAddr specification for Bitcoin Cash.
*Example*: `0x7f367cc41522ce07553e823bf3be79a889debe1b` is valid; `0x7f36` is not.
"""

import re

_SHAPES = re.compile(
    r"0x[0-9a-f]{40}"  # Ethereum and every chain of its kind
    r"|(?:bc1|ltc1|tb1)[02-9ac-hj-np-z]{11,71}"
    r"|[qp][02-9ac-hj-np-z]{41}"  # Bitcoin Cash
    r"|[1-9A-HJ-NP-Za-km-z]{25,106}"  # base58: BTC, LTC, XRP, TRX, XMR, SOL ...
)
_LOWER = re.compile(r"(?:0x|bc1|ltc1|tb1)", re.IGNORECASE)
_CURRENCY = re.compile(r"^\s*[A-Za-z]{2,11}\s*[:\s]\s*(?=\S{20})")


def normalise(value: str) -> str:
    """The address without a currency before it; lower case where case says nothing."""
    bare = _CURRENCY.sub("", value).strip()
    return bare.lower() if _LOWER.match(bare) else bare


def is_valid(value: str) -> bool:
    """Whether the address has the shape of some chain's; letters and digits mixed."""
    bare = normalise(value)
    mixed = any(c.isdigit() for c in bare) and any(c.isalpha() for c in bare)
    return mixed and bool(_SHAPES.fullmatch(bare))
