"""enduse: find the trade that feeds a sanctioned defence industry, and say why.

*Example*

    import enduse

    screener = enduse.Screener(enduse.Library.open())
    party = enduse.party("Megafon PAO", kind="entity", countries=["RU"])
    assessment = screener.assess(party)
"""

from typing import TYPE_CHECKING, Any

__all__ = ["Library", "Party", "Screener", "__version__", "party"]

if TYPE_CHECKING:
    __version__: str
    from enduse.library.store import Library
    from enduse.model import Party
    from enduse.pipeline.one_party import party
    from enduse.pipeline.screener import Screener


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for: `enduse --help` needs none of it."""
    if name == "Library":
        from enduse.library.store import Library

        return Library
    if name == "Screener":
        from enduse.pipeline.screener import Screener

        return Screener
    if name == "Party":
        from enduse.model import Party

        return Party
    if name == "party":
        from enduse.pipeline.one_party import party

        return party
    if name == "__version__":
        from importlib.metadata import version

        return version("enduse")
    raise AttributeError(f"module 'enduse' has no attribute {name!r}")
