"""Numbers that somebody responsible for a computer may change, by a variable of its environment."""

from __future__ import annotations

import math
import os


def number_setting(name: str, default: float) -> float:
    """Return the number above 0 that an environment variable says, else the default."""
    try:
        number = float(os.environ.get(name, ""))
    except ValueError:
        return default
    return number if 0 < number < math.inf else default
