"""The golden inputs of the list readers, by reader, for other tests to build on."""

from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.lists import registry

HERE = Path(__file__).parent / "lists"


def cases() -> dict[str, list[list[Path]]]:
    """For each reader the golden folders of its sources, as lists of input files."""
    found: dict[str, list[list[Path]]] = {}
    for folder in sorted({path.parent for path in HERE.rglob("expected.json")}):
        inputs = [path for path in sorted(folder.iterdir()) if path.is_file()]
        inputs = [path for path in inputs if path.name != "expected.json"]
        sniffed = registry.sniff(SourceFile.of(inputs[0])) if inputs else None
        if sniffed:
            found.setdefault(sniffed[0], []).append(inputs)
    return found
