"""Messages whose line breaks were lost."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.messages.swift.fields import split
from enduse.messages.swift.glued import is_glued, rebroken


def test_fields_items_and_parties_get_their_lines_back() -> None:
    text = (
        ":20:LC1:50:ABC IMPORT LTD HARBOUR ROAD 5 MERSIN TR:59:"
        "/TR330006100519786457841326 "
        "X GMBH KOELN DE:45A:+2 SETS LATHES HS 8458 +5 PCS CHUCKS CIF MERSIN:49:WITHOUT"
    )
    assert is_glued(text)
    fields = {field.tag: field.lines for field in split(rebroken(text))[0]}
    assert fields["50"] == ("ABC IMPORT LTD", "HARBOUR ROAD 5 MERSIN", "TR")
    assert fields["59"] == ("/TR330006100519786457841326", "X GMBH", "KOELN", "DE")
    assert fields["45A"] == (
        "+2 SETS LATHES HS 8458",
        "+5 PCS CHUCKS",
        "CIF MERSIN",
    )


def test_an_account_is_parted_from_the_name_where_no_blank_does() -> None:
    text = ":20:1:50K:/DE89370400440532013000RHEIN GMBH:59:X:71A:OUR"
    assert "/DE89370400440532013000\nRHEIN GMBH" in rebroken(text)


def test_a_time_of_day_is_no_field() -> None:
    assert rebroken(":20:1:21:X:79:SENT AT 10:30:15 TODAY:71A:OUR").count("\n") == 3


def test_a_message_with_its_lines_is_left_alone() -> None:
    assert not is_glued(":20:1\n:21:2\n:79:AS PER :45A: AND :46A: OF THE CREDIT\n:72:X")


@given(st.text(alphabet=":0123456789ABZ/+ \n", max_size=300))
def test_nothing_is_lost(text: str) -> None:
    def plain(said: str) -> str:
        return "".join(c for c in said if c.isalnum())

    assert plain(rebroken(text)) == plain(text)
