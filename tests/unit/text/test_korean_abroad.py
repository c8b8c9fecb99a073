"""Korean names of the South's spelling, as the North spells them."""

import pytest

from enduse.text.korean_abroad import northern_readings

READ = {
    "choi ryong hae": ("choe ryong hae",),
    "park pong ju": ("pak pong ju",),
    "jeon il chun": ("jon il chun",),
    "lee sun gwon": ("ri sun gwon",),
    "kim yeo jeong": ("kim yo jong",),
    "noh gwang cheol": ("ro kwang chol", "no kwang chol"),
    "hwang byeong seo": ("hwang pyong so",),
    "chang myong chin": ("jang myong jin",),  # as scholars spell it
    "ri tok chin": ("ri tok jin",),
    "kil chong hun": ("kil jong hun",),
    "ri son gwon": (),  # as the North spells it
    "kim young chul": (),  # a name of thousands
    "lee harper": (),
    "robert lee": (),
    "anna kang": (),
}


@pytest.mark.parametrize(("spelt", "read"), READ.items())
def test_the_north_spells_it_so(spelt: str, read: tuple[str, ...]) -> None:
    assert northern_readings(spelt.split()) == read
