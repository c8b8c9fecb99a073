"""The language of trade, written for enduse: goods, part numbers, vague words."""
