"""From a description of goods to ranked codes, with evidence."""

from enduse.goods.classify.classification import (
    Candidate,
    Classification,
    ControlledBy,
    Likeness,
)
from enduse.goods.classify.classifier import Classifier

__all__ = ["Candidate", "Classification", "Classifier", "ControlledBy", "Likeness"]
