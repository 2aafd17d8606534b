"""Word files: what a person reads on paper is what is read, wherever Word keeps it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell
from PIL import Image

from tests.bijoy_typing import to_bijoy
from tests.importer.sources.shown import grid, lines, order, read, refusal, spans, tables
from xl_apa.core.cells import CellKind

Save = Callable[[WordDocument], Path]
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(document: WordDocument) -> Path:
        path = tmp_path / "report.docx"
        document.save(str(path))
        return path

    return write


def fill(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text


def paragraph(inner: str) -> object:
    return parse_xml(f"<w:p {nsdecls('w')} {MC} {WPS} {VML}>{inner}</w:p>")


def in_cell(inner: str) -> WordDocument:
    """A document whose only table has one cell, with a paragraph of this XML in it."""
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)._tc
    cell.remove(cell.p_lst[0])
    cell.append(paragraph(inner))
    return document


def test_tables_and_lines_come_in_their_order(save: Save) -> None:
    document = docx.Document()
    document.add_paragraph("কর্মপরিকল্পনা ২০২৩-২৪")
    fill(document, [["ক্রম", "সূচক"], ["১", "[১.১.১] সেবা"]])
    document.add_paragraph("পরের পাতা")
    fill(document, [["ক্রম", "সূচক"], ["২", "[২.১.১] তথ্য"]])
    document.add_paragraph("স্বাক্ষর")
    path = save(document)
    assert order(path) == ["কর্মপরিকল্পনা ২০২৩-২৪", "table 1", "পরের পাতা", "table 2", "স্বাক্ষর"]
    assert tables(path)[1] == [["ক্রম", "সূচক"], ["২", "[২.১.১] তথ্য"]]


def test_a_cell_says_where_it_stands(save: Save) -> None:
    document = docx.Document()
    fill(document, [["a", "b"], ["c", "d"]])
    assert read(save(document)).tables[0].cell(1, 1).address == "table 1, row 2, column 2"


def test_merged_cells_stand_in_their_first_place_and_say_how_far_they_reach(save: Save) -> None:
    document = docx.Document()
    fill(document, [["area", "", "x", "y"], ["", "", "1", "2"], ["", "", "wide", ""], ["end", "3", "4", "5"]])
    table = document.tables[0]
    table.cell(0, 0).merge(table.cell(2, 1))
    table.cell(2, 2).merge(table.cell(2, 3))
    found = read(save(document)).tables[0]
    assert grid(found) == [["area", "", "x", "y"], ["", "", "1", "2"], ["", "", "wide", ""], ["end", "3", "4", "5"]]
    assert spans(found) == {(0, 0): (3, 2), (2, 2): (1, 2)}


def test_a_merged_cell_may_start_right_below_another(save: Save) -> None:
    document = docx.Document()
    fill(document, [["1", "a"], ["", "b"], ["2", "c"], ["", "d"]])
    table = document.tables[0]
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 0).merge(table.cell(3, 0))
    found = read(save(document)).tables[0]
    assert [row[0] for row in grid(found)] == ["1", "", "2", ""]
    assert spans(found) == {(0, 0): (2, 1), (2, 0): (2, 1)}


def test_rows_that_start_to_the_right_keep_their_columns(save: Save) -> None:
    document = docx.Document()
    fill(document, [["a", "b", "c"], ["d", "e", "f"]])
    row = document.tables[0].rows[1]._tr
    row.remove(row.tc_lst[0])
    row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1"/></w:trPr>'))
    assert tables(save(document)) == [[["a", "b", "c"], ["", "e", "f"]]]


def test_a_table_within_a_cell_is_a_table_of_its_own(save: Save) -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "outer"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "ner"
    assert tables(save(document)) == [[["outer", ""]], [["in", "ner"]]]


def test_rows_and_cells_in_content_controls_are_read(save: Save) -> None:
    document = docx.Document()
    fill(document, [["a", "b"], ["c", "d"]])
    table = document.tables[0]._tbl
    row, cell = table.tr_lst[1], table.tr_lst[0].tc_lst[1]
    for element in (row, cell):
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        element.addprevious(control)
        control[1].append(element)
    assert tables(save(document)) == [[["a", "b"], ["c", "d"]]]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (
            "<w:r><w:t>৯</w:t></w:r><w:del><w:r><w:delText>৫</w:delText></w:r></w:del><w:ins><w:r><w:t>৬</w:t></w:r></w:ins>",
            "৯৬",
        ),
        ("<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>new</w:t></w:r></w:moveTo>", "new"),
        ("<w:r><w:t>৯</w:t></w:r><w:del><w:r><w:br/></w:r></w:del><w:r><w:t>৬</w:t></w:r>", "৯৬"),
        ("<w:hyperlink><w:r><w:t>২ টি</w:t></w:r></w:hyperlink>", "২ টি"),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>১৬/০৫/২০২৪</w:t></w:r></w:fldSimple>', "১৬/০৫/২০২৪"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SUM(ABOVE)</w:instrText></w:r><w:r><w:t>7</w:t></w:r>',
            "7",
        ),
        ("<w:r><w:t>বাস্ত</w:t><w:softHyphen/><w:t>বায়ন</w:t></w:r>", "বাস্তবায়ন"),
        ("<w:r><w:t>বাস্ত\u00adবায়ন</w:t></w:r>", "বাস্তবায়ন"),
        ("<w:r><w:t>১৬</w:t><w:noBreakHyphen/><w:t>০৫</w:t></w:r>", "১৬-০৫"),
        ("<w:r><w:t>এক</w:t><w:br/><w:t>দুই</w:t></w:r>", "এক\nদুই"),
        ('<w:r><w:t>এক</w:t><w:tab/><w:t xml:space="preserve">দুই </w:t></w:r>', "এক দুই"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>৯৬</w:t></w:r>', "≥৯৬"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>৩</w:t></w:r>", "৩"),
        (
            '<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent><w:r><w:t>৪</w:t></w:r></w:sdtContent></w:sdt>',
            "৪",
        ),
        ("<w:smartTag><w:r><w:t>৫</w:t></w:r></w:smartTag>", "৫"),
    ],
)
def test_what_counts_is_what_stands_on_paper(save: Save, inner: str, shown: str) -> None:
    assert tables(save(in_cell(inner))) == [[[shown]]]


def test_struck_and_raised_text_is_told_as_in_a_workbook(save: Save) -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>৫</w:t></w:r>"
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>১</w:t></w:r>'
    cell = read(save(in_cell(f"{struck}<w:r><w:t>৬</w:t></w:r>{raised}"))).tables[0].cell(0, 0)
    assert (cell.value, cell.kind, cell.note) == ("৬", CellKind.PARTLY, "৫৬১")
    cell = read(save(in_cell(struck + "<w:r><w:t> </w:t></w:r>"))).tables[0].cell(0, 0)
    assert (cell.value, cell.kind) == (None, CellKind.STRUCK)


def test_deleted_rows_do_not_count(save: Save) -> None:
    document = docx.Document()
    fill(document, [["a"], ["deleted"], ["b"]])
    document.tables[0].rows[1]._tr.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}><w:del/></w:trPr>"))
    assert tables(save(document)) == [[["a"], ["b"]]]


BOX = "<w:txbxContent><w:p><w:r><w:t>শ্রম অধিদপ্তর</w:t></w:r></w:p></w:txbxContent>"


def test_a_text_box_is_read_once_though_it_is_written_twice(save: Save) -> None:
    document = docx.Document()
    document.add_paragraph("before")
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
    document.element.body.insert(1, paragraph(f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"))
    document.element.body.insert(
        2, paragraph(f"<w:r><w:pict><v:textbox>{BOX.replace('শ্রম', 'অন্য')}</v:textbox></w:pict></w:r>")
    )
    found = read(save(document)).lines
    assert [line.text for line in found] == ["before", "শ্রম অধিদপ্তর", "অন্য অধিদপ্তর"]
    assert [line.address for line in found][1] == "text box 1, paragraph 1"


def test_headers_come_first_and_footers_last_each_once(save: Save) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = section.first_page_header.paragraphs[0].text = "শ্রম মন্ত্রণালয়"
    section.footer.paragraphs[0].text = "১৫.০৮.২৩"
    document.add_paragraph("body")
    assert lines(save(document)) == ["শ্রম মন্ত্রণালয়", "body", "১৫.০৮.২৩"]


def bijoy_run(cell: _Cell, text: str, font: str) -> None:
    run = cell.paragraphs[0].add_run(text)
    run.font.name = font


def test_text_in_the_font_of_bijoy_is_converted_run_by_run(save: Save) -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    bijoy_run(table.cell(0, 0), "Kg©m", "SutonnyMJ")
    bijoy_run(table.cell(0, 0), "¤úv`b m~PK ", "SutonnyMJ")
    bijoy_run(table.cell(0, 0), "(KPI)", "Times New Roman")
    bijoy_run(table.cell(0, 1), "GKK", "SutonnyEMJ")
    bijoy_run(table.cell(0, 2), "mKj", "SutonnyOMJ")
    found = read(save(document)).tables[0]
    assert grid(found) == [["কর্মসম্পাদন সূচক (KPI)", "একক", "mKj"]]
    assert found.original == {(0, 0): "Kg©m¤úv`b m~PK (KPI)", (0, 1): "GKK"}


def test_the_font_may_come_from_a_style_that_builds_on_another(save: Save) -> None:
    document = docx.Document()
    base = document.styles.add_style("Old", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    base.font.name = "SutonnyMJ"
    style = document.styles.add_style("Older", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = base
    document.add_paragraph("gš¿Yvjq", style=style)
    line = read(save(document)).lines[0]
    assert (line.text, line.original) == ("মন্ত্রণালয়", "gš¿Yvjq")


def test_a_font_of_the_theme_counts_before_one_that_is_named(save: Save) -> None:
    fonts = '<w:rFonts w:ascii="SutonnyMJ" w:hAnsi="SutonnyMJ" w:asciiTheme="minorHAnsi"/>'
    assert tables(save(in_cell(f"<w:r><w:rPr>{fonts}</w:rPr><w:t>mKj</w:t></w:r>"))) == [[["mKj"]]]


def test_a_whole_report_typed_in_bijoy_without_a_font_is_converted(save: Save) -> None:
    document = docx.Document()
    rows = [["ক্রম", "কর্মসম্পাদন সূচক", "একক", "লক্ষ্যমাত্রা"], ["১", "ইনোভেশন শোকেসিং আয়োজিত", "তারিখ", "১৬ মে ২০২৪"]]
    fill(document, [[to_bijoy(text) for text in row] for row in rows])
    digits = str.maketrans("১৬২০৪", "16204")
    assert tables(save(document)) == [[[text.translate(digits) for text in row] for row in rows]]


# ---- hostile files --------------------------------------------------------------------------------------------------


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    target = path.with_name("changed.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            package.writestr(name, change(name, source.read(name)))
    return target


def test_a_file_that_would_unpack_to_any_size_is_refused(save: Save) -> None:
    document = docx.Document()
    document.add_paragraph("x")
    bomb = rewritten(
        save(document), lambda name, data: data + b" " * 60_000_000 if name == "word/document.xml" else data
    )
    assert bomb.stat().st_size < 200_000
    assert refusal(bomb) == "workbook-too-large"


def test_entities_are_not_resolved(save: Save, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    document = docx.Document()
    document.add_paragraph("MARK")
    kind = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()

    def change(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        start, _, rest = data.partition(b"?>")
        return start + b"?>" + kind + rest.replace(b"MARK", b"&x;")

    assert refusal(rewritten(save(document), change)) == "source-damaged"


def test_a_table_of_ten_thousand_rows_is_refused_by_its_name(save: Save) -> None:
    document = docx.Document()
    fill(document, [["a"]])
    table = document.tables[0]._tbl
    row = f"<w:tr {nsdecls('w')}><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"
    for _ in range(10_000):
        table.append(parse_xml(row))
    assert refusal(save(document)) == "source-table-large"


def test_a_cell_that_claims_a_million_columns_does_no_harm(save: Save) -> None:
    document = docx.Document()
    fill(document, [["a"]])
    cell = document.tables[0].cell(0, 0)._tc
    cell.insert(0, parse_xml(f'<w:tcPr {nsdecls("w")}><w:gridSpan w:val="1000000"/></w:tcPr>'))
    assert tables(save(document))[0][0][0] == "a"


def test_tables_nested_without_end_are_cut_off(save: Save) -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    for depth in range(60):
        cell.paragraphs[0].text = str(depth)
        cell = cell.add_table(1, 1).cell(0, 0)
    assert 5 < len(tables(save(document))) < 60


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_file_with_a_broken_part_is_refused(save: Save, part: str) -> None:
    document = docx.Document()
    document.add_paragraph("x")
    broken = rewritten(save(document), lambda name, data: data[: len(data) // 2] if name == part else data)
    assert refusal(broken) in ("source-damaged", "read")
    assert part == "[Content_Types].xml" or refusal(broken) == "source-damaged"


def test_half_a_file_is_refused(save: Save) -> None:
    document = docx.Document()
    document.add_paragraph("x")
    path = save(document)
    path.write_bytes(path.read_bytes()[:5000])
    assert refusal(path) == "source-damaged"


def test_a_document_without_text_is_refused(save: Save) -> None:
    assert refusal(save(docx.Document())) == "source-empty"


def test_a_photograph_on_a_page_is_said_to_be_one(save: Save, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "white").save(tmp_path / "page.png")
    document = docx.Document()
    document.add_picture(str(tmp_path / "page.png"))
    assert refusal(save(document)) == "source-pictures-alone"
