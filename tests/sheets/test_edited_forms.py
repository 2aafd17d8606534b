"""`calculate` on forms that officers edited: what is not ours stays, part by part and cell by cell, or nothing is done."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from tests.libreoffice import convert_all
from tests.sheets import edits
from tests.sheets.edits import Parts
from xl_apa.core.assess import Assessment
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Category, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.samples import Sample, build_sample
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.layout import Column, Working, quarter_sheet
from xl_apa.sheets.result_cells import marks_in_cells
from xl_apa.xlsx.addresses import cell_name, position
from xl_apa.xlsx.edit.cell_editor import write_cells

SEEDS = 200
Q2 = quarter_sheet(Quarter.Q2)
ROWS = range(7, 18)
OURS = {Column.UNDERSTOOD, Column.BEFORE, Column.TIER, Column.MARKS, Column.ATTAINABLE, Column.MESSAGE, Column.REVIEW}
TYPED = {"1.1.1": "চলমান", "1.2.1": 3, "1.4.1": 80, "1.5.1": "দুইটি", "1.5.2": "১৬ই অক্টোবর, ২০২৩", "2.1.1": "অনেক"}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORKBOOKS = Path(__file__).parents[2] / "workbooks"


@dataclass
class Edited:
    """A workbook that is being edited; `ours` is where the cells went that the program may write."""

    parts: Parts
    ours: dict[tuple[int, int], tuple[int, int] | None]

    @property
    def sheet(self) -> str:
        return edits.sheet_part(self.parts, Q2)

    def move(self, move: edits.Move) -> None:
        self.parts = edits.move_cells(self.parts, Q2, move)
        self.ours = {cell: move(*now) if now else None for cell, now in self.ours.items()}

    def change(self, part: str, edit: Callable[[etree._Element], None]) -> None:
        root = etree.fromstring(self.parts[part])
        edit(root)
        self.parts = {
            **self.parts,
            part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
        }

    def append(self, part: str, after: tuple[str, ...], xml: str) -> None:
        """Put elements into a sheet or workbook behind the last of those that come before them."""

        def edit(root: etree._Element) -> None:
            wrapped = etree.fromstring(f'<x xmlns="{MAIN}" xmlns:r="{RELATIONS}">{xml}</x>')
            *_, last = (child for child in root.iterchildren("{*}*") if etree.QName(child).localname in after)
            for element in reversed(list(wrapped)):
                last.addnext(element)

        self.change(part, edit)

    def relate(self, part: str, number: int, kind: str, target: str) -> None:
        folder, _, name = part.rpartition("/")
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        empty = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
        text = self.parts.get(relations, empty).decode()
        new = f'<Relationship Id="rIdX{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        text = re.sub("<Relationships([^>]*?)/?>(</Relationships>)?$", r"<Relationships\1></Relationships>", text)
        self.parts = {**self.parts, relations: text.replace("</Relationships>", f"{new}</Relationships>").encode()}


BEFORE_MERGES = ("sheetData", "sheetCalcPr", "sheetProtection", "autoFilter")
BEFORE_FORMATS = (*BEFORE_MERGES, "mergeCells", "phoneticPr")
BEFORE_DRAWING = (*BEFORE_FORMATS, "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions")
BEFORE_LINKS = (*BEFORE_FORMATS, "conditionalFormatting", "dataValidations")
BEFORE_DRAWING = (*BEFORE_DRAWING, "pageMargins", "pageSetup", "headerFooter", "ignoredErrors")
AFTER_ALL = (*BEFORE_DRAWING, "drawing", "legacyDrawing", "tableParts", "rowBreaks", "colBreaks")


# ---- edits ----------------------------------------------------------------------------------------------------------


def columns_in(form: Edited, dice: random.Random) -> None:
    form.move(edits.put_in_columns(dice.randrange(0, 58), dice.choice((1, 1, 2, 5))))


def column_out(form: Edited, dice: random.Random) -> None:
    form.move(edits.take_out_column(dice.randrange(0, 56)))


def rows_in(form: Edited, dice: random.Random) -> None:
    form.move(edits.put_in_rows(dice.randrange(0, 24), dice.choice((1, 1, 3))))


def row_out(form: Edited, dice: random.Random) -> None:
    form.move(edits.take_out_row(dice.randrange(0, 24)))


def merged(form: Edited, dice: random.Random) -> None:
    row, column = dice.randrange(30, 40), dice.randrange(0, 22)
    area = f"{cell_name(row, column)}:{cell_name(row + 1, column + 1)}"

    def edit(root: etree._Element) -> None:
        (merges,) = root.iterfind("{*}mergeCells")
        etree.SubElement(merges, f"{{{etree.QName(root).namespace}}}mergeCell", ref=area)

    form.change(form.sheet, edit)


def merged_marks(form: Edited, dice: random.Random) -> None:
    place = form.ours[dice.choice(ROWS[:-1]), dice.choice((Column.MARKS, Column.REVIEW))]
    if place:
        area = f"{cell_name(*place)}:{cell_name(place[0] + 1, place[1])}"
        form.change(
            form.sheet,
            lambda root: etree.SubElement(
                next(root.iterfind("{*}mergeCells")), f"{{{etree.QName(root).namespace}}}mergeCell", ref=area
            ),
        )


def picture(form: Edited, dice: random.Random) -> None:
    form.relate(form.sheet, 901, "drawing", "../drawings/drawing91.xml")
    form.append(form.sheet, BEFORE_DRAWING, '<drawing r:id="rIdX901"/>')
    form.parts["xl/drawings/drawing91.xml"] = b"<wsDr><pic>whatever a newer Excel writes</pic></wsDr>"
    form.parts["xl/media/image91.png"] = dice.randbytes(400)


def comment(form: Edited, dice: random.Random) -> None:
    form.relate(form.sheet, 902, "comments", "../comments91.xml")
    text = f'<comments xmlns="{MAIN}"><commentList><comment ref="M{dice.randrange(8, 18)}"/></commentList></comments>'
    form.parts["xl/comments91.xml"] = text.encode()
    form.parts["xl/threadedComments/threadedComment1.xml"] = b"<ThreadedComments/>"


def custom_xml(form: Edited, dice: random.Random) -> None:
    form.relate("xl/workbook.xml", 903, "customXml", "../customXml/item1.xml")
    form.parts["customXml/item1.xml"] = f"<item>{dice.random()}</item>".encode()
    form.parts["docProps/custom.xml"] = b"<Properties/>"


def year_1904(form: Edited, dice: random.Random) -> None:
    form.change("xl/workbook.xml", lambda root: next(root.iterfind("{*}workbookPr")).set("date1904", "1"))


def strict(form: Edited, dice: random.Random) -> None:
    pairs = ((MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"), (RELATIONS, f"{STRICT}/relationships"))
    for name, data in form.parts.items():
        if name.endswith((".xml", ".rels")) and "drawing" not in name:
            for old, new in pairs:
                data = data.replace(old.encode(), new.encode())
            form.parts[name] = data


STRICT = "http://purl.oclc.org/ooxml/officeDocument"


def another_sheet(form: Edited, dice: random.Random) -> None:
    form.relate("xl/workbook.xml", 904, "worksheet", "worksheets/sheet91.xml")

    def edit(root: etree._Element) -> None:
        (sheets,) = root.iterfind("{*}sheets")
        element = etree.SubElement(sheets, f"{{{etree.QName(root).namespace}}}sheet", name="নোট", sheetId="91")
        element.set(f"{{{RELATIONS}}}id", "rIdX904")

    form.change("xl/workbook.xml", edit)
    form.parts["xl/worksheets/sheet91.xml"] = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>{dice.random()}</v></c></row></sheetData></worksheet>'
    ).encode()


def names(form: Edited, dice: random.Random) -> None:
    new = f"<definedName name=\"mine_{dice.randrange(99)}\">'{Q2}'!$T$8:$T$18</definedName>"
    form.change("xl/workbook.xml", lambda root: _add(root, "definedNames", new))


def _add(root: etree._Element, parent: str, xml: str) -> None:
    (holder,) = root.iterfind(f"{{*}}{parent}")
    holder.append(etree.fromstring(xml.replace(">", f' xmlns="{etree.QName(root).namespace}">', 1)))


def conditional_format(form: Edited, dice: random.Random) -> None:
    rule = '<cfRule type="expression" priority="999"><formula>$P8&gt;3</formula></cfRule>'
    form.append(form.sheet, BEFORE_FORMATS, f'<conditionalFormatting sqref="A30:T40">{rule}</conditionalFormatting>')


def protected(form: Edited, dice: random.Random) -> None:
    def edit(root: etree._Element) -> None:
        if root.find("{*}sheetProtection") is None:
            namespace = etree.QName(root).namespace
            next(root.iterfind("{*}sheetData")).addnext(etree.Element(f"{{{namespace}}}sheetProtection", sheet="1"))

    form.change(form.sheet, edit)


def hidden(form: Edited, dice: random.Random) -> None:
    def edit(root: etree._Element) -> None:
        for element in (*root.iterfind("{*}cols/{*}col"), *root.iterfind("{*}sheetData/{*}row")):
            if dice.random() < 0.2:
                element.set("hidden", "1")

    form.change(form.sheet, edit)


def notes(form: Edited, dice: random.Random) -> None:
    """Texts, numbers and formulas of the officer's own, around the form and in rows of it."""
    taken = {cell for cell in form.ours.values() if cell}

    def edit(root: etree._Element) -> None:
        for row in root.iterfind("{*}sheetData/{*}row"):
            held = {position(cell.get("r")) for cell in row}
            column = max((place[1] for place in held if place), default=0) + dice.randrange(2, 6)
            number = int(row.get("r")) - 1
            if dice.random() < 0.3 and (number, column) not in taken:
                cell = etree.SubElement(row, f"{{{etree.QName(root).namespace}}}c", r=cell_name(number, column))
                kind = dice.randrange(3)
                if kind:
                    etree.SubElement(cell, f"{{{etree.QName(root).namespace}}}{'fv'[kind - 1]}").text = "17+4"[
                        : 4 // kind
                    ]
                else:
                    cell.set("t", "inlineStr")
                    text = etree.SubElement(cell, f"{{{etree.QName(root).namespace}}}is")
                    etree.SubElement(text, f"{{{etree.QName(root).namespace}}}t").text = " নিজের লেখা "

    form.change(form.sheet, edit)


def shared_formulas(form: Edited, dice: random.Random) -> None:
    """Excel keeps formulas that were filled down as one."""

    def edit(root: etree._Element) -> None:
        cells = {position(cell.get("r")): cell for cell in root.iterfind("{*}sheetData/{*}row/{*}c")}
        places = [place for row in ROWS[1:3] if (place := form.ours[row, Column.MARKS])]
        held = [cells[place].find("{*}f") if place in cells else None for place in places]
        if len(held) == 2 and all(each is not None for each in held) and places[1][0] == places[0][0] + 1:
            for formula in held:
                formula.set("t", "shared")
                formula.set("si", "77")
            held[0].set("ref", f"{cell_name(*places[0])}:{cell_name(*places[1])}")
            held[1].text = None

    form.change(form.sheet, edit)


def cut_and_pasted(form: Edited, dice: random.Random) -> None:
    """Formulas of one row look at another one."""
    row = dice.choice(ROWS[:-1])
    place = form.ours[row, Column.MARKS]

    def edit(root: etree._Element) -> None:
        for formula in root.iterfind(f"{{*}}sheetData/{{*}}row[@r='{(place or (0, 0))[0] + 1}']/{{*}}c/{{*}}f"):
            if formula.text and dice.random() < 0.3:
                formula.text = re.sub(r"(?<![A-Z$])M\d+", "#REF!", formula.text)

    form.change(form.sheet, edit)


def values_only(form: Edited, dice: random.Random) -> None:
    def edit(root: etree._Element) -> None:
        for formula in list(root.iterfind("{*}sheetData/{*}row/{*}c/{*}f")):
            formula.getparent().remove(formula)

    form.change(form.sheet, edit)


def unknown_things(form: Edited, dice: random.Random) -> None:
    def edit(root: etree._Element) -> None:
        root.set("{http://schemas.microsoft.com/office/spreadsheetml/2014/revision}uid", "{0}")
        root.append(etree.Comment("kept"))
        row = next(root.iterfind("{*}sheetData/{*}row"))
        row.set("{http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac}dyDescent", "0.3")

    form.change(form.sheet, edit)
    form.parts["xl/calcChain.xml"] = f'<calcChain xmlns="{MAIN}"><c r="P8" i="4"/></calcChain>'.encode()


def threaded_comments(form: Edited, dice: random.Random) -> None:
    """A comment with answers, the people who wrote them, and the older comment and shape that Excel keeps beside."""
    form.relate(form.sheet, 905, "comments", "../comments92.xml")
    form.relate(form.sheet, 906, "threadedComment", "../threadedComments/threadedComment92.xml")
    form.relate(form.sheet, 907, "vmlDrawing", "../drawings/vmlDrawing92.vml")
    form.relate("xl/workbook.xml", 908, "person", "persons/person.xml")
    cell = f"M{dice.randrange(8, 18)}"
    old = f'<comments xmlns="{MAIN}"><commentList><comment ref="{cell}"><text><t>[Threaded]\n৪</t></text></comment>'
    form.parts["xl/comments92.xml"] = f"{old}</commentList></comments>".encode()
    form.parts["xl/threadedComments/threadedComment92.xml"] = f'<x ref="{cell}" dT="2024-01-05">৪ টি</x>'.encode()
    form.parts["xl/drawings/vmlDrawing92.vml"] = b"<xml><shape/></xml>"
    form.parts["xl/persons/person.xml"] = b"<personList/>"


def validation_list(form: Edited, dice: random.Random) -> None:
    """A list to choose from, of the officer's own."""
    rule = (
        '<dataValidation type="list" allowBlank="1" sqref="A40:A60"><formula1>"হ্যাঁ,না,আংশিক"</formula1></dataValidation>'
    )

    def edit(root: etree._Element) -> None:
        (rules,) = root.iterfind("{*}dataValidations")
        namespace = etree.QName(root).namespace
        rules.append(etree.fromstring(rule.replace("<dataValidation ", f'<dataValidation xmlns="{namespace}" ', 1)))
        rules.set("count", str(len(rules)))

    form.change(form.sheet, edit)


def filtered(form: Edited, dice: random.Random) -> None:
    """A filter over the table, with rows that it hides."""
    chosen = '<filterColumn colId="5"><filters><filter val="সংখ্যা"/></filters></filterColumn>'
    form.append(form.sheet, BEFORE_MERGES, f'<autoFilter ref="A7:N18">{chosen}</autoFilter>')
    hidden(form, dice)


def protected_by_password(form: Edited, dice: random.Random) -> None:
    def edit(root: etree._Element) -> None:
        protection = root.find("{*}sheetProtection")
        if protection is not None:
            protection.set("password", "CC1A")
            protection.set("selectLockedCells", "1")

    form.change(form.sheet, edit)


def table(form: Edited, dice: random.Random) -> None:
    form.relate(form.sheet, 909, "table", "../tables/table91.xml")
    form.append(form.sheet, AFTER_ALL, '<tableParts count="1"><tablePart r:id="rIdX909"/></tableParts>')
    form.parts["xl/tables/table91.xml"] = f'<table xmlns="{MAIN}" id="91" name="T" ref="A40:B42"/>'.encode()


def control(form: Edited, dice: random.Random) -> None:
    """A tick box, and the settings of a printer."""
    form.relate(form.sheet, 910, "ctrlProp", "../ctrlProps/ctrlProp1.xml")
    form.relate(form.sheet, 911, "printerSettings", "../printerSettings/printerSettings9.bin")
    form.parts["xl/ctrlProps/ctrlProp1.xml"] = b'<formControlPr objectType="CheckBox" fmlaLink="$AA$40"/>'
    form.parts["xl/printerSettings/printerSettings9.bin"] = dice.randbytes(200)


def hyperlink(form: Edited, dice: random.Random) -> None:
    form.append(form.sheet, BEFORE_LINKS, '<hyperlinks><hyperlink ref="A41" location="A1" display="x"/></hyperlinks>')


def sparklines(form: Edited, dice: random.Random) -> None:
    """What a newer Excel keeps at the end of a sheet."""
    kept = '<x14:sparklineGroups xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>'
    form.append(
        form.sheet, AFTER_ALL, f'<extLst><ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}">{kept}</ext></extLst>'
    )


def outside_link(form: Edited, dice: random.Random) -> None:
    form.relate("xl/workbook.xml", 912, "externalLink", "externalLinks/externalLink1.xml")
    form.parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    form.parts["xl/pivotCache/pivotCacheDefinition1.xml"] = b"<pivotCacheDefinition/>"


def grouped_rows(form: Edited, dice: random.Random) -> None:
    def edit(root: etree._Element) -> None:
        for row in root.iterfind("{*}sheetData/{*}row"):
            if dice.random() < 0.3:
                row.set("outlineLevel", "1")
                row.set("ht", "33.25")
                row.set("customHeight", "1")

    form.change(form.sheet, edit)


MOVING = (columns_in, column_out, rows_in, row_out)
OTHERS = (
    *(merged, merged_marks, picture, comment, custom_xml, year_1904, another_sheet, names, conditional_format),
    *(protected, hidden, notes, shared_formulas, cut_and_pasted, values_only, unknown_things),
    *(threaded_comments, validation_list, filtered, protected_by_password, table, control, hyperlink, sparklines),
    *(outside_link, grouped_rows),
)


Edit = Callable[[Edited, random.Random], None]


# ---- before and after -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Filled forms of both layouts, and one with macros."""
    folder = tmp_path_factory.mktemp("bases")
    info = {"office_code": "N-01", "office_name": "নমুনা দপ্তর", "parent": "নমুনা মন্ত্রণালয়"}
    rows = tuple({"code": code, "achieved": value, "evidence": f"নথি {code}"} for code, value in TYPED.items())
    paths = [folder / f"{layout}.xlsx" for layout in Layout]
    for layout, path in zip(Layout, paths):
        build_sample(Sample(layout, Quarter.Q2, info, {}, rows), path)
    macros = folder / "macros.xlsm"
    write_cells(WORKBOOKS / "2023-24_remarks.xlsm", macros, {Q2: {(8, Column.ACHIEVED): 3, (10, Column.ACHIEVED): 80}})
    return [*paths, macros]


def edited_form(base: Path, seed: int) -> Edited:
    dice = random.Random(seed)
    cells = {(row, column) for row in ROWS for column in (*OURS, Column.LAST, *Working)}
    cells |= {(ROWS[-1] + 1, column) for column in (Column.MARKS, Column.ATTAINABLE)}
    form = Edited(edits.parts_of(base), {cell: cell for cell in cells})
    for edit in dice.sample(MOVING, dice.choice((0, 1, 1, 1, 2))):
        edit(form, dice)
    for edit in dice.sample(OTHERS, dice.randrange(0, 4)):
        edit(form, dice)
    if dice.random() < 0.1:
        strict(form, dice)
    return form


def canonical(element: etree._Element) -> bytes:
    return bytes(etree.tostring(element, method="c14n", exclusive=True, with_tail=False))


def without_cells(data: bytes) -> bytes:
    """A sheet's XML with neither rows nor dimension."""
    root = etree.fromstring(data)
    for element in (*root.iterfind("{*}sheetData"), *root.iterfind("{*}dimension")):
        element.clear()
    return canonical(root)


def cells_of(data: bytes) -> dict[tuple[int, int], bytes]:
    cells = etree.fromstring(data).iterfind("{*}sheetData/{*}row/{*}c")
    return {place: canonical(cell) for cell in cells if (place := position(cell.get("r")))}


def without_calculation(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for element in list(root.iterfind("{*}calcPr")):
        root.remove(element)
    return canonical(root)


def assert_only_ours_changed(form: Edited, after: Parts) -> None:
    before, sheet = form.parts, form.sheet
    assert list(after) == list(before)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {sheet, "xl/workbook.xml"}
    assert without_calculation(after["xl/workbook.xml"]) == without_calculation(before["xl/workbook.xml"])
    assert without_cells(after[sheet]) == without_cells(before[sheet])
    ours = {now for cell, now in form.ours.items() if now and cell[1] != Column.LAST}
    # In column 14 only the template's own formula gets another result.
    old, new = cells_of(before[sheet]), cells_of(after[sheet])
    ours |= {now for cell, now in form.ours.items() if now and cell[1] == Column.LAST and b"<f" in old.get(now, b"")}
    assert {place for place in old.keys() | new.keys() if old.get(place) != new.get(place)} <= ours


def assert_marks_stand_where_they_belong(form: Edited, after: Parts, assessed: Assessment) -> None:
    root = etree.fromstring(after[form.sheet])
    shown = {position(cell.get("r")): cell.findtext("{*}v") for cell in root.iterfind("{*}sheetData/{*}row/{*}c")}
    for row, result in zip(ROWS, assessed.results):
        if result.row is None:
            continue
        for column, value in zip((Column.TIER, Column.MARKS, Column.ATTAINABLE), marks_in_cells(result)):
            place = form.ours[row, column]
            assert place is not None
            written = shown.get(place)
            assert (None if written is None else float(written)) == value


@pytest.mark.parametrize("seed", range(SEEDS))
def test_calculate_changes_nothing_that_is_not_ours_or_nothing_at_all(
    bases: list[Path], tmp_path: Path, seed: int
) -> None:
    base = bases[seed % len(bases)]
    form = edited_form(base, seed)
    path = edits.save(form.parts, tmp_path / f"edited{base.suffix}")
    whole = path.read_bytes()
    try:
        assessed = calculate_file(path, quarter=Quarter.Q2)
    except InputError as error:
        assert error.text("bn") and error.text("en")
        assert path.read_bytes() == whole
        assert list(tmp_path.iterdir()) == [path]
        return
    after = edits.parts_of(path)
    assert_only_ours_changed(form, after)
    assert_marks_stand_where_they_belong(form, after, assessed)


def test_most_edited_forms_are_calculated(bases: list[Path], tmp_path: Path) -> None:
    refused = []
    for seed in range(0, SEEDS, 4):
        base = bases[seed % len(bases)]
        path = edits.save(edited_form(base, seed).parts, tmp_path / f"edited{base.suffix}")
        try:
            calculate_file(path, quarter=Quarter.Q2)
        except InputError as error:
            refused.append(error.code)
    assert len(refused) <= SEEDS / 4 / 3, refused


def test_the_edits_leave_the_achievements_where_a_reader_finds_them(bases: list[Path], tmp_path: Path) -> None:
    form = Edited(edits.parts_of(bases[0]), {})
    form.move(edits.put_in_columns(13, 2))
    form.move(edits.put_in_rows(9))
    path = edits.save(form.parts, tmp_path / "edited.xlsx")
    before, after = (assess_file(each, Quarter.Q2) for each in (bases[0], path))
    assert [result.raw for result in after.results] == [result.raw for result in before.results]
    assert after.total == before.total


FORMULAS = (FindingKind.FORMULAS_CHANGED, FindingKind.FORMULAS_LOST)


def told(path: Path) -> object:
    """What a form says of every indicator, and where; or why it is not read."""
    try:
        assessed = assess_file(path, Quarter.Q2)
    except InputError as error:
        return error.code
    results = [
        (each.indicator.code, each.status, each.value, each.marks, each.raw, each.cell) for each in assessed.results
    ]
    # What stands in formulas LibreOffice calculates anew, and only of .xlsx are they looked at.
    return results, [
        each for each in assessed.findings if each.kind.category is not Category.CLAIM and each.kind not in FORMULAS
    ]


@pytest.mark.office
@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_columns_and_rows_put_in_or_taken_out_are_followed_in_every_format(
    bases: list[Path], tmp_path: Path, ending: str
) -> None:
    forms = []
    for seed in range(12):
        dice = random.Random(seed)
        form = Edited(edits.parts_of(bases[seed % 2]), {})
        for edit in dice.sample(MOVING, dice.choice((1, 2, 3))):
            edit(form, dice)
        forms.append(edits.save(form.parts, tmp_path / f"edited{seed}.xlsx"))
    for form, other in zip(forms, convert_all(forms, ending, tmp_path / "home")):
        assert told(other) == told(form), form.name
    assert sum(not isinstance(told(form), str) for form in forms) >= 8


@pytest.mark.parametrize("edit", OTHERS, ids=[edit.__name__ for edit in OTHERS])
def test_each_edit_by_itself_is_kept_by_calculate(bases: list[Path], tmp_path: Path, edit: Edit) -> None:
    cells = {(row, column) for row in ROWS for column in (*OURS, Column.LAST, *Working)}
    cells |= {(ROWS[-1] + 1, column) for column in (Column.MARKS, Column.ATTAINABLE)}
    form = Edited(edits.parts_of(bases[0]), {cell: cell for cell in cells})
    edit(form, random.Random(1))
    path = edits.save(form.parts, tmp_path / "edited.xlsx")
    assessed = calculate_file(path, quarter=Quarter.Q2)
    after = edits.parts_of(path)
    assert_only_ours_changed(form, after)
    assert_marks_stand_where_they_belong(form, after, assessed)
