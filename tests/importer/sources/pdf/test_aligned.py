"""Tables without lines: columns by the bands between texts, rows by where texts begin, and a refusal where neither is sure."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from tests.importer.sources.pdf.printing import Paper, printed
from tests.importer.sources.pdf.test_read import save
from tests.importer.sources.shown import grid, lines, read, refusal
from xl_apa.core.cells import Cell
from xl_apa.importer.document import Document, Line, Table

HEAD = ("No", "Activity", "Indicator", "Unit", "Weight", "Target", "Done", "Remarks")
ROWS = [
    ("1", "Simpler services", "One service for citizens simplified", "Date", "5", "16/05/2024", "-", ""),
    (
        "",
        "",
        "Services in a list that is kept up to date",
        "Number",
        "4",
        "4",
        "2",
        "Two of four were done before July.",
    ),
    ("2", "Training of officers", "Trainings held", "Number", "3", "2", "", ""),
]


def typed(widths: tuple[float, ...], frame: bool = False) -> FPDF:
    """A page with texts at places, as a program draws them that knows no tables."""
    pdf = FPDF("L")
    pdf.add_page()
    pdf.set_font("Helvetica", size=9)
    pdf.text(10, 12, "Plan of 2023-24, second quarter of the year, of the Department of Samples")
    y = 24.0
    for row in (HEAD, *ROWS):
        x, deepest = 10.0, 1
        for width, text in zip(widths, row, strict=True):
            parts = pdf.multi_cell(width - 3, 4, text, dry_run=True, output="LINES") if text else []
            for number, part in enumerate(parts):
                pdf.text(x, y + 4 * number, part)
            deepest, x = max(deepest, len(parts)), x + width
        y += 4 * deepest + 0.5
    pdf.text(10, y + 14, "Assistant Director")
    if frame:
        pdf.rect(8, 19, sum(widths), y - 17)
    return pdf


@pytest.mark.parametrize("frame", [False, True])
def test_columns_and_rows_are_told_by_where_texts_stand(tmp_path: Path, frame: bool) -> None:
    path = save(typed((12, 30, 40, 20, 18, 25, 15, 45), frame), tmp_path)
    (table,) = read(path).tables
    assert grid(table) == [list(row) for row in (HEAD, *ROWS)]
    assert lines(path) == [
        "Plan of 2023-24, second quarter of the year, of the Department of Samples",
        "Assistant Director",
    ]


def test_a_letter_in_prose_and_two_signatures_are_no_table(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, "The report of the second quarter is sent herewith. " * 12)
    for left in (20, 120):
        pdf.text(left, 150, "Assistant Director")
    document = read(save(pdf, tmp_path))
    assert not document.tables
    assert [line.text for line in document.lines][-2:] == ["Assistant Director", "Assistant Director"]


@pytest.mark.office
def test_texts_in_the_middle_of_their_cells_are_refused_and_the_way_out_is_named(tmp_path: Path) -> None:
    long = "একটি দীর্ঘ কর্মসম্পাদন সূচকের নাম যা অনেক লাইনে ভেঙে যায় এবং সহজে এক লাইনে থাকে না "
    rows = [["ক্রম", "কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "মান", "লক্ষ্যমাত্রা", "অর্জন", "মন্তব্য"]]
    rows += [[str(place), long, long * 2, "সংখ্যা", "৪", "৪", "৩", long * 3] for place in range(1, 7)]
    table = Table("table 1", tuple(tuple(Cell(text) for text in row) for row in rows))
    document = Document(Path("x.html"), (Line("কর্মপরিকল্পনা ২০২৩-২৪", "line 1"), table))
    assert refusal(printed(document, Paper("html", size=9, ruled=False), tmp_path)) == "source-pdf-columns"
