"""What a decision rests on, as a hash: equal as long as nothing of it changes."""

import hashlib
import json

import orjson

from enduse.model import Identifier, Listing, Origin, Party, PartyName


def party_print(party: Party) -> str:
    """16 hex digits of all that identifies a party; its role and place are none of it.

    *Example*

    >>> from enduse.model import Origin, PartyName
    >>> one = Party("debtor", Origin("a.xml", "", "/1"), (PartyName("Acme Ltd"),))
    >>> two = Party("creditor", Origin("b.xml", "", "/9"), (PartyName("Acme Ltd"),))
    >>> party_print(one) == party_print(two)
    True
    """
    return _hash(
        party.kind,
        sorted(name.text for name in party.names),
        _ids(party.identifiers),
        sorted(span.iso for span in party.birth_dates),
        sorted({*party.countries, *(a.country for a in party.addresses)} - {""}),
    )


def words_in_text(words: str) -> Party:
    """The party that a decision on words of a text is about: those words alone.

    A party that is called so is another matter, hence the name.
    """
    return Party("text", Origin("text", "", ""), (PartyName(f"in a text: {words}"),))


def listing_print(listing: Listing) -> str:
    """16 hex digits of who a listing names; programme, reason and notes are left out:
    they may grow without anybody else being meant.
    """
    return _hash(
        listing.kind,
        sorted((name.text, name.weak) for name in listing.names),
        _ids(listing.identifiers),
        sorted(span.iso for span in listing.birth_dates),
        sorted({*listing.countries, *listing.nationalities}),
        sorted(address.text for address in listing.addresses),
    )


def _ids(identifiers: tuple[Identifier, ...]) -> list[tuple[str, str, str]]:
    return sorted((i.scheme, i.value, i.country) for i in identifiers)


def _hash(*parts: object) -> str:
    try:
        said = orjson.dumps(parts)
    except orjson.JSONEncodeError:  # half a surrogate pair
        said = json.dumps(parts).encode()
    return hashlib.sha256(said).hexdigest()[:16]
