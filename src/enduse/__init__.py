"""enduse: find the trade that feeds a sanctioned defence industry, and say why."""

from importlib.metadata import version

__version__ = version("enduse")
