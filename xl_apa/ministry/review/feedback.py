"""The folder that goes out: a letter for every office, and the workbook in which the ministry decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from xl_apa.core.errors import OutputError, XlApaError
from xl_apa.core.text.file_names import file_stem, taken_key
from xl_apa.ministry.analysis.reviewed_offices import ReviewedOffice
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.review.decision_files import KeptDecisions
from xl_apa.ministry.review.decision_workbook import write_decisions
from xl_apa.ministry.review.decisions import CarriedDecisions
from xl_apa.ministry.review.letter import LetterOptions, write_letter
from xl_apa.ministry.review.letter_workbook import write_letter_workbook
from xl_apa.ministry.review.own_files import is_own_letter, letter_mark, own_letters
from xl_apa.xlsx.files.atomic_file import replacing, require_writable


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was written: the letters by office, the workbook of decisions, and what could not be written or read."""

    folder: Path
    letters: tuple[Path, ...]
    decisions: Path
    notices: tuple[XlApaError, ...] = ()


def write_feedback(
    folder: Path,
    offices: Sequence[ReviewedOffice],
    consolidation: MinistryResult,
    kept: KeptDecisions,
    carried: CarriedDecisions,
    options: LetterOptions,
) -> Feedback:
    """Write a letter to each of the offices, and the decisions.

    A letter of the program about the same quarter is replaced or, where its office is gone, removed; no other file is
    touched. A file that is open elsewhere stays as it is, and is named. Raise OutputError when the folder cannot be
    written at all.
    """
    task = consolidation.task
    mark = letter_mark(task.plan.fiscal_year, task.quarter)
    created = datetime.combine(task.plan.fiscal_year.quarter_end(task.quarter), time())
    old = {taken_key(path.name): path for path in own_letters(folder, mark)}
    letters: list[Path] = []
    notices: list[XlApaError] = []
    for office, path in _paths(folder, offices):
        old.pop(taken_key(path.name), None)
        letter = write_letter(office, consolidation, options)
        try:
            with replacing(path) as temporary:
                write_letter_workbook(letter, temporary, options.lang, created, {"keywords": mark})
        except OutputError as error:
            if not letters and len(notices) > _MOST_FAILURES:
                raise
            notices.append(error)
        else:
            letters.append(path)
    for path in old.values():
        with suppress(OSError):
            path.unlink()
    notices += _write_decisions(kept, carried, options.lang)
    return Feedback(folder, tuple(letters), kept.target, tuple(notices))


def require_feedback_folder(folder: Path) -> None:
    """Raise OutputError for a folder that no letter can be written into."""
    if folder.is_file():
        raise OutputError("feedback-not-folder", path=folder)
    require_writable(folder / "letter.xlsx")


_MOST_FAILURES = 3
"""When so many letters cannot be written and none could, it is the folder."""


def _paths(folder: Path, offices: Sequence[ReviewedOffice]) -> Iterator[tuple[ReviewedOffice, Path]]:
    """Yield where each office's letter is written: over no other office's, and over nothing but a letter of ours."""
    taken: set[str] = set()
    for office in offices:
        stem = file_stem(office.code, office.name)
        number = 1
        path = folder / f"{stem}.xlsx"
        while taken_key(path.name) in taken or (path.exists() and not is_own_letter(path)):
            number += 1
            path = folder / f"{stem} ({number}).xlsx"
        taken.add(taken_key(path.name))
        yield office, path


def _write_decisions(kept: KeptDecisions, carried: CarriedDecisions, lang: str) -> Iterator[XlApaError]:
    try:
        written = write_decisions(kept.target, kept.sheet, kept.in_place, carried.rows, lang)
    except OutputError as error:
        # Somebody is writing in it right now; the next run adds what is missing.
        yield error
        return
    if written and kept.source and not kept.in_place:
        yield OutputError("decisions-ods-read", path=kept.source, target=kept.target)
