"""A form for every office of the register, with its code, name and parent filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from xl_apa.core.errors import OutputError
from xl_apa.core.model import Office
from xl_apa.core.text.numerals import to_ascii_digits
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.sheets.assess_workbook import holds_achievements

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
"""Letters that Windows allows in no file name."""

Build = Callable[[Path, Office], None]


def write_forms(register: Register, folder: Path, ending: str, build: Build) -> Iterator[Path]:
    """Build a workbook named after its code for every office that should report, and yield its path.

    Raise OutputError where an office's workbook is there already with achievements in it, before any is written.
    """
    forms = [(folder / f"{stem}{ending}", office) for stem, office in _named(register)]
    for path, _ in forms:
        if holds_achievements(path):
            raise OutputError("output-filled", path=path)
    for path, office in forms:
        above = register.find(office.parent) if office.parent else None
        build(path, Office(office.code, office.name, above.name if above else ""))
        yield path


def _named(register: Register) -> Iterator[tuple[str, Registered]]:
    """Yield every office with the name of its file: its code, without what no file name may have."""
    taken: set[str] = set()
    for office in register.expected:
        stem = _UNFIT.sub("-", to_ascii_digits(office.code)).rstrip(" .") or "-"
        if stem.casefold() in taken:
            stem = f"{stem} {office.row}"
        taken.add(stem.casefold())
        yield stem, office
