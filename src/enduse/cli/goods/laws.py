"""What stands behind a list's word on goods: how sure, since when, by which law."""

from typing import Any

from rich.padding import Padding
from rich.text import Text

from enduse.cli import output


def tell_control(control: Any) -> None:
    """Print certainty, dates, law and questions of one control or vague term."""
    body = Text("\n".join(laws(control)))
    output.screen.print(Padding(body, (0, 0, 0, 4)))


def laws(control: Any) -> list[str]:
    """The lines on one control: certainty, dates, family, law, questions, ordinary use.

    *Shape*: anything with the fields of `Control` that bear on it.
    """
    since = f"since {control.since}" if control.since else "in force"
    until = getattr(control, "until", None)
    via = getattr(control, "via", "")
    tier = getattr(control, "tier", "")
    how = f"{via}, " if via else ""
    grade = control.grade.replace("_", " ")
    body = [f"{how}{grade}; {since}{f' until {until}' if until else ''}"]
    if tier and not tier[:1].isdigit():
        body.append(f"family: {tier}")
    body += [f"law: {' '.join((c.title, c.section)).strip()}" for c in control.cites]
    body += [f"ask: {question}" for question in control.ask]
    uses = getattr(control, "ordinary_uses", ())
    return [*body, f"ordinarily: {'; '.join(uses)}"] if uses else body
