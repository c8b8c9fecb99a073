"""Korean names of the South's spelling, as the North spells them."""

import pytest

from enduse.text.korean_abroad import as_in_the_north

READ = {
    "choi ryong hae": "choe ryong hae",
    "park pong ju": "pak pong ju",
    "jeon il chun": "jon il chun",
    "lee sun gwon": "ri sun gwon",
    "ri son gwon": "",  # as the North spells it
    "kim young chul": "",  # a name of thousands
    "lee harper": "",
    "robert lee": "",
    "anna kang": "",
}


@pytest.mark.parametrize(("spelt", "read"), READ.items())
def test_the_north_spells_it_so(spelt: str, read: str) -> None:
    assert as_in_the_north(spelt.split()) == read
