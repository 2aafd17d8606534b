"""PDFs: tables by their lines, Bangla as it is written, and what cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from tests.importer.sources.shown import grid, order, read, refusal, spans
from tests.libreoffice import convert

BANGLA = "/usr/share/fonts/truetype/noto/NotoSansBengali-Regular.ttf"
ROWS = [
    ["No", "Indicator", "Unit", "Done"],
    ["1", "Services simplified", "Date", "16/05/2024"],
    ["2", "Cases", "%", "96"],
]


def pdf_with(rows: list[list[str]], before: str = "", after: str = "", font: str = "") -> FPDF:
    pdf = FPDF()
    if font:
        pdf.add_font("Bangla", fname=font)
    pdf.add_page()
    pdf.set_font("Bangla" if font else "Helvetica", size=11)
    for text in (before, None, after):
        if text is None:
            with pdf.table(first_row_as_headings=False) as table:
                for cells in rows:
                    table.row(cells)
        elif text:
            pdf.cell(text=text, new_x="LMARGIN", new_y="NEXT")
    return pdf


def save(pdf: FPDF, folder: Path) -> Path:
    path = folder / "report.pdf"
    pdf.output(str(path))
    return path


def page(folder: Path, body: str) -> Path:
    """A page of the web, printed to a PDF by LibreOffice."""
    source = folder / "page.html"
    source.write_text(f'<html><meta charset="utf-8"><body>{body}</body></html>', encoding="utf-8")
    return convert(source, "pdf:writer_web_pdf_Export", folder / "home").with_suffix(".pdf")


def test_a_table_and_the_lines_around_it_come_in_their_order(tmp_path: Path) -> None:
    path = save(pdf_with(ROWS, "Plan of 2023-24", "Department of Labour"), tmp_path)
    assert order(path) == ["Plan of 2023-24", "page 1, table 1", "Department of Labour"]
    (table,) = read(path).tables
    assert grid(table) == ROWS
    assert table.cell(1, 3).address == "page 1, table 1, row 2, column 4"


def test_a_table_over_two_pages_is_one_whose_cells_tell_their_page(tmp_path: Path) -> None:
    pdf = pdf_with([*ROWS, *([str(number), "x", "y", "z"] for number in range(60))])
    (table,) = read(save(pdf, tmp_path)).tables
    assert [row[0] for row in grid(table)] == ["No", "1", "2", *map(str, range(60))]
    assert table.cell(62, 0).address.startswith("page 2, table 1, row ")


@pytest.mark.office
def test_bangla_is_read_as_it_is_written_from_a_pdf_of_libreoffice(tmp_path: Path) -> None:
    rows = [
        ["কর্মসম্পাদন ক্ষেত্র", "মান"],
        ["[১.১.১] ডিজিটাইজেশনের মাধ্যমে ন্যূনতম একটি উদ্ভাবনী ধারণা বাস্তবায়িত", "১৬/০৫/২০২৪"],
        ["কৌশল মৌলিক প্রশিক্ষণ", "চলমান"],
    ]
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    (table,) = read(page(tmp_path, f"<table border=1>{cells}</table>")).tables
    assert [[" ".join(text.split()) for text in row] for row in grid(table)] == rows


@pytest.mark.office
def test_narrow_cells_with_vowel_signs_and_brackets_keep_the_order_of_their_letters(tmp_path: Path) -> None:
    text = "কর্মসম্পাদন সূচকের মান [১] ই-গভর্ন্যান্স (জুলাই-সেপ্টেম্বর)"
    cells = f'<td width="90" style="font-size:8pt">{text}</td><td width="90">x</td>'
    (table,) = read(page(tmp_path, f'<table border=1 width="180"><tr>{cells}</tr></table>')).tables
    assert "".join(grid(table)[0][0].split()) == "".join(text.split())


def test_what_was_wrapped_in_its_cell_is_whole_again(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    with pdf.table(first_row_as_headings=False, width=80, col_widths=(22, 58), wrapmode="CHAR") as table:
        table.row(["16/05/2024/16/05/2024", "x"])
    (first,) = read(save(pdf, tmp_path)).tables
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    with pdf.table(first_row_as_headings=False, width=80, col_widths=(22, 58)) as table:
        table.row(["Unit Weight", "Services simplified in the office, and other words on several lines"])
    (second,) = read(save(pdf, tmp_path)).tables
    assert [row[0] for row in grid(first)] == ["16/05/2024/16/05/2024"]
    assert grid(second) == [["Unit Weight", "Services simplified in the office, and other words on several lines"]]


@pytest.mark.office
def test_merged_cells_are_known_by_the_lines_that_are_missing(tmp_path: Path) -> None:
    path = page(tmp_path, "<table border=1><tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>")
    (table,) = read(path).tables
    assert grid(table) == [["a", "", "b"], ["c", "d", "e"], ["", "f", "g"]]
    assert spans(table) == {(0, 0): (1, 2), (1, 0): (2, 1)}


@pytest.mark.office
def test_bangla_that_is_stored_as_it_is_drawn_is_put_in_order(tmp_path: Path) -> None:
    # Signs before their consonants, as programs store them that know nothing of Bangla.
    path = save(pdf_with([["তারখি", "িদন", "েমাট"], ["ৈতির", "িক", "সূচক"]], font=BANGLA), tmp_path)
    assert grid(read(path).tables[0]) == [["তারখি", "দিন", "মোট"], ["তৈরি", "কি", "সূচক"]]


def test_text_of_bijoy_is_converted(tmp_path: Path) -> None:
    (table,) = read(save(pdf_with([["mKj", "gš¿Yvjq".replace("š", "b")], ["ev¯Íevqb", "Kg©m~wP"]]), tmp_path)).tables
    assert grid(table)[1] == ["বাস্তবায়ন", "কর্মসূচি"]
    assert table.original[1, 0] == "ev¯Íevqb"


def test_a_scanned_page_says_so(tmp_path: Path) -> None:
    pdf = FPDF()
    for number in (1, 2):
        pdf.add_page()
        picture = io.BytesIO()
        Image.new("L", (600, 800), 255).save(picture, "PNG")
        pdf.image(picture, 0, 0, 200)
        pdf.set_font("Helvetica", size=8)
        pdf.text(100, 290, f"{number}")
    assert refusal(save(pdf, tmp_path)) == "source-scanned"


def test_a_file_without_text_or_with_a_password_is_refused(tmp_path: Path) -> None:
    empty = FPDF()
    empty.add_page()
    assert refusal(save(empty, tmp_path)) == "source-empty"
    locked = pdf_with(ROWS)
    locked.set_encryption(owner_password="owner", user_password="user")
    assert refusal(save(locked, tmp_path)) == "workbook-password"


def test_a_file_that_anyone_may_open_but_not_change_is_read(tmp_path: Path) -> None:
    locked = pdf_with(ROWS)
    locked.set_encryption(owner_password="owner")
    assert grid(read(save(locked, tmp_path)).tables[0]) == ROWS


def test_broken_and_endless_files_are_refused(tmp_path: Path) -> None:
    path = save(pdf_with(ROWS), tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[:300])
    assert refusal(path) in ("source-damaged", "source-empty")
    path.write_bytes(b"%PDF-1.7\n" + b"\xff" * 5000)
    assert refusal(path) in ("source-damaged", "source-empty")
    many = FPDF()
    for _ in range(201):
        many.add_page()
    assert refusal(save(many, tmp_path)) == "source-pdf-large"
