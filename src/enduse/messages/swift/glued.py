"""A message whose line breaks were lost, with its fields on lines of their own again.

Mail programs, tables and logs put a whole FIN message on one line, with blanks for its
line breaks or without any. Fields are found by the tags that a message has; name and
address of a party part at the legal form, items of goods at their signs.
"""

import re

from enduse.codes import iban
from enduse.codes.country import is_code

_TAG = re.compile(r":(\d\d[A-Z]?):")
_LINE_TAG = re.compile(r"(?:\A|\n)[ \t]{0,8}:\d\d[A-Z]?:")
_TIME = re.compile(r"\d\d:\d\d:\d")
_PARTY = re.compile(r"5\d[A-Z]?|41D|42D")
_ITEMS = re.compile(r"4[567][ABC]")
_ITEM = re.compile(
    r"\s(?=\+\s?[^\W_])|\s(?=\d{1,2}[.)]\s[^\W_])|\s(?=(?:EXW|FCA|FAS|FOB|CFR|CIF|CIP|CPT|DAP"
    r"|DPU|DDP)\s[A-Z]{3})|\s(?=(?:COUNTRY OF ORIGIN|INCOTERMS|PACKING|AS PER)\b)"
)
_ACCOUNT = re.compile(r"(//?[A-Z0-9]{2,34})\s+")
_FORM = re.compile(
    r"\b(?:(?:CO|COMPANY)[., ]{1,3}(?:LTD|LIMITED)|(?:PTE|PVT|PTY|SDN)\.? (?:LTD|BHD)"
    r"|LTD\.? STI|LIMITED|LTD|LLC|LLP|INC|CORP|CORPORATION|GMBH(?: & CO\.? KG)?|PLC"
    r"|S\.?A\.?R\.?L|S\.?P\.?A|S\.?R\.?L|B\.?V|N\.?V|A\.?S|SA|AG|OOD|SIA|UAB|FZE|FZCO|FZC"
    r"|DMCC|[OCPZ]?JSC|OOO|TOO|ZAO|AO|OY|AB|D\.?O\.?O)\b\.?",
)
_OPENS = re.compile(r"(?:OOO|TOO|ZAO|PAO|OAO|AO|LLC|JSC)\b")


def is_glued(text: str) -> bool:
    """Whether fields of the text stand on one line; a look at its tags tells."""
    tags = len(_TAG.findall(text[:20_000]))
    return tags > 2 and len(_LINE_TAG.findall(text[:20_000])) * 2 < tags


def rebroken(text: str) -> str:
    """The text with a line for each field, each item and each part of a party.

    *Example*

    >>> print(rebroken(":20:A1:50:/12 ABC LTD IZMIR:59:X GMBH"))
    :20:A1
    :50:/12
    ABC LTD
    IZMIR
    :59:X GMBH
    """
    plain = " ".join(text.split())
    starts = [m for m in _TAG.finditer(plain) if not _is_time(plain, m)]
    if not starts:
        return text
    lines = [plain[: starts[0].start()].strip()]
    ends = [*(m.start() for m in starts[1:]), len(plain)]
    for match, end in zip(starts, ends, strict=True):
        value = plain[match.end() : end].strip()
        lines.append(match[0] + "\n".join(_parts(match[1], value)))
    return "\n".join(line for line in lines if line)


def _is_time(text: str, tag: re.Match[str]) -> bool:
    """`10:30:15` is a time of day, no field 30."""
    return bool(_TIME.match(text, max(0, tag.start() - 2)))


def _parts(tag: str, value: str) -> list[str]:
    if _ITEMS.fullmatch(tag):
        return [part.strip() for part in _ITEM.split(value) if part.strip()] or [""]
    if _PARTY.fullmatch(tag):
        return _party(tag, value)
    return [value]


def _party(tag: str, value: str) -> list[str]:
    account = _account(value)
    head = [account] if account else []
    rest = value[len(account) :].strip()
    if tag[2:] == "F":
        return [*head, *re.split(r"\s(?=[1-8]/)", rest)]
    form = next((m for m in _FORM.finditer(rest) if m.start()), None)
    if form is None or _OPENS.match(rest):
        return [*head, rest] if rest else head or [""]
    after = rest[form.end() :].strip(" ,")
    if not after:
        return [*head, rest]
    town, _, last = after.rpartition(" ")
    ends = [town, last] if town and is_code(last) else [after]
    return [*head, rest[: form.end()], *ends]


def _account(value: str) -> str:
    """The account that opens a party, also where nothing parts it from the name."""
    if value[:1] != "/":
        return ""
    for size in range(15, min(35, len(value))):
        if not iban.fault(value[1 : size + 1]):
            return value[: size + 1]
    account = _ACCOUNT.match(value)
    return account[1] if account else ""
