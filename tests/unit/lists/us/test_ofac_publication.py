from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.lists.us import ofac_delimited
from enduse.lists.us.ofac_publication import role
from enduse.model import Problem

N = "-0- "
CONTENT = {
    "primary": f'36,"X",{N},"CUBA",{N},{N},{N},{N},{N},{N},{N},{N}\r\n\x1a',
    "alt": f'36,12,"aka","Y",{N}\r\n\x1a',
    "add": f'36,25,{N},"Havana","Cuba",{N}\r\n\x1a',
    "comments": '36,"more."\r\n\x1a',
}


def made(root: Path, files: dict[str, str]) -> list[SourceFile]:
    found = []
    for name, table in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CONTENT[table], newline="")
        found.append(SourceFile.of(path))
    return found


def grouped(files: list[SourceFile], root: Path) -> list[list[str]]:
    groups = ofac_delimited.group(files)
    return sorted(sorted(str(f.path.relative_to(root)) for f in g) for g in groups)


@pytest.mark.parametrize("table", CONTENT)
def test_roles_are_seen_in_the_content(table: str, tmp_path: Path) -> None:
    name = "comments.csv" if table == "comments" else "whatever.txt"
    assert role(made(tmp_path, {name: table})[0]) == table


@pytest.mark.parametrize(
    "text", ["", "a,b\n1,2\n", "1,2,3,4,5\n", "id,name\n1,x\n", '"', "\x00" * 40]
)
def test_other_tables_have_no_role(text: str, tmp_path: Path) -> None:
    path = tmp_path / "comments.csv"
    path.write_text(text)
    assert role(SourceFile.of(path)) is None


def test_one_folder_with_one_of_each_is_one_publication(tmp_path: Path) -> None:
    names = {
        "SDN.CSV": "primary",
        "ALT.CSV": "alt",
        "ADD.CSV": "add",
        "SDN_COMMENTS.CSV": "comments",
    }
    assert grouped(made(tmp_path, names), tmp_path) == [sorted(names)]


def test_dated_main_files_in_one_folder_are_publications_of_their_own(
    tmp_path: Path,
) -> None:
    names = {f"sdn_2024-0{month}-01.csv": "primary" for month in (1, 2, 3)}
    assert grouped(made(tmp_path, names), tmp_path) == [[n] for n in sorted(names)]


def test_dated_sets_in_one_folder_are_told_apart_by_their_names(tmp_path: Path) -> None:
    names = {
        "sdn_2024-01-01.csv": "primary",
        "alt_2024-01-01.csv": "alt",
        "sdn_2024-02-01.csv": "primary",
        "add_2024-02-01.csv": "add",
    }
    first = ["alt_2024-01-01.csv", "sdn_2024-01-01.csv"]
    second = ["add_2024-02-01.csv", "sdn_2024-02-01.csv"]
    assert grouped(made(tmp_path, names), tmp_path) == [second, first]


def test_one_set_without_a_main_file_goes_to_the_newest_bare_one(
    tmp_path: Path,
) -> None:
    files = made(
        tmp_path,
        {
            "2023-12-28/sdn.csv": "primary",
            "2023-12-28/alt.csv": "alt",
            "2023-12-28/add.csv": "add",
            "2024-05-02/sdn.csv": "primary",
            "2024-05-03/sdn.csv": "primary",
            "2026-08-02/alt.csv": "alt",
            "2026-08-02/add.csv": "add",
        },
    )
    mixed = ["2024-05-03/sdn.csv", "2026-08-02/add.csv", "2026-08-02/alt.csv"]
    found = grouped(files, tmp_path)
    assert mixed in found
    assert ["2024-05-02/sdn.csv"] in found
    group = next(
        g
        for g in ofac_delimited.group(files)
        if len(g) == 3 and "2024-05-03" in str(g[0].path)
    )
    rows = ofac_delimited.rows(group, "us-ofac-sdn")
    codes = [row.code for row in rows if isinstance(row, Problem)]
    assert codes == ["publication-mixed"]


def test_two_sets_without_a_main_file_are_left_alone(tmp_path: Path) -> None:
    names = {"a/sdn.csv": "primary", "b/alt.csv": "alt", "c/alt.csv": "alt"}
    assert len(grouped(made(tmp_path, names), tmp_path)) == 3


def test_what_a_set_lacks_is_said(tmp_path: Path) -> None:
    bare = made(tmp_path, {"sdn.csv": "primary"})
    orphan = made(tmp_path / "other", {"alt.csv": "alt"})
    told = [
        [
            (p.code, p.severity)
            for p in ofac_delimited.rows(files, "us-ofac-sdn")
            if isinstance(p, Problem)
        ]
        for files in (bare, orphan)
    ]
    assert told == [
        [("publication-incomplete", "warning")],
        [("primary-missing", "error")],
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("London EC3N 1DY", ("London", "", "EC3N 1DY")),
        ("Zurich CH-8022", ("Zurich", "", "CH-8022")),
        (
            "Mexico City, Distrito Federal 11560",
            ("Mexico City", "Distrito Federal", "11560"),
        ),
        ("Amsterdam 1077 BL", ("Amsterdam", "", "1077 BL")),
        ("Belgrade 11 000", ("Belgrade", "", "11 000")),
        ("Sector 7", ("Sector 7", "", "")),
        ("Bogota, D.C.", ("Bogota", "D.C.", "")),
        ("", ("", "", "")),
    ],
)
def test_place(text: str, parts: tuple[str, str, str]) -> None:
    assert ofac_delimited.place(text) == parts
