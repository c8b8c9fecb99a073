"""Records made quickly are as frozen dataclasses are, and made of the same things."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from enduse.model import Address, Fact, Identifier, Origin, Party, Text
from enduse.model.quick import quick

ORIGIN = Origin("a.xml", "", "/1")


@dataclass(frozen=True, slots=True)
class Plain:
    """What a dataclass itself makes."""

    one: str
    two: int = 2
    three: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    """The same, made quickly."""

    one: str
    two: int = 2
    three: tuple[str, ...] = ()


def test_it_works() -> None:
    made = Quick("a", three=("b",))
    assert (made.one, made.two, made.three) == ("a", 2, ("b",))
    assert type(made) is Quick
    assert made == Quick("a", 2, ("b",)) != Quick("a")
    assert hash(made) == hash(Plain("a", 2, ("b",)))
    assert repr(made) == "Quick(one='a', two=2, three=('b',))"
    assert replace(made, two=3) == Quick("a", 3, ("b",))


@pytest.mark.parametrize("record", [ORIGIN, Fact("note", Text("x"), ORIGIN)])
def test_a_record_cannot_be_changed(record: Origin | Fact) -> None:
    name = fields(record)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(record, name, "other")
    with pytest.raises(FrozenInstanceError):
        delattr(record, name)
    with pytest.raises((AttributeError, TypeError)):
        setattr(record, "unheard", 1)  # noqa: B010


def test_a_record_is_copied_and_sent() -> None:
    party = Party("debtor", ORIGIN, identifiers=(Identifier("bic", "DEUTDEFF"),))
    assert pickle.loads(pickle.dumps(party)) == party
    assert copy.deepcopy(party) == party


def test_it_takes_what_a_dataclass_takes() -> None:
    assert str(inspect.signature(Quick)) == str(inspect.signature(Plain))
    assert Address() == Address(lines=())
    with pytest.raises(TypeError, match="missing 1 required"):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword"):
        Quick("a", four=4)  # type: ignore[call-arg]


def test_what_is_computed_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Computed:
        values: list[int] = field(default_factory=list)

    @dataclass(frozen=True)
    class Unslotted:
        value: int

    for cls in (Computed, Unslotted, int):
        with pytest.raises(TypeError):
            quick(cls)
