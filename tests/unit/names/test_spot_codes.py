"""The codes of many names at once are those of each alone."""

from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.names import spot_codes, spot_heard

_WORDS = st.text("aehijkoqstxyz", min_size=1, max_size=14) | st.from_regex(
    r"[0-9]{1,9}", fullmatch=True
)
_NAMES = st.lists(st.lists(_WORDS, min_size=1, max_size=9).map(" ".join), max_size=6)
_ALONE = {True: spot_heard.asked, False: spot_heard.filed}


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize("sign", [b"", b"@"])
@given(names=_NAMES)
def test_codes_of_many_are_those_of_each(
    names: list[str], sign: bytes, asked: bool
) -> None:
    found = spot_codes.coded(names, [sign] * len(names), asked=asked)
    for at, name in enumerate(names):
        keys = _ALONE[asked](spot_heard.heard(name.split()))
        alone = {crc32(sign + key) for key in keys}
        assert set(found.codes[found.owners == at].tolist()) == alone


def test_names_of_any_length_have_codes() -> None:
    names = ["", "a", "ivanov petr", "manturov" * 9, "x" * 300, "12 4711"]
    found = spot_codes.coded(names, [b""] * len(names), asked=False)
    for at, name in enumerate(names):
        alone = set(map(crc32, spot_heard.filed(spot_heard.heard(name.split()))))
        assert set(found.codes[found.owners == at].tolist()) == alone
