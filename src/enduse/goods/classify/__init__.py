"""From a description of goods to ranked codes, with evidence."""

from enduse.goods.classify.classification import (
    Candidate,
    Classification,
    ControlledBy,
    Likeness,
    Reranked,
)
from enduse.goods.classify.classifier import Classifier
from enduse.goods.classify.spans import GoodSpan, find_goods

__all__ = [
    "Candidate",
    "Classification",
    "Classifier",
    "ControlledBy",
    "GoodSpan",
    "Likeness",
    "Reranked",
    "find_goods",
]
