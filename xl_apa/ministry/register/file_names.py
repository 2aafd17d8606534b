"""Whose file it is by its name: `N-01 (1).xlsx`, `Copy of N-01.xlsx`, `শ্রম অধিদপ্তর.docx`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xl_apa.core.offices import office_key
from xl_apa.ministry.register.model import Register, Registered

_MOST_WORDS = 16
"""Of a longer name of a file only so many words are looked at."""
_FEW_DIGITS = 2


def office_of_file(path: str, register: Register) -> Registered | None:
    """Return the office that a file is named after, by code or by name: `N-01 (1).xlsx`, `Copy of N-01.xlsx`.

    Where the file says nothing, its folder may. None where it fits no office, or more than one.
    """
    file = Path(path.replace("\\", "/"))
    for text in (file.stem, file.parent.name):
        codes = {span: register.by_key[span] for span in _spans(text) if span in register.by_key}
        # N-01-A is no file of N-01: the longest code that stands there counts.
        longest = max(map(len, codes), default=0)
        fitting = [office for key, office in codes.items() if len(key) == longest] or list(register.named(text))
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _spans(text: str) -> Iterator[str]:
    """Yield every run of letters and digits with the signs between them, as keys of codes.

    One digit or two alone may be anything (the second copy, a page, a quarter), unless the name is nothing else.
    """
    key = office_key(text)
    starts = [at for at, letter in enumerate(key) if _joined(letter) and (at == 0 or not _joined(key[at - 1]))]
    ends = [at for at in range(1, len(key) + 1) if _joined(key[at - 1]) and (at == len(key) or not _joined(key[at]))]
    for start in starts[:_MOST_WORDS]:
        for end in ends[:_MOST_WORDS]:
            span = key[start:end]
            if span and (span == key or not (span.isdecimal() and len(span) <= _FEW_DIGITS)):
                yield span


def _joined(letter: str) -> bool:
    """Return whether a code may go on here: with a letter, a vowel sign or a digit."""
    return letter.isalnum() or "\u0980" <= letter <= "\u09ff"
