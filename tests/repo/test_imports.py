"""A package imports only `model`, `errors` and packages above it in the list."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "enduse"
ORDER = (
    "model",
    "errors",
    "files",
    "codes",
    "text",
    "lists",
    "goods",
    "names",
    "messages",
    "flows",
    "library",
    "pipeline",
    "engines",
    "report",
    "cli",
    "__main__",
)
MODULES = sorted(SRC.rglob("*.py"))


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {n.split(".")[1] for n in names if n.startswith("enduse.")}
    return found & set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_follow_the_order(path: Path) -> None:
    package = path.relative_to(SRC).parts[0].removesuffix(".py")
    if package == "__init__":
        return
    assert package in ORDER, f"{package} has no place in the order; add it to ORDER"
    allowed = set(ORDER[: ORDER.index(package) + 1])
    assert _imports(path) <= allowed


def test_no_file_is_called_for_nothing() -> None:
    vague = {"utils.py", "base.py", "common.py", "helpers.py", "misc.py"}
    assert not [p for p in MODULES if p.name in vague]


def test_order_names_only_packages_that_exist() -> None:
    here = {p.name.removesuffix(".py") for p in SRC.iterdir()}
    assert set(ORDER) <= here
