"""Element names to roles: `IntrmyAgt1` is `intermediary_agent_1`."""

import re
from functools import lru_cache

_ROLES = {
    "Fr": "sender",
    "To": "receiver",
    "Acct": "account_owner",
    "Ownr": "account_owner",
    "Svcr": "account_servicer",
    "Cretr": "case_creator",
    "Orgtr": "originator",
    "Assgnr": "assigner",
    "Assgne": "assignee",
    "MsgRcpt": "message_recipient",
    "Authrty": "regulatory_authority",
    "DlvrTo": "cheque_delivery",
    "DlvryAdr": "delivery_address",
    "RmtLctnDtls": "remittance_location",
    "RmtLctnPstlAdr": "remittance_location",
    "RmtLctn": "remittance_location",
    "Invcr": "invoicer",
    "Invcee": "invoicee",
    "Grnshee": "garnishee",
    "GrnshmtAdmstr": "garnishment_administrator",
    "Authstn": "authorised_by",
    "CdtrSchmeId": "creditor_scheme",
    "TradgPty": "trading_party",
    "MktInfrstrctr": "market_infrastructure",
    "SttlmAcct": "settlement_account",
}
_WORDS = {
    "Adr": "address",
    "Agt": "agent",
    "Agts": "agents",
    "Acct": "account",
    "Bk": "bank",
    "Brnch": "branch",
    "Buyr": "buyer",
    "Cdt": "credit",
    "Cdtr": "creditor",
    "Chq": "cheque",
    "Chrgs": "charges",
    "Clr": "clearing",
    "Consgne": "consignee",
    "Consgnr": "consignor",
    "Cstmr": "customer",
    "Dbt": "debit",
    "Dbtr": "debtor",
    "Dlvr": "delivery",
    "Fnl": "final",
    "Fwdg": "forwarding",
    "Inf": "information",
    "Initg": "initiating",
    "Inst": "institution",
    "Instd": "instructed",
    "Instg": "instructing",
    "Intr": "inter",
    "Intrmy": "intermediary",
    "Issg": "issuing",
    "Orgnl": "original",
    "Prvs": "previous",
    "Pty": "party",
    "Ptys": "parties",
    "Rcpt": "recipient",
    "Rcvg": "receiving",
    "Rltd": "related",
    "Rmbrsmnt": "reimbursement",
    "Rtr": "return",
    "Sellr": "seller",
    "Sttlm": "settlement",
    "Svcr": "servicer",
    "Thrd": "third",
    "Ttl": "total",
    "Tx": "transaction",
    "Txs": "transactions",
    "Ultmt": "ultimate",
    "Undrlyg": "underlying",
}
_AMOUNTS = {
    "InstdAmt": "instructed",
    "IntrBkSttlmAmt": "settled",
    "TtlIntrBkSttlmAmt": "total_settled",
    "OrgnlIntrBkSttlmAmt": "original_settled",
    "OrgnlInstdAmt": "original_instructed",
    "RtrdIntrBkSttlmAmt": "returned",
    "RtrdInstdAmt": "returned_instructed",
    "TxAmt": "transaction",
    "EqvtAmt": "equivalent",
    "CntrValAmt": "counter_value",
    "AnncdPstngAmt": "announced",
    "DuePyblAmt": "due",
    "DscntApldAmt": "discount",
    "CdtNoteAmt": "credit_note",
    "RmtdAmt": "remitted",
    "RmtAmtAndTp": "remitted",
    "Ntry": "entry",
    "TxDtls": "transaction",
    "Dtls": "details",
    "ChrgsInf": "charges",
    "Chrgs": "charges",
    "Rcrd": "charges",
}
# Roles of parties and amounts below these elements are somebody else's.
PREFIXES = {
    "UndrlygCstmrCdtTrf": "underlying_",
    "RtrChain": "return_",
    "Rltd": "related_",
    "Tax": "tax_",
    "TaxRmt": "tax_",
}
_PIECES = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|\d+|[a-z]+")


@lru_cache(maxsize=4096)
def role(name: str) -> str:
    """The role an element's name gives, in snake case with the field's own terms.

    *Example*

    >>> role("PrvsInstgAgt2"), role("UltmtCdtr"), role("Broker")
    ('previous_instructing_agent_2', 'ultimate_creditor', 'broker')
    """
    if name in _ROLES:
        return _ROLES[name]
    words = (_WORDS.get(piece, piece.lower()) for piece in _PIECES.findall(name))
    return "_".join(words) or "party"


@lru_cache(maxsize=1024)
def amount_role(name: str, parent: str) -> str:
    """The role of an amount in element `name` below `parent`: `instructed`, `settled`.

    An element called just `Amt` is named by what stands around it.
    """
    for word in (name, parent) if name != "Amt" else (parent, name):
        if word in _AMOUNTS:
            return _AMOUNTS[word]
    base = parent if name == "Amt" else name
    return role(base.removesuffix("Amt") or "Amt")
