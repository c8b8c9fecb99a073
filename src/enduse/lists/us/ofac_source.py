"""Which of OFAC's two lists a file is of; all of its formats look alike for both."""

import re

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.us.ofac_law import NON_SDN_TAGS

CARDS = (load("us", "ofac_sdn"), load("us", "ofac_cons"))
SDN, CONS = (card.id for card in CARDS)


def source_of(file: SourceFile, tags: list[str]) -> str:
    """The source a file says it is by its name, else by the programmes in it.

    `tags` are the programme tags that begin the file. Both lists are sorted by entry
    number, and the first entries of the non-SDN list are all of non-SDN programmes.
    """
    name = file.stem
    if re.search(r"cons(_|\b|olidated)|non.?sdn", name):
        return CONS
    if "sdn" in name:
        return SDN
    foreign = sum(tag.upper() in NON_SDN_TAGS for tag in tags)
    return CONS if tags and 2 * foreign > len(tags) else SDN
