"""The macros of the program's own macro edition, known by their text: every other one is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from xl_apa.xlsx.read.macros import module_texts

KNOWN_MODULES: Mapping[str, frozenset[str]] = {
    "ThisWorkbook": frozenset({"62786fd00889c710"}),
    "xlwings": frozenset({"093d57c7bf23d667"}),
    "Dictionary": frozenset({"1c3de5aab6c4ee53"}),
    "ApaFunctions": frozenset({"078fec80eab221ff"}),
    "ApaMacros": frozenset({"6361a5d704946f5e", "3b97ddc9789dd336"}),
    "ApaTexts": frozenset({"36f61ec32cc6a989", "de0cb57ec58495cf"}),
}
"""The first 16 hexadecimal digits of the SHA-256 of every text that one of our modules had in some version.

Excel writes projects anew when it saves, and changes capitals and blanks, so texts are compared without them. Modules
of sheets are without a line of code.
"""

_BLANKS = re.compile(r"\s+")


def foreign_modules(project: bytes) -> list[str] | None:
    """Return the names of the modules in a VBA project that are not ours; None where the project cannot be read."""
    texts = module_texts(project)
    if texts is None:
        return None
    return [name for name, text in texts.items() if fingerprint(text) not in _known(name)]


def fingerprint(text: str) -> str:
    """Return what a module's text is known by, "" for one without a line."""
    plain = _BLANKS.sub(" ", text).strip().casefold()
    return sha256(plain.encode()).hexdigest()[:16] if plain.replace("option explicit", "").strip() else ""


def _known(name: str) -> frozenset[str]:
    return KNOWN_MODULES.get(name, frozenset()) | {""}
