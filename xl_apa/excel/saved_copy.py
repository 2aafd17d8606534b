"""A copy of a workbook that is open, as it is shown now: what has not been saved yet is in it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from xl_apa.core.assess import assess
from xl_apa.core.errors import InputError, OutputError, XlApaError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.messages import Phrase
from xl_apa.core.model import Form, Plan, Report
from xl_apa.excel.refusals import refusals, words_of
from xl_apa.excel.xlwings_import import xw
from xl_apa.plans import shipped_plans
from xl_apa.xlsx.files.temporary import temporary_folder

NOT_OFFERED = "copy-not-offered"
_LOCKED = ("workbook-password", "workbook-password-wrong", "workbook-lock-unknown")


@contextmanager
def saved_copy(book: xw.Book) -> Iterator[Path]:
    """Yield the path of a copy, which is deleted afterwards; the workbook stays open, unsaved and under its own name.

    Raise InputError (`NOT_OFFERED`) where this Excel makes none, on a Mac or on the web, OutputError where it could not
    save one.
    """
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(temporary_folder())
        except OSError as error:
            raise _not_saved(error) from error
        copy = folder / f"copy{Path(book.name).suffix or '.xlsx'}"
        save = _copier(book)
        try:
            save(str(copy))
        except OSError as error:
            raise _not_saved(error) from error
        except refusals() as error:
            raise _not_saved(error) from error
        if not copy.is_file():
            raise OutputError("copy-missing", folder=_temporary())
        yield copy


def read_copy(book: xw.Book, form: Form, plan: Plan) -> Report | Finding:
    """Return the report in a workbook that is open as `xl-apa score` reads it from the file.

    `form` is what the values of the sheet in front say, `plan` what it is marked by. Where no copy can be had, or none
    of its sheets holds this form as this one does, return the finding that says so: values alone do not tell how cells
    look.
    """
    # Only here: whoever calls a worksheet function waits for whatever this module imports.
    from xl_apa.sheets.assess_workbook import about_formulas, about_year
    from xl_apa.sheets.read.report import read_report

    try:
        with saved_copy(book) as copy:
            try:
                report = read_report(copy, form.quarter)
                changed: Sequence[Finding] = ()
                with suppress(XlApaError):
                    # Of what cannot be marked at all the button tells the reason.
                    changed = about_formulas(copy, report, assess(report, plan, form.quarter))
            except XlApaError as error:
                return _not_seen(Phrase("copy-locked" if error.code in _LOCKED else "copy-not-read"))
    except (InputError, OutputError) as error:
        return _not_seen(Phrase(error.code, error.params))
    found = report.forms.get(form.quarter)
    if found is None:
        return _not_seen(Phrase("copy-without-form"))
    if found.sheet != form.sheet:
        return _not_seen(Phrase("copy-of-other-sheet", {"sheet": found.sheet}))
    if found.columns != form.columns:
        return _not_seen(Phrase("copy-not-read"))
    of_year = () if plan.name not in shipped_plans() else about_year(report, plan)
    return replace(report, source=book.name, findings=(*changed, *of_year, *report.findings))


def _copier(book: xw.Book) -> Callable[[str], object]:
    """Return what saves a copy. Raise InputError where this Excel has nothing that does."""
    try:
        copier: Callable[[str], object] = book.api.SaveCopyAs
    except (AttributeError, NotImplementedError) as error:
        raise InputError(NOT_OFFERED) from error
    return copier


def _not_saved(error: Exception) -> OutputError:
    return OutputError("copy-not-saved", reason=words_of(error), folder=_temporary())


def _temporary() -> str:
    """Return the folder of temporary files, or what it should be where there is none."""
    try:
        return tempfile.gettempdir()
    except OSError:
        return os.environ.get("TEMP") or os.environ.get("TMPDIR") or "TEMP"


def _not_seen(reason: Phrase) -> Finding:
    return Finding(FindingKind.LOOKS_NOT_READ, params={"reason": reason})
