"""Every message reader, held to small files of its format and what they must give.

To add one: put inputs under `messages/<reader name>/` and run
`pytest tests/golden --golden-update`, then read the `.expected.json` it wrote.
"""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.model import Problem
from enduse.model.encode import to_plain
from tests.golden.source_case import hold

HERE = Path(__file__).parent / "messages"
CASES = sorted(
    path
    for path in HERE.rglob("*")
    if path.is_file() and not path.name.endswith(".expected.json")
)


def read_case(path: Path) -> dict[str, object]:
    file = SourceFile.of(path)
    name = registry.sniff(file)
    assert name, f"no reader knows {path}"
    reader = registry.reader(name)
    results = list(reader.parse(file, Options()))
    messages = [r for r in results if isinstance(r, Message)]
    return {
        "reader": name,
        "messages": [
            {
                "format": message.format,
                "kind": message.kind,
                "ref": message.ref,
                "origin": message.origin.locator,
                "facts": [to_plain(fact) for fact in reader.facts(message)],
                "problems": [to_plain(p) for p in message.problems],
            }
            for message in messages
        ],
        "problems": [to_plain(r) for r in results if isinstance(r, Problem)],
    }


@pytest.mark.parametrize("path", CASES, ids=lambda p: str(p.relative_to(HERE)))
def test_message_golden(path: Path, golden_update: bool) -> None:
    found = read_case(path)
    assert found["reader"] == path.relative_to(HERE).parts[0]
    expected = path.with_name(path.name + ".expected.json")
    hold(found, expected, update=golden_update)


@pytest.mark.parametrize("name", registry.names())
def test_every_reader_has_a_golden(name: str) -> None:
    assert list((HERE / name).glob("*.expected.json")), "no golden for this reader"
