"""What the element names of UN/CEFACT cross-industry documents mean.

*Source*: UN/CEFACT Cross Industry Invoice D16B and later, Cross Industry Order and
Despatch Advice (SCRDM), https://unece.org/trade/uncefact; Factur-X 1.0 / ZUGFeRD 2.x
and ZUGFeRD 1.0 (`CrossIndustryDocument`); read by local name.
"""

import re

from enduse.messages.trade.edifact.words import DOCUMENTS
from enduse.messages.trade.tree import Element
from enduse.messages.trade.vocabulary import Vocabulary

_PARTIES = {
    "SellerTradeParty": "seller",
    "BuyerTradeParty": "buyer",
    "SalesAgentTradeParty": "sales_agent",
    "BuyerAgentTradeParty": "buyer_agent",
    "BuyerTaxRepresentativeTradeParty": "buyer_tax_representative",
    "SellerTaxRepresentativeTradeParty": "tax_representative",
    "BuyerRequisitionerTradeParty": "buyer_requisitioner",
    "ProductEndUserTradeParty": "end_user",
    "ShipToTradeParty": "delivery_party",
    "UltimateShipToTradeParty": "end_user",
    "ShipFromTradeParty": "consignor",
    "InvoicerTradeParty": "issuer",
    "InvoiceIssuerTradeParty": "issuer",
    "InvoiceeTradeParty": "payer",
    "PayeeTradeParty": "payee",
    "PayerTradeParty": "payer",
    "ConsignorTradeParty": "consignor",
    "ConsigneeTradeParty": "consignee",
    "NotifiedTradeParty": "notify_party",
    "ExporterTradeParty": "exporter",
    "ImporterTradeParty": "importer",
    "CarrierTradeParty": "carrier",
    "FreightForwarderTradeParty": "freight_forwarder",
    "CustomsImportAgentTradeParty": "customs_agent",
    "CustomsExportAgentTradeParty": "customs_agent",
    "ManufacturerTradeParty": "manufacturer",
    "BrandOwnerTradeParty": "manufacturer",
    "DutyRepresentativeTradeParty": "tax_representative",
    "PayeePartyCreditorFinancialAccount": "payee_account",
    "PayerPartyDebtorFinancialAccount": "payer_account",
    "PayeeSpecifiedCreditorFinancialInstitution": "payee_bank",
    "PayerSpecifiedDebtorFinancialInstitution": "payer_bank",
}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def party_role(element: Element) -> str:
    """The role of a party, or '' where the element is none."""
    name = element.name
    if name in _PARTIES:
        return _PARTIES[name]
    if name.endswith("Party") and element.children:
        stem = name.removesuffix("Party").removesuffix("Trade")
        return _CAMEL.sub("_", stem).lower() or "party"
    return ""


_PLACES = {
    "LoadingBaseportLogisticsLocation": "port_of_loading",
    "LoadingLogisticsLocation": "port_of_loading",
    "ConsignorReceiptLogisticsLocation": "place_of_receipt",
    "CarrierAcceptanceLogisticsLocation": "place_of_receipt",
    "PickUpLogisticsLocation": "place_of_receipt",
    "UnloadingBaseportLogisticsLocation": "port_of_discharge",
    "UnloadingLogisticsLocation": "port_of_discharge",
    "TransshipmentLogisticsLocation": "port_of_transhipment",
    "ConsigneeReceiptLogisticsLocation": "place_of_delivery",
    "DeliveryLogisticsLocation": "place_of_delivery",
    "FinalDestinationLogisticsLocation": "final_destination",
    "RelevantTradeLocation": "named_place",
    "ExportTradeCountry": "export_country",
    "ImportTradeCountry": "final_destination",
    "FinalDestinationTradeCountry": "final_destination",
    "TransitTradeCountry": "transit",
}


def place_role(element: Element) -> str:
    """The part in the route of a place, or '' where the element is none."""
    return _PLACES.get(element.name, "")


_SKIPPED = """
    TestIndicator CopyIndicator Indicator TypeCode StatusCode CategoryCode
    DueDateTypeCode OrderCurrencyCode DespatchAdviceCurrencyCode PaymentCurrencyCode
    InvoiceCurrencyCode TaxCurrencyCode TaxApplicableAmountCurrencyCode LanguageID
    DeliveryTypeCodeList ExemptionReasonCode ReasonCode SubjectCode ContentCode
    CalculationPercent ReferenceTypeCode LineStatusCode LineStatusReasonCode
"""
_LEAVES = {
    **dict.fromkeys(_SKIPPED.split(), "skip:"),
    "GuidelineSpecifiedDocumentContextParameter/ID": "skip:",
    "BusinessProcessSpecifiedDocumentContextParameter/ID": "skip:",
    "ExchangedDocument/Name": "text:document_type",
    "HeaderExchangedDocument/Name": "text:document_type",
    "DueDateDateTime/DateTimeString": "date:due_date",
    "OccurrenceDateTime/DateTimeString": "date:delivery_date",
    "ActualDespatchSupplyChainEvent/OccurrenceDateTime/DateTimeString": (
        "date:shipment_date"
    ),
    "DateTimeString": "date:related_date",
    "DateTime": "date:related_date",
    "DateString": "date:related_date",
    "Date": "date:related_date",
    "BuyerOrderReferencedDocument/IssuerAssignedID": "ref:order_number",
    "BuyerOrderReferencedDocument/ID": "ref:order_number",
    "SellerOrderReferencedDocument/IssuerAssignedID": "ref:order_number",
    "SellerOrderReferencedDocument/ID": "ref:order_number",
    "SalesOrderReferencedDocument/IssuerAssignedID": "ref:order_number",
    "PurchaseOrderReferencedDocument/IssuerAssignedID": "ref:order_number",
    "ContractReferencedDocument/IssuerAssignedID": "ref:contract_number",
    "ContractReferencedDocument/ID": "ref:contract_number",
    "QuotationReferencedDocument/IssuerAssignedID": "ref:related_reference",
    "DespatchAdviceReferencedDocument/IssuerAssignedID": "ref:despatch_number",
    "DespatchAdviceReferencedDocument/ID": "ref:despatch_number",
    "DeliveryNoteReferencedDocument/IssuerAssignedID": "ref:despatch_number",
    "DeliveryNoteReferencedDocument/ID": "ref:despatch_number",
    "ReceivingAdviceReferencedDocument/IssuerAssignedID": "ref:related_reference",
    "InvoiceReferencedDocument/IssuerAssignedID": "ref:invoice_number",
    "InvoiceReferencedDocument/ID": "ref:invoice_number",
    "LetterOfCreditReferencedDocument/IssuerAssignedID": "ref:credit_number",
    "ConsignmentReferencedDocument/IssuerAssignedID": "ref:bl_number",
    "TransportContractReferencedDocument/IssuerAssignedID": "ref:bl_number",
    "ImportLicenceReferencedDocument/IssuerAssignedID": "ref:licence_number",
    "ExportLicenceReferencedDocument/IssuerAssignedID": "ref:licence_number",
    "AdditionalReferencedDocument/IssuerAssignedID": "ref:related_reference",
    "AdditionalReferencedDocument/ID": "ref:related_reference",
    "UltimateCustomerOrderReferencedDocument/IssuerAssignedID": "ref:order_number",
    "UltimateCustomerOrderReferencedDocument/ID": "ref:order_number",
    "PaymentReference": "ref:related_reference",
    "BuyerReference": "ref:related_reference",
    "CreditorReferenceID": "ref:related_reference",
    "SpecifiedProcuringProject/ID": "ref:related_reference",
    "AttachedTransportEquipment/ID": "ref:container",
    "UtilizedLogisticsTransportEquipment/ID": "ref:container",
    "SpecifiedLogisticsTransportEquipment/ID": "ref:container",
    "AffixedLogisticsSeal/ID": "ref:seal",
    "SpecifiedLogisticsTransportMovement/ID": "ref:voyage",
    "ApplicableTradeDeliveryTerms/DeliveryTypeCode": "text:incoterm",
    "ApplicableTradeDeliveryTerms/Description": "text:incoterm",
    "SpecifiedTradePaymentTerms/Description": "text:payment_terms",
    "IncludedNote/Content": "text:narrative",
    "ShippingMarks": "text:package_marks",
    "PhysicalLogisticsShippingMarks/Marking": "text:package_marks",
    "GrandTotalAmount": "amount:total",
    "DuePayableAmount": "amount:amount_due",
    "TaxBasisTotalAmount": "amount:total_without_tax",
    "TaxTotalAmount": "amount:tax",
    "LineTotalAmount": "amount:total_of_lines",
    "ChargeTotalAmount": "amount:charges",
    "AllowanceTotalAmount": "amount:allowances",
    "TotalPrepaidAmount": "amount:prepaid",
    "CalculatedAmount": "amount:tax",
    "BasisAmount": "amount:amount",
    "AppliedAmount": "amount:charges",
    "ActualAmount": "amount:charges",
    "ChargeAmount": "amount:amount",
    "TotalAmount": "amount:amount",
    "InformationAmount": "amount:amount",
    "GrossWeightMeasure": "qty:total_gross_weight",
    "NetWeightMeasure": "qty:total_net_weight",
    "GrossVolumeMeasure": "qty:total_volume",
    "PackageQuantity": "qty:total_packages",
    "SpecifiedLineTradeDelivery/PackageQuantity": "qty:packages",
}
_PARTY = {
    "Name": "name",
    "TradingBusinessName": "name",
    "AccountName": "name",
    "DefinedTradeContact/DepartmentName": "",
    "DepartmentName": "name",
    "PersonName": "name",
    "SpecifiedLegalOrganization/ID": "id:registration",
    "SpecifiedLegalOrganisation/ID": "id:registration",
    "SpecifiedTaxRegistration/ID": "id:tax_id",
    "GlobalID": "id:other",
    "ID": "id:other",
    "IBANID": "id:iban",
    "ProprietaryID": "id:account",
    "BICID": "id:bic",
    "GermanBankleitzahlID": "id:clearing",
    "TelephoneUniversalCommunication/CompleteNumber": "id:phone",
    "FaxUniversalCommunication/CompleteNumber": "id:phone",
    "MobileUniversalCommunication/CompleteNumber": "id:phone",
    "EmailURIUniversalCommunication/URIID": "id:email",
    "EmailURIUniversalCommunication/CompleteNumber": "id:email",
    "URIUniversalCommunication/URIID": "id:other",
    "EndPointURIUniversalCommunication/URIID": "id:other",
}
_ADDRESS = {
    "PostcodeCode": "postcode",
    "BuildingName": "line",
    "LineOne": "street",
    "LineTwo": "line",
    "LineThree": "line",
    "LineFour": "line",
    "LineFive": "line",
    "StreetName": "street",
    "BuildingNumber": "number",
    "PostOfficeBox": "line",
    "CityName": "city",
    "CitySubDivisionName": "city",
    "CountryID": "country",
    "CountryName": "country_text",
    "CountrySubDivisionName": "region",
    "CountrySubDivisionID": "region",
    "AttentionOf": "addressee",
    "CareOf": "addressee",
}
_PLACE = {
    "ID": "id",
    "Name": "name",
    "ExportTradeCountry/ID": "country",
    "ImportTradeCountry/ID": "country",
    "FinalDestinationTradeCountry/ID": "country",
    "TransitTradeCountry/ID": "country",
}
_GOOD = {
    "AssociatedDocumentLineDocument/LineID": "line",
    "SpecifiedTradeProduct/Name": "description",
    "SpecifiedTradeProduct/Description": "description",
    "IncludedReferencedProduct/Name": "description",
    "IncludedReferencedProduct/Description": "description",
    "ApplicableTradeProduct/Name": "description",
    "TradeProduct/Name": "description",
    "BrandName": "maker",
    "ModelName": "code:part",
    "ModelID": "code:part",
    "ManufacturerTradeParty": "maker_party",
    "SpecifiedTradeProduct/ID": "code:part",
    "SpecifiedTradeProduct/GlobalID": "code:other",
    "IncludedReferencedProduct/GlobalID": "code:other",
    "SellerAssignedID": "code:part",
    "ManufacturerAssignedID": "code:part",
    "IndustryAssignedID": "code:other",
    "BuyerAssignedID": "code:buyer_part",
    "DesignatedProductClassification/ClassCode": "code:",
    "ClassCode": "code:",
    "OriginTradeCountry/ID": "origin",
    "OriginTradeCountry/Name": "origin",
    "SpecifiedLineTradeDelivery/BilledQuantity": "quantity",
    "SpecifiedLineTradeDelivery/RequestedQuantity": "quantity",
    "SpecifiedLineTradeDelivery/DespatchedQuantity": "quantity",
    "SpecifiedLineTradeDelivery/AgreedQuantity": "quantity",
    "BilledQuantity": "quantity",
    "RequestedQuantity": "quantity",
    "DespatchedQuantity": "quantity",
    "NetWeightMeasure": "net",
    "GrossWeightMeasure": "gross",
    "NetPriceProductTradePrice/ChargeAmount": "price",
    "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount": "value",
    "SpecifiedTradeSettlementMonetarySummation/LineTotalAmount": "value",
}
WORDS = Vocabulary(
    party_role=party_role,
    place_role=place_role,
    goods=frozenset(
        ("IncludedSupplyChainTradeLineItem", "IncludedSupplyChainConsignmentItem")
    ),
    leaves=_LEAVES,
    party=_PARTY,
    address=_ADDRESS,
    place=_PLACE,
    good=_GOOD,
    means={
        "UsedLogisticsTransportMeans/ID": "either",
        "UsedLogisticsTransportMeans/Name": "name",
    },
    contacts=frozenset(
        ("DefinedTradeContact", "DefinedContact", "SpecifiedTradeContact")
    ),
    addresses=frozenset(("PostalTradeAddress",)),
    mode={"1": "sea", "2": "rail", "3": "road", "4": "air"},
    mode_leaf=frozenset(("ModeCode",)),
    paper_types=("TypeCode", "ReferenceTypeCode", "Name"),
    papers=DOCUMENTS,
    pairs={"ApplicableProductCharacteristic": ("Description", "Value")},
    attributes=frozenset(
        [
            "currencyID",
            "unitCode",
            "schemeID",
            "schemeAgencyID",
            "listID",
            "listVersionID",
            "format",
            "mimeCode",
            "languageID",
            "listAgencyID",
            "schemeVersionID",
            "schemaLocation",
        ]
    ),
)
NUMBERS = {
    "380": "invoice_number",
    "381": "reference",
    "383": "reference",
    "384": "invoice_number",
    "386": "invoice_number",
    "389": "invoice_number",
    "325": "proforma_number",
    "220": "order_number",
    "231": "reference",
    "351": "despatch_number",
}
