"""What each tag of an MT message says: parties, amounts, words, or nothing to screen.

*Source*: SWIFT Standards MT, categories 1 to 9 and common group messages; role names
are those of the ISO 20022 messages that replace them.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_PAYMENT = {
    "50": "debtor",
    "51": "sending_institution",
    "52": "debtor_agent",
    "53": "instructing_reimbursement_agent",
    "54": "instructed_reimbursement_agent",
    "55": "third_reimbursement_agent",
    "56": "intermediary_agent_1",
    "57": "creditor_agent",
    "58": "creditor",
    "59": "creditor",
}
_BANK = {**_PAYMENT, "52": "debtor"}
_DIRECT_DEBIT = {
    **_PAYMENT,
    "50": "creditor",
    "52": "creditor_agent",
    "57": "debtor_agent",
    "59": "debtor",
}
_COLLECTION = {**_PAYMENT, "50": "drawer", "59": "drawee"}
_TREASURY = {
    **_PAYMENT,
    "82": "party_a",
    "83": "fund",
    "84": "clearing_party_a",
    "85": "clearing_party_b",
    "86": "intermediary_agent_2",
    "87": "party_b",
    "88": "broker",
}
_CREDIT = {
    "41": "available_with",
    "42": "drawee",
    "50": "applicant",
    "51": "applicant_bank",
    "52": "issuing_bank",
    "53": "reimbursing_bank",
    "54": "instructed_reimbursement_agent",
    "55": "local_guarantor",
    "56": "advising_bank",
    "57": "advise_through_bank",
    "58": "confirming_bank",
    "59": "beneficiary",
}
_BY_MESSAGE = {
    "104": _DIRECT_DEBIT,
    "107": _DIRECT_DEBIT,
    "200": _BANK,
    "201": _BANK,
    "202": _BANK,
    "203": _BANK,
    "205": _BANK,
    "204": {**_BANK, "53": "debtor"},
    "720": {**_CREDIT, "50": "first_beneficiary", "59": "second_beneficiary"},
    "721": {**_CREDIT, "50": "first_beneficiary", "59": "second_beneficiary"},
    "740": {**_CREDIT, "58": "negotiating_bank"},
    "742": {**_CREDIT, "57": "account_with_bank", "58": "beneficiary_bank"},
    "750": {**_CREDIT, "57": "account_with_bank"},
    "752": {**_CREDIT, "53": "senders_correspondent", "54": "receivers_correspondent"},
    **{mt: {**_CREDIT, "51": "instructing_party"} for mt in ("760", "767", "785")},
    "754": {**_CREDIT, "57": "account_with_bank", "58": "beneficiary_bank"},
    "756": {**_CREDIT, "53": "senders_correspondent", "54": "receivers_correspondent"},
}
_BY_CATEGORY = {"3": _TREASURY, "4": _COLLECTION, "6": _TREASURY, "7": _CREDIT}
_INSTRUCTED = frozenset(("101", "102", "104", "107"))
# Where these numbers are parties only with one of these letters.
_LETTERS = {"41": "AD", "42": "AD", **dict.fromkeys(map(str, range(82, 89)), "ADJ")}


@lru_cache(maxsize=4096)
def party_role(mt: str, tag: str) -> str:
    """The role of the party in a field, or '' where the field is no party."""
    number, letter = tag[:2], tag[2:]
    if number in _LETTERS and (not letter or letter not in _LETTERS[number]):
        return ""
    if number == "50" and letter in ("C", "L") and mt[:3] in _INSTRUCTED:
        return "initiating_party"
    if number == "59" and mt[:1] == "2" and mt[:3] not in ("202", "205"):
        return ""
    roles = _BY_MESSAGE.get(mt[:3]) or _BY_CATEGORY.get(mt[:1], _PAYMENT)
    return roles.get(number, "")


class Repeat(NamedTuple):
    """How a message repeats: the tag each transaction starts with, the tags that
    start the closing sequence, and whether the first such tag is the header's."""

    starts: str
    ends: tuple[str, ...] = ()
    skip_first: bool = False


REPEATS = {
    "101": Repeat("21"),
    "102": Repeat("21", ("32A",)),
    "104": Repeat("21", ("32B",)),
    "107": Repeat("21", ("32B",)),
    "110": Repeat("21"),
    "201": Repeat("20"),
    "203": Repeat("20"),
    "204": Repeat("20", skip_first=True),
    "210": Repeat("21"),
}
STATEMENTS = frozenset({"940", "942", "950", "970", "972"})

# Words, and the role of the Text they become; a tag without a letter holds for all.
TEXT_ROLES = {
    "20": "reference",
    "21": "reference",
    "23E": "instruction",
    "23X": "instruction",
    "23": "reference",
    "26T": "purpose",
    "29A": "contact",
    "29B": "contact",
    "31D": "place",
    "39C": "conditions",
    "40": "conditions",
    "42": "conditions",
    "43": "conditions",
    "44A": "place",
    "44B": "place",
    "44E": "place",
    "44F": "place",
    "45": "goods",
    "46": "documents",
    "47": "conditions",
    "48": "conditions",
    "49": "instruction",
    "61": "narrative",
    "70": "remittance",
    "71B": "narrative",
    "71D": "narrative",
    "72": "instruction",
    "73": "narrative",
    "74": "narrative",
    "75": "narrative",
    "76": "narrative",
    "77": "narrative",
    "77B": "regulatory_reporting",
    "77T": "remittance",
    "78": "instruction",
    "79": "narrative",
    "86": "narrative",
}

AMOUNT_ROLES = {
    "32A": "settled",
    "32B": "instructed",
    "33B": "instructed",
    "33A": "instructed",
    "34B": "amount",
    "71F": "charges",
    "71G": "charges",
    "60": "balance",
    "62": "balance",
    "64": "balance",
    "65": "balance",
}


_CREDIT_AMOUNTS = frozenset(("32", "33", "34"))
_AMENDED_AMOUNTS = {"32B": "amendment_amount", "33B": "amendment_decrease"}
_CREDIT_ITSELF = frozenset(
    [
        "700",
        "701",
        "705",
        "710",
        "711",
        "720",
        "721",
        "740",
        "760",
        "761",
        "765",
        "768",
        "785",
        "786",
    ]
)


@lru_cache(maxsize=4096)
def amount_role(mt: str, tag: str) -> str:
    """The role of the amount in a field, or ''."""
    if tag == "33B" and mt[:3] == "101":
        return "original_ordered"
    if tag == "32B" and mt[:1] == "2":
        return "settled"
    if mt[:1] == "4" and tag[:2] == "32":
        return "collection_amount"
    if mt[:1] == "7" and tag[:2] in _CREDIT_AMOUNTS:
        if mt[:3] in ("707", "708", "747", "767"):
            return _AMENDED_AMOUNTS.get(tag, "credit_amount")
        if mt[:3] in _CREDIT_ITSELF:
            return "credit_amount" if tag in ("32B", "34B") else "amount"
        return "claimed_amount"
    return AMOUNT_ROLES.get(tag) or AMOUNT_ROLES.get(tag[:2], "")


# Kinds that can name nobody, each with the only shape in which that is true: a field
# of another shape is words, and goes to the screen as `unmapped`.
_CODE = r"[A-Z0-9/]{1,8}"
_NOT_SCREENED = {
    "12": r"\d{3}",
    "13C": r"/[A-Z]{1,8}/\d{4}[+-]\d{4}",
    "13D": r"\d{10}[+-]\d{4}",
    "15A": r"",
    "15B": r"",
    "15C": r"",
    "15D": r"",
    "15E": r"",
    "15F": r"",
    "16R": r"[A-Z0-9]{1,16}",
    "16S": r"[A-Z0-9]{1,16}",
    "18A": r"\d{1,5}",
    "19": r"[\d,]{1,17}",
    "22A": _CODE,
    "22B": _CODE,
    "22D": _CODE,
    "22K": _CODE,
    "23B": r"[A-Z]{4}",
    "24G": _CODE,
    "26E": r"\d{1,3}",
    "27": r"\d{1,2}/\d{1,2}",
    "28": r"\d{1,5}(?:/\d{1,5})?",
    "28C": r"\d{1,5}(?:/\d{1,5})?",
    "28D": r"\d{1,5}/\d{1,5}",
    "30": r"\d{6}(?:\d\d)?",
    "30T": r"\d{8}",
    "30V": r"\d{8}",
    "31C": r"\d{6}",
    "31E": r"\d{6}",
    "34F": r"[A-Z]{3}[CD]?[\d,]{1,15}",
    "36": r"[\d,]{1,12}",
    "39A": r"\d{1,2}/\d{1,2}",
    "44C": r"\d{6}",
    "71A": r"BEN|OUR|SHA",
    "90C": r"\d{1,5}[A-Z]{3}[\d,]{1,15}",
    "90D": r"\d{1,5}[A-Z]{3}[\d,]{1,15}",
}
NOT_SCREENED = {tag: re.compile(shape) for tag, shape in _NOT_SCREENED.items()}

# Sub-blocks of blocks 3 and 5 that hold codes, times and numbers only.
_BLOCKS = """
    103 106 108 111 113 119 121 165 177 423 424 451 MAC CHK TNG PDE PDM MRF SYS DLM
    PAC SPD SAC COP MDG
"""
NOT_SCREENED_BLOCKS = frozenset(_BLOCKS.split())


@lru_cache(maxsize=4096)
def text_role(tag: str) -> str:
    """The role of the words in a field; `unmapped` where the standard has no tag."""
    return TEXT_ROLES.get(tag) or TEXT_ROLES.get(tag[:2], "unmapped")
