"""What UBL's element names mean.

*Source*: OASIS Universal Business Language 2.0 to 2.4, common aggregate components,
https://docs.oasis-open.org/ubl/UBL-2.4.html; read by local name, so any version and
any national customisation (Peppol, EN 16931, NLCIUS, XRechnung) reads alike.
"""

import re

from enduse.messages.trade.edifact.words import DOCUMENTS
from enduse.messages.trade.tree import Element
from enduse.messages.trade.vocabulary import Vocabulary

_SHAPE = frozenset(
    [
        "PartyIdentification",
        "PartyName",
        "PartyLegalEntity",
        "PartyTaxScheme",
        "Party",
        "Person",
        "Contact",
        "PostalAddress",
        "EndpointID",
        "PhysicalLocation",
        "AgentParty",
        "FinancialInstitutionBranch",
        "FinancialInstitution",
    ]
)
_PARTIES = {
    "AccountingSupplierParty": "seller",
    "SellerSupplierParty": "seller",
    "SupplierParty": "seller",
    "SellerParty": "seller",
    "ContractorCustomerParty": "contractor",
    "AccountingCustomerParty": "buyer",
    "BuyerCustomerParty": "buyer",
    "CustomerParty": "buyer",
    "BuyerParty": "buyer",
    "OriginatorCustomerParty": "end_user",
    "OriginatorParty": "end_user",
    "FinalDeliveryParty": "delivery_party",
    "DeliveryParty": "delivery_party",
    "DeliveryCustomerParty": "delivery_party",
    "DespatchSupplierParty": "consignor",
    "DespatchParty": "consignor",
    "ConsignorParty": "consignor",
    "ShipperParty": "shipper",
    "ConsigneeParty": "consignee",
    "NotifyParty": "notify_party",
    "ExporterParty": "exporter",
    "ImporterParty": "importer",
    "CarrierParty": "carrier",
    "PerformingCarrierParty": "carrier",
    "SubstituteCarrierParty": "carrier",
    "LogisticsOperatorParty": "freight_forwarder",
    "FreightForwarderParty": "freight_forwarder",
    "TransportServiceProviderParty": "freight_forwarder",
    "BillOfLadingHolderParty": "endorsee",
    "ManufacturerParty": "manufacturer",
    "ProducerParty": "manufacturer",
    "PayeeParty": "payee",
    "PayerParty": "payer",
    "PayeeFinancialAccount": "payee_account",
    "PayerFinancialAccount": "payer_account",
    "FinancialAccount": "payee_account",
    "TaxRepresentativeParty": "tax_representative",
    "CustomsParty": "customs_office",
    "CustomsDeclarantParty": "customs_agent",
    "DeclarantParty": "customs_agent",
    "IssuerParty": "issuer",
    "ExaminationParty": "inspector",
    "InsuranceParty": "insurer",
    "OwnerParty": "owner",
    "OperatingParty": "operator",
}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def party_role(element: Element) -> str:
    """The role of a party, or '' where the element is none."""
    name = element.name
    above = element.parent
    if name in ("Party", "PartyDetail") and above is not None:
        role = party_role_of(above.name)
        if role:
            return "" if _is_shaped(above) and above.name in _PARTIES else role
        called = _CAMEL.sub("_", above.name).lower()
        return called if _is_shaped(element) else ""
    role = party_role_of(name)
    if name == "AgentParty" and above is not None:
        whose = above.parent if above.name == "Party" and above.parent else above
        return f"{party_role_of(whose.name) or 'party'}_agent"
    if name in ("FinancialInstitutionBranch", "FinancialInstitution"):
        return _bank_role(element)
    return role if role and (_is_shaped(element) or name in _PARTIES) else ""


def party_role_of(name: str) -> str:
    """The role that a name gives: from the table, else in its own words."""
    if name in _PARTIES:
        return _PARTIES[name]
    if name.endswith("Party") and name != "Party":
        return _CAMEL.sub("_", name.removesuffix("Party")).lower()
    return ""


def _is_shaped(element: Element) -> bool:
    return not _SHAPE.isdisjoint(element.counts)


def _bank_role(element: Element) -> str:
    above = element.parent
    if above is None or above.name == "FinancialInstitutionBranch":
        return ""
    return f"{_PARTIES.get(above.name, 'payee_account').removesuffix('_account')}_bank"


_PLACES = {
    "LoadingPortLocation": "port_of_loading",
    "FirstArrivalPortLocation": "first_port_of_arrival",
    "UnloadingPortLocation": "port_of_discharge",
    "TransshipPortLocation": "port_of_transhipment",
    "LoadingLocation": "port_of_loading",
    "LoadingProofParty": "",
    "UnloadingLocation": "port_of_discharge",
    "OriginAddress": "place_of_despatch",
    "DespatchAddress": "place_of_despatch",
    "DespatchLocation": "place_of_despatch",
    "PickupLocation": "place_of_receipt",
    "CarrierAcceptanceLocation": "place_of_receipt",
    "DeliveryAddress": "place_of_delivery",
    "DeliveryLocation": "place_of_delivery",
    "AlternativeDeliveryLocation": "place_of_delivery",
    "RequestedDeliveryLocation": "place_of_delivery",
    "FinalDestinationCountry": "final_destination",
    "OriginalDepartureCountry": "departure_country",
    "TransitCountry": "transit",
    "ExportCountry": "export_country",
    "DestinationCountry": "final_destination",
    "CustomsExitOfficeLocation": "exit_office",
    "CustomsOfficeLocation": "exit_office",
    "StorageLocation": "storage",
    "ExaminationLocation": "examination",
    "PresentationLocation": "presentation",
    "WarehouseLocation": "storage",
    "DestinationLocation": "final_destination",
    "FromLocation": "port_of_loading",
    "ToLocation": "port_of_discharge",
    "AtLocation": "transit",
    "StatusLocation": "transit",
    "IssuingLocation": "",
}
_EVENT_PLACES = (
    ("Pickup", "place_of_receipt"),
    ("Departure", "port_of_loading"),
    ("Loading", "port_of_loading"),
    ("Arrival", "port_of_discharge"),
    ("Discharge", "port_of_discharge"),
    ("Delivery", "place_of_delivery"),
    ("Acceptance", "place_of_receipt"),
    ("Transship", "port_of_transhipment"),
    ("Waypoint", "transit"),
)


def place_role(element: Element) -> str:
    """The part in the route of a place, or '' where the element is none."""
    name, above = element.name, element.parent
    if name == "DeliveryTerms" or above is None:
        return ""
    if above.name == "DeliveryTerms" and name == "DeliveryLocation":
        return "named_place"
    if name in _PLACES:
        return _PLACES[name]
    if name == "Location":
        for word, role in _EVENT_PLACES:
            if word in above.name:
                return role
        return "transit" if "Event" in above.name else ""
    if name.endswith("Location") and name != "PhysicalLocation" and element.children:
        return _CAMEL.sub("_", name.removesuffix("Location")).lower()
    return ""


_NUMBERS = {
    "Invoice": "invoice_number",
    "SelfBilledInvoice": "invoice_number",
    "FreightInvoice": "invoice_number",
    "ProformaInvoice": "proforma_number",
    "UtilityStatement": "invoice_number",
    "CreditNote": "reference",
    "SelfBilledCreditNote": "reference",
    "DebitNote": "reference",
    "Order": "order_number",
    "OrderChange": "order_number",
    "OrderCancellation": "related_reference",
    "OrderResponse": "reference",
    "OrderResponseSimple": "reference",
    "DespatchAdvice": "despatch_number",
    "ReceiptAdvice": "reference",
    "BillOfLading": "bl_number",
    "Waybill": "bl_number",
    "PackingList": "packing_list_number",
    "CertificateOfOrigin": "certificate_number",
    "GoodsCertificate": "certificate_number",
    "ExportCustomsDeclaration": "declaration_number",
    "ImportCustomsDeclaration": "declaration_number",
    "TransitCustomsDeclaration": "declaration_number",
    "CustomsDeclaration": "declaration_number",
    "CommonTransportationReport": "reference",
    "ForwardingInstructions": "reference",
    "TransportationStatus": "reference",
    "Contract": "contract_number",
    "Quotation": "reference",
}
_SKIPPED = """
    UBLVersionID CustomizationID ProfileID ProfileExecutionID UUID CopyIndicator
    LineCountNumeric CurrencyCode DocumentCurrencyCode TaxCurrencyCode
    PricingCurrencyCode PaymentCurrencyCode SourceCurrencyCode TargetCurrencyCode
    IssueTime InvoiceTypeCode CreditNoteTypeCode DocumentTypeCode DocumentStatusCode
    PaymentMeansCode TaxTypeCode TransportModeCode LocaleCode LanguageID FormatCode
    EncodingCode HashAlgorithmMethod DocumentHash AllowanceChargeReasonCode
    TaxExemptionReasonCode ActionCode LineStatusCode FreightRateClassCode
    PackagingTypeCode TransportHandlingUnitTypeCode TransportEquipmentTypeCode
    FullnessIndicationCode SizeTypeCode PackageLevelCode PriorityLevelCode
"""
_LEAVES = {
    **dict.fromkeys(_SKIPPED.split(), "skip:"),
    **{f"{root}/ID": f"ref:{role}" for root, role in _NUMBERS.items()},
    "IssueDate": "date:related_date",
    **{f"{root}/IssueDate": "date:issue_date" for root in _NUMBERS},
    "DueDate": "date:due_date",
    "PaymentDueDate": "date:due_date",
    "PaymentTerms/PaymentDueDate": "date:due_date",
    "ActualDeliveryDate": "date:delivery_date",
    "LatestDeliveryDate": "date:delivery_date",
    "RequestedDeliveryDate": "date:delivery_date",
    "ActualDespatchDate": "date:shipment_date",
    "LoadingDate": "date:shipment_date",
    "EstimatedDespatchDate": "date:shipment_date",
    "OnBoardDate": "date:shipment_date",
    "ShippedDate": "date:shipment_date",
    "ActualDepartureTransportEvent/OccurrenceDate": "date:shipment_date",
    "ActualArrivalTransportEvent/OccurrenceDate": "date:arrival_date",
    "ActualArrivalDate": "date:arrival_date",
    "EstimatedArrivalDate": "date:arrival_date",
    "ExpiryDate": "date:related_date",
    "ValidityPeriod/EndDate": "date:related_date",
    "OrderReference/ID": "ref:order_number",
    "OrderDocumentReference/ID": "ref:order_number",
    "OrderLineReference/OrderReference/ID": "ref:order_number",
    "OrderReference/SalesOrderID": "ref:order_number",
    "SalesOrderID": "ref:order_number",
    "CustomerReference": "ref:related_reference",
    "BuyerReference": "ref:related_reference",
    "ContractDocumentReference/ID": "ref:contract_number",
    "Contract/ID": "ref:contract_number",
    "TransportContract/ID": "ref:contract_number",
    "InvoiceDocumentReference/ID": "ref:invoice_number",
    "FreightInvoiceDocumentReference/ID": "ref:invoice_number",
    "SelfBilledInvoiceDocumentReference/ID": "ref:invoice_number",
    "BillingReference/InvoiceDocumentReference/ID": "ref:invoice_number",
    "DespatchDocumentReference/ID": "ref:despatch_number",
    "DespatchLineReference/DocumentReference/ID": "ref:despatch_number",
    "ReceiptDocumentReference/ID": "ref:related_reference",
    "QuotationDocumentReference/ID": "ref:related_reference",
    "BillOfLadingDocumentReference/ID": "ref:bl_number",
    "WaybillDocumentReference/ID": "ref:bl_number",
    "CertificateOfOriginDocumentReference/ID": "ref:certificate_number",
    "CustomsDeclaration/ID": "ref:declaration_number",
    "LetterOfCreditDocumentReference/ID": "ref:credit_number",
    "TradeFinancing/DocumentReference/ID": "ref:credit_number",
    "TradeFinancing/ID": "ref:credit_number",
    "CarrierAssignedID": "ref:booking_number",
    "ShippingOrderID": "ref:booking_number",
    "BookingReference/ID": "ref:booking_number",
    "DocumentReference/ID": "ref:related_reference",
    "AdditionalDocumentReference/ID": "ref:related_reference",
    "OriginatorDocumentReference/ID": "ref:related_reference",
    "StatementDocumentReference/ID": "ref:related_reference",
    "ProjectReference/ID": "ref:related_reference",
    "CatalogueReference/ID": "ref:related_reference",
    "RequiredCustomsID": "ref:licence_number",
    "ExportLicenceID": "ref:licence_number",
    "Consignment/ID": "ref:reference",
    "Consignment/CarrierAssignedID": "ref:booking_number",
    "Consignment/ConsigneeAssignedID": "ref:reference",
    "Consignment/ConsignorAssignedID": "ref:reference",
    "Consignment/FreightForwarderAssignedID": "ref:reference",
    "Consignment/BrokerAssignedID": "ref:reference",
    "Shipment/ID": "ref:reference",
    "Delivery/TrackingID": "ref:reference",
    "TransportEquipment/ID": "ref:container",
    "ContainedInTransportEquipment/ID": "ref:container",
    "AttachedTransportEquipment/ID": "ref:container",
    "TransportEquipmentSeal/ID": "ref:seal",
    "JourneyID": "ref:voyage",
    "ShipmentStage/ID": "skip:",
    "TransportHandlingUnit/ID": "ref:package_id",
    "Package/ID": "ref:package_id",
    "ActualPackage/ID": "ref:package_id",
    "LicensePlateID": "ref:vehicle",
    "TrainID": "ref:vehicle",
    "RailCarID": "ref:vehicle",
    "TransportMeans/RegistrationNationalityID": "text:vehicle_country",
    "DeliveryTerms/ID": "text:incoterm",
    "SpecialTerms": "text:incoterm",
    "LossRiskResponsibilityCode": "text:incoterm",
    "PaymentTerms/Note": "text:payment_terms",
    "ShippingMarks": "text:package_marks",
    "MarksAndNumbers": "text:package_marks",
    "Note": "text:narrative",
    "Information": "text:narrative",
    "SpecialInstructions": "text:narrative",
    "DeliveryInstructions": "text:narrative",
    "HandlingInstructions": "text:narrative",
    "SummaryDescription": "text:narrative",
    "CarrierServiceInstructions": "text:narrative",
    "CustomsClearanceServiceInstructions": "text:narrative",
    "SpecialServiceInstructions": "text:narrative",
    "ForwarderServiceInstructions": "text:narrative",
    "PayableAmount": "amount:total",
    "LegalMonetaryTotal/PayableAmount": "amount:total",
    "TaxScheme/ID": "skip:",
    "TaxCategory/ID": "skip:",
    "ClassifiedTaxCategory/ID": "skip:",
    "AnticipatedMonetaryTotal/PayableAmount": "amount:total",
    "LegalMonetaryTotal/TaxExclusiveAmount": "amount:total_without_tax",
    "LegalMonetaryTotal/LineExtensionAmount": "amount:total_of_lines",
    "LegalMonetaryTotal/TaxInclusiveAmount": "amount:total_with_tax",
    "TotalInvoiceAmount": "amount:total",
    "TotalAmount": "amount:total",
    "FreeOnBoardValueAmount": "amount:fob_value",
    "InsuranceValueAmount": "amount:insurance",
    "DeclaredCustomsValueAmount": "amount:customs_value",
    "DeclaredCarriageValueAmount": "amount:carriage_value",
    "FreightAllowanceCharge/Amount": "amount:freight",
    "TaxAmount": "amount:tax",
    "Shipment/GrossWeightMeasure": "qty:total_gross_weight",
    "Shipment/NetWeightMeasure": "qty:total_net_weight",
    "Shipment/GrossVolumeMeasure": "qty:total_volume",
    "Consignment/GrossWeightMeasure": "qty:total_gross_weight",
    "Consignment/NetWeightMeasure": "qty:total_net_weight",
    "Consignment/GrossVolumeMeasure": "qty:total_volume",
    "TotalGrossWeightMeasure": "qty:total_gross_weight",
    "TotalNetWeightMeasure": "qty:total_net_weight",
    "TotalTransportHandlingUnitQuantity": "qty:total_packages",
    "TotalPackagesQuantity": "qty:total_packages",
    "TotalPackageQuantity": "qty:packages",
    "TotalGoodsItemQuantity": "qty:goods_items",
    "Package/Quantity": "qty:packages",
    "ActualPackage/Quantity": "qty:packages",
    "Waybill/Name": "text:document_type",
    "BillOfLading/Name": "text:document_type",
}
_CONTACTS = """
    Contact DeliveryContact AccountingContact BuyerContact SellerContact DespatchContact
    CustomsContact SignatoryContact OrderContact ShippingContact OtherContact
    TaxRepresentativeContact PrimaryContact EmergencyContact OriginatorContact
"""
_PARTY = {
    "PartyName/Name": "name",
    "RegistrationName": "name",
    "PayeeFinancialAccount/Name": "name",
    "FinancialInstitution/Name": "name",
    "FinancialInstitutionBranch/Name": "name",
    **{f"{contact}/Name": "name" for contact in _CONTACTS.split()},
    "Party/Name": "name",
    "PartyIdentification/ID": "id:other",
    "EndpointID": "id:other",
    "PartyTaxScheme/CompanyID": "id:tax_id",
    "PartyLegalEntity/CompanyID": "id:registration",
    "SupplierAssignedAccountID": "id:other",
    "CustomerAssignedAccountID": "id:other",
    "AdditionalAccountID": "id:other",
    "PayeeFinancialAccount/ID": "id:account",
    "PayerFinancialAccount/ID": "id:account",
    "FinancialAccount/ID": "id:account",
    "FinancialInstitution/ID": "id:bic",
    "FinancialInstitutionBranch/ID": "id:bank",
    "WebsiteURI": "id:website",
    "Telephone": "id:phone",
    "Telefax": "id:phone",
    "ElectronicMail": "id:email",
    "Contact/ID": "id:other",
    "FirstName": "given",
    "MiddleName": "given",
    "FamilyName": "given",
    "IdentityDocumentReference/ID": "id:passport",
    "NationalityID": "country",
    "FinancialInstitution/Address/Country/IdentificationCode": "country",
}
_ADDRESS = {
    "StreetName": "street",
    "BuildingNumber": "number",
    "AdditionalStreetName": "line",
    "BlockName": "line",
    "PlotIdentification": "line",
    "BuildingName": "line",
    "Postbox": "line",
    "Floor": "line",
    "Room": "line",
    "Department": "line",
    "InhouseMail": "line",
    "AddressLine/Line": "line",
    "MarkAttention": "addressee",
    "MarkCare": "addressee",
    "CityName": "city",
    "CitySubdivisionName": "city",
    "PostalZone": "postcode",
    "CountrySubentity": "region",
    "CountrySubentityCode": "region",
    "Region": "region",
    "District": "region",
    "Country/IdentificationCode": "country",
    "Country/Name": "country_text",
}
_PLACE = {
    "ID": "id",
    "Name": "name",
    "LocationName": "name",
    "Description": "name",
    "FinalDestinationCountry/IdentificationCode": "country",
    "OriginalDepartureCountry/IdentificationCode": "country",
    "TransitCountry/IdentificationCode": "country",
    "ExportCountry/IdentificationCode": "country",
    "DestinationCountry/IdentificationCode": "country",
    "FinalDestinationCountry/Name": "country_text",
    "OriginalDepartureCountry/Name": "country_text",
    "ExportCountry/Name": "country_text",
    "DestinationCountry/Name": "country_text",
    "TransitCountry/Name": "country_text",
    "Country/Name": "country_text",
    "Country/IdentificationCode": "country",
    "LocationCoordinate/ID": "",
    "Address/ID": "",
}
_LINES = """
    InvoiceLine CreditNoteLine DebitNoteLine LineItem DespatchLine ReceiptLine GoodsItem
    ContainedGoodsItem PackingListLine CatalogueLine QuotationLine InventoryReportLine
    RequestForQuotationLine CatalogueItem TenderLine ItemInformationRequestLine Item
    PromotionalEventLineItem StockAvailabilityReportLine ForecastLine
    ExceptionNotificationLine SellerSubstitutedLineItem
    SellerProposedSubstituteLineItem BuyerProposedSubstituteLineItem
"""
_GOOD = {
    "Item/Description": "description",
    "TariffDescription": "description",
    "Item/Name": "description",
    "Item/AdditionalInformation": "description",
    "GoodsItem/Description": "description",
    "ContainedGoodsItem/Description": "description",
    "LineItem/ID": "line",
    "GoodsItem/ID": "line",
    "ContainedGoodsItem/ID": "line",
    "SequenceNumberID": "line",
    "BrandName": "maker",
    "Item/ModelName": "code:part",
    "OriginCountry/IdentificationCode": "origin",
    "OriginCountry/Name": "origin",
    "OriginAddress/Country/IdentificationCode": "origin",
    "CommodityCode": "code:hs",
    "GoodsItem/RequiredCustomsID": "code:hs",
    "NatureCode": "code:other",
    "CargoTypeCode": "code:other",
    "ItemClassificationCode": "code:",
    "TariffCode": "code:hs",
    "SellersItemIdentification/ID": "code:part",
    "ManufacturersItemIdentification/ID": "code:part",
    "BuyersItemIdentification/ID": "code:buyer_part",
    "StandardItemIdentification/ID": "code:other",
    "CatalogueItemIdentification/ID": "code:other",
    "AdditionalItemIdentification/ID": "code:other",
    "UNDGCode": "code:un",
    "HazardousItem/TechnicalName": "description",
    "ManufacturerParty": "maker_party",
    "InvoicedQuantity": "quantity",
    "CreditedQuantity": "quantity",
    "DebitedQuantity": "quantity",
    "DeliveredQuantity": "quantity",
    "ReceivedQuantity": "quantity",
    "LineItem/Quantity": "quantity",
    "GoodsItem/Quantity": "quantity",
    "ContainedGoodsItem/Quantity": "quantity",
    "QuotationLine/Quantity": "quantity",
    "NetWeightMeasure": "net",
    "GrossWeightMeasure": "gross",
    "Price/PriceAmount": "price",
    "LineExtensionAmount": "value",
    "ValueAmount": "value",
    "DeclaredCustomsValueAmount": "customs_value",
    **{f"{line}/ID": "line" for line in _LINES.split() if "Line" in line},
}
_MEANS = {
    "VesselName": "name",
    "VesselID": "either",
    "RadioCallSignID": "call_sign",
    "AircraftID": "tail",
    "MaritimeTransport/RegistryCertificateDocumentReference/ID": "number",
    "TransportMeans/RegistrationNationalityID": "flag",
}
_ADDRESSES = """
    PostalAddress Address RegistrationAddress JurisdictionRegionAddress ResidenceAddress
    ShipsRequirementsAddress PhysicalLocation
"""
WORDS = Vocabulary(
    party_role=party_role,
    place_role=place_role,
    goods=frozenset(_LINES.split()),
    leaves=_LEAVES,
    party=_PARTY,
    address=_ADDRESS,
    place=_PLACE,
    good=_GOOD,
    means=_MEANS,
    contacts=frozenset(("Person", "OtherCommunication", *_CONTACTS.split())),
    addresses=frozenset(_ADDRESSES.split()),
    scopes=frozenset(("Consignment",)),
    loose_goods=frozenset(("TariffCode", "TariffDescription")),
    mode={"1": "sea", "2": "rail", "3": "road", "4": "air", "8": "sea"},
    mode_leaf=frozenset(("TransportModeCode",)),
    paper_types=("DocumentTypeCode", "DocumentType"),
    papers=DOCUMENTS,
    pairs={"AdditionalItemProperty": ("Name", "Value")},
    attributes=frozenset(
        [
            "currencyID",
            "unitCode",
            "schemeID",
            "schemeName",
            "schemeAgencyID",
            "schemeAgencyName",
            "listID",
            "listName",
            "listAgencyID",
            "listAgencyName",
            "listVersionID",
            "languageID",
            "mimeCode",
            "schemeVersionID",
            "schemeDataURI",
            "listSchemeURI",
            "schemeURI",
            "unitCodeListID",
            "lang",
            "listURI",
            "encodingCode",
            "unitCodeListVersionID",
            "unitCodeListAgencyID",
            "format",
            "currencyCodeListVersionID",
            "schemaLocation",
        ]
    ),
)
NUMBERS = _NUMBERS
