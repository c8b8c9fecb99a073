"""What of FollowTheMoney's schema a list reader needs, in tables.

*Source*: followthemoney 4, https://followthemoney.tech/docs/schemata/, and the topics
of OpenSanctions, https://www.opensanctions.org/docs/topics/.
"""

from enduse.model import Measure, PartyKind

PARTIES: dict[str, PartyKind] = {
    "Person": "person",
    "LegalEntity": "entity",
    "Organization": "entity",
    "Company": "entity",
    "PublicBody": "entity",
    "Vessel": "vessel",
    "Airplane": "aircraft",
}
# Edge schema: source property, target property, what the target is to the source and
# what the source is to the target.
EDGES: dict[str, tuple[str, str, str, str]] = {
    "Ownership": ("owner", "asset", "owns", "owned_or_controlled_by"),
    "Control": ("controller", "controlled", "controls", "owned_or_controlled_by"),
    "Directorship": ("director", "organization", "director_of", "directed_by"),
    "Membership": ("member", "organization", "member_of", "has_member"),
    "Employment": ("employee", "employer", "employed_by", "employs"),
    "Representation": ("agent", "client", "acts_for", "represented_by"),
    "Family": ("person", "relative", "family_member", "family_member"),
    "Associate": ("person", "associate", "associate_of", "associate_of"),
    "UnknownLink": ("subject", "object", "linked_to", "linked_to"),
    "Succession": ("predecessor", "successor", "succeeded_by", "successor_of"),
}
# Property: identifier scheme.
IDENTIFIERS = {
    "leiCode": "lei",
    "swiftBic": "bic",
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "callSign": "call_sign",
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "okpoCode": "okpo",
    "kppCode": "kpp",
    "uscCode": "uscc",
    "dunsCode": "duns",
    "passportNumber": "passport",
    "idNumber": "national_id",
    "socialSecurityNumber": "national_id",
    "taxNumber": "tax_id",
    "vatCode": "tax_id",
    "registrationNumber": "registration",
    "serialNumber": "aircraft_msn",
    "isinCode": "isin",
    "unscCode": "un_ref",
    "email": "email",
    "phone": "phone",
    "website": "website",
}
# An id that OpenSanctions merged into an entity: whose number it carries.
REFERENTS: tuple[tuple[str, str, str], ...] = (
    (r"ofac-(\d+)$", "ofac_id", "{0}"),
    (r"eu-fsf-eu-(\d+)-(\d+)$", "eu_ref", "EU.{0}.{1}"),
    (r"gb-fcdo-([a-z]{3}\d{4})$", "uk_ref", "{0}"),
    (r"gb-hmt-(\d+)$", "ofsi_group", "{0}"),
    (r"ch-seco-(\d+)$", "seco_ssid", "{0}"),
)
TOPICS: dict[str, Measure] = {
    "sanction": "unknown",
    "sanction.counter": "counter_measure",
    "sanction.linked": "watch",
    "export.control": "export_control",
    "export.control.linked": "watch",
    "export.risk": "watch",
    "debarment": "procurement_restriction",
    "invest.ban": "investment_restriction",
    "invest.risk": "watch",
    "corp.disqual": "watch",
    "reg.action": "watch",
    "reg.warn": "watch",
    "poi": "watch",
    "wanted": "watch",
    "mare.shadow": "watch",
    "mare.detained": "watch",
}
# Words of a sanction's provisions that name a measure.
PROVISIONS: tuple[tuple[str, Measure], ...] = (
    ("freez", "asset_freeze"),
    ("blocking", "asset_freeze"),
    ("blocked", "asset_freeze"),
    ("travel", "travel_ban"),
    ("entry ban", "travel_ban"),
    ("visa", "travel_ban"),
    ("arms", "export_control"),
    ("export", "export_control"),
    ("transport", "transport_restriction"),
    ("port entry", "transport_restriction"),
    ("procurement", "procurement_restriction"),
    ("investment", "investment_restriction"),
    ("correspondent account", "financial_restriction"),
    ("debt", "financial_restriction"),
)


def measures(topics: tuple[str, ...], provisions: str) -> tuple[Measure, ...]:
    """What topics and provisions entail; `watch` for a party nobody acts against."""
    said = provisions.lower()
    found = dict.fromkeys(m for word, m in PROVISIONS if word in said)
    own = dict.fromkeys(TOPICS.get(topic, "watch") for topic in topics)
    if found:
        own.pop("unknown", None)
    legal = [m for m in (*found, *own) if m != "watch"]
    return tuple(dict.fromkeys(legal)) or ("watch",)
