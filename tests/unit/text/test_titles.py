"""Arabic names of two words, written as one or as two, come out in one way."""

import pytest

from enduse.text.titles import servant_names

WRITTEN = [
    ("abderahmane khelil", "abdulrahmane khelil"),
    ("abdurrahman khelil", "abdulrahman khelil"),
    ("abdessalam khelil", "abdulsalam khelil"),
    ("abdennour khelil", "abdulnour khelil"),
    ("abdukarim khelil", "abdulkarim khelil"),
    ("abdur rahman khelil", "abdul rahman khelil"),
    ("abdullaev timur", "abdullaev timur"),
    ("abdulov timur", "abdulov timur"),
    ("abdurakhmanov timur", "abdurakhmanov timur"),
    ("ramzi binalshibh", "ramzi bin al shibh"),
    ("walid binali", "walid binali"),
    ("hamdullah allah noor", "hamdullah allah noor"),
    ("nasr allah noor", "nasrullah noor"),
    ("morteza sheykhi", "morteza sheykhi"),
    ("sheykh morteza", "shaykh morteza"),
    ("aiman az zawahir", "aiman al zawahir"),
    ("karim ash sharif", "karim al sharif"),
    ("ash shaw", "ash shaw"),
    ("maria es torres", "maria es torres"),
    ("ajatollah rahimi", "ayatollah rahimi"),
]


@pytest.mark.parametrize(("written", "read"), WRITTEN)
def test_names_of_two_words(written: str, read: str) -> None:
    assert servant_names(written.split()) == read.split()


@pytest.mark.parametrize("read", [read for _, read in WRITTEN])
def test_what_is_read_is_read_no_further(read: str) -> None:
    assert servant_names(read.split()) == read.split()
