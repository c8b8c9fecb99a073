"""The words of ISO 20022: local names and what they mean to a screener.

*Source*: ISO 20022 e-Repository, message definition reports of pacs, pain, camt, remt
and head.001, read by local name so that a new version needs no change here.
"""

# What becomes one Message each, wherever it stands in a message's body; the value is
# the parent it must have, '' where any will do.
UNITS = {
    "CdtTrfTxInf": "",
    "DrctDbtTxInf": "",
    "CdtTrfTx": "",
    "TxInf": "",
    "TxInfAndSts": "",
    "Ntry": "",
    "RmtInf": "RmtAdvc",
    "Itm": "Ntfctn",
}
# Bodies of the messages that may stand without a `Document` around them.
BODIES = {
    "FIToFICstmrCdtTrf": "pacs.008",
    "FICdtTrf": "pacs.009",
    "FinInstnCdtTrf": "pacs.009",
    "FIDrctDbt": "pacs.010",
    "FIToFICstmrDrctDbt": "pacs.003",
    "PmtRtr": "pacs.004",
    "FIToFIPmtRvsl": "pacs.007",
    "FIToFIPmtStsRpt": "pacs.002",
    "FIToFIPmtStsReq": "pacs.028",
    "CstmrCdtTrfInitn": "pain.001",
    "CstmrPmtStsRpt": "pain.002",
    "CstmrPmtRvsl": "pain.007",
    "CstmrDrctDbtInitn": "pain.008",
    "CdtrPmtActvtnReq": "pain.013",
    "CdtrPmtActvtnReqStsRpt": "pain.014",
    "BkToCstmrAcctRpt": "camt.052",
    "BkToCstmrStmt": "camt.053",
    "BkToCstmrDbtCdtNtfctn": "camt.054",
    "CstmrPmtCxlReq": "camt.055",
    "FIToFIPmtCxlReq": "camt.056",
    "RsltnOfInvstgtn": "camt.029",
    "NtfctnToRcv": "camt.057",
    "RmtAdvc": "remt.001",
    "RmtLctnAdvc": "remt.002",
}
# Elements around units that repeat: always numbered in a locator.
_REPEATING = """
    PmtInf Stmt Rpt Ntfctn OrgnlPmtInfAndSts OrgnlPmtInfAndRvsl CdtInstr Undrlyg CxlDtls
"""
REPEATING = frozenset(_REPEATING.split())

# The sender's reference of a message, best first: what the ordering customer wrote,
# then what banks added, then the message's own number.
REFERENCES = (
    "EndToEndId",
    "OrgnlEndToEndId",
    "TxId",
    "OrgnlTxId",
    "InstrId",
    "OrgnlInstrId",
    "UETR",
    "OrgnlUETR",
    "NtryRef",
    "AcctSvcrRef",
    "RmtId",
)
HEADER_REFERENCES = ("MsgId", "BizMsgIdr", "OrgnlMsgId", "Id")
PLACEHOLDERS = frozenset(("NOTPROVIDED", "NOT PROVIDED"))
PLACEHOLDER_TOWNS = frozenset(("CUTOVER2026",))

# Text role of everything below an element.
TEXT_BELOW = {
    "RmtInf": "remittance",
    "RltdRmtInf": "remittance",
    "Purp": "purpose",
    "CtgyPurp": "category_purpose",
    "RgltryRptg": "regulatory_reporting",
    "InstrForNxtAgt": "instruction",
    "InstrForCdtrAgt": "instruction",
    "InstrForDbtrAgt": "instruction",
    "StsRsnInf": "reason",
    "RtrRsnInf": "reason",
    "CxlRsnInf": "reason",
    "RvslRsnInf": "reason",
    "RtrInf": "reason",
    "SplmtryData": "supplementary",
    "Envlp": "supplementary",
}
# Text role of a leaf, whatever stands around it.
TEXT_OF = {
    "Ustrd": "remittance",
    "AddtlRmtInf": "remittance",
    "InstrInf": "instruction",
    "AddtlNtryInf": "narrative",
    "AddtlTxInf": "narrative",
    "AddtlStmtInf": "narrative",
    "AddtlRptInf": "narrative",
    "AddtlNtfctnInf": "narrative",
    "AddtlInf": "narrative",
    "EndToEndId": "reference",
    "OrgnlEndToEndId": "reference",
}
# Codes below these roles say something: kept though `Cd` is a closed set elsewhere.
CODED_ROLES = frozenset(
    ("purpose", "category_purpose", "regulatory_reporting", "instruction", "reason")
)
# Leaves that cannot name anybody: references that machines give, dates, rates, counts,
# flags, codes of closed sets. A value with a blank in it or longer than 36 characters
# is none of these whatever its element is called, and is screened as `unmapped`.
_REFERENCES_OF_MACHINES = """
    MsgId InstrId TxId UETR ClrSysRef PmtInfId NtryRef AcctSvcrRef AcctOwnrTxId
    AcctSvcrTxId MktInfrstrctrTxId PrcgId ChqNb MndtId BizMsgIdr OrgnlMsgId
    OrgnlInstrId OrgnlTxId OrgnlUETR OrgnlPmtInfId OrgnlClrSysRef RtrId CxlId RvslId
    StsId CaseId CxlStsId RmtId MsgNmId OrgnlMsgNmId MsgDefIdr BizSvc ElctrncSeqNb
    LglSeqNb RptgSeq SeqNb PgNb
"""
_DATES_AND_FIGURES = """
    CreDtTm CreDt CrDate Dt DtTm Tm Yr IntrBkSttlmDt OrgnlIntrBkSttlmDt OrgnlCreDtTm
    ReqdExctnDt ReqdColltnDt OrgnlReqdExctnDt PoolgAdjstmntDt AccptncDtTm DbtDtTm
    CdtDtTm CLSTm TillTm FrTm RjctTm BizPrcgDt FrDtTm ToDtTm FrDt ToDt RltdDt QtnDt
    XchgRate UnitCcy NbOfTxs CtrlSum NbOfNtries Sum TtlNetNtryAmt TtlNetNtry
    OrgnlNbOfTxs OrgnlCtrlSum DtldNbOfTxs DtldCtrlSum PrvsChqNb RatePct Rate XpryDt
    FctvIntrBkSttlmDt StartDt EndDt TxDtTm
"""
_CODES_AND_FLAGS = """
    AdrTp Cd Ccy SrcCcy TrgtCcy CcyOfTrf ChrgBr SttlmMtd SttlmPrty InstrPrty ClrChanl
    PmtMtd BtchBookg CdtDbtInd RvslInd DbtCdtRptgInd SubFmlyCd AddtlSts GrpSts TxSts
    PmtInfSts TxCxlSts GrpCxlSts PmtInfCxlSts Conf PssblDplct CpyDplct Prty CharSet
    Mtd PrefrdMtd NmPrfx SeqTp TxTp Cnfdtl LastPgInd Sts GrpCxl ChrgInclInd InclInd
    RgltryRptgTp ElctrncSgntr AmdmntInd NoCxlReq
"""
NOT_SCREENED = frozenset(
    f"{_REFERENCES_OF_MACHINES} {_DATES_AND_FIGURES} {_CODES_AND_FLAGS}".split()
)
# An `Id` right below these is a number of the message, not of a party.
NUMBERED = frozenset(("Stmt", "Ntfctn", "Rpt", "Assgnmt", "Case", "RslvdCase", "Itm"))
# Amounts in these parts of a statement are its balances, not an entry's.
BALANCES = frozenset(("Bal", "TxsSummry", "AvlblBal", "Intrst", "CdtLine"))
# Leaves whose text is whole even where markup splits it.
_WHOLE = """
    Nm Ustrd AdrLine StrtNm TwnNm BldgNm DstrctNm CtrySubDvsn CareOf InstrInf
    AddtlRmtInf AddtlNtryInf AddtlTxInf AddtlInf BICFI BIC AnyBIC LEI IBAN Ctry
    CtryOfRes CityOfBirth
"""
WHOLE = frozenset(_WHOLE.split())

# Identification schemes: ISO external codes and usual proprietary words, to ours.
SCHEME_OF_CODE = {
    "CCPT": "passport",
    "NIDN": "national_id",
    "SOSE": "national_id",
    "TXID": "tax_id",
    "COID": "registration",
    "CINC": "registration",
    "SREN": "registration",
    "SRET": "registration",
    "DUNS": "duns",
    "LEI": "lei",
    "EMAL": "email",
    "TELE": "phone",
    "MBNO": "phone",
    "INN": "inn",
    "OGRN": "ogrn",
    "KPP": "kpp",
    "OKPO": "okpo",
    "USCC": "uscc",
    "IMO": "imo",
    "PASSPORT": "passport",
    "TAX": "tax_id",
    "TAXID": "tax_id",
    "VAT": "tax_id",
    "IBAN": "iban",
    "BIC": "bic",
}
# Leaves inside a party that are identifiers by themselves.
SCHEME_OF_LEAF = {
    "BICFI": "bic",
    "BIC": "bic",
    "AnyBIC": "bic",
    "BICOrBEI": "bic",
    "BEI": "bic",
    "LEI": "lei",
    "IBAN": "iban",
    "DUNS": "duns",
    "TaxId": "tax_id",
    "TaxIdNb": "tax_id",
    "RegnId": "registration",
    "PsptNb": "passport",
    "SclSctyNb": "national_id",
    "IdntyCardNb": "national_id",
    "DrvrsLicNb": "other",
    "AlnRegnNb": "other",
    "CstmrNb": "other",
    "MplyrIdNb": "other",
    "BkPtyId": "other",
    "EmailAdr": "email",
    "PhneNb": "phone",
    "MobNb": "phone",
    "FaxNb": "phone",
    "URLAdr": "website",
    "UPIC": "account",
    "BBAN": "account",
}
