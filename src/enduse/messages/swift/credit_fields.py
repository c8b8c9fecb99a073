"""The fields of credits, guarantees and collections: what each tag is to a credit."""

# The field that bears the credit's own number, by message; 20 in all others.
CREDIT_FIELD = {
    "707": "23",
    "708": "23",
    "710": "21",
    "711": "21",
    "720": "21",
    "721": "21",
    "730": "21",
    "742": "21",
    "750": "21",
    "754": "21",
    "759": "23",
}
OWN_NUMBER = frozenset(("700", "701", "705", "740", "747", "752"))
AMENDMENTS = frozenset(("707", "708", "747", "767"))
GUARANTEES = range(760, 790)
ANSWERS = ("768", "769")  # they bear the guarantee's number in 21
PLACES = {
    "44A": "place_of_receipt",
    "44E": "port_of_loading",
    "44F": "port_of_discharge",
    "44B": "final_destination",
}
BY_AIR = {
    "port_of_loading": "airport_of_departure",
    "port_of_discharge": "airport_of_destination",
}
DATES = {
    "31C": "issue_date",
    "31E": "expiry_date",
    "44C": "latest_shipment_date",
    "30": "amendment_date",
    "31L": "presentation_date",
}
TERMS = {
    "40A": "form_of_credit",
    "40B": "form_of_credit",
    "40E": "applicable_rules",
    "40F": "applicable_rules",
    "40C": "applicable_rules",
    "39A": "tolerance",
    "39B": "tolerance",
    "39C": "additional_amounts",
    "42C": "payment_terms",
    "42M": "payment_terms",
    "42P": "payment_terms",
    "43P": "partial_shipment",
    "43T": "transhipment",
    "44D": "shipment_period",
    "48": "presentation_period",
    "49": "confirmation",
    "49G": "payment_conditions",
    "49H": "payment_conditions",
    "49M": "payment_conditions",
    "49N": "payment_conditions",
    "26E": "amendment_number",
    "22A": "purpose_of_message",
    "27": "sequence",
    "71D": "charges_terms",
}
ITEMS = {"46A": "documents_required", "46B": "documents_required"}
CONDITIONS = ("47A", "47B")
NARRATIVE = frozenset(
    [
        "72",
        "72Z",
        "77A",
        "77B",
        "77C",
        "77J",
        "77U",
        "77L",
        "78",
        "79",
        "79Z",
        "45C",
        "45D",
        "45L",
        "46C",
        "77D",
        "77E",
        "77F",
        "29D",
        "73",
        "73A",
        "73R",
        "73S",
        "71B",
        "74",
        "75",
        "76",
        "24E",
        "24G",
        "37J",
        "13E",
        "48B",
        "48D",
        "49H",
        "31S",
    ]
)


def narrative_role(tag: str) -> str:
    """What the words of a field are: an instruction, terms or a narrative."""
    if tag[:2] in ("72", "78"):
        return "instruction"
    return "terms" if tag in ("77U", "77C", "77L") else "narrative"
