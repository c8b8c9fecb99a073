"""What one standard's element names mean: the tables that its walk goes by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from enduse.messages.trade.tables import Tables
from enduse.messages.trade.tree import Element

_MEANINGS = ("leaves", "party", "address", "place", "good", "means")
_SETS = ("goods", "contacts", "addresses")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names to meanings. A key is `Name`, `Parent/Name` or `Grandparent/Parent/Name`.

    `leaves` gives `kind:role` with a kind of `ref`, `date`, `text`, `amount`, `qty` or
    `skip`; `party`, `address`, `place`, `good` and `means` say which part of its noun a
    leaf is; `party_role` and `place_role` tell an element that is one, by its role.
    `paper_types` are leaves that say what the number beside them is a number of,
    `papers` what their codes mean; `pairs` hold a property's label and its value.
    """

    party_role: Callable[[Element], str]
    place_role: Callable[[Element], str]
    goods: frozenset[str]
    leaves: Mapping[str, str]
    party: Mapping[str, str]
    address: Mapping[str, str]
    place: Mapping[str, str]
    good: Mapping[str, str]
    means: Mapping[str, str]
    contacts: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    mode: Mapping[str, str] = field(default_factory=dict)
    mode_leaf: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    loose_goods: frozenset[str] = frozenset()
    paper_types: tuple[str, ...] = ()
    papers: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables, **more: Any) -> "Vocabulary":
        """The words that every such table has, and what else a format has."""
        shared: dict[str, Any] = {name: tables.meanings(name) for name in _MEANINGS}
        shared |= {name: frozenset(tables.words(name)) for name in _SETS}
        return cls(**shared, **more)


# What schemes are called in attributes and siblings, to the names of `codes.SCHEMES`.
SCHEMES = {
    "LEI": "lei",
    "0199": "lei",
    "GLEIF": "lei",
    "DUNS": "duns",
    "0060": "duns",
    "0062": "duns",
    "BIC": "bic",
    "SWIFT": "bic",
    "IMO": "imo",
    "IBAN": "iban",
    "VA": "tax_id",
    "VAT": "tax_id",
    "FC": "tax_id",
    "INN": "inn",
    "OGRN": "ogrn",
    "KPP": "kpp",
    "OKPO": "okpo",
    "USCC": "uscc",
    "EORI": "tax_id",
    "TIN": "tax_id",
    "EIN": "tax_id",
    "VKN": "tax_id",
    "CNPJ": "tax_id",
    "MERSISNO": "registration",
    "TICARETSICILNO": "registration",
    "PASSPORT": "passport",
    "CALLSIGN": "call_sign",
    "MMSI": "mmsi",
}

# What lists of goods codes are called, to the schemes of a Good's codes.
# *Source*: UN/EDIFACT code list 7143, as EN 16931 uses it, and names in common use.
GOODS_SCHEMES = {
    "HS": "hs",
    "HSCODE": "hs",
    "HARMONIZEDSYSTEM": "hs",
    "HARMONISEDSYSTEM": "hs",
    "WCO": "hs",
    "TARIFF": "hs",
    "HTS": "hts",
    "HTSUS": "hts",
    "SCHEDULEB": "hts",
    "CN": "cn",
    "TARIC": "cn",
    "COMBINEDNOMENCLATURE": "cn",
    "CV": "cn",
    "NCM": "hs",
    "GTIP": "hs",
    "TNVED": "tnved",
    "TNVD": "tnved",
    "ECCN": "eccn",
    "CAS": "cas",
    "UNSPSC": "unspsc",
    "TSP": "unspsc",
    "TSU": "unspsc",
    "SA": "part",
    "MF": "part",
    "MN": "part",
    "VP": "part",
    "IN": "buyer_part",
    "BP": "buyer_part",
}


def scheme_of(words: str, table: Mapping[str, str]) -> str:
    """The scheme that a list's name or id stands for, or ''."""
    plain = "".join(c for c in words.upper() if c.isalnum())
    return table.get(plain, "")
