"""Names of firms as they are written otherwise, and names of their sister firms."""

import random
import re
from collections.abc import Mapping

from slips import words

_FORMS = re.compile(
    r"[\s,]*\b(l\.?l\.?c|ltd|limited|co|company|inc|corp|corporation|gmbh|jsc|ojsc|pjsc|"
    r"cjsc|plc|s\.?a|ooo|oao|zao|pao|ao|llp|pte|pvt|fzc|fze|sarl)\b\.?",
    re.IGNORECASE,
)
_SAME_FORM: Mapping[str, str] = {
    "llc": "OOO", "ooo": "LLC", "ltd": "Limited", "limited": "Ltd.", "jsc": "AO",
    "ojsc": "OAO", "oao": "OJSC", "ao": "JSC", "pjsc": "PAO", "pao": "PJSC",
    "corporation": "Corp.", "corp": "Corporation", "inc": "Incorporated",
    "co": "Company", "company": "Co.", "cjsc": "ZAO", "zao": "CJSC",
}  # fmt: skip
_SHORT: Mapping[str, str] = {
    "technology": "Tech", "technologies": "Tech", "international": "Intl",
    "manufacturing": "Mfg", "services": "Srvces", "group": "Grp", "company": "Co",
    "communications": "Comm", "engineering": "Engg", "electronics": "Elec",
    "industries": "Inds", "industrial": "Ind", "development": "Dev",
    "institute": "Inst", "university": "Univ", "national": "Natl", "petroleum": "Petro",
    "investment": "Inv", "management": "Mgmt", "department": "Dept", "general": "Gen",
    "trading": "Trdg", "association": "Assn", "construction": "Constr", "and": "&",
}  # fmt: skip
_ABROAD: Mapping[str, tuple[str, ...]] = {
    "plant": ("zavod", "завод", "factory"), "factory": ("fabrika", "фабрика", "plant"),
    "bank": ("банк", "banque", "banco"), "technology": ("технологии", "tekhnologii"),
    "technologies": ("технологии", "tecnologias"), "trading": ("торговый", "ticaret"),
    "institute": ("институт", "institut"), "university": ("университет", "universite"),
    "company": ("компания", "kompaniya"), "shipping": ("denizcilik", "судоходство"),
    "construction": ("строительство", "insaat", "stroitelstvo"),
    "group": ("группа", "gruppa", "grupo"), "center": ("центр", "tsentr"),
    "research": ("исследовательский",), "bureau": ("бюро", "byuro"),
    "design": ("конструкторское",), "electronics": ("электроника", "elektronik"),
    "industry": ("промышленность", "sanayi"), "energy": ("энергия", "enerji"),
    "engineering": ("инжиниринг", "muhendislik"), "foundation": ("фонд", "fondation"),
    "logistics": ("логистика", "lojistik"), "systems": ("системы", "sistemy"),
    "scientific": ("научный", "nauchny"), "instruments": ("приборы", "pribory"),
}  # fmt: skip
_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_PLACES = [
    "China",
    "Iran",
    "Russia",
    "Turkey",
    "India",
    "Pakistan",
    "Germany",
    "France",
    "Beijing",
    "Shanghai",
    "Moscow",
    "Dubai",
    "Tehran",
    "Minsk",
    "Shenzhen",
    "Istanbul",
    "Belarus",
    "Syria",
    "Singapore",
    "Cyprus",
    "Malaysia",
    "Kazan",
    "Samara",
    "Tula",
    "Tomsk",
    "Omsk",
    "Wuhan",
    "Chengdu",
    "Nanjing",
    "Guangzhou",
    "Xian",
    "Damascus",
]
_LINES = [
    "Shipping",
    "Insurance",
    "Textile",
    "Hotel",
    "Food",
    "Pharma",
    "Mining",
    "Leasing",
    "Travel",
]


def no_form(text: str, rng: random.Random) -> str:
    """Without its legal form."""
    return " ".join(_FORMS.sub(" ", text).split()) or text


def glued_form(text: str, rng: random.Random) -> str:
    """With its last legal form, or one more, glued to the word before it."""
    bare = no_form(text, rng)
    return bare + rng.choice(("GMBH", "LTD", "LLC", "Limited"))


def other_form(text: str, rng: random.Random) -> str:
    """With the legal form put as another country or clerk would."""
    return _put(text, _SAME_FORM, rng, share=1.0)


def abbreviated(text: str, rng: random.Random) -> str:
    """With its trade words cut short, as a field of 35 characters makes people do."""
    return _put(text, _SHORT, rng, share=1.0)


def abroad(text: str, rng: random.Random) -> str:
    """With its trade words in another language."""
    parts = []
    for word in words(text):
        found = _ABROAD.get(word.lower().strip(".,"))
        parts.append(rng.choice(found) if found else word)
    return " ".join(parts)


def numbers(text: str, rng: random.Random) -> str:
    """With small numbers in words."""
    parts = [
        _NUMBERS[int(w)] if w.isdigit() and int(w) < len(_NUMBERS) else w
        for w in words(text)
    ]
    return " ".join(parts)


def _put(
    text: str, table: Mapping[str, str], rng: random.Random, *, share: float
) -> str:
    parts = [table.get(w.lower().strip(".,"), w) for w in words(text)]
    return " ".join(parts)


def other_number(text: str, rng: random.Random) -> str:
    """A sister: the same name with another number."""
    return re.sub(r"\d+", lambda m: str(int(m[0][:6]) + rng.randrange(1, 9)), text)


def other_place(text: str, rng: random.Random) -> str:
    """A sister: the same name in another place."""
    parts = words(text)
    known = {place.lower() for place in _PLACES}
    for at, word in enumerate(parts):
        if word.lower().strip(".,()") in known:
            others = [p for p in _PLACES if p.lower() != word.lower()]
            parts[at] = rng.choice(others)
    return " ".join(parts)


def other_line(text: str, rng: random.Random) -> str:
    """A sister: the same name in another line of business."""
    parts = words(text)
    for at, word in enumerate(parts):
        if word.lower() in _ABROAD and word.lower() not in ("company", "group"):
            parts[at] = rng.choice(_LINES)
    return " ".join(parts)
