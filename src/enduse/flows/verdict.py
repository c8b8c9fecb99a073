"""What a measure's effect comes to, in words, by rules that anybody can check."""

from dataclasses import dataclass

from enduse.flows.interrupted import LEAST_AFTER, LEAST_BEFORE, Estimate, Interruption

RULES = (
    "Verdict: `fell` if the step at the event is below zero with 95 % confidence, and "
    "`stayed down` if the last months are too and at least half the step is left, else "
    "`recovered`; `gradually` if only the last months are below; `no fall shown` "
    "otherwise (rises alike with --expect rise). Added to it: that the controls moved "
    "alike, that false events in the time before gave steps as large in a tenth of "
    "cases or more, that trade rose by a tenth or more in the months before a fall."
)
_BY_CHANCE = 0.1
_AHEAD = 10.0  # percent
_WORDS = {-1: ("fell", "fall", "down"), 1: ("rose", "rise", "up")}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`word` is one of a closed set, `text` the sentence with what qualifies it.

    `word`: `stayed`, `recovered`, `gradual`, `none`, `unknown`.
    """

    word: str
    text: str


def verdict(
    found: Interruption | None,
    contrast: Estimate | None,
    placebo: float | None,
    *,
    sign: int,
) -> Verdict:
    """The verdict on a measure meant to move trade by `sign` (-1 down, 1 up)."""
    if found is None:
        text = f"not enough months: {LEAST_BEFORE} before and {LEAST_AFTER} after"
        return Verdict("unknown", f"{text} the event are needed")
    word, text = _main(found, sign)
    if word == "none":
        return Verdict(word, text)
    if contrast is not None and not _moved(contrast, sign):
        text += ", but not set apart from the controls"
    if placebo is not None and placebo >= _BY_CHANCE:
        text += f", but false events before gave as much in {placebo:.0%} of cases"
    ahead = found.anticipation
    if sign < 0 and ahead and ahead.low > 0 and ahead.percent[0] >= _AHEAD:
        text += ", after trade had risen ahead of it"
    return Verdict(word, text)


def _main(found: Interruption, sign: int) -> tuple[str, str]:
    did, noun, where = _WORDS[sign]
    now, later = _moved(found.step, sign), _moved(found.end, sign)
    left = 1 - (found.recovered or 0.0)
    if now and later and left >= 0.5:
        return "stayed", f"{did} and stayed {where}"
    if now:
        share = f" ({1 - left:.0%} of the step is gone)" if left < 1 else ""
        return "recovered", f"{did}, then recovered{share}"
    if later:
        return "gradual", f"{did} gradually"
    return "none", f"no {noun} shown"


def _moved(one: Estimate, sign: int) -> bool:
    return one.high < 0 if sign < 0 else one.low > 0
