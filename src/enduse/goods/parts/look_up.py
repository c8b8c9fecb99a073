"""The look-up of parts found in recovered weapons: see `enduse.goods.components`."""

from enduse.goods.components import Components, Hit

__all__ = ["Components", "Hit"]
