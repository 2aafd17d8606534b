"""Faults of a file or a call: what, where, and the next step."""

from __future__ import annotations

from xl_apa.core.messages.errors.calls import CALLS
from xl_apa.core.messages.errors.folders import FOLDERS
from xl_apa.core.messages.errors.importing import IMPORTING
from xl_apa.core.messages.errors.reading import READING
from xl_apa.core.messages.errors.registers import REGISTERS
from xl_apa.core.messages.errors.review import REVIEW
from xl_apa.core.messages.errors.sources import SOURCES
from xl_apa.core.messages.errors.writing import WRITING
from xl_apa.core.messages.sentence import Sentence

ERRORS: dict[str, Sentence] = {
    **READING,
    **REGISTERS,
    **WRITING,
    **REVIEW,
    **FOLDERS,
    **IMPORTING,
    **SOURCES,
    **CALLS,
}
