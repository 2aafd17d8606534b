"""A form for every office of the register, with its code, name and parent filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xl_apa.core.errors import OutputError
from xl_apa.core.model import Office
from xl_apa.core.text.file_names import file_stem, taken_key
from xl_apa.core.text.lookalikes import usual_signs
from xl_apa.ministry.register.model import Register, Registered

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")

Build = Callable[[Path, Office], None]


@dataclass(frozen=True, slots=True)
class BlankForms:
    """The forms of a register: those that were built, those that were there already, and why others are not there."""

    built: tuple[Path, ...]
    kept: tuple[Path, ...]
    failed: tuple[OutputError, ...]


_MOST_FAILURES = 3
"""When so many forms cannot be written and none could, it is the folder."""


def write_forms(register: Register, folder: Path, ending: str, build: Build) -> BlankForms:
    """Build a workbook named after its code for every office, the ministry among them; return what became of each.

    What is there already stays as it is, filled in or blank: whoever joins the register later gets a form, and nobody
    loses one. Raise OutputError where `folder` is named like a workbook or is a file, or takes no form at all.
    """
    if folder.suffix.lower() in _WORKBOOKS or folder.is_file():
        raise OutputError("output-not-folder", path=folder)
    built: list[Path] = []
    kept: list[Path] = []
    failed: list[OutputError] = []
    for stem, office in _named(register):
        path = folder / f"{stem}{ending}"
        if path.is_file():
            kept.append(path)
            continue
        above = register.find(office.parent) if office.parent else None
        try:
            build(path, Office(office.code, office.name, above.name if above else ""))
        except OutputError as error:
            failed.append(error)
            if not built and not kept and len(failed) > _MOST_FAILURES:
                raise
        else:
            built.append(path)
    if failed and not built and not kept:
        raise failed[0]
    return BlankForms(tuple(built), tuple(kept), tuple(failed))


def _named(register: Register) -> Iterator[tuple[str, Registered]]:
    """Yield every office with the name of its file: its code in plain digits and signs that a name may have."""
    taken: set[str] = set()
    for office in register.offices:
        stem = file_stem(usual_signs(office.code), "")
        if taken_key(stem) in taken:
            stem = f"{stem} {office.row}"
        taken.add(taken_key(stem))
        yield stem, office
