"""The words for what a value of a trade document is, the same in every reader.

Parties carry the field's own terms; numbers and dates are `Text` facts under one of
`REFERENCES`, `DATES` or `TERMS`; totals are `Amount` and `Quantity` facts. Deals are
joined, and their papers compared, on these words alone.
"""

PARTIES: tuple[str, ...] = (
    "applicant",
    "beneficiary",
    "issuing_bank",
    "advising_bank",
    "confirming_bank",
    "reimbursing_bank",
    "negotiating_bank",
    "buyer",
    "seller",
    "payee",
    "payer",
    "manufacturer",
    "exporter",
    "importer",
    "consignor",
    "shipper",
    "consignee",
    "notify_party",
    "delivery_party",
    "end_user",
    "carrier",
    "freight_forwarder",
    "customs_agent",
    "tax_representative",
    "issuer",
    "vessel",
    "aircraft",
)

REFERENCES: tuple[str, ...] = (
    "invoice_number",
    "order_number",
    "contract_number",
    "credit_number",
    "bl_number",
    "booking_number",
    "awb_number",
    "packing_list_number",
    "declaration_number",
    "certificate_number",
    "despatch_number",
    "licence_number",
    "container",
    "seal",
    "voyage",
    "reference",
    "related_reference",
)

DATES: tuple[str, ...] = (
    "issue_date",
    "due_date",
    "shipment_date",
    "latest_shipment_date",
    "expiry_date",
    "presentation_date",
    "delivery_date",
    "arrival_date",
    "amendment_date",
)

TERMS: tuple[str, ...] = (
    "document_type",
    "incoterm",
    "payment_terms",
    "transhipment",
    "partial_shipment",
    "documents_required",
    "additional_conditions",
    "origin_country",
    "destination_country",
    "package_marks",
)

AMOUNTS: tuple[str, ...] = ("total", "credit_amount", "amendment_amount", "freight")

QUANTITIES: tuple[str, ...] = (
    "total_gross_weight",
    "total_net_weight",
    "total_packages",
    "total_volume",
)
