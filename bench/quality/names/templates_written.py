"""Ways that clerks, bank systems and shippers write around a name, out of their tables.

Each has an id: the kind of party, the place (`field` of a name, remittance `text`), a
group and a word, as in `firm/field/account/iban_before`.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Template:
    """A way to write around a name of one kind, in a field or in a text."""

    id: str
    text: str

    @property
    def group(self) -> str:
        """What it is reported with: `firm/field/account`."""
        return self.id.rpartition("/")[0]

    @property
    def is_text(self) -> bool:
        """Whether it is a remittance text, and not the field of a name."""
        return self.id.split("/")[1] == "text"

    @property
    def is_held(self) -> bool:
        """Whether nothing is tuned on it."""
        return crc32(self.id.encode()) % 2 == 1

    def around(self, name: str) -> str:
        """The template with a name put into it."""
        return self.text.format_map(slots(name))


def templates(kind: str, folder: Path = HERE) -> list[Template]:
    """All templates of a kind, by place and group as their file has them."""
    path = folder / f"templates_{kind}s.toml"
    said = tomllib.loads(path.read_text("utf-8"))
    return [
        Template(f"{kind}/{place}/{group}/{key}", text)
        for place, groups in said.items()
        for group, ways in groups.items()
        for key, text in ways.items()
    ]


def slots(name: str) -> dict[str, str]:
    """A name and its parts, as the templates call them."""
    words = name.replace(",", " ").split()
    half = max(1, len(words) // 2)
    middle = max(2, len(name) // 2)
    middle += name[middle - 1 : middle + 1].count(" ")  # within a word
    before, comma, behind = name.partition(",")
    family = before.split() if comma and behind.strip() else words[-1:]
    given = behind.split() if comma and behind.strip() else words[:-1]
    found = {
        "name": name,
        "upper": name.upper(),
        "lower": name.lower(),
        "title": name.title(),
        "head": " ".join(words[:half]),
        "tail": " ".join(words[half:]),
        "cut": name[:middle],
        "rest": name[middle:],
        "glued": "".join(words),
        "dots": ".".join(words),
        "hyphens": "-".join(words),
        "given": " ".join(given),
        "first": given[0] if given else "",
        "family": " ".join(family),
        "initials": " ".join(f"{word[0]}." for word in given),
    }
    ups = {f"{key}_up": found[key].upper() for key in ("given", "first", "family")}
    return found | ups
