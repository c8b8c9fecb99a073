"""Names that look alike and are another person's: characters, endings, initials."""

from pathlib import Path

import pytest

from enduse.model import ListedName, Listing, Origin, Party, PartyName
from enduse.names import index
from enduse.names.features import kind, place
from enduse.names.matcher import Matcher
from enduse.names.score import compare


def found(listed: str, asked: str, folder: Path) -> float:
    """The score of a name asked for where one person is listed; 0 for none."""
    person = Listing("t:1", "t", "person", (ListedName(listed),), Origin("t", "", "1"))
    index.build([person], folder)
    party = Party("x", Origin("t", "", "1"), (PartyName(asked),), "person")
    matches = Matcher(index.NameIndex.open(folder)).match(party)
    return matches[0].score if matches else 0.0


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("MAO Zedong", "Mao Tse-tung"),
        ("MAO Tse-tung", "Mao Zedong"),
        ("JIANG Jieshi", "Chiang Kai-shek"),
        ("DENG Xiaoping", "Teng Hsiao-p'ing"),
        ("WU Weiming", "Ng Wei Ming"),
        ("CHAN Kwok Keung", "Chen Guoqiang"),
        ("赵伟强", "趙偉強"),
        ("SIDOROV, Ivan Petrovich", "I. P. Sidorov"),
        ("כהן אביחי", "Avichai Cohen"),
        ("Maher Rebhi Obeid", "ماهر ربحي نمر عبيد"),
        ("DERIPASKA, Oleg Vladimirovich", "O. Deripaska"),
        ("BORTNIKOV, Aleksandr Vasilyevich", "Sasha Bortnikov"),
        ("SHAKHOV, Dmitry Anatolyevich", "Dmitri Schachow"),
        ("Min Aung Hlaing", "မင်းအောင်လှိုင်"),
        ("HASSANZADEH Hasan", "حسنزاده حسن"),
        ("SIDOROV, Ivan Petrovich", "Ivan Sidorov"),
        ("KUZNETSOV, Andrey Anatolievich", "Andrey Kuznetsov"),
    ],
)
def test_one_person(listed: str, asked: str, tmp_path: Path) -> None:
    assert found(listed, asked, tmp_path) > 0.5


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("赵伟", "曹伟"),
        ("王明山", "王明"),
        ("LAU Chi Wai", "刘慧"),
        ("Kim Yong Su", "김영수"),
        ("Avraham Cohen", "אברהם כהן"),
        ("IVANOV, Andrei", "A. Ivanov"),
        ("SINWAR, Yahya", "Ivan Sinwar"),
        ("Abdullah KHAN", "עבדאללה כהן"),
        ("SEMENOV Vladislav", "Vladislav Semenova"),
        ("Murat Zelensky", "Murat Zelenskaya"),
        ("حسن روحاني", "حسين روحاني"),
        ("SIDOROV, Ivan Petrovich", "I. Sidorov"),
        ("SIDOROV, Ivan Petrovich", "A. P. Sidorov"),
    ],
)
def test_another_person(listed: str, asked: str, tmp_path: Path) -> None:
    assert found(listed, asked, tmp_path) < 0.5


def test_a_fathers_name_left_out_costs_more_where_many_bear_the_rest(
    tmp_path: Path,
) -> None:
    rare, common = (
        found(f"{name} Petrovich {family}", f"{name} {family}", tmp_path / name)
        for name, family in (("Arkady", "Zaporovsky"), ("Ivan", "Ivanov"))
    )
    assert rare > 0.9 > common + 0.15


def test_a_pair_is_read_as_other_places_spell_it_whichever_comes_first() -> None:
    for left, right in (("Mao Tse-tung", "Mao Zedong"), ("陈国强", "Chan Kwok Keung")):
        there, back = compare(left, right, kind="person"), compare(right, left)
        assert there[0] > 0.9
        assert compare(right, left, kind="person")[0] == there[0]
        assert back[0] <= there[0]


def test_what_a_listing_does_not_state_confirms_nothing() -> None:
    silent = place.part(["DE"], [], "person")
    assert silent is not None
    assert silent.log_odds < 0
    assert place.part(["DE"], [], "entity") is None
    unknown = kind.part("person", "unknown")
    assert unknown is not None
    assert unknown.log_odds < 0
    assert kind.part("unknown", "person") is None


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("KULAGA Denis Nikolaevich", "КУЛАГА Денис Миколайович"),
        ("TARASOVA Anna Anatolyevna", "ТАРАСОВА Ганна Анатоліївна"),
        ("Abdul Rahman Yasin", "עבד אלרחמן יאסין"),
        ("SAJIDA KHAYRALLAH TILFAH", "ساجدة خير الله طلفاح"),
        ("Jallalouddine Haqani", "جلال الدين حقانى"),
        ("SAFAVI, Seyyed Khalil", "Seyyen Khalil Safavi"),
        ("Soe HTUT", "Soe Thut"),
        ("SAAL, Fared", "Sal Fared"),
    ],
)
def test_one_name_in_two_languages_or_with_a_slip(
    listed: str, asked: str, tmp_path: Path
) -> None:
    assert found(listed, asked, tmp_path) > 0.5
