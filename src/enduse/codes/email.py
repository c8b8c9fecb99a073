"""E-mail address, in small letters.

*Source*: RFC 5321, which leaves the case of a mailbox to its host; none tells them
apart.
*Example*: `Sales@luch.example` is valid; `sales at luch` is not.
"""

import re

_ADDRESS = re.compile(r"[^\s@<>,;:]{1,64}@(?:[^\W_][\w-]{0,62}\.)+[^\W\d_]{2,24}")


def normalise(value: str) -> str:
    """The address in small letters, without `mailto:` or brackets."""
    bare = value.strip().strip("<>().,;").lower()
    return bare.removeprefix("mailto:")


def is_valid(value: str) -> bool:
    """Whether there is a mailbox at a host with a top-level domain."""
    return bool(_ADDRESS.fullmatch(normalise(value)))
