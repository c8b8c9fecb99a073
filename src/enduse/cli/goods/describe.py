"""What enduse makes of one description, for a person or as JSON."""

from datetime import date
from typing import Any

from rich.padding import Padding
from rich.text import Text

from enduse.cli import output


def print_text(text: str, *, as_json: bool = False, at: date | None = None) -> None:
    """Classify one description and print codes, lists, evidence and attributes."""
    from enduse.goods.classify import Classifier
    from enduse.goods.classify.batches import plain
    from enduse.library.home import home

    with output.working() as progress:
        progress.step("opening the index")
        classifier = Classifier.open(home(), progress=progress.count)
    found = plain(classifier.classify([text], at=at)[0])
    if as_json:
        output.print_json({"input": text, **found})
    else:
        _tell(found)


def _tell(found: dict[str, Any]) -> None:
    say = output.screen.print
    for problem in found["problems"]:
        say(problem["message"], style="bold yellow", markup=False)
    if found["too_vague"]:
        say(
            f"Too vague: {found['vague_reason']}. Ask what the goods are.", style="bold"
        )
    for one in found["candidates"][:5]:
        line = Text(f"{one['p']:5.2f}  {one['hs6']}  ", style="bold")
        say(line.append(one["title"], style="not bold"))
    for one in found["controlled"]:
        tier = f" tier {one['tier']}" if one["tier"][:1].isdigit() else ""
        say(f"{one['p']:5.2f}  on {one['list']}{tier} ({one['hs6']})", markup=False)
    like = "\n".join(
        f"{e['similarity']:.2f}  {e['hs6']}  {e['text'][:70]}  [{e['source']}]"
        for e in found["evidence"]
    )
    say(Padding(Text(f"most like:\n{like}" if like else "", style="dim"), (0, 0, 0, 4)))
    for name, values in found["attributes"].items():
        say(f"    {name}: {', '.join(values)}", style="dim", markup=False)
