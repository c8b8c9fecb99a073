"""Words with code words in them: fields 70, 72, 77B and 86, and who is named there.

*Source*: SWIFT Standards MT: `/CODE/` opens an item, `//` goes on with it; 72 names
agents after INS, INT, ACC, REC and BNF; 77B gives `/ORDERRES/CC//` and
`/BENEFRES/CC//`; 86 of a statement follows the bank's own structure,
of which two are wide-spread: `?20` to `?63` (German banks) and `/NAME/`, `/IBAN/`
(SEPA reporting).
"""

import re
from typing import NamedTuple

from enduse.codes import bic
from enduse.codes.country import is_code
from enduse.messages.swift.fields import Field
from enduse.messages.swift.free_lines import Line
from enduse.messages.swift.party import account_identifier, add_bic, add_free
from enduse.messages.swift.party_draft import Draft
from enduse.messages.swift.reading import Reading
from enduse.messages.swift.tags import text_role

_CODE = re.compile(r"/([A-Z0-9]{2,8})/(.*)")
_QUESTION = re.compile(r"\?(\d\d)")
_SLASHED = re.compile(
    r"/(BENM|ORDP|CNTP|NAME|IBAN|BIC|ADDR|REMI|EREF|ISDT|CSID|MARF|TRTP|PURP|ULTC|ULTD)/"
)
_COUNTERPARTY = "counterparty"
_OPENS = re.compile(
    r"(?:(?:FOR )?(?:FURTHER CREDIT(?: TO)?|FFC(?: TO)?)|(?:ULT(?:IMATE)?\.? )?"
    r"(?:BENE(?:F(?:ICIARY)?)?|BNF|CREDITOR|DEBTOR|ORDERER|ORIG(?:INATOR)?)"
    r"|ON BEHALF OF|OBO|O/B/O|B/O|BY ORDER OF|FAO|F/A/O|ATTN)(?:[ .:]{1,3}|$)",
    re.IGNORECASE,
)


class Item(NamedTuple):
    """One `/CODE/` and its lines; `code` is '' for words before any."""

    code: str
    lines: list[Line]


def items(field: Field, reading: Reading) -> list[Item]:
    """The items of a field in order; nothing is left out."""
    found: list[Item] = []
    for number, text in enumerate(field.lines, start=1):
        match = _CODE.match(text)
        where = reading.at(field.place, number)
        if match:
            found.append(Item(match[1], [Line(match[2].strip(), where)]))
        elif text.strip():
            if not found:
                found.append(Item("", []))
            found[-1].lines.append(Line(text.removeprefix("//").strip(), where))
    return found


def read_items(field: Field, reading: Reading, prefix: str) -> None:
    """Notes each item as a Text; in 72 the agents it names become parties too."""
    role = text_role(field.tag)
    before = 0
    for item in items(field, reading):
        body = "\n".join(line.text for line in item.lines).strip()
        text = f"/{item.code}/{body}" if item.code else body
        reading.text(role, text, item.lines[0].locator)
        if field.tag[:2] == "72":
            before += item.code == "INS"
            _agent(item, reading, prefix, before)


def _agent(item: Item, reading: Reading, prefix: str, number: int) -> None:
    lines = [line for line in item.lines if line.text]
    if item.code not in ("INS", "INT", "ACC", "REC", "BNF") or not lines:
        return
    numbered = f"previous_instructing_agent_{number}"
    role = numbered if item.code == "INS" else "named_in_instruction"
    draft = Draft(prefix + role, lines[0].locator)
    if item.code == "INS":
        draft.kind = "entity"
    head, slash, _ = lines[0].text.partition("/")
    if bic.fault(head) == "" and (slash or head == lines[0].text):
        draft.kind = "entity"
        add_bic(draft, Line(head, lines[0].locator))
        lines = lines[1:]
    if lines and (opens := _OPENS.match(lines[0].text)):
        rest = lines[0].text[opens.end() :].strip()
        lines = [*([Line(rest, lines[0].locator)] if rest else []), *lines[1:]]
    if any(c.isalpha() for c in lines[0].text) if lines else False:
        add_free(draft, lines)
    if draft.names or draft.identifiers:
        reading.party(draft.finished(reading))


def residences(field: Field, reading: Reading) -> dict[str, str]:
    """Role to the country that 77B gives as its residence."""
    roles = {"ORDERRES": "debtor", "BENEFRES": "creditor"}
    found = {}
    for item in items(field, reading):
        country = item.lines[0].text[:2]
        if item.code in roles and is_code(country):
            found[roles[item.code]] = country
    return found


def read_statement_words(field: Field, reading: Reading) -> None:
    """Notes the words of an 86, and the counterparty where the bank's form has one."""
    reading.field_text("narrative", field)
    where = reading.at(field.place)
    joined = "".join(field.lines)
    draft = Draft(_COUNTERPARTY, where)
    if len(_QUESTION.findall(joined[:200])) >= 2:
        _of_questions(joined, draft)
    elif _SLASHED.search(joined):
        _of_slashes(joined, draft)
    if draft.names or draft.identifiers:
        reading.party(draft.finished(reading))


def _of_questions(text: str, draft: Draft) -> None:
    pieces = _QUESTION.split(text)
    said = dict(zip(pieces[1::2], pieces[2::2], strict=False))
    name = [said.get("32", "").strip(), said.get("33", "").strip()]
    for joint in ("", " "):
        _name_once(draft, joint.join(part for part in name if part))
    bank, account = said.get("30", "").strip(), said.get("31", "").strip()
    if account:
        draft.identifiers.append(account_identifier(account, draft.locator))
    if bank and not bic.fault(bank):
        add_bic(draft, Line(bank, draft.locator))


def _of_slashes(text: str, draft: Draft) -> None:
    pieces = _SLASHED.split(text)
    for code, value in zip(pieces[1::2], pieces[2::2], strict=False):
        said = value.strip(" /")
        if code == "NAME":
            _name_once(draft, said)
        elif code == "IBAN" and said:
            draft.identifiers.append(account_identifier(said, draft.locator))
        elif code == "BIC" and not bic.fault(said):
            add_bic(draft, Line(said, draft.locator))
        elif code in ("BENM", "ORDP", "CNTP") and said:
            _counterparty_parts(said, draft)


def _counterparty_parts(text: str, draft: Draft) -> None:
    """`/CNTP/IBAN/BIC/NAME/TOWN`: the form in which the parts have no names."""
    for part in text.split("/"):
        value = part.strip()
        if not value:
            continue
        found = account_identifier(value, draft.locator)
        if found.scheme == "iban" or value.isdigit():
            draft.identifiers.append(found)
        elif not bic.fault(value):
            add_bic(draft, Line(value, draft.locator))
        else:
            _name_once(draft, value)


def _name_once(draft: Draft, text: str) -> None:
    if text and text not in [name.text for name in draft.names]:
        add_free(draft, [Line(text, draft.locator)])
