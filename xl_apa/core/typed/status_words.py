"""The words that stand for no achievement and for work that goes on: for core and for the formulas of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xl_apa.core.model import Status
from xl_apa.core.text.lookalikes import clean, for_reading


def _cleaned(*words: str) -> tuple[str, ...]:
    return tuple(clean(word).lower() for word in words)


NOTHING_MARKS = "-–—−.…_।"
"""Any number of these and of blanks, and nothing else, is no achievement."""
NOTHING_WORDS = _cleaned("নাই", "নেই", "প্রযোজ্য নয়", "প্রযোজ্য নহে", "নিল", "n/a", "n.a", "na", "nil", "none")
"""Each of these alone is no achievement."""

ONGOING_SUBJECTS = _cleaned("কার্যক্রম", "কাজ")
ONGOING_WORDS = _cleaned(
    *("চলমান", "চলছে", "চলিতেছে", "প্রক্রিয়াধীন", "বাস্তবায়নাধীন"),
    *("ongoing", "on-going", "on going", "on- going", "in progress", "in-progress", "under process", "under progress"),
)
ONGOING_ENDINGS = _cleaned("আছে", "রয়েছে")
"""`কার্যক্রম চলমান রয়েছে`: a subject or none, the word, an ending or none, with or without blanks between them."""

_NO = frozenset(_cleaned("না", "নয়", "নাই", "নেই", "সংযুক্ত নয়", "সংযুক্ত নেই", "no", "n", "not attached"))
"""The answers of no where it is asked for yes or no."""

END_MARKS = "।."
"""One of these may follow."""


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_END = rf"\s*[{END_MARKS}]?"
# Around the words that may be asked for in this way: (চলমান), - নাই, চলমান,
_AROUND = re.compile(r"^[(\[{\s-]+|[)\]}\s,;:-]+$")
_NOTHING = re.compile(rf"(?:[{re.escape(NOTHING_MARKS)}\s]*|{_any_of(NOTHING_WORDS)}){_END}")
_ONGOING = re.compile(
    rf"{_any_of(ONGOING_SUBJECTS)}?\s*{_any_of(ONGOING_WORDS)}\s*{_any_of(ONGOING_ENDINGS)}?{_END}",
)


def is_no(text: str) -> bool:
    """Return whether a whole cell's text says no where it is asked for yes or no."""
    return for_reading(text).strip(f"{END_MARKS} ") in _NO


def parse_status(text: str) -> Status | None:
    """Return `none` or `ongoing` where a whole cell's text says so, None where it says anything else."""
    plain = for_reading(text)
    if _NOTHING.fullmatch(plain):
        return Status.NONE
    if _ONGOING.fullmatch(plain):
        return Status.ONGOING
    # Nearly every text is none of these.
    bare = _AROUND.sub("", plain) if plain and (plain[0] in "([{-" or plain[-1] in ")]},;:-") else plain
    return parse_status(bare) if bare != plain and bare else None
