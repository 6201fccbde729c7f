"""Verdicts: how sure an attribution is in the words that readers see, and the thresholds behind them.

The confidences are calibrated (quotes.model.calibration): of the attributions with 0.9, nine in ten are right.
"""

from __future__ import annotations

from typing import Literal

from quotes.records.quote import Verdict

HowNamed = Literal["named", "by a pronoun alone", "not"]

# Below this a stretch in marks is no speech; cross-validated F1 moves by less than half a point from 0.5 to 0.65.
SPEECH = 0.6
NOBODY_BELOW = 0.25  # an attribution that is right more seldom names nobody
CERTAIN, LIKELY = 0.925, 0.6  # at or above these confidences


def verdict_of(confidence: float, how: HowNamed = "named") -> Verdict:
    """The verdict on an attribution, by how sure it is and by how it names the speaker.

    Words that are surely those of a “she” whom the article does not explain are unsure all the same.
    """
    if how != "named":
        return "unknown" if how == "not" else "unsure"
    return "certain" if confidence >= CERTAIN else "likely" if confidence >= LIKELY else "unsure"


def post_verdict(confidence: float) -> Verdict:
    """The verdict on a post, whose account is printed with it: never less than likely."""
    return "certain" if confidence >= CERTAIN else "likely"
