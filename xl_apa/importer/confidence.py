"""How sure the reading of a row is, as a number from 0 to 1, of everything that might make another reading right.

It compares the reading with the next best one; it is no probability. Among the damaged reports of
`tests/importer/damage.py` nothing that was wrong reached `SURE_FROM` (docs/import.md).
"""

from __future__ import annotations

import math

SURE_FROM = 0.8
"""From here on a row is taken as it was read; below, its achievement is a question."""

SURE_MARGIN = 2.0
"""How much better the best reading of a row must be than the next one, to be taken without a question."""
SURE_MATCH = 0.3
"""How much more must speak for a row's indicator than for the next one."""
SURE_ALIKE = 0.35
"""How alike in title or targets a row and its indicator must be."""


def certainty(margin: float, match_margin: float, alike: float, *, possible: bool) -> float:
    """Return how sure a row is: as sure as the weakest of what speaks for it.

    `margin` is how much better its cells fit the columns than in any other way, `match_margin` how much better the row
    fits its indicator than another one, `alike` (0 to 1) how alike the two are. What is not `possible` is never sure.
    """
    odds = math.inf if alike >= 1 else (alike / (1 - alike)) / (SURE_ALIKE / (1 - SURE_ALIKE))
    weakest = min(margin / SURE_MARGIN, match_margin / SURE_MATCH, odds)
    if weakest < 1 or not possible:
        return round(SURE_FROM * max(0.0, min(weakest, 0.99)), 4)
    return 1 - (1 - SURE_FROM) / weakest


def percent_of(certain: float) -> int:
    """Return a certainty in whole percent, never rounded up: what is a question stays below that of `SURE_FROM`."""
    return math.floor(round(100 * certain, 6))
