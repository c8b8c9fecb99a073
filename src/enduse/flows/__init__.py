"""Customs statistics: one reader per provider, one frame, and questions over it."""
