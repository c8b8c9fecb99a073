"""A credit after each of its amendments."""

from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.swift.credit_chain import CreditState, credit_state
from enduse.model import Amount, Good, Route, Text

HEAD = "{1:F01EXAMTRISAXXX0000000000}{2:I%sEXAMDEFFXXXXN}{4:\r\n"
ISSUE = HEAD % "700" + (
    ":27:1/1\r\n:40A:IRREVOCABLE\r\n:20:LC-1\r\n:31C:261103\r\n:31D:270215BONN\r\n"
    ":50:A LTD\r\n:59:B GMBH\r\n:32B:EUR1000,\r\n:43T:ALLOWED\r\n:44E:HAMBURG\r\n"
    ":44F:MERSIN\r\n:45A:+1 LATHE\r\n+2 PUMPS\r\n:46A:+INVOICE\r\n-}\r\n"
)


def amend(number: int, fields: str) -> str:
    return HEAD % "707" + (
        f":27:1/1\r\n:20:LC-1\r\n:21:NONREF\r\n:23:LC-1\r\n:31C:261103\r\n:26E:{number}"
        f"\r\n:30:26111{number}\r\n{fields}-}}\r\n"
    )


def states(tmp_path: Path, text: str) -> list[CreditState]:
    path = tmp_path / "a.fin"
    path.write_text(text, encoding="utf-8")
    reader = registry.reader("swift-mt")
    found = reader.parse(SourceFile.of(path), Options())
    return credit_state([item for item in found if isinstance(item, Message)])


def goods(state: CreditState) -> list[str]:
    return [f.value.description for f in state.facts if isinstance(f.value, Good)]


def texts(state: CreditState, role: str) -> list[str]:
    return [
        f.value.text
        for f in state.facts
        if f.role == role and isinstance(f.value, Text)
    ]


def test_amendments_apply_in_order_of_their_number(tmp_path: Path) -> None:
    second = amend(2, ":45B:/DELETE/2 PUMPS\r\n:33B:EUR100,\r\n")
    first = amend(1, ":45B:/ADD/+3 VALVES\r\n:32B:EUR500,\r\n:44F:POTI\r\n")
    issued, one, two = states(tmp_path, second + ISSUE + first)
    assert [s.amendment for s in (issued, one, two)] == ["", "1", "2"]
    assert goods(issued) == ["1 LATHE", "2 PUMPS"]
    assert goods(one) == ["1 LATHE", "2 PUMPS", "3 VALVES"]
    assert goods(two) == ["1 LATHE", "3 VALVES"]
    amounts = [f.value for f in two.facts if isinstance(f.value, Amount)]
    assert [(str(a.value), a.currency) for a in amounts] == [("1400", "EUR")]
    (route,) = [f.value for f in two.facts if isinstance(f.value, Route)]
    assert [p.name for p in route.places] == ["HAMBURG", "POTI"]
    assert [f.value.description for f in two.removed if isinstance(f.value, Good)] == [
        "2 PUMPS"
    ]


def test_repall_replaces_all_and_new_terms_replace_old(tmp_path: Path) -> None:
    text = ISSUE + amend(
        1, ":31D:270430BONN\r\n:43T:NOT ALLOWED\r\n:46B:/REPALL/+B/L\r\n+LIST\r\n"
    )
    _, now = states(tmp_path, text)
    assert texts(now, "documents_required") == ["B/L", "LIST"]
    assert texts(now, "expiry_date") == ["2027-04-30"]
    assert texts(now, "transhipment") == ["NOT ALLOWED"]


def test_what_an_amendment_cannot_delete_is_told(tmp_path: Path) -> None:
    _, now = states(tmp_path, ISSUE + amend(1, ":45B:/DELETE/+9 ROCKETS\r\n"))
    assert [p.code for p in now.problems] == ["amendment-unmatched"]
    assert goods(now) == ["1 LATHE", "2 PUMPS"]


def test_a_missing_part_is_told(tmp_path: Path) -> None:
    (issued,) = states(tmp_path, ISSUE.replace("1/1", "1/2"))
    assert [p.code for p in issued.problems] == ["credit-part-missing"]


def test_an_amendment_alone_states_what_it_states(tmp_path: Path) -> None:
    (now,) = states(tmp_path, amend(1, ":45B:/ADD/+3 VALVES\r\n"))
    assert goods(now) == ["3 VALVES"]
    assert now.credit_number == "LC-1"


def test_a_message_given_twice_counts_once(tmp_path: Path) -> None:
    first = amend(1, ":45B:/ADD/+3 VALVES\r\n:32B:EUR500,\r\n")
    issued, one = states(tmp_path, first + ISSUE + ISSUE + first)
    assert goods(issued) == ["1 LATHE", "2 PUMPS"]
    assert goods(one) == ["1 LATHE", "2 PUMPS", "3 VALVES"]
    amounts = [str(f.value.value) for f in one.facts if isinstance(f.value, Amount)]
    assert amounts == ["1500"]
    assert not one.problems


def test_two_versions_of_one_amendment_are_told(tmp_path: Path) -> None:
    text = ISSUE + amend(1, ":44F:POTI\r\n") + amend(1, ":44F:VARNA\r\n")
    _, one = states(tmp_path, text)
    assert [p.code for p in one.problems] == ["amendment-twice"]


def test_a_missing_amendment_is_told(tmp_path: Path) -> None:
    _, third = states(tmp_path, ISSUE + amend(3, ":44F:POTI\r\n"))
    (problem,) = third.problems
    assert problem.code == "amendment-missing"
    assert "amendment 1 to 2" in problem.message


def test_an_advice_is_amended_and_a_transfer_stands_for_itself(tmp_path: Path) -> None:
    own = ":20:ADV-9\r\n:21:LC-1\r\n"
    advice = ISSUE.replace("I700", "I710").replace(":20:LC-1\r\n", own)
    transfer = ISSUE.replace("I700", "I720").replace(":20:LC-1\r\n", own)
    amendment = amend(1, ":45B:/ADD/+3 VALVES\r\n")
    found = states(tmp_path, transfer + advice + amendment + ISSUE)
    last = {state.form: goods(state) for state in found}
    assert last == {
        "": ["1 LATHE", "2 PUMPS", "3 VALVES"],
        "advice": ["1 LATHE", "2 PUMPS", "3 VALVES"],
        "transfer": ["1 LATHE", "2 PUMPS"],
    }
