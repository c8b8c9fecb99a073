"""What EDIFACT's qualifiers mean.

*Source*: UN/EDIFACT code lists 1001, 1153, 2005, 3035, 3227, 5025, 6063, 6311, 6313,
7143, 8067, directories D.93A to D.23A, https://service.unece.org/trade/untdid; a code
kept its meaning over the directories. The tables are in `words.toml`.
"""

from enduse.messages.trade.tables import Tables

_TABLES = Tables("enduse.messages.trade.edifact", "words")
PARTIES = _TABLES.meanings("parties")
REFERENCES = _TABLES.meanings("references")
PARTY_NUMBERS = _TABLES.meanings("party_numbers")  # of the party named last
DATES = _TABLES.meanings("dates")
PLACES = _TABLES.meanings("places")
AMOUNTS = _TABLES.meanings("amounts")  # of a whole document
TOTALS = _TABLES.meanings("totals")
CODES = _TABLES.meanings("codes")
DOCUMENTS = _TABLES.meanings("documents")
MESSAGES = _TABLES.meanings("messages")
MODES = _TABLES.meanings("modes")
LINE_AMOUNTS = _TABLES.words("line_amounts")  # of a line of goods, best first
CUSTOMS_AMOUNTS = frozenset(_TABLES.words("customs_amounts"))
QUANTITIES = _TABLES.words("quantities")  # best first
GROSS = frozenset(_TABLES.words("gross"))
NET = frozenset(_TABLES.words("net"))
VOLUMES = frozenset(_TABLES.words("volumes"))
