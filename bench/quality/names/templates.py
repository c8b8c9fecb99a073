"""Measures what is found of names as clerks, bank systems and shippers write them.

    python bench/quality/names/templates.py --home FOLDER [--each 40]
        [--part tuned|held] [--templates tuned|held|both] [--only firm/field]
        [--errors FILE] [--json FILE]

Example: `templates.py --home ~/.enduse --only person/text --errors misses.tsv`.

Each template of `templates_firms.toml`, `_persons` and `_ships` is put around so many
listed names that are found as they stand, in the field of a name (where the kind is
given, and where it is unknown) or in a remittance text; and around innocents that
raise no alarm as they stand. What is found and what alarms is printed by group. Half
of the templates, by the hash of their id, are `held`: nothing is tuned on them, and
`--errors` never lists what they miss. `--part` says which listings are asked, as
elsewhere. Innocents are firms of the LEI's register in `--data`, made-up persons, and
ships with the words of two listed ones. What `--errors` lists are names from the lists:
for local eyes.
"""

import argparse
import json
import os
import random
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import listings as lists
import strangers
from templates_written import Template, templates

from enduse import Library
from enduse.messages.trade.beside import beside
from enduse.model import Fact, Match, Origin, Party, PartyKind, PartyName, Text
from enduse.names.index import NameIndex
from enduse.names.matcher import DEFAULT_THRESHOLD, Matcher

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parents[3] / "shared" / "data"
_KINDS: dict[str, PartyKind] = {"firm": "entity", "person": "person", "ship": "vessel"}
_WORDS = {"firm": (2, 7), "person": (2, 5), "ship": (1, 5)}
_LETTERS = 5
_ORIGIN = Origin("bench", "", "")
_LIMIT = 60


def listed(index: NameIndex, kind: str, *, held: bool) -> list[tuple[str, str]]:
    """The listings of a kind and part that templates may be put around: (id, name).

    None that states a birth, which that of a template would contradict.
    """
    fewest, most = _WORDS[kind]
    holders = index.arrays["name_listing"]
    found = []
    for at in range(len(index.arrays["record_ends"]) - 1):
        of = index.listed(at)
        row = int(holders.searchsorted(at))
        if of.facts.birth_dates:
            continue
        if of.facts.kind != _KINDS[kind] or row == len(holders):
            continue
        name = index.text("text", row) if holders[row] == at else ""
        fits = name.isascii() and fewest <= len(name.split()) <= most
        if fits and len(name) >= _LETTERS and lists.is_held_name(name) is held:
            found.append((of.id, name))
    return found


def innocents(kind: str, data: Path, names: Sequence[str], count: int) -> list[str]:
    """Names of a kind that are on no list, or hardly; `names` are listed ones."""
    rng = random.Random(7)
    if kind == "ship":
        words = [name.split() for name in names if len(name.split()) > 1]
        pairs = [rng.sample(words, 2) for _ in range(count)] if words[1:] else []
        return [f"{one[0]} {other[-1]}" for one, other in pairs]
    made = strangers.names(data / "lists", [], 20 * count)
    of = ("companies",) if kind == "firm" else ("us", "world")
    found = [name for key in of for name in made.get(key, ()) if " " in name]
    return rng.sample(found, min(count, len(found)))


def ask(matcher: Matcher, texts: Sequence[str], kind: PartyKind) -> list[set[str]]:
    """The listings that each field of a name is said to be."""
    parties = [Party("b", _ORIGIN, (PartyName(text),), kind) for text in texts]
    found = matcher.match_all(parties, limit=_LIMIT)
    return [_ids(matches) for matches in found]


def read(matcher: Matcher, texts: Sequence[str]) -> list[set[str]]:
    """The listings that each text is said to mention, as a payment's is read."""
    found = []
    for text in texts:
        told = _ids([spotted.match for spotted in matcher.spot(text)])
        for fact in beside([Fact("remittance", Text(text), _ORIGIN)]):
            if isinstance(fact.value, Party):
                told |= _ids(matcher.match(fact.value, limit=_LIMIT))
        found.append(told)
    return found


def _ids(matches: Sequence[Match]) -> set[str]:
    return {m.listing_id for m in matches if m.score >= DEFAULT_THRESHOLD}


@dataclass(frozen=True)
class Asked:
    """Whom the templates of a kind are put around, by the way of asking."""

    listed: Mapping[str, Sequence[tuple[str, str]]]
    innocent: Sequence[str]


def found_plain(
    matcher: Matcher, kind: str, some: Sequence[tuple[str, str]], strange: Sequence[str]
) -> Asked:
    """Those found as they stand, and those that raise no alarm so, whoever asks."""
    plain, known = [name for _, name in some], {}
    told = {way: ask(matcher, plain, of) for way, of in _ways(kind).items()}
    told["text"] = told["kind_given"]
    for way, found in told.items():
        both = zip(some, found, strict=True)
        known[way] = [one for one, ids in both if one[0] in ids]
    raised = [ask(matcher, strange, way) for way in _ways(kind).values()]
    raised.append(read(matcher, strange))
    each = zip(strange, *raised, strict=True)
    return Asked(known, [name for name, *ids in each if not any(ids)])


def _ways(kind: str) -> dict[str, PartyKind]:
    return {"kind_given": _KINDS[kind], "kind_unknown": "unknown"}


def measured(
    matcher: Matcher, template: Template, asked: Asked, errors: TextIO
) -> dict[str, tuple[int, int, int, int]]:
    """By way of asking: found, of so many; alarms, of so many."""
    kind = template.id.partition("/")[0]
    ways = {"text": None} if template.is_text else _ways(kind)
    strange = [template.around(name) for name in asked.innocent]
    result = {}
    for way, of in ways.items():
        some = asked.listed[way]
        given = [template.around(name) for _, name in some]
        told, raised = (
            ask(matcher, texts, of) if of else read(matcher, texts)
            for texts in (given, strange)
        )
        missed = [
            x
            for x, one, ids in zip(given, some, told, strict=True)
            if one[0] not in ids
        ]
        alarms = [text for text, ids in zip(strange, raised, strict=True) if ids]
        if not template.is_held:
            lines = [("miss", text) for text in missed]
            for what, text in [*lines, *(("alarm", text) for text in alarms)]:
                shown = text.replace("\n", "\\n")
                errors.write(f"{what}\t{template.id}\t{way}\t{shown}\n")
        result[way] = len(some) - len(missed), len(some), len(alarms), len(strange)
    return result


Counts = Mapping[str, Mapping[str, Sequence[int]]]


def by_group(counts: Counts, every: Sequence[Template]) -> dict[str, Any]:
    """Shares of each group, of its tuned and its held templates by themselves."""
    summed: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for template in every:
        part = "held" if template.is_held else "tuned"
        kind, place, _ = template.group.split("/")
        for way, said in counts.get(template.id, {}).items():
            for group in (template.group, f"{kind}/{place}", "all"):
                now = summed[group].setdefault(f"{part} {way}", [0] * 5)
                new = (*said, 1)
                summed[group][f"{part} {way}"] = [
                    a + b for a, b in zip(now, new, strict=True)
                ]
    return {
        group: {way: _shares(now) for way, now in sorted(ways.items())}
        for group, ways in sorted(summed.items())
    }


def _shares(now: Sequence[int]) -> dict[str, float]:
    found, asked, raised, strange, count = now
    return {
        "templates": count,
        "found": round(found / max(1, asked), 4),
        "alarms": round(raised / max(1, strange), 4),
    }


def run(matcher: Matcher, given: argparse.Namespace, errors: TextIO) -> dict[str, Any]:
    """Everything measured, as plain values."""
    counts: dict[str, dict[str, tuple[int, int, int, int]]] = {}
    every: list[Template] = []
    for kind in _KINDS:
        mine = [x for x in templates(kind) if x.id.startswith(given.only)]
        if given.templates != "both":
            mine = [x for x in mine if x.is_held is (given.templates == "held")]
        if not mine:
            continue
        some = listed(matcher.index, kind, held=given.part == "held")
        names = [name for _, name in some]
        strange = innocents(kind, given.data, names, given.each)
        some = random.Random(21).sample(some, min(given.each, len(some)))
        asked = found_plain(matcher, kind, some, strange)
        every += mine
        counts |= {x.id: measured(matcher, x, asked, errors) for x in mine}
    tuned = {x.id: counts[x.id] for x in every if not x.is_held}
    return {"part": given.part, "groups": by_group(counts, every), "tuned": tuned}


def printed(groups: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """The shares as a table, a line for each group and way of asking."""
    lines = [f"{'group':26}{'templates':22}{'n':>4}{'found':>8}{'alarms':>8}"]
    for group, ways in groups.items():
        for way, x in ways.items():
            shares = f"{x['templates']:4}{x['found']:8.3f}{x['alarms']:8.3f}"
            lines.append(f"{group:26}{way:22}{shares}")
    return "\n".join(lines)


def main() -> None:
    """Run the measurement and print its result."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(os.environ.get("ENDUSE_TEST_DATA", DEFAULT_DATA))
    options.add_argument("--home", type=Path, required=True, help="a library")
    options.add_argument("--data", type=Path, default=default)
    options.add_argument("--each", type=int, default=40, help="names of a kind")
    options.add_argument("--part", choices=("tuned", "held"), default="tuned")
    options.add_argument(
        "--templates", choices=("tuned", "held", "both"), default="both"
    )
    options.add_argument("--only", default="", help="as an id begins: ship/field")
    options.add_argument("--errors", type=Path, default=Path(os.devnull))
    options.add_argument("--json", "--out", type=Path)
    given = options.parse_args()
    with given.errors.open("w", encoding="utf-8") as errors:
        report = run(Library.open(given.home).matcher, given, errors)
    print(printed(report["groups"]))
    if given.json:
        command = ["git", "rev-parse", "HEAD"]
        commit = subprocess.run(command, capture_output=True, text=True, check=False)
        report["commit"] = commit.stdout.strip()
        report["date"] = datetime.now(UTC).date().isoformat()
        given.json.write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
