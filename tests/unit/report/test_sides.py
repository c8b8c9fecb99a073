"""Both sides of a finding."""

from dataclasses import replace

import pytest

from enduse.model import Cite, Finding, PartyName
from enduse.report.sides import scale, sides, web_link
from tests.unit.report import invented


def test_equal_values_are_said_to_agree() -> None:
    """The tax number is on both sides; it stands first on each."""
    both = sides(invented.finding(), invented.LISTED)
    assert both is not None
    pairs = {pair.label: pair for pair in both.pairs}
    assert pairs["Identifiers"].party[0].agrees
    assert [value.agrees for value in pairs["Identifiers"].listed] == [True, False]
    assert not pairs["Addresses"].party[0].agrees
    assert pairs["Other names"].party == ()
    assert "Born" not in pairs


def test_the_nearest_of_several_names_is_shown() -> None:
    """A party with two names is shown by the one that the list resembles."""
    party = invented.party("Something Else Ltd")
    party = replace(
        party, names=(*party.names, PartyName("JSC Vostrelka Precision Bearings"))
    )
    both = sides(invented.finding(party=party), invented.LISTED)
    assert both is not None
    assert both.party_name == "JSC Vostrelka Precision Bearings"
    assert both.marks.differing == 0


def test_a_finding_without_a_match_has_no_sides() -> None:
    """Nothing is compared, so nothing is shown as if it were."""
    assert sides(Finding("x", "red_flag", "low", "t", "e"), None) is None


def test_an_entry_that_is_gone_leaves_the_listed_name() -> None:
    """Without the entry the names are still side by side."""
    both = sides(invented.finding(), None)
    assert both is not None
    assert "".join(s.text for s in both.marks.right) == invented.LISTED.name


def test_bars_fit() -> None:
    """A bar to the right has twice the room of one to the left."""
    parts = invented.finding().match.parts  # type: ignore[union-attr]
    assert scale(parts) == 1.0
    assert scale((replace(parts[0], weight=-0.9),)) == 1.8


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://law.example/a", "https://law.example/a"),
        ("HTTP://law.example/a", "HTTP://law.example/a"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://law.example/a\n", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, link: str) -> None:
    """No other scheme can be clicked."""
    assert web_link(Cite("t", url)) == link
