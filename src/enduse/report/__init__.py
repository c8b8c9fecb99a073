"""Assessments to what people and programs read: HTML, JSON Lines, a terminal.

Reads the nouns alone. No output adds a judgement: what enduse proposes is in the
`Assessment`, and a person decides.
"""
