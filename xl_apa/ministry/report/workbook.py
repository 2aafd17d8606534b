"""The ministry workbook: overview, the ministry's form, marks, findings, sources and data, each on its own sheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import IO

from xlsxwriter.workbook import Workbook

from xl_apa.ministry.analysis.chart_data import chart_numbers
from xl_apa.ministry.export import audit_rows, rows
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report import sentences, table_specs
from xl_apa.ministry.report.chart_sheet import write_charts_sheet
from xl_apa.ministry.report.form_sheet import write_ministry_form
from xl_apa.ministry.report.hierarchy_sheet import write_levels
from xl_apa.ministry.report.marks_sheet import write_marks
from xl_apa.ministry.report.overview.sheet import write_overview
from xl_apa.ministry.report.table_writer import TableSheet, write_table
from xl_apa.ministry.report.words import words_of
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.sheets.layout import plan_title
from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.files.temporary import temporary_folder
from xl_apa.xlsx.write.hyperlinks import Links
from xl_apa.xlsx.write.portable_workbook import PortableWorkbook
from xl_apa.xlsx.write.sheet_writer import OPTIONS
from xl_apa.xlsx.write.styles import Styles

# What is printed comes first: of blank pages Excel leaves out those at the end.
_TABLES = (
    (table_specs.SUBMISSIONS, rows.submitted),
    (table_specs.FINDINGS, rows.findings),
    (table_specs.REVIEW, rows.review),
    (table_specs.PROSPECTS, rows.attainable),
    (table_specs.DEADLINES, rows.days),
    (table_specs.PLAN_DIFFERENCES, rows.plan_differences),
    (table_specs.CLAIMS, rows.claims),
    (table_specs.RULES, rows.by_rule),
    (table_specs.AUDIT, audit_rows.audit),
    (table_specs.SOURCES, rows.sources),
    (table_specs.DATA, rows.tidy),
)


def write_summary(consolidation: MinistryResult, path: Path) -> None:
    """Write the ministry workbook, in the language of its task. The same consolidation gives the same bytes.

    Raise OutputError when the file cannot be written; what was there before stays then.
    """
    with replacing(path) as temporary, _writing(temporary) as workbook:
        words = words_of(consolidation)
        title = f"{words.title(Sheet.OVERVIEW)}: {plan_title(consolidation.task.plan, lang=words.lang)}"
        # Without a date of its own the file would carry the time it was written.
        workbook.set_properties({"title": title, "created": _newest(consolidation)})
        formats = Styles(workbook, latin=words.latin)
        basis = sentences.sheet_basis(consolidation)
        archives = {source.path: source.archive for source in consolidation.sources() if source.archive}
        links = Links(path.parent.absolute(), archives)
        numbers = chart_numbers(consolidation)
        write_overview(workbook, formats, consolidation, numbers)
        write_ministry_form(workbook, formats, consolidation)
        write_marks(workbook, formats, consolidation, links)
        write_levels(workbook, formats, consolidation)
        for spec, rows_of in _TABLES:
            if _is_written(spec, consolidation):
                told = basis + _more(spec, consolidation)
                write_table(workbook, formats, words, spec, rows_of(consolidation), told, links)
        write_charts_sheet(workbook, formats, consolidation, numbers)


def _more(spec: TableSheet, consolidation: MinistryResult) -> str:
    """Return what a table says of itself beside what all sheets say of their numbers."""
    if spec is not table_specs.AUDIT:
        return ""
    whole = audit_rows.is_whole(consolidation)
    return f" · {sentences.audit_basis(consolidation, whole, audit_rows.MOST_ROWS)}"


def _is_written(spec: TableSheet, consolidation: MinistryResult) -> bool:
    """Return whether there is anything that a table could say: some rest on what not every ministry gives."""
    if spec is table_specs.SUBMISSIONS:
        return consolidation.register is not None
    return spec is not table_specs.REVIEW or consolidation.decisions is not None


@contextmanager
def _writing(path: Path) -> Iterator[Workbook]:
    """Yield a workbook that is put together when all went well; on a full disk nothing of it stays anywhere."""
    with temporary_folder() as folder, path.open("w+b") as file:
        output = _Output(file)
        try:
            workbook = PortableWorkbook(output, {**OPTIONS, "tmpdir": str(folder)})  # type: ignore[arg-type]  # it writes bytes
            yield workbook
            workbook.close()
        finally:
            output.let_go()


class _Output:
    """A file that can be let go, and from then on takes everything and keeps nothing.

    The rest of a package that could not be written tries to write its end when it is thrown away, and would complain
    on the officer's screen.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file: IO[bytes] | None = file
        self._at = 0

    def let_go(self) -> None:
        self._file = None

    def write(self, data: bytes) -> int:
        self._at += len(data)
        return self._file.write(data) if self._file else len(data)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size) if self._file else b""

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = self._file.seek(offset, whence) if self._file else offset
        return self._at

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        if self._file:
            self._file.flush()


def _newest(consolidation: MinistryResult) -> datetime:
    """Return when the last file was read, as the file's properties want it: in universal time, without saying so."""
    times = [source.read_at for source in consolidation.sources() if source.read_at]
    if not times:
        return datetime.combine(consolidation.as_of, time())
    return max(times).astimezone(UTC).replace(tzinfo=None)
