"""Text to tokens: scripts, numbers, legal forms, misspelt trade words."""

import pytest

from enduse.text import tokens
from enduse.text.concepts import canonical, is_place, is_trade_word, legal_class
from enduse.text.legal import split_legal
from enduse.text.misspelt import corrected
from enduse.text.romanise import romanise
from enduse.text.scripts import scripts
from enduse.text.skeleton import skeleton
from enduse.text.tables import table
from enduse.text.tokens import MAX_TOKENS, cut, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łukasz Øberg-Straße", ["lukasz", "oberg", "strasse"]),
        ("Хрущёв Щукин", ["khrushchev", "shchukin"]),
        ("ウラジミル", ["urajimiru__"]),
        ("김정은", ["kim___", "jong___", "un___"]),
        ("习近平", ["xi", "jinping"]),
        ("محمد", ["mhmd_"]),
        ("Ｆｕｌｌ　ｗｉｄｔｈ", ["full", "width"]),
        ("O'Neil & Sons", ["oneil", "and", "sons"]),
        ("Factory No. 05", ["factory", "5"]),
        ("Forty-Fourth Brigade 5th", ["44", "brigade", "5"]),
        ("トヨタ・シュティル", ["toyota__", "shutiru__"]),
        ("ロシアヘリコプター", ["russia", "helicopter"]),
        (
            "きゃりー ナッジ ティム ヴァ ウィ",
            ["kyari__", "najji__", "timu__", "va__", "wi__"],
        ),
        ("曾国藩 单", ["zengguofan", "shan"]),
        ("曾国藩", ["zeng", "guofan"]),
        ("单雄信", ["shan", "xiongxin"]),
        ("仇英", ["qiu", "ying"]),
        ("吕布", ["lu", "bu"]),
        ("尉迟敬德", ["yuchi", "jingde"]),
        ("张国立", ["zhang", "guoli"]),
        ("银行", ["bank"]),
        ("조선무역은행", ["korea", "trade", "bank"]),
        ("Μπουζούκι Ευάγγελος", ["bouzouki", "evangelos"]),
        ("Տիգրան Քեոսայան", ["tigran", "keosayan"]),
        ("კარლო კაციტაძე", ["karlo", "katsitadze"]),
        ("राजेश कुमार शर्मा", ["rajesh", "kumar", "sharma"]),
        ("ব্যাংক", ["byank"]),
        ("தமிழ்நாடு", ["thamilnadu"]),
        ("ไทย", ["thai"]),
        ("أَحْمَد إسلام", ["ahmd_", "aslam_"]),
        ("ג'אן", ["jan____"]),
        ("٣٤", ["34"]),
        ("zero\u200bwidth", ["zerowidth"]),
        ("", []),
        ("!!! ---", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_huge_name_is_bounded_and_said_to_be() -> None:
    assert len(words("ab " * 10_000)) == MAX_TOKENS
    assert cut("ab " * 10_000, MAX_TOKENS)
    assert cut("x" * 1_000_000, 1)
    assert not cut("Ordinary Name", 2)


@pytest.mark.parametrize(
    ("name", "kept", "classes"),
    [
        ("OOO Romashka", ["romashka"], ["llc"]),
        ("ООО «Ромашка»", ["romashka"], ["llc"]),
        ("Публичное акционерное общество Ромашка", ["romashka"], ["jsc"]),
        ("Acme Trading Co., Ltd.", ["acme", "trading"], ["llc"]),
        ("ACMEGMBH", ["acme"], ["llc"]),
        ("某某华为技术有限公司", ["moumou", "huawei", "technology"], ["llc"]),
        ("Acme S.A.", ["acme"], ["jsc"]),
        ("Ромашка ТОО", ["romashka"], ["llc"]),
        ("شركة الأمل ذات مسؤولية محدودة", ["shrkeh_", "al", "aml_"], ["llc"]),
        ("Ελπίς ΑΕ", ["elpis"], ["jsc"]),
        ("«ՏԱԿՈ» ՍՊԸ", ["tako"], ["llc"]),
        ("삼성주식회사", ["samsung"], ["llc"]),
        ("Acme Sp. z o.o.", ["acme"], ["llc"]),
        ("Acme Sanayi ve Ticaret A.Ş.", ["acme", "sanayi", "ve", "ticaret"], ["jsc"]),
        ("Acme Korlátolt Felelősségű Társaság", ["acme"], ["llc"]),
        ("LLC", ["llc"], []),
        ("", [], []),
    ],
)
def test_legal_forms(name: str, kept: list[str], classes: list[str]) -> None:
    assert split_legal(words(name)) == (kept, classes)


def test_two_letters_stay_where_the_name_may_be_a_persons() -> None:
    assert split_legal(["nguyen", "van", "sa"], ends=False)[0][-1] == "sa"


@pytest.mark.parametrize(
    "group",
    [
        ["mohammed", "muhammad", "mohamed", "mhmd_"],
        ["sergei", "sergey", "sergej"],
        ["yusuf", "youssef"],
        ["alexander", "aleksandr"],
        ["khodorkovsky", "hodorkovskij"],
    ],
)
def test_one_skeleton_for_one_name(group: list[str]) -> None:
    assert len({skeleton(token) for token in group}) == 1


@pytest.mark.parametrize("pair", [("martin", "marvin"), ("sergei", "serhiy")])
def test_other_skeletons_for_other_sounds(pair: tuple[str, str]) -> None:
    assert skeleton(pair[0]) != skeleton(pair[1])


def test_trade_words_of_any_language_are_one() -> None:
    together = {canonical(w) for w in ("tech", "technologies", "tekhnologii")}
    assert len(together) == 1


@pytest.mark.parametrize(
    "group",
    [
        ["bank", "banka", "банк", "بنك", "τράπεζα", "banque"],
        ["factory", "zavod", "завод", "plant", "fabrika"],
        ["trading", "ticaret", "handel", "tejarat", "торговый"],
        ["research", "исследовательский", "arastirma"],
        ["russia", "россия", "rossiya", "russian"],
    ],
)
def test_a_word_is_one_in_every_script(group: list[str]) -> None:
    assert len({canonical(words(word)[-1]) for word in group}) == 1


def test_no_form_belongs_to_two_words() -> None:
    owners: dict[str, set[str]] = {}
    trade = table("trade_words")
    for forms in (trade["words"], trade["abbreviations"], trade["spellings"]):
        for name, written in forms.items():
            for form in {name, *written.split()}:
                owners.setdefault(form, set()).add(name)
    assert not {form: names for form, names in owners.items() if len(names) > 1}


def test_every_legal_form_of_the_table_is_taken_off() -> None:
    forms = table("legal_forms")
    several = [form for named in forms["sequences"].values() for form in named]
    one = [form for written in forms["words"].values() for form in written.split()]
    assert len(several) + len(one) > 500
    kept = {f: k for f in several + one if (k := split_legal(["qqq", *words(f)])[0])}
    assert {f: k for f, k in kept.items() if k != ["qqq"]} == {}


def test_what_a_token_is() -> None:
    assert is_trade_word("technologies")
    assert not is_trade_word("kalashnikov")
    assert is_place("iran")
    assert is_place("moskva")
    assert not is_place("mali")
    assert legal_class("gmbh") == "llc"
    assert not legal_class("state")


def test_only_words_are_corrected() -> None:
    assert corrected("liabilpty") == "liability"
    assert corrected("kalashnikov") == "kalashnikov"
    assert corrected("tech") == "tech"


def test_scripts() -> None:
    assert scripts("ООО Acme 12") == {"Cyrl", "Latn"}
    assert scripts("123") == frozenset()


def test_romanise_gives_ascii_for_every_script() -> None:
    for text in ("გიორგი", "Հայաստան", "ประเทศไทย", "राजेश", "יצחק", "Ελλάδα", "ሀለ"):
        assert romanise(text).isascii()
        assert romanise(text).strip()


def test_words_given_before_are_not_changed_by_who_has_them() -> None:
    first = words("Luch Zavod")
    first.append("more")
    assert words("Luch Zavod") == ["luch", "zavod"]


def test_of_a_long_text_only_its_beginning_is_kept() -> None:
    before = tokens._read.cache_info().currsize
    for end in ("one", "two", "three"):
        assert words("ab " * 400 + end) == ["ab"] * MAX_TOKENS
    assert tokens._read.cache_info().currsize <= before + 1
