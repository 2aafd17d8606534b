"""Units as a table shows where they stand: words that are known to be units, since any word may be one in a plan."""

from __future__ import annotations

from functools import lru_cache

from xl_apa.core.model import Unit
from xl_apa.core.text.unit_names import parse_unit_name
from xl_apa.core.typed.units import is_usual_name, parse_unit


@lru_cache(maxsize=4096)
def known_unit(text: str) -> Unit | None:
    """Return the kind of unit that a text is for certain: day, percent, or number by a word that counts or measures.

    None for any other word, though a plan may have it as a unit.
    """
    unit = parse_unit(text) if 0 < len(text) < 40 else None
    if unit is not Unit.NUMBER or is_usual_name(text, unit):
        return unit
    name = parse_unit_name(text)
    known = name.measures or name.counts_one_kind or (not name.base and (name.counter or bool(name.magnitudes)))
    return unit if known else None
