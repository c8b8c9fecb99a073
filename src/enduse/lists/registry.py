"""Every list reader there is, in one dict; others may add theirs by entry point."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from enduse.lists.record import Record
from enduse.lists.sources import SourceReader, Sources
from enduse.model import Listing, Problem


class ListReader(SourceReader, Protocol):
    """The shape of every module that reads a list."""

    def listings(self, rows: Iterable[Record]) -> Iterator[Listing | Problem]:
        """What the rows mean. Pure: the same rows give the same listings."""


# In the order they are asked to sniff: the particular before the general.
READERS: dict[str, str] = {
    "sample": "enduse.lists.sample.sample",
    "un-sc": "enduse.lists.un.sc",
    "eu-fsf": "enduse.lists.eu.fsf",
    "eu-fsf-csv": "enduse.lists.eu.fsf_csv",
    "eu-journal": "enduse.lists.eu.journal",
    "ch-seco": "enduse.lists.ch.seco",
    "ch-fiaa": "enduse.lists.ch.fiaa",
    "uk-ofsi": "enduse.lists.uk.ofsi",
    "uk-sanctions": "enduse.lists.uk.uksl",
    "uk-sanctions-tables": "enduse.lists.uk.uksl_normalised",
    "us-ofac-delimited": "enduse.lists.us.ofac_delimited",
    "us-ofac-xml": "enduse.lists.us.ofac_xml",
    "us-ofac-enhanced": "enduse.lists.us.ofac_enhanced",
    "us-ofac-advanced": "enduse.lists.us.ofac_advanced",
    "us-csl": "enduse.lists.us.csl",
    "us-bis-dpl": "enduse.lists.us.bis_dpl",
    "ca-sema": "enduse.lists.ca.sema",
    "au-dfat": "enduse.lists.au.dfat",
    "jp-meti-eul": "enduse.lists.jp.meti_eul",
    "jp-meti-russia": "enduse.lists.jp.meti_russia",
    "cn-mofcom": "enduse.lists.cn.mofcom",
    "targets-simple": "enduse.lists.opensanctions.targets_simple",
    "ftm": "enduse.lists.opensanctions.ftm",
    "own": "enduse.lists.own.table",
}

_LISTS: Sources[ListReader] = Sources("enduse.lists", READERS)
reader, names, sniff = _LISTS.reader, _LISTS.names, _LISTS.sniff
card, cards, reader_of = _LISTS.card, _LISTS.cards, _LISTS.reader_of
