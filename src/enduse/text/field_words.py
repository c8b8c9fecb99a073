"""The patterns of what stands beside a name in its field, out of `name_field.toml`."""

import re
from functools import cache

from enduse.text.concepts import is_place
from enduse.text.met import Met
from enduse.text.tables import table
from enduse.text.tokens import words

CUT = "\x1f"  # where something was taken out
# Behind which a name goes on.
PARTICLES = frozenset(("of", "the", "de", "da", "do", "van", "von", "al", "el", "and"))
FOREIGN = re.compile(r"[一-鿿\u0590-\u06ff]")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EDGES = " \t\r\n,;:()（）[]/|–—-_" + CUT
_BRACKETS = frozenset("()[]")
_EMPTY = re.compile(r"[(\[]\s*[)\]]")
_DATE = r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}-\d{1,2}"
_DATE_SAID = (
    rf"{_DATE}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d"
    rf"|\d{{1,2}}\s\w{{3,9}}\.?,?\s\d{{4}}|\d{{4}}"
)


@cache
def hints() -> dict[str, frozenset[str]]:
    """By pattern the words, in small letters, without which it finds nothing."""
    said = table("name_field")["hints"]
    found = {key: frozenset(words.split()) for key, words in said.items()}
    found["lead"] |= paper_words("roles")
    return found | {"dues": paper_words("dues"), "papers": paper_words("behind")}


@cache
def paper_words(part: str) -> frozenset[str]:
    """The words of a part of `paper_words.toml`, of all languages."""
    said = table("paper_words")[part].values()
    return frozenset(word for words in said for word in words.split())


@cache
def numbers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Schemes, each with the pattern of its labelled numbers; group 1 is the number."""
    tables = table("name_field")
    sign = tables["words"]["sign"]
    return tuple(
        (
            scheme,
            re.compile(
                rf"(?i)(?<![^\W\d_])(?<!\d)(?:{one['labels']})[\s.:]*{sign}[\s.:#№/\-–]*"
                rf"({one['value']})(?!\w)"
            ),
        )
        for scheme, one in tables["numbers"].items()
    )


@cache
def labels() -> re.Pattern[str]:
    """What finds a label of any of the `numbers` in small letters of ASCII."""
    every = table("name_field")["numbers"].values()
    said = "|".join(one["labels"] for one in every).lower()
    return re.compile(rf"(?<![^\W\d_])(?<!\d)(?:{said})")


def is_label(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is the label of a number behind it: `Call sign`."""
    if not labels().fullmatch(text[start:end].lower()):
        return False
    return any(pattern.match(text, start) for _, pattern in numbers())


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Every other pattern by its name in the table."""
    said = table("name_field")["words"]
    before, behind = r"(?i)(?<![\w-])", r"(?![\w-])"
    return {
        "born": re.compile(
            rf"{before}(?:(?:{said['born']})[\s:.]*({_DATE_SAID}){behind}"
            rf"|({_DATE}|\d{{4}})\s?(?:{said['of_birth']})(?!\w)\.?)"
        ),
        "date": re.compile(rf"{before}({_DATE}){behind}"),
        "rest": re.compile(rf"{before}(?:{said['rest']})(?!\w)"),
        "also": re.compile(
            rf"{before}(?:{said['also']}){behind}[\s:]*|{said['also_in_han']}"
        ),
        "maiden": re.compile(rf"{before}(?:{said['maiden']}){behind}"),
        "part_label": re.compile(
            rf"{before}(?:{said['part_label']})(?!\w)\.?\s*[:：]?"
        ),
        "joint": re.compile(rf"(?i)\s+(?:{said['joint']})\s+"),
        "post": re.compile(rf"(?i)(?:{said['post']})\b"),
        "branch": re.compile(rf"(?i)[\s,(–—-]+(?:{said['branch']})(?!\w)"),
        "lead": re.compile(rf"(?i)^\W*(?:{said['lead']})(?:\s*[:/,]+\s*|\s+)(?=\w)"),
        "honour": re.compile(rf"(?i)^\W*(?:(?:{said['honour']})(?:\.\s*|\s+))+(?=\w)"),
        "trader_first": re.compile(rf"(?i)^\W*(?:{said['trader']})\s+"),
        "trader_last": re.compile(rf"(?i)[\s,(]+(?:{said['trader']})\W*$"),
        "purpose": re.compile(rf"(?i)(?:{said['purpose']})"),
        "unit": re.compile(rf"(?i)(?:{said['unit']})"),
        "street": re.compile(rf"{before}(?:{said['street']})(?!\w)"),
    }


def place(word: str) -> bool:
    """Whether a word, as it stands, is a place or the end of a country's name."""
    return _PLACE[word]


def _is_place(word: str) -> bool:
    low = word.lower().strip(".,()")
    if not low.isascii():
        low = "".join(words(low))
    return is_place(low) or low in ("federation", "republic")


_PLACE = Met(_is_place)


def clean(text: str) -> str:
    """A piece of a field without the signs around it, its brackets in pairs."""
    said = " ".join(text.split()).strip(_EDGES)
    if _BRACKETS.isdisjoint(said):
        return said
    said = _EMPTY.sub("", said)
    opened, closed = said.count("("), said.count(")")
    if opened > closed:
        said += ")"
    elif closed > opened:
        said = said.replace(")", " ")
    return " ".join(said.split()).strip(" ,;:/|")
