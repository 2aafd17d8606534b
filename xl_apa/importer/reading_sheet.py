"""The sheet of an imported workbook that says what is printed, how it was understood, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xlsxwriter.workbook import Workbook

from xl_apa.archives.contents import archive_of
from xl_apa.core.assess import Assessment
from xl_apa.core.cells import Cell
from xl_apa.core.findings import Category, Finding, Severity
from xl_apa.core.marking.explaining import unit_sign
from xl_apa.core.messages import render, show
from xl_apa.core.model import Result, Status
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.importer.confidence import percent_of
from xl_apa.importer.findings import import_findings
from xl_apa.importer.imported_report import ImportedReport, ImportedRow
from xl_apa.sheets.build import looks
from xl_apa.sheets.layout import PAGE_FOOTER
from xl_apa.xlsx.cell_limits import Unfit
from xl_apa.xlsx.write.hyperlinks import Links
from xl_apa.xlsx.write.sheet_writer import Margins, SheetWriter
from xl_apa.xlsx.write.styles import Look, Styles

_COLUMNS = {
    "indicator": 9,
    "title": 34,
    "printed": 46,
    "place": 20,
    "understood": 22,
    "by": 20,
    "sure": 17,
    "confirm": 46,
}
"""The columns, by the end of their heading's code, and how wide they are."""
_HEAD_ROW = 4
_LOWEST = 20.0
_MARGINS = Margins(side=0.4, top=0.5, bottom=0.55)
_TAB = "#7F7F7F"
_LONGEST = 600
"""Letters of a row that are shown; the document has them all."""

_PLACE_WORDS = re.compile(r"\b(?:text box|table|row|column|page|line|paragraph)\b")
"""The words of addresses in documents that are no workbooks."""

_SECTION = replace(looks.SUBTITLE, align="left", shrink=False)
_SURE = replace(looks.VALUE, font_color="#1E5631", bg_color="#DDF0E0")
_UNSURE = replace(looks.VALUE, bold=True, font_color="#9C0006", bg_color="#FFC7CE")
_LINK = replace(looks.VALUE, font_color="#0563C1")
_READ_CATEGORIES = (Category.IMPORT, Category.READING)


@dataclass(frozen=True, slots=True)
class ReadingSheet:
    """What the sheet shows: a report, its marks and findings, in the language `bn` or `en`.

    `source` is the file on the disk, `folder` where the workbook is to lie: links lead from there.
    """

    report: ImportedReport
    assessment: Assessment
    source: Path
    folder: Path
    lang: str

    def write(self, workbook: Workbook, formats: Styles) -> None:
        """Add the sheet to a workbook."""
        sheet = SheetWriter(
            workbook, self._say("import-sheet"), formats, default_height=_LOWEST, margin=1.0, unfit=Unfit.ADAPT
        )
        sheet.set_widths(list(_COLUMNS.values()))
        self._write_head(sheet)
        row = self._write_indicators(sheet, _HEAD_ROW + 1)
        row = self._write_others(sheet, row + 1)
        sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:H{row + 1}"})
        sheet.worksheet.freeze_panes(_HEAD_ROW + 1, 1)
        sheet.worksheet.set_tab_color(_TAB)
        sheet.fit_rows()
        sheet.set_page(_MARGINS, repeated=range(_HEAD_ROW, _HEAD_ROW + 1))
        sheet.set_footer(PAGE_FOOTER, 10)
        sheet.worksheet.hide_gridlines(2)

    # ---- head -------------------------------------------------------------------------------------------------------

    def _write_head(self, sheet: SheetWriter) -> None:
        report, kind = self.report, self.report.document.kind.value
        sheet.write(0, 0, self._say("import-sheet-title"), looks.INFO_TITLE)
        sheet.set_height(0, 28)
        name = self._say("import-sheet-source", kind=self._say(f"import-kind-{kind}"), path=report.document.path.name)
        self._write_link(
            sheet,
            1,
            0,
            name,
            self._links().to(str(self.source)),
            replace(_LINK, align="left", border=0, text_wrap=False),
        )
        weight = report.plan.weight
        told = {"sure": report.sure_weight, "weight": weight, "percent": int(100 * report.sure_weight / weight)}
        sheet.write(2, 0, self._say("import-sheet-sure", **told), looks.NOTE)
        for column, name in enumerate(_COLUMNS):
            sheet.write(_HEAD_ROW, column, self._say(f"column-import-{name}"), looks.HEADING)
        sheet.set_height(_HEAD_ROW, 40)

    # ---- the indicators ---------------------------------------------------------------------------------------------

    def _write_indicators(self, sheet: SheetWriter, first: int) -> int:
        rows = {row.indicator.code: row for row in self.report.rows}
        told = self._findings()
        for at, result in enumerate(self.assessment.results, start=first):
            code = result.indicator.code
            self._write_indicator(sheet, at, result, rows.get(code), told.get(code, []))
        return first + len(self.assessment.results)

    def _write_indicator(
        self, sheet: SheetWriter, at: int, result: Result, row: ImportedRow | None, findings: Sequence[Finding]
    ) -> None:
        sheet.write(at, 0, self._digits(result.indicator.code), looks.VALUE)
        sheet.write(at, 1, result.indicator.title, looks.LABEL)
        if row is None:
            sheet.write(at, 2, self._say("import-sheet-missing"), replace(looks.LABEL, font_color="#9C0006"))
            for column in (3, 4, 5):
                sheet.write(at, column, "", looks.VALUE)
            sheet.write(at, 6, self._say("import-sheet-not-found"), _UNSURE)
            sheet.write(at, 7, self._say("import-sheet-look"), looks.LABEL)
            return
        sheet.write(at, 2, _joined(row.cells), looks.LABEL)
        self._write_place(sheet, at, row.place)
        sheet.write(at, 4, self._understood(result, row), looks.VALUE)
        by = ", ".join(self._say(f"import-by-{witness.value}") for witness in row.by)
        sheet.write(at, 5, by or "-", looks.VALUE)
        code = "import-sheet-is-sure" if row.is_sure else "import-sheet-is-unsure"
        sure = self._say(code, percent=percent_of(row.certainty))
        sheet.write(at, 6, sure, _SURE if row.is_sure else _UNSURE)
        sheet.write(at, 7, "\n".join(finding.text(self.lang) for finding in findings), looks.LABEL)

    def _understood(self, result: Result, row: ImportedRow) -> str:
        """What stands for the achievement: its value, its status, or the question that it is in the form."""
        if result.own is not None:
            return show(result.own, self.lang) + unit_sign(result.indicator.unit, result.indicator.unit_name or "")
        said = self._say(f"status-{result.status.value}")
        typed = row.as_achievement.achieved.text
        return f"{said}: {typed}" if result.status is Status.UNREADABLE and typed else said

    def _findings(self) -> Mapping[str, list[Finding]]:
        """What is to be confirmed of each indicator: of how it was read, notes aside."""
        found: dict[str, list[Finding]] = {}
        for finding in (*import_findings(self.report), *self.assessment.findings):
            if finding.kind.category in _READ_CATEGORIES and finding.severity is not Severity.NOTE:
                listed = found.setdefault(finding.indicator, [])
                if finding not in listed:
                    listed.append(finding)
        return found

    # ---- what is no indicator ---------------------------------------------------------------------------------------

    def _write_others(self, sheet: SheetWriter, row: int) -> int:
        """Write the rows that fit nothing, the cells of no row and tables that were not read; return the next row."""
        others = [
            (stranger.all_cells[0].address, _joined(stranger.all_cells))
            for stranger in self.report.strangers
            if stranger.all_cells
        ]
        others += [(cell.address, cell.text) for cell in self.report.left_out]
        others += [("", self._say("import-table-not-read", text=name)) for name in self.report.other_tables]
        sheet.write(row, 0, self._say("import-sheet-others" if others else "import-sheet-no-others"), _SECTION)
        sheet.set_height(row, 26)
        for at, (place, text) in enumerate(others, start=row + 1):
            sheet.write(at, 0, "", looks.VALUE)
            sheet.write(at, 1, text[:_LONGEST], looks.LABEL, columns=2)
            self._write_place(sheet, at, place)
            sheet.write(at, 4, self._say("import-sheet-look"), looks.LABEL, columns=4)
        return row + 1 + len(others)

    # ---- cells ------------------------------------------------------------------------------------------------------

    def _write_place(self, sheet: SheetWriter, row: int, place: str) -> None:
        """Write a place, with a link where one leads there: into a workbook, and into no other kind of file."""
        target = self._links().to(str(self.source), place) if "!" in place else ""
        self._write_link(sheet, row, 3, self._place(place), target, _LINK if target else looks.VALUE)

    def _write_link(self, sheet: SheetWriter, row: int, column: int, shown: str, target: str, look: Look) -> None:
        sheet.write(row, column, shown, look)
        if target and shown:
            sheet.worksheet.write_url(row, column, f"external:{target}", sheet.format(look), shown)

    def _links(self) -> Links:
        archive = archive_of(self.source)
        return Links(self.folder.absolute(), {str(self.source): str(archive)} if archive else {})

    def _place(self, place: str) -> str:
        """A place in the reader's words: `সারণি ১, সারি ৫, কলাম ১৩`; a cell is called by its name in any language."""
        if "!" in place:
            return place
        return self._digits(_PLACE_WORDS.sub(lambda word: self._say(f"place-{word[0].replace(' ', '-')}"), place))

    def _digits(self, text: str) -> str:
        return to_bangla_digits(text) if self.lang == "bn" else text

    def _say(self, code: str, **params: object) -> str:
        return render(code, self.lang, params)


def _joined(cells: Iterable[Cell]) -> str:
    text = " | ".join(cell.text for cell in cells if cell.text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
