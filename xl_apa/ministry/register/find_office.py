"""Which office of a register a report in another form is from: by what it prints and by its file's name.

A form of another kind has no field for a code. Its titles, its footer and the signature name the office somehow, and
people name files after offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from xl_apa.core.offices import name_key
from xl_apa.ministry.register.file_names import office_of_file
from xl_apa.ministry.register.model import Register, Registered

_ALIKE = 90.0
"""How alike, of 100, a printed name and an office's must be to be taken for it, as scans and people misspell it."""
_AHEAD = 5.0
"""How much more alike it must be than any other office's name."""
_WORD_ALIKE = 70.0
"""How alike each word must be: two offices of one kind often differ in the name of the place alone."""
_MOST_PARTS = 8
_SHORTEST = 6
"""Letters of a name; of a shorter one too much is the same by chance."""
_SEPARATORS = re.compile(r"[,;:|।/()]|\s[-–—]\s|ঃ")
_WORDS = re.compile(r"[\s,;:|।/()\-–—]+")


class KnownBy(StrEnum):
    """What says which office a report is from."""

    FILE = "file"
    NAME = "name"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class OfficeFound:
    """The office that a report is from, and what says so; None where nothing does, or it is not certain.

    `other`: the file is named after one office, and the report names this one. `printed` is what was taken for the
    name of the office.
    """

    office: Registered | None = None
    by: KnownBy | None = None
    printed: str = ""
    other: Registered | None = None


def find_office(said: Sequence[str], path: str, register: Register, *, fuzzy: bool = True) -> OfficeFound:
    """Return which office a report is from; `said` are its lines that may name it, the likeliest first.

    The name as the register has it, in whatever spelling; else what the file is named after; else a name that is
    misspelt (`fuzzy`), where no other office's is nearly as like it.
    """
    by_file = office_of_file(path, register)
    named = _named(said, register)
    if len(named) > 1:
        # Which of them reports nobody can tell; the file's name may.
        return OfficeFound(by_file, KnownBy.FILE) if by_file else OfficeFound()
    if named:
        ((by_name, printed),) = named
        if by_file is None or by_file is by_name or by_file in register.chain(by_name):
            return OfficeFound(by_name, KnownBy.NAME, printed)
        if by_name in register.chain(by_file):
            # A report names the office above it too.
            return OfficeFound(by_file, KnownBy.FILE, printed)
        return OfficeFound(by_file, KnownBy.FILE, printed, by_name)
    if by_file:
        return OfficeFound(by_file, KnownBy.FILE)
    similar = _similar(said, register) if fuzzy else []
    return OfficeFound(similar[0][0], KnownBy.SIMILAR, similar[0][1]) if len(similar) == 1 else OfficeFound()


_Named = list[tuple[Registered, str]]
"""Offices, each with what was printed."""


def _named(said: Sequence[str], register: Register) -> _Named:
    """The offices whose very names are printed, without those above another one."""
    found: dict[str, tuple[Registered, str]] = {}
    for text in (*_parts(said), *(f"{first} {second}" for first, second in pairwise(said))):
        named = register.named(text)
        if len(named) == 1:
            found.setdefault(named[0].key, (named[0], text))
    return _lowest(list(found.values()), register)


def _lowest(found: _Named, register: Register) -> _Named:
    above = {parent.key for office, _ in found for parent in register.chain(office)}
    return [each for each in found if each[0].key not in above]


def _parts(said: Sequence[str]) -> Iterator[str]:
    """Yield every line, then every run of its parts: `Assistant Director, Department of Labour, Dhaka`."""
    for text in said:
        yield text
        parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()][:_MOST_PARTS]
        for start in range(len(parts)):
            for end in range(start + 1, len(parts) + 1):
                yield " ".join(parts[start:end])


def _similar(said: Sequence[str], register: Register) -> _Named:
    """The offices whose names are most like what is printed, each much more so than all others."""
    from rapidfuzz import fuzz, process  # of the extra `import`

    names = {name: offices[0] for name, offices in register.by_name.items() if len(offices) == 1}
    found: dict[str, tuple[Registered, str]] = {}
    for text in dict.fromkeys(_parts(said)):
        key = name_key(text)
        if len(key) < _SHORTEST:
            continue
        near = process.extract(key, list(register.by_name), scorer=fuzz.ratio, score_cutoff=_ALIKE - _AHEAD, limit=4)
        if not near or near[0][1] < _ALIKE or near[0][0] not in names:
            continue
        office = names[near[0][0]]
        rivals = [score for name, score, _ in near[1:] if names.get(name) is not office]
        if all(near[0][1] - score >= _AHEAD for score in rivals) and _same_words(text, office):
            found.setdefault(office.key, (office, text))
    return _lowest(list(found.values()), register)


def _same_words(text: str, office: Registered) -> bool:
    """Whether a name has the words of an office's, each misspelt at most."""
    from rapidfuzz import fuzz

    printed = [key for word in _WORDS.split(text) if (key := name_key(word))]
    for name in (office.name, office.name_en):
        words = [key for word in _WORDS.split(name) if (key := name_key(word))]
        if len(words) == len(printed) and all(
            fuzz.ratio(*pair) >= _WORD_ALIKE for pair in zip(words, printed, strict=True)
        ):
            return True
    return False
