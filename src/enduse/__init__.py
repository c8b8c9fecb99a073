"""enduse: find the trade that feeds a sanctioned defence industry, and say why.

*Example*

    import enduse

    screener = enduse.Screener(enduse.Library.open())
    assessment = screener.assess(party)
"""

from typing import TYPE_CHECKING, Any

__all__ = ["Library", "Screener", "__version__"]

if TYPE_CHECKING:
    __version__: str
    from enduse.library.store import Library
    from enduse.pipeline.screener import Screener


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for: `enduse --help` needs none of it."""
    if name == "Library":
        from enduse.library.store import Library

        return Library
    if name == "Screener":
        from enduse.pipeline.screener import Screener

        return Screener
    if name == "__version__":
        from importlib.metadata import version

        return version("enduse")
    raise AttributeError(f"module 'enduse' has no attribute {name!r}")
