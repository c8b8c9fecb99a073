"""What enduse makes of one description, for a person or as JSON."""

from datetime import date
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.text import Text

from enduse.cli import output
from enduse.cli.goods.laws import tell_control
from enduse.goods.components import Components
from enduse.goods.control import today
from enduse.goods.glossary import english
from enduse.goods.vague_terms import vague_term
from enduse.model.encode import to_plain

if TYPE_CHECKING:
    from enduse.goods.classify import Classifier
    from enduse.goods.classify.rerank import Reranker

_WORTH_LAW = 0.2  # a list less likely than this gets its line, not its law


def print_text(
    text: str,
    *,
    as_json: bool = False,
    at: date | None = None,
    reranker: "Reranker | None" = None,
) -> bool:
    """Print codes, lists, evidence and attributes; whether a list is likely."""
    from enduse.goods.classify import Classifier
    from enduse.goods.classify.batches import LIKELY, plain
    from enduse.library.home import home

    with output.working() as progress:
        progress.step("opening the index")
        classifier = Classifier.open(home(), progress=progress.count)
    one = classifier.classify([text], at=at)[0]
    found = plain(reranker.rerank(one) if reranker else one)
    more = _more(text, found, classifier, at or today())
    told = {"input": text, **found, **more}
    if as_json:
        output.print_json(to_plain(told))
    else:
        _tell(told)
    return any(one["p"] >= LIKELY for one in found["controlled"])


def _more(
    text: str, found: dict[str, Any], classifier: "Classifier", day: date
) -> dict[str, Any]:
    """What the law says of the likely lists, and what else is known of the words."""
    from enduse.goods.classify.in_english import in_english

    lists = classifier.control_lists
    parts = found["attributes"].get("part_numbers", [])
    components = Components.open(classifier.home) if parts else None
    return {
        "as_of": day,
        "controls": [
            control
            for one in found["controlled"]
            for control in lists.controls(one["hs6"], at=day, via="classified")
            if control.list == one["list"]
        ],
        "may_hide": vague_term(text, day) if found["too_vague"] else None,
        "english": [list(pair) for pair in english(text)] if _foreign(found) else [],
        "read_as": read.text if (read := in_english(text)) else "",
        "components": [h for p in parts for h in components.find(p)]
        if components
        else [],
    }


def _foreign(found: dict[str, Any]) -> bool:
    return found["language"] not in ("en", "")


def _tell(found: dict[str, Any]) -> None:
    say = output.screen.print
    for problem in found["problems"]:
        say(problem["message"], style="bold yellow", markup=False)
    if found["too_vague"]:
        say(
            f"Too vague: {found['vague_reason']}. Ask what the goods are.", style="bold"
        )
    if found["may_hide"]:
        _tell_vague(found["may_hide"])
    for one in found["candidates"][:5]:
        line = Text(f"{one['p']:5.2f}  {one['hs6']}  ", style="bold")
        say(line.append(one["title"], style="not bold"))
    laws = {control.list: control for control in found["controls"]}
    if "reranked" in found:
        say(f"order by {found['reranked']['model']}", style="dim", markup=False)
    for one in found["controlled"]:
        tier = f" tier {one['tier']}" if one["tier"][:1].isdigit() else ""
        say(f"{one['p']:5.2f}  on {one['list']}{tier} ({one['hs6']})", markup=False)
        if one["p"] >= _WORTH_LAW and one["list"] in laws:
            tell_control(laws[one["list"]])
    for hit in found["components"]:
        said = f"{hit.part} was found in recovered equipment: record {hit.origin}"
        say(said, style="bold yellow", markup=False)
    _tell_rest(found)


def _tell_vague(term: Any) -> None:
    output.screen.print(f"{term.term!r} may hide {term.hides}", markup=False)
    tell_control(term)


def _tell_rest(found: dict[str, Any]) -> None:
    say = output.screen.print
    like = "\n".join(
        f"{e['similarity']:.2f}  {e['hs6']}  {e['text'][:70]}  [{e['source']}]"
        for e in found["evidence"]
    )
    say(Padding(Text(f"most like:\n{like}" if like else "", style="dim"), (0, 0, 0, 4)))
    if found["english"]:
        words = "; ".join(f"{word}: {meaning}" for word, meaning in found["english"])
        say(f"    in English: {words}", style="dim", markup=False)
    if found["read_as"]:
        say(f"    read as: {found['read_as']}", style="dim", markup=False)
    for name, values in found["attributes"].items():
        say(f"    {name}: {', '.join(values)}", style="dim", markup=False)
