"""Codes and numbers that stand for a party or a place, one file per scheme."""

SCHEMES = {
    # Worldwide and unique: two parties with the same valid one are the same party.
    "lei": "Legal Entity Identifier, ISO 17442",
    "bic": "Business Identifier Code, ISO 9362",
    "imo": "IMO ship or company number",
    "iban": "International Bank Account Number, ISO 13616",
    "isin": "International Securities Identification Number, ISO 6166",
    "duns": "Dun & Bradstreet number",
    "wallet": "digital currency address",
    # Unique within a country.
    "inn": "taxpayer number of Russia",
    "ogrn": "state registration number of Russia",
    "okpo": "statistical number of organisations of Russia",
    "kpp": "tax registration reason code of Russia; not unique by itself",
    "uscc": "unified social credit code of China",
    "passport": "passport number",
    "national_id": "national identity or social security number",
    "tax_id": "tax number of a country without a scheme of its own here",
    "registration": "company or organisation registration number",
    # Vessels, aircraft.
    "mmsi": "Maritime Mobile Service Identity",
    "call_sign": "radio call sign",
    "aircraft_tail": "aircraft registration mark",
    "aircraft_msn": "aircraft manufacturer's serial number",
    # Accounts and contacts.
    "account": "account number other than an IBAN",
    "clearing": "national clearing code of a bank",
    "email": "e-mail address",
    "phone": "telephone or fax number",
    "website": "web address",
    # Numbers of the listings themselves; they tie one list to another.
    "un_ref": "UN Security Council reference number",
    "eu_ref": "EU reference number (EU.xxxx.yy)",
    "uk_ref": "UK Sanctions List unique id",
    "ofsi_group": "OFSI group id",
    "ofac_id": "OFAC entity number",
    "seco_ssid": "Swiss SECO identifier",
    "other": "a number of another kind; the note says which",
}
