"""`enduse name`: matches, the nearest, doubts and decisions."""

from pathlib import Path

import pytest

from tests.made import invented_name, un_file
from tests.ran import enduse, parsed


def test_a_name_like_no_listing_shows_the_nearest_as_no_match(home: Path) -> None:
    first, *_, last = invented_name(7).split()
    asked = f"{first} Quiet {last}"
    found = parsed(enduse(home, "name", asked, "--json"))
    assert found["matches"] == []
    scores = [near["score"] for near in found["nearest"]]
    assert 1 <= len(scores) <= 5
    assert scores == sorted(scores, reverse=True)
    assert scores[0] < 0.5
    assert "below what counts" in enduse(home, "name", asked).stdout
    listed = parsed(enduse(home, "name", invented_name(7), "--json"))
    assert (bool(listed["matches"]), listed["nearest"]) == (True, [])


def test_a_number_that_cannot_be_is_told(home: Path) -> None:
    done = enduse(home, "name", "Ann Sample", "--id", "lei=123", "--json")
    assert "lei '123'" in done.stderr
    assert [p["code"] for p in parsed(done)["problems"]] == ["id-invalid"]


def test_a_name_shows_what_was_decided(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert enduse(home, "update", "--from", str(un_file(tmp_path, 640))).returncode == 0
    asked = ("name", invented_name(7), "--json")
    (first, *_) = parsed(enduse(home, *asked))["matches"]
    pair = (first["listing_id"], "--party", invented_name(7), "--by", "a clerk")
    assert first["decision"] is None
    assert enduse(home, *asked, "--fail-on", "info").returncode == 1
    made = enduse(home, "decide", *pair, "--because", "a street is called so")
    assert made.returncode == 0, made.stderr
    (again, *_) = parsed(enduse(home, *asked))["matches"]
    assert again["decision"]["verdict"] == "not_same"
    assert again["score"] == first["score"]
    assert enduse(home, *asked, "--fail-on", "low").returncode == 0
    told = enduse(home, "name", invented_name(7)).stdout
    assert "a street is called so" in " ".join(told.split())


def test_name(home: Path) -> None:
    found = parsed(enduse(home, "name", invented_name(7), "--json"))
    assert found["query"] == invented_name(7)
    match = found["matches"][0]
    assert match["listing_id"] == "un-sc:9000007"
    assert abs(sum(p["weight"] for p in match["parts"]) - match["score"]) < 1e-6
    assert set(found["library"]) == {"un-sc"}


def test_long_lines_of_a_name_keep_their_place(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = enduse(home, "name", invented_name(7)).stdout.splitlines()
    heads = [line for line in lines if line and not line.startswith("    ")]
    assert heads
    assert all(line.startswith(("0.", "1.")) for line in heads)
    assert len(lines) > 4 * len(heads)


def test_name_of_nobody(home: Path) -> None:
    assert (
        parsed(enduse(home, "name", "Quiet Harbour Bakery", "--json"))["matches"] == []
    )


def test_a_name_and_the_sources_may_fail_on_a_level(home: Path) -> None:
    def code(*words: str) -> int:
        return enduse(home, *words).returncode

    assert code("name", invented_name(7), "--fail-on", "stop") == 1
    assert code("name", invented_name(7)) == 0
    assert code("name", "Quiet Harbour Bakery", "--fail-on", "info") == 0
    assert code("sources", "--fail-on", "medium") == 1
    assert code("sources", "--fail-on", "critical") == 0


def test_a_name_is_held_as_of_a_day_and_explained_with_what_was_decided(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own.csv"
    own.write_text(f"id,name\nh1,{invented_name(7)}\n")
    enduse(tmp_path, "update", "--from", str(own), "--own", "house")
    said = ["--party", invented_name(7), "--because", "another", "--by", "a clerk"]
    parsed(enduse(tmp_path, "decide", "own-house:h1", *said, "--json"))
    before = enduse(tmp_path, "name", invented_name(7), "--as-of", "2020-01-01")
    assert before.returncode == 0
    assert "decided by" not in before.stdout
    shown = enduse(tmp_path, "name", invented_name(7), "--explain")
    assert "decided by a clerk" in " ".join(shown.stdout.split())
    wrong = enduse(tmp_path, "name", invented_name(7), "--as-of", "2026-02-30")
    assert (wrong.returncode, "Traceback" in wrong.stderr) == (2, False)


def test_a_month_of_birth_is_read_as_the_help_says(home: Path) -> None:
    found = parsed(enduse(home, "name", invented_name(7), "--born", "3.1961", "--json"))
    assert found["matches"]


def test_an_explanation_says_that_the_sample_was_asked(tmp_path: Path) -> None:
    shown = enduse(tmp_path, "name", "Rosoboroneksport", "--explain")
    assert "sample" in shown.stdout
    assert "score" in shown.stdout
