"""A workbook for one more office: only who reports is put into a workbook that was built before.

All offices of a plan get the same form, and building one takes several times as long as naming the office in it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from copy import copy
from dataclasses import astuple, dataclass
from io import BytesIO
from pathlib import Path

from xl_apa.core.model import Office

NO_OFFICE = Office("", "", "")

_PLACEHOLDERS = Office("\ue000code\ue000", "\ue000name\ue000", "\ue000parent\ue000")
"""With letters of nobody's alphabet: where they stand in a blank workbook, the office's own words belong."""
_WRITTEN_OTHERWISE = frozenset('&<>"_')
"""Letters that XML, or a spreadsheet in XML, has another spelling for."""
_LONGEST = 255
_STRINGS = "xl/sharedStrings.xml"


@dataclass(frozen=True, slots=True)
class Prototype:
    """A built workbook, part by part, with placeholders for the office's words."""

    parts: tuple[tuple[zipfile.ZipInfo, bytes], ...]

    @classmethod
    def read(cls, book: BytesIO) -> Prototype:
        """Return the parts of a workbook that was built for `placeholder`."""
        with zipfile.ZipFile(book) as package:
            return cls(tuple((info, package.read(info)) for info in package.infolist()))

    def takes(self, office: Office) -> bool:
        """Return whether none of the office's words stands in the workbook anyway: equal words are one string there."""
        strings = next((data for info, data in self.parts if info.filename == _STRINGS), b"")
        return not any(f">{word}</t>".encode() in strings for word in astuple(office) if word)

    def write(self, path: Path, office: Office) -> None:
        """Write the workbook with the office's own words in it."""
        words = [(placeholder.encode(), own.encode()) for placeholder, own in _pairs(office) if own]
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for info, data in self.parts:
                for placeholder, own in words:
                    data = data.replace(placeholder, own)
                package.writestr(copy(info), data)


def placeholder(office: Office) -> Office:
    """Return for whom a prototype is built; what is empty stays empty, since an empty cell is another cell."""
    return Office(*(word if own else "" for word, own in _pairs(office)))


def fits_prototype(office: Office) -> bool:
    """Return whether the office's words can take the place of the placeholders just as they are."""
    words = [word for word in astuple(office) if word]
    # Equal words are one string in a workbook.
    return len(set(words)) == len(words) and all(map(_is_plain, words))


def _is_plain(word: str) -> bool:
    return word.isprintable() and word == word.strip() and len(word) <= _LONGEST and not _WRITTEN_OTHERWISE & set(word)


def _pairs(office: Office) -> Sequence[tuple[str, str]]:
    return list(zip(astuple(_PLACEHOLDERS), astuple(office)))
