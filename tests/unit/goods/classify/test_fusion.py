"""The fusion: probabilities that are ones, weights that find what tells."""

import numpy as np

from enduse.goods.classify.fusion import fit, probabilities


def test_the_side_that_tells_gets_the_weight() -> None:
    rng = np.random.default_rng(7)
    sides = rng.normal(size=(400, 6, 3)).astype(np.float32)
    right = np.zeros((400, 6), bool)
    right[np.arange(400), sides[:, :, 1].argmax(1)] = True
    there = np.ones((400, 6), bool)
    weights = fit(sides, there, right, share=np.ones(400))
    assert weights.weight[1] > 5 * np.abs(weights.weight[[0, 2]]).max()
    p = probabilities(weights, sides, there)
    assert (p.argmax(1) == right.argmax(1)).mean() > 0.98
    assert np.allclose(p.sum(1) + _rest(weights.rest, p), 1, atol=1)


def _rest(rest: float, p: np.ndarray) -> np.ndarray:
    return 1 - p.sum(1) if np.isfinite(rest) else np.zeros(len(p))


def test_what_is_right_nowhere_goes_to_the_rest() -> None:
    rng = np.random.default_rng(8)
    sides = rng.normal(size=(300, 4, 1)).astype(np.float32)
    there = np.ones((300, 4), bool)
    weights = fit(sides, there, np.zeros((300, 4), bool), share=np.ones(300))
    assert probabilities(weights, sides, there).sum(1).max() < 0.1


def test_a_missing_candidate_has_no_probability() -> None:
    sides = np.ones((1, 2, 1), np.float32)
    there = np.array([[True, False]])
    weights = fit(sides, there, there, share=np.ones(1))
    assert probabilities(weights, sides, there)[0, 1] == 0
