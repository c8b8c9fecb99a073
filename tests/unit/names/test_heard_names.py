"""Persons listed in one script are found in another, words joined or apart."""

from pathlib import Path

import pytest

from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName
from enduse.names import index
from enduse.names.matcher import Matcher
from tests.unit.names.cast import listing, matcher, party

PAIRS = [
    ("عبدالقادر مختاری", "ABDELKADER MOKHTARI"),
    ("حسن حسن زاده", "Hasan HASSANZADEH"),
    ("سید مجید میراحمدی", "Seyyed Majid Mirahmadi"),
    ("رحمت الله کاکا زاده", "Rahmatullah Kakazada"),
    ("أسامة بن الحبيب", "Oussama Ben HABIB"),
    ("مجید سوری", "Majid SOURI"),
    ("משה שרביט", "Moshe Sharvit"),
    ("בן ציון גולדברג", "Ben-Zion Goldberg"),
    ("ムラド・イラクリエヴィチ・マルゴシヴィリ", "Murad Iraklievich Margoshvili"),
    ("アブドゥルハイ・モトマエン", "Abdulhai Motmaen"),
    ("アブドゥルラフマーン・ラムズィー", "Abderahmane Ramzi"),
    ("مرتضی شیخی", "Morteza Sheykhi"),
    ("سامر سلامة", "Samer Salameh"),
    ("رمزي منصور بن الشيبة", "Ramzi Mansour Binalshibh"),
    ("정경택", "Jong Kyong-thaek"),
    ("김평해", "Kim Phyong Hae"),
    ("리창호", "Ri Chang Ho"),
]


def matcher_of(name: str, folder: Path) -> Matcher:
    """A matcher over one listed person."""
    listed = Listing("t:1", "t", "person", (ListedName(name),), Origin("t", "", "1"))
    index.build([listed], folder)
    return Matcher(index.NameIndex.open(folder))


@pytest.mark.parametrize(("script", "latin"), PAIRS)
def test_both_ways(script: str, latin: str, tmp_path: Path) -> None:
    for at, (listed, asked) in enumerate(((script, latin), (latin, script))):
        folder = tmp_path / str(at)
        folder.mkdir()
        party = Party("x", Origin("t", "", "1"), (PartyName(asked),), "person")
        found = matcher_of(listed, folder).match(party)
        assert [match.listing_id for match in found] == ["t:1"], (listed, asked)


def test_another_name_of_the_same_consonants_is_not_found(tmp_path: Path) -> None:
    party = Party("x", Origin("t", "", "1"), (PartyName("محمود حسين"),), "person")
    assert not matcher_of("Hamid Hassan", tmp_path).match(party)


@pytest.mark.parametrize(
    "spelt",
    [
        "Iouri Jakovlevitch Tchaïka",
        "Jurij Jakovlevič Čajka",
        "Juri Jakowlewitsch Tschaika",
        "Jurij Jakowlewicz Czajka",
    ],
)
@pytest.mark.parametrize("kind", ["person", "unknown"])
def test_a_name_that_another_language_spells_is_found(
    spelt: str, kind: PartyKind, tmp_path: Path
) -> None:
    party = Party("x", Origin("t", "", "1"), (PartyName(spelt),), kind)
    found = matcher_of("Yury Yakovlevich CHAIKA", tmp_path).match(party)
    assert [match.listing_id for match in found] == ["t:1"]


def test_a_shorter_latin_alias_does_not_hide_an_arabic_name(tmp_path: Path) -> None:
    held = matcher(tmp_path, [listing(1, "person", "الطيب نايل", "Quartimov")])
    (found,) = held.match(party("Tayeb Nail", kind="person"))
    assert found.name == "الطيب نايل"
