"""Things numbered by when they are first met."""

from collections import defaultdict


class Numbered(defaultdict[str, int]):
    """Texts and the number of each: one that is asked for first gets the next.

    Nothing of it is Python while it runs, for of words and pairs there are millions.

    *Example*

    >>> number = Numbered()
    >>> [number[word] for word in ("luch", "zavod", "luch")]
    [0, 1, 0]
    """

    def __init__(self) -> None:
        super().__init__()
        self.default_factory = self.__len__
