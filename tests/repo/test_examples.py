"""The examples in docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

import enduse

MODULES = sorted(m.name for m in pkgutil.walk_packages(enduse.__path__, "enduse."))


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert not failed


def test_some_modules_have_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [t for n in MODULES for t in finder.find(importlib.import_module(n))]
    assert sum(bool(test.examples) for test in found) > 20
