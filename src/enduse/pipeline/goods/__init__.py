"""Goods in the main job: what control lists bear on them, and what to ask."""
