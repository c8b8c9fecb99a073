"""Goods: nomenclature, control lists, and the codes a description most likely has."""
