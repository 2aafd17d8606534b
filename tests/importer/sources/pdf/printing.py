"""Documents printed to PDFs by LibreOffice: out of Word files, workbooks and pages of the web, on any paper."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties

from tests.libreoffice import convert_all
from xl_apa.importer.document import Document, Line, Table

_SHEETS = {"A4": (210.0, 297.0, 9), "A3": (297.0, 420.0, 8), "legal": (215.9, 355.6, 5)}
_AS_TEXT = "--infilter=HTML (StarWriter)"
"""Pages of the web as documents on paper: as they are shown, LibreOffice prints them on paper of its own size."""


@dataclass(frozen=True)
class Paper:
    """How a document is printed. `repeated`: how many heading rows stand again on every page; `widths` in mm."""

    kind: str = "docx"
    sheet: str = "A4"
    landscape: bool = True
    size: float = 7
    ruled: bool = True
    font: str = ""
    repeated: int = 0
    footer: str = ""
    widths: tuple[float, ...] = ()

    @property
    def measures(self) -> tuple[float, float]:
        width, height, _ = _SHEETS[self.sheet]
        return (height, width) if self.landscape else (width, height)


def print_all(documents: Sequence[tuple[Document, Paper]], folder: Path) -> list[Path]:
    """Print documents, each by its name; one start of LibreOffice for each kind of source."""
    by_kind: dict[str, list[Path]] = {}
    printed = []
    for number, (document, paper) in enumerate(documents):
        source = folder / f"{number}.{paper.kind}"
        BUILD[paper.kind](document, paper, source)
        by_kind.setdefault(paper.kind, []).append(source)
        printed.append(folder / "home" / f"{number}.pdf")
    for kind, sources in by_kind.items():
        convert_all(sources, "pdf", folder / "home", *([_AS_TEXT] if kind == "html" else []))
    return printed


def printed(document: Document, paper: Paper, folder: Path) -> Path:
    """Print one document."""
    return print_all([(document, paper)], folder)[0]


def _docx(document: Document, paper: Paper, path: Path) -> None:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in paper.measures)
    section.left_margin = section.right_margin = Mm(12)
    if paper.footer:
        section.footer.paragraphs[0].text = paper.footer
    for block in document.blocks:
        if isinstance(block, Line):
            word.add_paragraph(block.text)
        else:
            _word_table(word, block, paper)
            word.add_paragraph()
    word.save(str(path))


def _word_table(word: Any, block: Table, paper: Paper) -> None:
    table = word.add_table(len(block.rows), block.width)
    if paper.ruled:
        table.style = "Table Grid"
    if paper.widths:
        table.autofit = False
    for number, row in enumerate(table.rows):
        if number < paper.repeated:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for column, cell in enumerate(row.cells):
            cell.text = block.cell(number, column).text
            if paper.widths:
                cell.width = Mm(paper.widths[column])
            for run in cell.paragraphs[0].runs:
                _set_font(run, paper)
    for (row, column), span in block.spans.items():
        first, last = table.cell(row, column), table.cell(row + span.rows - 1, column + span.columns - 1)
        text = first.text
        merged = first.merge(last)
        for paragraph in merged.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        merged.text = text
        for run in merged.paragraphs[0].runs:
            _set_font(run, paper)


def _set_font(run: Any, paper: Paper) -> None:
    """Word sizes and names the fonts of Bangla apart from those of Latin text."""
    run.font.size = Pt(paper.size)
    properties = run._r.get_or_add_rPr()
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(paper.size * 2)))
    properties.append(size)
    if paper.font:
        fonts = properties.get_or_add_rFonts()
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), paper.font)


def _xlsx(document: Document, paper: Paper, path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    side = Side(style="thin")
    width = max(table.width for table in document.tables)
    widths = list(paper.widths) or [12.0] * width
    at = 1
    for block in document.blocks:
        if isinstance(block, Line):
            sheet.cell(at, 1, block.text)
            at += 1
            continue
        for number in range(len(block.rows)):
            lines = 1
            for column in range(block.width):
                cell = sheet.cell(at + number, column + 1, block.cell(number, column).text or None)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(name=paper.font or "Noto Sans Bengali", size=paper.size)
                if paper.ruled:
                    cell.border = Border(left=side, right=side, top=side, bottom=side)
                lines = max(lines, int(len(str(cell.value or "")) * 1.3 // widths[column]) + 1)
            sheet.row_dimensions[at + number].height = lines * paper.size * 1.8
        for (row, column), span in block.spans.items():
            sheet.merge_cells(
                start_row=at + row,
                start_column=column + 1,
                end_row=at + row + span.rows - 1,
                end_column=column + span.columns,
            )
        at += len(block.rows) + 1
    for column, size in enumerate(widths, start=1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = size
    sheet.page_setup.orientation = "landscape" if paper.landscape else "portrait"
    sheet.page_setup.paperSize = _SHEETS[paper.sheet][2]
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    book.save(path)


def _html(document: Document, paper: Paper, path: Path) -> None:
    width, height = paper.measures
    parts = [f'<html><meta charset="utf-8"><style>@page {{size: {width}mm {height}mm; margin: 10mm}}</style><body>']
    for block in document.blocks:
        if isinstance(block, Line):
            parts.append(f"<p>{html.escape(block.text)}</p>")
            continue
        hidden = {
            (row + down, column + right)
            for (row, column), span in block.spans.items()
            for down in range(span.rows)
            for right in range(span.columns)
            if down or right
        }
        parts.append(f'<table border={int(paper.ruled)} cellspacing=0 width="100%">')
        for row in range(len(block.rows)):
            parts.append("<tr>")
            for column in range(block.width):
                if (row, column) not in hidden:
                    span = block.spans.get((row, column))
                    reach = f"rowspan={span.rows} colspan={span.columns}" if span else ""
                    text = html.escape(block.cell(row, column).text)
                    parts.append(f'<td {reach}><font style="font-size: {paper.size}pt">{text}</font></td>')
            parts.append("</tr>")
        parts.append("</table>")
    path.write_text("".join(parts), encoding="utf-8")


BUILD = {"docx": _docx, "xlsx": _xlsx, "html": _html}
"""What writes a document as a file of a kind."""
