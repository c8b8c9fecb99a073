"""What the keys of DCSA's JSON mean.

*Source*: Digital Container Shipping Association, eBL 2.0 to 3.x (shipping instructions,
transport document, issuance, surrender), Booking 1.0 to 2.x, PINT 3.x, Arrival Notice
1.x, https://dcsa.org/standards; keys kept their meaning over the versions, so they are
read by key. A list's items stand under the list's key.
"""

import re

from enduse.messages.trade.tree import Element
from enduse.messages.trade.vocabulary import Vocabulary

_SHAPE = frozenset(
    [
        "partyName",
        "identifyingCodes",
        "partyCodes",
        "partyCode",
        "legalName",
        "partyContactDetails",
        "taxLegalReferences",
        "eblPlatform",
        "displayedAddress",
        "partyID",
        "sendToPlatform",
    ]
)
_PARTIES = {
    "shipper": "shipper",
    "onBehalfOfShipper": "shipper",
    "consignee": "consignee",
    "onBehalfOfConsignee": "consignee",
    "endorsee": "endorsee",
    "issueTo": "issue_to",
    "issuingParty": "issuer",
    "seller": "seller",
    "buyer": "buyer",
    "notifyParties": "notify_party",
    "notifyParty": "notify_party",
    "bookingAgent": "booking_agent",
    "serviceContractOwner": "contract_owner",
    "carrierBookingOffice": "carrier",
    "carrier": "carrier",
    "carriersAgentAtDestination": "carrier_agent",
    "carriersAgentAtOrigin": "carrier_agent",
    "freightForwarder": "freight_forwarder",
    "invoicePayer": "payer",
    "surrenderRequestedBy": "surrender_requested_by",
    "actor": "endorsement_actor",
    "actorParty": "endorsement_actor",
    "recipient": "endorsement_recipient",
    "shippingInstructionsRequestor": "instructing_party",
}
# Party functions, DCSA's code list after UN/EDIFACT 3035.
_FUNCTIONS = {
    "OS": "shipper",
    "CN": "consignee",
    "END": "endorsee",
    "N1": "notify_party",
    "N2": "notify_party",
    "NI": "notify_party",
    "NIF": "notify_party",
    "DDR": "freight_forwarder",
    "DDS": "freight_forwarder",
    "FW": "freight_forwarder",
    "SFA": "freight_forwarder",
    "COW": "payer",
    "COX": "payer",
    "MS": "issuer",
    "EBL": "issuer",
    "BA": "booking_agent",
    "CA": "carrier",
    "HE": "carrier",
    "CNR": "consignor",
    "SCO": "contract_owner",
    "SE": "seller",
    "BY": "buyer",
    "CED": "customs_agent",
    "PAY": "payer",
}
_PARTS = frozenset(
    ("identifyingCodes", "partyCodes", "partyContactDetails", "taxLegalReferences")
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def party_role(element: Element) -> str:
    """The role of a party, or '' where the element is none."""
    if not element.children or element.name in _PARTS:
        return ""
    shaped = not _SHAPE.isdisjoint(element.counts)
    name = element.name
    if name == "party" and element.parent is not None:
        function = element.parent.value("partyFunction")
        return _FUNCTIONS.get(function, "other_party")
    if not shaped:
        return ""
    if function := element.value("partyFunction"):
        return "" if element.find("party") else _FUNCTIONS.get(function, "other_party")
    if name in _PARTIES:
        return _PARTIES[name]
    return "" if _is_document(element) else _CAMEL.sub("_", name).lower()


def _is_document(element: Element) -> bool:
    """A transport document has contacts and a carrier of its own, yet is no party."""
    return not {"documentParties", "consignmentItems", "transports"}.isdisjoint(
        element.counts
    ) or not (set(element.counts) - {"partyContactDetails"} & _SHAPE)


_PLACES = {
    "placeOfReceipt": "place_of_receipt",
    "portOfLoading": "port_of_loading",
    "portOfDischarge": "port_of_discharge",
    "placeOfDelivery": "place_of_delivery",
    "onwardInlandRouting": "final_destination",
    "loadLocation": "port_of_loading",
    "dischargeLocation": "port_of_discharge",
    "preCarriageUnderShippersResponsibility": "place_of_receipt",
    "placeOfIssue": "place_of_issue",
    "placeOfBLIssue": "place_of_issue",
    "eventLocation": "place_of_event",
    "transportCall": "place_of_event",
    "invoicePayableAt": "place_of_payment",
    "containerPositionings": "container_positioning",
    "emptyContainerPickup": "empty_pickup",
    "originChargesPaymentTerm": "",
}
_LOCATION_TYPES = {
    "PRE": "place_of_receipt",
    "PCF": "pre_carriage_from",
    "POL": "port_of_loading",
    "POD": "port_of_discharge",
    "PDE": "place_of_delivery",
    "PSR": "pre_carriage_from",
    "OIR": "final_destination",
    "ROU": "port_of_transhipment",
    "TSP": "port_of_transhipment",
    "POR": "place_of_receipt",
    "FPD": "final_destination",
    "IEL": "container_intermediate_export_stop",
    "PTP": "prohibited_transhipment_port",
    "RTP": "requested_transhipment_port",
    "FCD": "full_container_drop_off",
    "ORI": "place_of_receipt",
}
_DISPLAYED = {
    "displayedNameForPlaceOfReceipt": "place_of_receipt",
    "displayedNameForPortOfLoad": "port_of_loading",
    "displayedNameForPortOfDischarge": "port_of_discharge",
    "displayedNameForPlaceOfDelivery": "place_of_delivery",
}


def place_role(element: Element) -> str:
    """The part in the route of a place, or '' where the element is none."""
    name, above = element.name, element.parent
    if name in _DISPLAYED:  # words for the paper; the places themselves say more
        structured = above is not None and above.find("transports") is not None
        return "" if structured or element.index > 1 else _DISPLAYED[name]
    if not element.children or above is None:
        return ""
    if name == "transportCall" and element.find("location"):
        return ""
    if name == "location":
        said = next(
            (
                above.value(key)
                for key in (
                    "locationTypeCode",
                    "shipmentLocationTypeCode",
                    "locationType",
                )
                if above.value(key)
            ),
            "",
        )
        return _LOCATION_TYPES.get(said, _PLACES.get(above.name, "transit"))
    if name in _PLACES:
        return "" if element.find("location") else _PLACES[name]
    return ""


_SKIPPED = """
    isElectronic isToOrder isShippedOnBoardType freightPaymentTermCode packageCode
    receiptTypeAtOrigin deliveryTypeAtDestination cargoMovementTypeAtOrigin
    cargoMovementTypeAtDestination transportDocumentStatus paymentTermCode
    ISOEquipmentCode isShipperOwned carrierCodeListProvider facilityCodeListProvider
    locationTypeCode shipmentLocationTypeCode partyFunction currencyCode unit
    imoClass packingGroup segregationGroups codeListProvider codeListName sendToPlatform
    shippingInstructionsStatus bookingStatus documentStatus
    envelopeManifestSignedContent transportDocumentChecksum
    previousEnvelopeTransferChainEntrySignedContentChecksum
    surrenderRequestCode actionCode documentChecksum issuanceManifestSignedContent
    transportPlanStage preCarriageBy onCarriageBy modeOfTransport
    communicationChannelCode eventType eventClassifierCode transportEventTypeCode
    equipmentEventTypeCode shipmentEventTypeCode documentTypeCode emptyIndicatorCode
    facilityTypeCode cutOffDateTimeCode manifestTypeCode seals/source
    advanceManifestFilingsHouseBLPerformedBy calculationBasis typeCode woodDeclaration
    imoPackagingCode chargeType valueAddedServiceCode
"""
_LEAVES = {
    **dict.fromkeys(_SKIPPED.split(), "skip:"),
    "transportDocumentTypeCode": "text:document_type",
    "transportDocumentReference": "ref:bl_number",
    "transportDocumentSubReference": "ref:related_reference",
    "shippingInstructionsReference": "ref:reference",
    "shippingInstructionReference": "ref:reference",
    "documentReference": "ref:reference",
    "carrierBookingReference": "ref:booking_number",
    "carrierBookingRequestReference": "ref:booking_number",
    "bookingReference": "ref:booking_number",
    "serviceContractReference": "ref:contract_number",
    "contractQuotationReference": "ref:contract_number",
    "purchaseOrderReference": "ref:order_number",
    "purchaseOrderReferences": "ref:order_number",
    "exportDeclarationReference": "ref:declaration_number",
    "importLicenseReference": "ref:licence_number",
    "importLicenceReference": "ref:licence_number",
    "exportLicenseReference": "ref:licence_number",
    "exportLicenses/reference": "ref:licence_number",
    "exportLicense/reference": "ref:licence_number",
    "importLicense/reference": "ref:licence_number",
    "exportLicense/issueDate": "date:related_date",
    "exportLicense/expiryDate": "date:related_date",
    "importLicense/expiryDate": "date:related_date",
    "importLicense/issueDate": "date:related_date",
    "letterOfCreditReference": "ref:credit_number",
    "surrenderRequestReference": "ref:reference",
    "issuanceRequestReference": "ref:reference",
    "arrivalNoticeReference": "ref:reference",
    "equipmentReference": "ref:container",
    "seals/number": "ref:seal",
    "seals/sealNumber": "ref:seal",
    "sealNumber": "ref:seal",
    "carrierExportVoyageNumber": "ref:voyage",
    "carrierImportVoyageNumber": "ref:voyage",
    "carrierVoyageNumber": "ref:voyage",
    "universalExportVoyageReference": "ref:voyage",
    "universalImportVoyageReference": "ref:voyage",
    "universalVoyageReference": "ref:voyage",
    "exportVoyageNumber": "ref:voyage",
    "carrierServiceCode": "ref:voyage_service",
    "documentReferences/documentReferenceValue": "ref:related_reference",
    "documentReferences/value": "ref:related_reference",
    "relatedDocumentReferences/value": "ref:related_reference",
    "relatedDocumentReferences/reference": "ref:related_reference",
    "documentID": "ref:related_reference",
    "equipmentReferences": "ref:container",
    "importVoyageNumber": "ref:voyage",
    "vesselOperatorCarrierCode": "ref:carrier_code",
    "vesselOperatorSMDGLinerCode": "ref:carrier_code",
    "etaAtPortOfDischargeDate/value": "date:arrival_date",
    "etaAtPlaceOfDeliveryDate/value": "date:arrival_date",
    "clauses/clauseContent": "text:additional_conditions",
    "references/value": "ref:related_reference",
    "references/values": "ref:related_reference",
    "references/referenceValue": "ref:related_reference",
    "customsReferences/value": "ref:declaration_number",
    "customsReferences/values": "ref:declaration_number",
    "commoditySubReference": "ref:related_reference",
    "carrierCode": "ref:carrier_code",
    "issueDate": "date:issue_date",
    "shippedOnBoardDate": "date:shipment_date",
    "receivedForShipmentDate": "date:shipment_date",
    "plannedDepartureDate": "date:shipment_date",
    "expectedDepartureDate": "date:shipment_date",
    "departureDate": "date:shipment_date",
    "plannedArrivalDate": "date:arrival_date",
    "arrivalDate": "date:arrival_date",
    "expectedArrivalAtPlaceOfDeliveryStartDate": "date:arrival_date",
    "expectedArrivalAtPlaceOfDeliveryEndDate": "date:arrival_date",
    "estimatedArrivalDate": "date:arrival_date",
    "portOfDischargeArrivalDate": "date:arrival_date",
    "incoTerms": "text:incoterm",
    "shippingMarks": "text:package_marks",
    "carrierClauses": "text:additional_conditions",
    "termsAndConditions": "text:terms",
    "displayedShippedOnBoardReceivedForShipment": "text:narrative",
    "feedbacks/message": "text:narrative",
    "declaredValue": "amount:carriage_value",
    "charges/currencyAmount": "amount:freight",
    "charges/unitPrice": "amount:amount",
    **dict.fromkeys(_DISPLAYED, "text:displayed_place"),
    "outerPackaging/description": "text:packaging",
    "displayedName": "text:displayed_place",
    "displayedAddress": "text:displayed_address",
    "charges/chargeName": "text:freight_charge",
    **dict.fromkeys(
        [
            f"{holder}/{key}"
            for holder in ("references", "documentReferences", "customsReferences")
            for key in ("type", "referenceType", "documentReferenceType", "countryCode")
        ],
        "skip:",
    ),
    "portOfDischargeArrivalDate/value": "date:arrival_date",
    "placeOfDeliveryArrivalDate/value": "date:arrival_date",
    "consignmentItems/weight": "qty:gross_weight",
    "cargoGrossWeight/value": "qty:gross_weight",
    "cargoGrossWeight": "qty:gross_weight",
    "cargoNetWeight/value": "qty:net_weight",
    "cargoGrossVolume/value": "qty:volume",
    "cargoGrossVolume": "qty:volume",
    "grossWeight/value": "qty:gross_weight",
    "netWeight/value": "qty:net_weight",
    "tareWeight/value": "qty:tare_weight",
    "numberOfPackages": "qty:packages",
    "NANumber": "text:dangerous_goods",
    "UNNumber": "text:dangerous_goods",
}
# Types of references and of documents, DCSA's code lists.
_PAPERS = {
    "PO": "order_number",
    "SPO": "order_number",
    "CPO": "order_number",
    "BKG": "booking_number",
    "CBR": "booking_number",
    "BRN": "booking_number",
    "TRD": "bl_number",
    "BOL": "bl_number",
    "HBL": "bl_number",
    "SWB": "bl_number",
    "CIN": "invoice_number",
    "INV": "invoice_number",
    "PKL": "packing_list_number",
    "CTR": "contract_number",
    "LCR": "credit_number",
    "LOC": "credit_number",
    "DGD": "certificate_number",
    "COO": "certificate_number",
}
_PARTY = {
    "partyName": "name",
    "legalName": "name",
    "name": "name",
    "partyContactDetails/name": "name",
    "contact": "name",
    "partyCode": "id:other",
    "partyID": "id:other",
    "partyCodes/partyCode": "id:other",
    "taxReference1": "id:tax_id",
    "taxReference2": "id:tax_id",
    "taxLegalReferences/value": "id:tax_id",
    "phone": "id:phone",
    "phoneNumber": "id:phone",
    "email": "id:email",
    "url": "id:website",
    "displayedAddress": "",
}
_ADDRESS = {
    "street": "street",
    "streetNumber": "number",
    "streetName": "street",
    "floor": "line",
    "POBox": "line",
    "PObox": "line",
    "postCode": "postcode",
    "postalCode": "postcode",
    "city": "city",
    "cityName": "city",
    "stateRegion": "region",
    "countryCode": "country",
    "taxLegalReferences/countryCode": "",
    "country": "country_text",
    "displayedAddress": "line",
    "address/name": "addressee",
}
_PLACE = {
    "locationName": "name",
    "UNLocationCode": "unlocode",
    "unLocationCode": "unlocode",
    "facilityCode": "name",
    "facilityName": "name",
    "facility/facilityCode": "name",
    "address/name": "name",
    "latitude": "",
    "longitude": "",
}
_GOOD = {
    "descriptionOfGoods": "description",
    "commodityType": "description",
    "commoditySubreference": "",
    "properShippingName": "description",
    "technicalName": "description",
    "HSCodes": "code:hs",
    "HSCode": "code:hs",
    "hsCode": "code:hs",
    "nationalCommodityCodes/values": "code:other",
    "nationalCommodityCodes/value": "code:other",
    "cargoGrossWeight": "gross",
    "cargoNetWeight": "net",
    "cargoItems/weight": "gross",
    "numberOfPackages": "packages",
    "cargoItems/numberOfPackages": "packages",
    "outerPackaging/numberOfPackages": "packages",
    "originCountry": "origin",
    "countryOfOrigin": "origin",
    "dangerousGoods/UNNumber": "code:un",
    "UNNumber": "code:un",
}
_MEANS = {
    "vesselName": "name",
    "vessel/name": "name",
    "vesselIMONumber": "imo",
    "vessel/vesselIMONumber": "imo",
    "imoNumber": "imo",
    "vesselCallSign": "call_sign",
    "vesselCallSignNumber": "call_sign",
    "vesselMMSINumber": "mmsi",
    "vesselFlag": "flag",
    "flag": "flag",
}
WORDS = Vocabulary(
    party_role=party_role,
    place_role=place_role,
    goods=frozenset(("consignmentItems", "commodities", "cargoDescriptions")),
    leaves=_LEAVES,
    party=_PARTY,
    address=_ADDRESS,
    place=_PLACE,
    good=_GOOD,
    means=_MEANS,
    contacts=frozenset(
        (
            "partyContactDetails",
            "emergencyContactDetails",
            "contactDetails",
            "carrierContactInformation",
        )
    ),
    addresses=frozenset(("address", "partyAddress")),
    paper_types=("type", "referenceType", "documentReferenceType", "documentTypeCode"),
    papers=_PAPERS,
)
