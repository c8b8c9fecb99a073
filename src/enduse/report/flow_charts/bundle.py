"""Vega's own script, taken from the installed package and kept for the next page.

Bundling takes seconds, so the result is kept in the store's `cache` folder under the
package's version; it is made again where it is missing or damaged.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from enduse.library.atomic import write_atomically
from enduse.library.home import home

_SNIPPET = "window.vegaEmbed = vegaEmbed;"


@cache
def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script that can stand inside a page."""
    import vl_convert

    place = home() / "cache" / f"vega-{version('vl-convert-python')}.js"
    found = _kept(place)
    if not found:
        made = vl_convert.javascript_bundle(_SNIPPET)
        found = str(made).replace("</script", "<\\/script").replace("<!--", "<\\!--")
        _keep(place, found)
    return found


def _kept(place: Path) -> str:
    """The script of an earlier run, if it is what was written then."""
    try:
        digest, _, script = place.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return ""
    return script if digest == _digest(script) else ""


def _keep(place: Path, script: str) -> None:
    try:
        write_atomically(place, f"{_digest(script)}\n{script}".encode())
    except OSError:
        return  # a store that cannot be written costs time, not the picture


def _digest(script: str) -> str:
    return "// " + hashlib.sha256(script.encode()).hexdigest()
