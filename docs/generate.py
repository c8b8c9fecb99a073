"""Write the reference pages from the code itself, or check that they are current.

python docs/generate.py          writes docs/reference/*.md
python docs/generate.py --check  exits 1 and names the page that is not current
"""

import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

sys.path.insert(0, str(Path(__file__).parent))
import goods_quality

from enduse import errors
from enduse.cli.main import application
from enduse.goods import registry as goods
from enduse.goods.control_list import SHIPPED, shipped
from enduse.lists import registry as lists
from enduse.lists.card import Card
from enduse.messages import registry as messages

OUT = Path(__file__).parent / "reference"
RESULTS = Path(__file__).parents[1] / "bench" / "results"
MADE = "<!-- made by docs/generate.py; do not edit -->\n"


def commands() -> str:
    """Every command with its help, as a person sees it."""
    root = typer.main.get_command(application())
    parts = ["# Commands\n", MADE]
    for path, command in _walk(root, "enduse"):
        parts.append(f"\n## `{path}`\n\n{_plain(command.help or '')}\n")
        rows = [_parameter(p) for p in command.params if p.name not in ("help",)]
        if any(rows):
            parts.append("\n| parameter | meaning | default |\n|---|---|---|\n")
            parts += [row for row in rows if row]
    return "".join(parts)


def _walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    children = getattr(command, "commands", None)
    if not children:
        yield path, command
        return
    for name, child in children.items():
        yield from _walk(child, f"{path} {name}")


def _plain(text: str) -> str:
    return inspect.cleandoc(text).replace("\f", "")


def _parameter(parameter: Any) -> str:
    names = ", ".join(f"`{opt}`" for opt in parameter.opts)
    if parameter.param_type_name == "argument":
        names = f"`{parameter.metavar or parameter.name.upper()}`"
    meaning = (getattr(parameter, "help", "") or "").replace("|", "\\|")
    default = parameter.default
    shown = "" if default in (None, "", False) or callable(default) else f"{default}"
    return f"| {names} | {meaning} | {shown} |\n"


def sources() -> str:
    """Every source of lists, from its card."""
    parts = [
        "# Sources\n",
        MADE,
        "\n`enduse update` fetches the sources that have an address; every one can be "
        "imported with `enduse update --from`. *Expected* ones are missed when absent: "
        "each assessment then says so.\n",
    ]
    for card in sorted(lists.cards().values(), key=lambda card: card.id):
        parts.append(_card(card))
    parts.append(
        "\n# Goods\n\nNomenclatures, correlations, control lists, components.\n"
    )
    templates = [getattr(goods.reader(n), "TEMPLATE", None) for n in goods.READERS]
    imported = [*goods.cards().values(), *filter(None, templates)]
    for card in sorted(imported, key=lambda card: card.id):
        parts.append(_card(card))
    parts.append("\n# Control lists in the package\n")
    parts += [_card(shipped(name).card) for name in SHIPPED]
    return "".join(parts)


def _card(card: Card) -> str:
    law = [f"[{c.title}]({c.url}) {c.section}".strip() for c in card.law]
    rows = [
        ("publisher", card.publisher),
        ("jurisdiction", card.jurisdiction),
        ("law", "; ".join(law)),
        ("entails", ", ".join(card.measures) or "told apart on each entry"),
        ("licence", card.licence),
        (
            "fetched from",
            ", ".join(f"<{url}>" for _, url in card.urls) or "import only",
        ),
        ("fewest entries", f"{card.min_entries:,}"),
        ("stale after", f"{card.max_age_days} days"),
        ("expected", "yes" if card.expected else "no"),
        ("read by", ", ".join(_readers(card.id))),
    ]
    lines = [f"\n## `{card.id}`: {card.title}\n\n| | |\n|---|---|\n"]
    lines += [f"| {key} | {value} |\n" for key, value in rows if value]
    if card.notes:
        lines.append(f"\n{card.notes}\n")
    return "".join(lines)


def _readers(source: str) -> list[str]:
    named = [(n, lists.reader(n).CARDS) for n in lists.names()]
    named += [(n, goods.reader(n).CARDS) for n in goods.names()]
    return [f"`{n}`" for n, cards in named if any(c.id == source for c in cards)]


def formats() -> str:
    """Every message format and which reader reads it."""
    parts = ["# Formats\n", MADE, "\n| format | what it is | reader |\n|---|---|---|\n"]
    for name in messages.names():
        for format_, what in sorted(messages.reader(name).FORMATS.items()):
            parts.append(f"| {format_} | {what} | `{name}` |\n")
    return "".join(parts)


def faults() -> str:
    """Every error class that stops the work, with its meaning."""
    parts = ["# Errors\n", MADE, "\n| error | when |\n|---|---|\n"]
    for name, kind in vars(errors).items():
        if inspect.isclass(kind) and issubclass(kind, errors.EnduseError):
            parts.append(f"| `{name}` | {inspect.getdoc(kind)} |\n")
    return "".join(parts)


def names_quality() -> str:
    """How right the name matcher is, from the results that are kept."""
    told = json.loads((RESULTS / "names_quality.json").read_text(encoding="utf-8"))
    parts = ["# How right names are\n", MADE, f"\nMeasured {told['date']} on listings "]
    parts.append("held out from tuning, names alone, at the default threshold.\n")
    parts.append("\n| class | n | right |\n|---|---|---|\n")
    for name, found in told["classes"].items():
        parts.append(f"| {name} | {found['n']} | {found['right']:.3f} |\n")
    parts.append("\n| names on no list | n | alarms per 100,000 |\n|---|---|---|\n")
    for name, found in told["alarms"].items():
        parts.append(f"| {name} | {found['n']} | {found['per_100k']:.0f} |\n")
    parts += _labelled_pairs(told["pairs"])
    return "".join((*parts, *_pipelines(), *_listed_numbers()))


def _labelled_pairs(told: dict[str, Any]) -> Iterator[str]:
    """F1 of labelled pairs by method; logic-v2 where it was installed."""
    known = ("enduse", "logic-v2", "ofac", "wratio", "token-sort")
    methods = tuple(name for name in known if f"all/{name}" in told)
    yield f"\n| labelled pairs, F1 | {' | '.join(methods)} |\n"
    yield f"|---|{'---|' * len(methods)}\n"
    rows = [(kind, told, kind) for kind in ("all", "person", "entity", "vessel")]
    apart = told["apart"]
    rows += [
        (f"{k}, listed names a word apart", apart, k) for k in ("person", "entity")
    ]
    for label, found, kind in rows:
        scores = (found[f"{kind}/{method}"]["f1"] for method in methods)
        yield f"| {label} | {' | '.join(f'{score:.3f}' for score in scores)} |\n"


def _pipelines() -> Iterator[str]:
    """The same parties screened by other pipelines, from the results that are kept."""
    told = json.loads((RESULTS / "names_pipelines.json").read_text(encoding="utf-8"))
    yield "\n## Beside other pipelines\n\nThe same parties screened in one process on "
    yield f"one core against {told['names']:,} names of {told['listed']:,} listed "
    yield "parties (`bench/quality/names/pipelines.py`): the share of each set that is "
    yield "told at the threshold in use, and at the one that finds 99 in 100 of the "
    yield "listed persons; parties a second. Of each set the slow ones are asked "
    yield f"{told['asked_of_slow']}. nomenklatura {told['nomenklatura']}.\n"
    sets = list(told["asked"])
    yield f"\n| pipeline | threshold | {' | '.join(sets)} |\n"
    yield f"|---|---|{'---|' * len(sets)}\n"
    for name, found in told["pipelines"].items():
        for key in ("at_its_threshold", "at_99_percent_of_persons"):
            if shares := found.get(key):
                cells = " | ".join(f"{shares[label]:.4f}" for label in sets)
                yield f"| {name} | {shares['threshold']:.2f} | {cells} |\n"
        speeds = " | ".join(f"{found['parties_per_s'][label]:,}/s" for label in sets)
        yield f"| {name} | | {speeds} |\n"


def _listed_numbers() -> Iterator[str]:
    """How listed numbers are found, from the results that are kept."""
    told = json.loads((RESULTS / "listed_numbers.json").read_text(encoding="utf-8"))
    yield "\n## Listed numbers and codes\n\nBeside a name that is on no list "
    yield "(`bench/quality/names/listed_numbers.py`): the share found in a remittance "
    yield "text behind its label, in one without a label, in a column headed by its "
    yield "label, and in a column headed `identifier`.\n"
    yield "\n| scheme | n | text, label | text | column | `identifier` |\n"
    yield "|---|---|---|---|---|---|\n"
    ways = ("text_labelled", "text_bare", "column", "column_unnamed")
    for scheme, found in told["found"].items():
        shares = " | ".join(f"{found[way]:.2f}" for way in ways)
        yield f"| {scheme} | {found['n']} | {shares} |\n"
    yield "\n| invented, in texts | n | told to be listed | listed by chance |\n"
    yield "|---|---|---|---|\n"
    for kind, found in told["invented"].items():
        counts = f"{found['told']:,} | {found['listed_by_chance']:,}"
        yield f"| {kind} | {found['n']:,} | {counts} |\n"


def goods_right() -> str:
    """How right goods are told, from the results that are kept."""
    page: str = goods_quality.page(MADE)
    return page


PAGES = {
    "commands.md": commands,
    "sources.md": sources,
    "formats.md": formats,
    "errors.md": faults,
    "names-quality.md": names_quality,
    "goods-quality.md": goods_right,
}


def main(arguments: list[str]) -> int:
    """Write or check every page; 1 when a page is not current."""
    stale = []
    OUT.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        path, text = OUT / name, make()
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        print(f"not current: {', '.join(stale)}; run: make docs", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
