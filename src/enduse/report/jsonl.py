"""Assessments as JSON Lines, as every engine writes them."""

from enduse.pipeline.line import line, plain

__all__ = ["line", "plain"]
