"""Words that legal forms are made of: alone or misspelt they still say nothing.

*Source*: the long names of common forms (ISO 20275), English and romanised Russian.
"""

LEGAL_WORDS = frozenset(
    [
        "company",
        "limited",
        "liability",
        "joint",
        "stock",
        "public",
        "private",
        "open",
        "closed",
        "society",
        "incorporated",
        "corporation",
        "responsibility",
        "obshchestvo",
        "ogranichennoy",
        "ogranichennoi",
        "obschestvo",
        "sirketi",
        "gesellschaft",
        "otvetstvennostyu",
        "aktsionernoe",
        "aktsionernoye",
        "otkrytoe",
        "zakrytoe",
        "publichnoe",
        "tovarystvo",
        "obmezhenoyu",
        "vidpovidalnistyu",
        "pvt",
        "pte",
        "pty",
        "co",
    ]
)
