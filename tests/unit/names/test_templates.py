"""Templates around names: their bench runs, and counts what it says it counts."""

import argparse
import io
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from enduse.names.matcher import Matcher
from tests.unit.names.cast import listing, matcher

BENCH = Path(__file__).parents[3] / "bench" / "quality" / "names"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCH))
    bench = import_module("templates")
    monkeypatch.setattr(bench.strangers, "made", lambda *_: ["Wintruk Ostreb"])
    return bench


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    every = (
        *(listing(n, "entity", f"{a} Trading LLC") for n, a in enumerate(_ODD)),
        *(listing(20 + n, "person", f"{a}ov, Sergey") for n, a in enumerate(_ODD)),
        *(listing(40 + n, "vessel", f"{a} {n + 1}") for n, a in enumerate(_ODD)),
    )
    return matcher(tmp_path_factory.mktemp("index"), every)


_ODD = ("Quartimel", "Zavelmor", "Obnorvek", "Tulvamir", "Drosteval", "Vekrumin")


def _given(tmp_path: Path, **more: Any) -> argparse.Namespace:
    said = {"part": "tuned", "templates": "both", "only": "", "each": 2}
    return argparse.Namespace(data=tmp_path, **{**said, **more})


def test_it_works(bench: Any, cast: Matcher, tmp_path: Path) -> None:
    errors = io.StringIO()
    report = bench.run(cast, _given(tmp_path, only="ship"), errors)
    said = report["groups"]["all"]
    tuned, held = said["tuned kind_given"], said["held kind_given"]
    every = bench.templates("ship")
    fields = [x for x in every if not x.is_text]
    assert tuned["templates"] + held["templates"] == len(fields) > 50
    assert tuned["found"] > 0.5
    held_ids = {x.id for x in every if x.is_held}
    assert held_ids.isdisjoint(report["tuned"])
    assert all(f"\t{id}\t" not in errors.getvalue() for id in held_ids)


def test_what_is_not_found_is_counted(
    bench: Any, cast: Matcher, tmp_path: Path
) -> None:
    lost = bench.Template("firm/field/role/lost", "Ostrebal Ceramics")
    kept = bench.Template("firm/field/role/kept", "{name}")
    some = [("test:0", "Quartimel Trading LLC"), ("test:9", "Nobody Ceramics")]
    asked = bench.found_plain(cast, "firm", some, ["Wintruk Tiles"])
    assert asked.listed["kind_given"] == some[:1]
    shares = [
        bench.measured(cast, one, asked, io.StringIO())["kind_given"]
        for one in (lost, kept)
    ]
    assert shares == [(0, 1, 0, 1), (1, 1, 0, 1)]


def test_every_template_has_a_name_in_it(bench: Any) -> None:
    for kind in ("firm", "person", "ship"):
        for one in bench.templates(kind):
            said = one.around("Quartimelov, Sergey Pavlovich")
            assert not re.search(r"\{\w+\}", said), one.id
            assert "uart" in said.casefold(), one.id
