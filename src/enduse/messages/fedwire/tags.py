"""What each tag of a Fedwire message says.

*Source*: public samples and mappings of FAIM 3.0 messages and general knowledge; the
Fed's own Format Reference Guide was not at hand. Role names are those of the ISO 20022
messages that replaced them in July 2025.
"""

# An identification code and number, a name and up to three lines of address.
PARTIES = {
    "4000": "intermediary_agent_1",
    "4100": "creditor_agent",
    "4200": "creditor",
    "4400": "debtor_account_owner",
    "5000": "debtor",
    "5100": "debtor_agent",
    "5200": "previous_instructing_agent_1",
}
BANKS = frozenset(("4000", "4100", "5100", "5200"))
# Nine figures of the routing number and a short name.
ROUTED = {
    "3100": "instructing_agent",
    "3400": "instructed_agent",
    "5400": "creditor_account_owner",
}
# SWIFT fields of the customer payment that a cover stands for: the first element is
# the field's own tag. `5010` is a field 50F without it.
SWIFT_PARTIES = {
    "5010": ("debtor", "50F"),
    "7050": ("underlying_debtor", ""),
    "7052": ("underlying_debtor_agent", ""),
    "7056": ("underlying_intermediary_agent_1", ""),
    "7057": ("underlying_creditor_agent", ""),
    "7059": ("underlying_creditor", ""),
}
# Related remittance: whose it is stands in element 1 or 2, behind a code.
REMITTANCE_PARTIES = {"8300": "remittance_originator", "8350": "remittance_beneficiary"}
AMOUNTS = {"3710": "instructed", "7033": "underlying_instructed"}
REFERENCES = ("3320", "4320", "1520", "3500")  # the first that is there names it
TEXTS = {
    **dict.fromkeys(REFERENCES, "reference"),
    "1130": "narrative",
    "3620": "contact",
    "6000": "remittance",
    "7070": "underlying_remittance",
    "7072": "underlying_instruction",
    "9000": "narrative",
}
# By the first two figures, where the tag itself is not above.
_GROUPS = {
    **dict.fromkeys(("61", "62", "63", "64", "65"), "instruction"),
    **dict.fromkeys(("82", "83", "84", "85", "86", "87"), "remittance"),
}
# Codes, times and figures alone: they can name nobody.
CODES = frozenset(("1100", "1110", "1120", "1500", "1510", "2000", "3600", "3610",
                   "3700", "3720"))  # fmt: skip
HEADER = "2000"  # tags below it stand above a message's amount, and open the next


def text_role(tag: str) -> str:
    """The role of the words in a tag; `unmapped` in one that is not known."""
    return TEXTS.get(tag) or _GROUPS.get(tag[:2], "unmapped")


# Identification codes: the scheme, what goes before the number, a note, a person's.
IDENTIFIED = {
    "B": ("bic", "", "", False),
    "C": ("clearing", "CP", "CP", False),
    "D": ("account", "", "", False),
    "F": ("clearing", "FW", "FW", False),
    "T": ("bic", "", "", False),
    "U": ("clearing", "CH", "CH", False),
    "1": ("passport", "", "", True),
    "2": ("tax_id", "", "", False),
    "3": ("other", "", "DRLC", True),
    "4": ("other", "", "ARNU", True),
    "5": ("registration", "", "", False),
    "9": ("other", "", "", False),
}
