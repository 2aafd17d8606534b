"""What tells offices apart: their codes and names, in whatever digits, capitals and signs people write them.

Nothing else compares codes: reports, the register and the names of files are held against each other by these keys.
"""

from __future__ import annotations

import re
from functools import lru_cache

from xl_apa.core.text.lookalikes import letters_alone, usual_signs

_MOST_OFFICES = 65_536
_BLANKS_AROUND = re.compile(r"\s*([-/.,:_()।&+])\s*")
_DASHES = re.compile(r"-{2,}")


@lru_cache(maxsize=_MOST_OFFICES)
def office_key(code: str) -> str:
    """Return what tells offices apart by their codes: `N-01` for `n- ০১`, `N‑01` and `N–01` alike; "" without a code.

    Digits of any script and capitals are the same, dashes of every length, full-width signs, and what nobody sees
    (soft hyphens, marks of direction); so are blanks around signs. Zeros and blanks between letters count: `N-1` and
    `N-01` are two offices, `1-11` and `11-1` too.
    """
    return _DASHES.sub("-", _BLANKS_AROUND.sub(r"\1", usual_signs(code))).upper()


def name_key(name: str) -> str:
    """Return what tells offices apart by their names: letters and digits alone, "" where there are none.

    Blanks and punctuation do not count, nor capitals, digits of either kind, letters of the old font, and the spellings
    that are one sound. Everything else does: two places are often one letter apart.
    """
    return letters_alone(name)
