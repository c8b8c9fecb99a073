"""Burmese letters in Latin ones, syllable by syllable, as Burmese names are spelt.

Each syllable is a word: a consonant with what is joined to it, and a rhyme of vowel
signs and a last consonant. Tones are not spelt but for the short one after a nasal:
`Myint`.

*Source*: the usual spellings of names in passports and on lists (`Aung`, `Hlaing`,
`Htun`), general knowledge.

*Unknown*: letters of no table are left out.
"""

import re

_FIRST = dict(
    zip(
        "ကခဂဃငစဆဇဈညဉဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ",
        (
            *("k", "kh", "g", "g", "ng", "s", "s", "z", "z", "ny", "ny", "t", "ht"),
            *("d", "d", "n", "t", "ht", "d", "d", "n", "p", "ph", "b", "b", "m", "y"),
            *("y", "l", "w", "th", "h", "l", ""),
        ),
        strict=True,
    )
)
_WHOLE = {"ဥ": "u", "ဦ": "oo", "ဣ": "i", "ဤ": "i", "ဧ": "e", "ဩ": "aw", "ဪ": "aw"}
_JOINED_Y = {"kh": "ch", "g": "gy", "k": "ky", "y": "y"}
_JOINED_H = {"y": "sh", "thy": "sh", "ly": "sh"}
# A rhyme's signs without tones, its last consonant a letter of its own.
_RHYMES = {
    "": "a", "ာ": "a", "ါ": "a", "ိ": "i", "ီ": "i", "ု": "u", "ူ": "u", "ေ": "ay",
    "ဲ": "e", "ော": "aw", "ေါ": "aw", "ို": "o", "ံ": "an", "ုံ": "on", "ိံ": "ein",
    "က": "et", "ောက": "auk", "ေါက": "auk", "ိုက": "aik", "င": "in", "ောင": "aung",
    "ေါင": "aung", "ိုင": "aing", "စ": "it", "ဇ": "it", "ည": "i", "ဉ": "in",
    "တ": "at", "ဋ": "at", "ဒ": "at", "ိတ": "eik", "ုတ": "ok", "ပ": "at", "ိပ": "eik",
    "ုပ": "ok", "န": "an", "ဏ": "an", "မ": "an", "ိန": "ein", "ိမ": "ein", "ုန": "on",
    "ုမ": "on", "ယ": "e", "ာယ": "ay", "ိုယ": "o", "လ": "al", "ိုလ": "o", "ာ်": "aw",
    "သ": "at", "ဗ": "at", "ဘ": "at", "ဓ": "at", "ုဒ": "ok", "ုဓ": "ok", "ာန": "an",
    "ာဏ": "an", "ိဒ": "eik", "ုဏ": "on", "ာသ": "at",
}  # fmt: skip
_AFTER_W = {"တ": "ut", "ဋ": "ut", "ပ": "ut", "န": "un", "မ": "un", "ံ": "un"}
_NASAL = ("an", "in", "un", "ein", "on")
_SHORT, _LONG = "\u1037", "\u1038"  # tones
_STACKED, _KILLED = "\u1039", "\u103a"
_SYLLABLE = re.compile(
    "(?P<whole>[ဥဦဣဤဧဩဪ])[့း]*"
    "|(?P<first>[က-အ])(?P<joined>[\u103b-\u103e]*)"
    "(?P<signs>[\u102b-\u1032\u1036]*\u103a?)"
    "(?P<tone>[့း]*)"
    "(?:(?P<last>[က-အ])(?P<short>[့း]*)(?:\u103a|(?=\u1039))(?P<tail>[့း]*))?"
    "\u1039?"
)
_DOUBLED = "ဿ"
# Names of Pali words, which are spelt as one.
_NAMES = {
    "သူရ": "thura", "ဝဏ္ဏ": "wunna", "သီဟ": "thiha", "စည်သူ": "sithu", "ဇေယျာ": "zeya",
    "ရာဇာ": "yarzar", "သန္တာ": "thandar", "နန္ဒာ": "nandar", "သီရိ": "thiri",
}  # fmt: skip
_KNOWN = re.compile("(" + "|".join(_NAMES) + ")")
_TITLES = re.compile("^(?:ဗိုလ်ချုပ်မှူးကြီး|ဒုတိယ|ဗိုလ်ချုပ်ကြီး|ဗိုလ်ချုပ်)+")


def burmese_reading(text: str) -> str:
    """The text in lower-case Latin letters, a word for each syllable.

    *Example*

    >>> burmese_reading("မင်းအောင်လှိုင်"), burmese_reading("မြင့်ဆွေ")
    ('min aung hlaing', 'myint swe')
    """
    words = text.replace(_DOUBLED, "သ" + _STACKED + "သ").split()
    bare = [word for word in (_TITLES.sub("", w) for w in words) if word]
    read: list[str] = []
    for word in bare or words:
        for part in _KNOWN.split(word):
            whole = _NAMES.get(part)
            found = _SYLLABLE.finditer(part)
            read += [whole] if whole else [_syllable(one) for one in found]
    if read[:1] == ["oo"]:
        read[0] = "u"  # the title `U`
    return " ".join(read)


def _syllable(found: re.Match[str]) -> str:
    if found["whole"]:
        return _WHOLE[found["whole"]]
    signs, last = found["signs"], found["last"] or ""
    tones = found["tone"] + (found["short"] or "") + (found["tail"] or "")
    with_w = "\u103d" in found["joined"]
    first = _first(_FIRST[found["first"]], found["joined"])
    key = signs.removesuffix(_KILLED) + last
    if with_w and not signs and key in _AFTER_W:
        return first + _short(_AFTER_W[key], tones)
    rhyme = _RHYMES.get(key, _RHYMES.get(key[:-1], "a") if key else "a")
    if with_w:
        return f"{first}w{'e' if key == 'ေ' else _short(rhyme, tones)}"
    if key == "ို" and _LONG in tones and not found["joined"]:
        return f"{first}oe"
    if key == "ေ" and not first:
        return "aye"
    return first + _short(rhyme, tones)


def _first(sound: str, joined: str) -> str:
    """A consonant with `y`, `r` and `h` that are joined to it; `w` is the rhyme's."""
    if "\u103b" in joined or "\u103c" in joined:
        sound = _JOINED_Y.get(sound, f"{sound}y")
    if "\u103e" in joined:
        sound = _JOINED_H.get(sound, f"h{sound}")
    return sound


def _short(rhyme: str, tones: str) -> str:
    """The rhyme with the `t` of a nasal that is said short."""
    return f"{rhyme}t" if _SHORT in tones and rhyme in _NASAL else rhyme
