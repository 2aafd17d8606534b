"""Tables over pages: one table, torn rows whole, headings that stand again, titles that run over every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from tests.importer.sources.pdf.printing import Paper, print_all
from tests.importer.sources.pdf.test_read import save
from tests.importer.sources.shown import grid, lines, read
from xl_apa.core.cells import Cell
from xl_apa.importer.document import Document, Line, Table

WORDS = "কর্মসম্পাদন সূচক বাস্তবায়ন প্রতিবেদন প্রেরণ করা হয়েছে এবং প্রশিক্ষণ আয়োজন করা হয়েছে "
HEAD = ["ক্রম", "কার্যক্রম", "একক", "মান", "মন্তব্য"]


def document(rows: list[list[str]]) -> Document:
    table = Table("table 1", tuple(tuple(Cell(text or None) for text in row) for row in rows))
    return Document(Path("x.docx"), (Line("কর্মপরিকল্পনা ২০২৩-২৪", "line 1"), table))


@pytest.mark.office
def test_rows_that_pages_tear_are_whole_and_rows_that_begin_a_page_stay_rows(tmp_path: Path) -> None:
    torn = [HEAD, *([str(at), WORDS * 2, "সংখ্যা", "৪", WORDS * (2 + at % 5)] for at in range(1, 30))]
    short = [HEAD, *([str(at), "সভা", "সংখ্যা", "৪", "হয়েছে"] for at in range(1, 90))]
    jobs = [
        (document(torn), Paper(size=9)),
        (document(torn), Paper(size=9, repeated=1, footer="পৃষ্ঠা ১")),
        (document(short), Paper(size=9)),
    ]
    plain, repeated, many = (read(path).tables for path in print_all(jobs, tmp_path))
    assert [len(tables) for tables in (plain, repeated, many)] == [1, 1, 1]

    def told(table: Table) -> list[list[str]]:
        rows = [["".join(text.split()) for text in row] for row in grid(table)]
        return [rows[0], *(row for row in rows[1:] if row != rows[0])]

    for wanted, table in ((torn, plain[0]), (torn, repeated[0]), (short, many[0])):
        assert told(table) == [["".join(text.split()) for text in row] for row in wanted]
    pages = {table.cell(row, 0).address.split(",")[0] for table in many for row in range(len(table.rows))}
    assert len(pages) > 1


def test_a_title_that_runs_over_every_page_is_one_line_and_parts_no_table(tmp_path: Path) -> None:
    class Report(FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=9)
            self.cell(text="Department of Samples, 2023-24", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.cell(text=f"Page {self.page_no()} of 3")

    pdf = Report()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    with pdf.table(first_row_as_headings=False) as table:
        for number in range(80):
            table.row([str(number), "x", "y"])
    path = save(pdf, tmp_path)
    (found,) = read(path).tables
    assert [row[0] for row in grid(found)] == [str(number) for number in range(80)]
    assert lines(path) == ["Department of Samples, 2023-24", "Page 1 of 3"]


def test_two_tables_that_touch_are_two_where_their_columns_differ(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=9)
    for name, widths in (("a", (30, 40, 20, 50, 40)), ("b", (60, 25, 30, 25, 40))):
        for row in range(4):
            for column, width in enumerate(widths):
                pdf.cell(width, 8, f"{name}{row}{column}", border=1)
            pdf.ln()
    first, second = read(save(pdf, tmp_path)).tables
    assert [grid(table)[0][0] for table in (first, second)] == ["a00", "b00"]
    assert [len(table.rows) for table in (first, second)] == [4, 4]


def test_a_heading_that_runs_up_its_cell_is_read(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=10)
    for column, text in enumerate(("Unit weight", "Indicator title", "Done until June")):
        pdf.rect(20 + 15 * column, 20, 15, 60)
        with pdf.rotation(90, 30 + 15 * column, 75):
            pdf.text(30 + 15 * column, 75, text)
        pdf.rect(20 + 15 * column, 80, 15, 10)
        pdf.text(22 + 15 * column, 87, f"row {column}")
    pdf.text(20, 110, "A line of text, so that most letters of this page stand upright as they do in reports")
    (table,) = read(save(pdf, tmp_path)).tables
    assert grid(table) == [["Unit weight", "Indicator title", "Done until June"], ["row 0", "row 1", "row 2"]]
