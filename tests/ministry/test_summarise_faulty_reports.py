"""A ministry of hundreds of offices, in which whatever goes wrong does: every file, finding and status is told exactly.

Beside each kind of wrongness stands what a careful reviewer says of it; everybody else must be left in peace.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import msoffcrypto.format.ooxml as ooxml
import pytest
import xlsxwriter

from tests.archives.made import mailed, outlook, zipped
from tests.packages import of_time, saved_on
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Office
from xl_apa.core.offices import office_key
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.ministry.analysis import statistics
from xl_apa.ministry.analysis.deadlines import deadlines
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.analysis.submissions import Submission, missing, submissions
from xl_apa.ministry.collect import read_offices as module
from xl_apa.ministry.collect.cache import Cache, open_cache
from xl_apa.ministry.collect.find_files import find_files
from xl_apa.ministry.collect.read_offices import read_found
from xl_apa.ministry.collect.scheduler import workers
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.register.model import Register
from xl_apa.ministry.register.read import read_register
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.prototype import Prototype, placeholder
from xl_apa.sheets.build.workbook import build_template
from xl_apa.xlsx.addresses import column_letters

PLAN = load_plan()
TASK = Task(Quarter.Q2, PLAN)
IN_TIME, LATE, UNDATED, BLANK = Submission.IN_TIME, Submission.LATE, Submission.UNDATED, Submission.BLANK

# ---- a report without fault -----------------------------------------------------------------------------------------

DATED = {
    "info!C9": date(2023, 10, 10),
    "info!C10": date(2024, 1, 10),
}
FIRST_QUARTER = {"1!M9": 1, "1!M11": 80, "1!M12": 1, "1!M14": 1}
FINE: dict[str, CellValue] = {
    **DATED,
    **FIRST_QUARTER,
    "M8": "চলমান",
    "M9": "৩ টি",
    "M11": 90,
    "M12": 2,
    "M14": "০২ (দুই) টি",
    "M15": 2,
    "M16": 1,
    "M18": "-",
    **{f"W{row}": f"স্মারক নং {row}" for row in (9, 11, 12, 14, 15, 16)},
}
"""Cells of the half-yearly form (`1!`: of the first quarter's, `info!`: of the info sheet) and what is typed there."""

FINE_TOTAL = Decimal("21.90")
"""3 of 4: 90% of 4; 90 of 85%: all of 6; 2 of 4: 80% of 4, three times; 1 of 2: 90% of 3."""

CLAIMS: dict[str, CellValue] = {"N9": 3.6, "N11": 6, "N12": 3.2, "N14": 3.2, "N15": 3.2, "N16": 2.7}

# ---- forms in which something is wrong ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Form:
    """What is typed otherwise than in a report without fault, and what is said of it: `code@cell`, in any order."""

    typed: Mapping[str, CellValue]
    said: str = ""
    status: Submission = IN_TIME
    layout: Layout = Layout.REMARKS
    office: Mapping[str, str] = field(default_factory=dict)
    counts: bool = True


def claiming(typed: Mapping[str, CellValue], said: str) -> Form:
    return Form({**CLAIMS, **typed}, said, layout=Layout.MARKS)


NOTHING_TYPED = dict.fromkeys([cell for cell in FINE if re.match("[MW]", cell)])
ROW_OF_1_5_1 = {"F16": "সংখ্যা", "G16": 4, "H16": 4, "I16": 3, "J16": 2, "K16": 1, "L16": "-"}
LONG_NAME = ("উপজেলা নির্বাহী কর্মকর্তার কার্যালয় " * 10)[:199] + "ক"

FORMS: dict[str, Form] = {
    # days
    "no such day": Form({"M8": "৩১/১১/২০২৩"}, "date-not-real@M8"),
    "a mark before the day": Form({"M8": "১০৭/০৯/২০২৩ খ্রি."}, "date-not-real@M8"),
    "a day without separators": Form({"M8": "১৬১১২০২৩"}, "date-not-understood@M8"),
    "a day of an earlier year": Form({"M8": "১৬/০৫/২০২২", "W8": "নথি"}, "date-outside-year@M8"),
    "a day of a later year": Form({"M8": date(2024, 7, 16), "W8": "নথি"}, "date-outside-year@M8 date-after-report@M8"),
    "a day after the quarter": Form({"M8": "০৫/০১/২০২৪", "W8": "নথি"}, "date-after-quarter@M8"),
    "a day after the report": Form({"M8": "১২/০১/২০২৪", "W8": "নথি"}, "date-after-quarter@M8 date-after-report@M8"),
    "another day than before": Form({"1!M8": "০১/০৮/২০২৩", "M8": "০২/০৮/২০২৩", "W8": "নথি"}, "date-changed@M8"),
    # ৮ অক্টোবর was meant, perhaps, or ১০ আগস্ট: nobody can tell.
    "the month first, in a real date": Form({"M8": date(2023, 10, 8), "W8": "নথি"}),
    # evidence
    "no evidence": Form({"W11": None}, "evidence-missing@W11"),
    "evidence after the signature": Form({"W11": "স্মারক নং ৫, ১২/০১/২০২৪"}, "evidence-after-report@W11"),
    "evidence of the first quarter": Form({"W11": "জুলাই-সেপ্টেম্বর মাসের হিসাব"}, "evidence-other-period@W11"),
    # amounts
    "below last quarter": Form({"1!M12": 3}, "below-last-quarter@M12"),
    "nothing after something": Form({"M12": "-"}, "reported-before@M12"),
    "a percent above 100": Form({"M11": 130}, "percent-out-of-range@M11"),
    "a percent below 0": Form({"M11": -5}, "percent-out-of-range@M11"),
    "a fraction for a percent": Form({"M11": 0.9}, "percent-was-fraction@M11"),
    "one for a percent": Form({"M11": 1}, "percent-is-one@M11"),
    "a negative count": Form({"M16": -1}, "count-negative@M16"),
    "a negative count after a count": Form({"M12": -2}, "count-negative@M12"),
    "half a count": Form({"M16": 1.5}, "count-not-whole@M16"),
    # what is no value
    "a count for a day": Form({"M8": "৩ টি"}, "unit-mismatch@M8"),
    "a percent for a count": Form({"M16": "৯০%"}, "unit-mismatch@M16"),
    "a day for a percent": Form({"M11": date(2023, 12, 1)}, "unit-mismatch@M11"),
    "TRUE for a count": Form({"M16": True}, "unit-mismatch@M16"),
    "a sentence": Form({"M12": "২টি কর্মশালা আয়োজন করা হয়েছে"}, "narrative@M12"),
    "letters of an old font": Form({"M12": "Kvh©µg Pjgvb Av‡Q"}, "reported-before@M12"),
    "a letter in a number": Form({"M16": "২ক"}, "not-understood@M16"),
    "an accepted value": Form({"M12": "২টি কর্মশালা আয়োজন করা হয়েছে", "R12": 2}, "accepted-used@R12"),
    "an accepted value for a value": Form({"R12": 3}, "accepted-not-used@R12"),
    # claimed marks
    "claimed as computed": claiming({}, ""),
    "claimed above the weight": claiming({"N11": 8}, "claimed-above-weight@N11"),
    "claimed is the count": claiming({"N12": 2}, "claimed-is-count@N12"),
    "claimed otherwise": claiming({"N9": 4}, "claimed-differs@N9"),
    "claimed in words": claiming({"N9": "ভালো হয়েছে"}, "claimed-not-read@N9"),
    "marks of another day": Form({"P11": 3}, "marks-out-of-date@P11 total-differs@P19"),
    # the form itself
    "another weight": Form({"G9": 5}, "weight-differs@G9 weights-do-not-add-up@"),
    "two weights exchanged": Form({"G9": 5, "G12": 3}, "weight-differs@G9 weight-differs@G12"),
    "another target": Form({"H11": 95}, "target-differs@H11"),
    "another target that changes nothing": Form({"K11": 71}, "target-differs@K11"),
    "tiers not monotone": Form({"H11": 80, "I11": 85}, "target-differs@H11 target-differs@I11"),
    "the best tier missing": Form({"H9": "-"}, "target-differs@H9"),
    "another unit": Form({"F11": "সংখ্যা"}, "unit-differs@F11"),
    "a row missing": Form(dict.fromkeys(("E16", "F16", "G16", "M16", "W16")), "indicator-missing@"),
    "a row repeated": Form(
        {"E16": "[১.৫.১] স্মার্ট বাংলাদেশ বিনির্মাণ বিষয়ক কর্মশালা", **ROW_OF_1_5_1},
        "indicator-repeated@E16 indicator-missing@",
    ),
    "an unknown row": Form({"E16": "[৩.১.১] নতুন সূচক", "G16": 7}, "indicator-unknown@E16 indicator-missing@"),
    "a code that does not fit": Form({"E16": "[২.১.২] প্রশিক্ষণ আয়োজিত"}, "code-does-not-fit@E16"),
    "two codes exchanged": Form(
        {"E12": "[১.৫.২] কর্মশালা", "E13": "[১.৫.১] কর্মপরিকল্পনা"}, "code-does-not-fit@E12 code-does-not-fit@E13"
    ),
    # The area is one merged cell over five rows, and each of them stands under it.
    "the wrong area": Form({"B14": "[১] প্রাতিষ্ঠানিক দক্ষতা বৃদ্ধি"}, " ".join(["area-does-not-fit@B14"] * 5)),
    "another year in the title": Form({"A2": "কর্মপরিকল্পনা ২০২২-২৩"}, "fiscal-year-differs@A2"),
    "another year over the targets": Form({"H4": "লক্ষ্যমাত্রা ২০২২-২০২৩"}, "fiscal-year-differs@H4"),
    # when it was handed in
    "the last day": Form({"info!C10": date(2024, 1, 15)}),
    "late": Form({"info!C10": date(2024, 1, 16)}, "report-late@C10", LATE),
    "before the quarter ended": Form({"info!C10": "২০/১২/২০২৩"}, "report-before-quarter-end@C10"),
    "undated": Form({"info!C10": None}, "", UNDATED),
    "dated in words": Form({"info!C10": "গত সপ্তাহে"}, "report-date-not-read@C10", UNDATED),
    "blank": Form({**NOTHING_TYPED, **dict.fromkeys(FIRST_QUARTER)}, "", BLANK),
    "blank after a first quarter": Form(
        NOTHING_TYPED, "other-quarter-filled@ " + " ".join(f"reported-before@M{row}" for row in (9, 11, 12, 14)), BLANK
    ),
    # who hands it in
    "a name of 200 characters": Form({}, "office-name-differs@", office={"name": LONG_NAME}),
    "a name with a smile": Form({}, "office-name-differs@", office={"name": "উপজেলা দপ্তর 🙂"}),
    "a code in Bengali digits": Form({}, office={"code": "bangla"}),
    "a code with a soft hyphen": Form({}, office={"code": "{0}\u00ad{1}"}),
    "a code between marks of direction": Form({}, office={"code": "\u202a{0}{1}\u202c"}),
    "a code with a blank that does not break": Form({}, office={"code": "{0}{1}\u00a0"}),
    "no code": Form({}, "office-by-name@ office-code-blank@C3", office={"code": ""}),
    "a code that became a day": Form({"info!C3": date(2024, 3, 5)}, "office-by-name@ office-code-is-day@C3"),
    "a code that nobody has": Form(
        {}, "office-unknown-but-name@", Submission.UNCLEAR, office={"code": "9{0}{1}"}, counts=False
    ),
    "the code of the ministry": Form(
        {}, "office-name-of-other@", Submission.UNCLEAR, office={"code": "1000"}, counts=False
    ),
    "the code of another district": Form(
        {}, "office-name-of-other@", Submission.UNCLEAR, office={"code": "1033"}, counts=False
    ),
    # two at once
    "a sentence, late": Form(
        {"M12": "২টি কর্মশালা হয়েছে", "info!C10": "২০/০১/২০২৪"}, "narrative@M12 report-late@C10", LATE
    ),
}

# ---- files that are no reports --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class File:
    """What is done to a good file, and the code it is refused with; "" when it is read as if nothing were."""

    spoil: Callable[[Path], None]
    refused: str = ""


def holding(content: bytes) -> Callable[[Path], None]:
    return lambda path: void(path.write_bytes(content))


def edited(part: str, old: str, new: str) -> Callable[[Path], None]:
    """One part of the package with a pattern in it replaced once."""

    def spoil(path: Path) -> None:
        source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                data = source.read(name)
                if name == part:
                    text, count = re.subn(old, lambda _: new, data.decode(), count=1)
                    assert count == 1
                    data = text.encode()
                target.writestr(name, data)

    return spoil


def void(_: object) -> None:
    pass


def with_password(path: Path) -> None:
    content = io.BytesIO(path.read_bytes())
    with path.open("wb") as target:
        ooxml.OOXMLFile(content).encrypt("secret", target)


def damaged(path: Path) -> None:
    """A sheet whose compressed bytes were hit on the way; the list of parts is whole."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        at = package.getinfo("xl/worksheets/sheet4.xml").header_offset
    data[at + 200 : at + 2200] = bytes(2000)
    path.write_bytes(data)


def letter(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")


def retyped(typed: Mapping[str, CellValue]) -> Callable[[Path], None]:
    return lambda path: build(path, Office("1", "দপ্তর", "মন্ত্রণালয়"), {**FINE, **typed})


def foreign(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Sheet1").write("A1", "প্রতিবেদন")


FORM = "xl/worksheets/sheet4.xml"
FAR = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'


def wide_row(rest: str) -> str:
    """A row of 300 cells under the form."""
    cells = "".join(f'<c r="{column_letters(column)}40"{rest}' for column in range(300))
    return f'<row r="40">{cells}</row></sheetData>'


def formatted_rows(count: int) -> str:
    """So many rows under the form, each with a colour and nothing in it."""
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="3"/></row>' for row in range(40, 40 + count))
    return f"{rows}</sheetData>"


FILES: dict[str, File] = {
    "an empty file": File(holding(b""), "file-empty"),
    "a text": File(holding("মহোদয়, প্রতিবেদন পাঠানো হলো।".encode()), "workbook-text"),
    "a PDF": File(holding(b"%PDF-1.7\n1 0 obj"), "file-is-pdf"),
    "a web page": File(holding(b"<html><table><tr><td>1.1.1</td></tr></table></html>"), "workbook-web-page"),
    "a letter": File(letter, "not-a-workbook"),
    "half a file": File(lambda path: void(path.write_bytes(path.read_bytes()[:9000])), "workbook-damaged"),
    "a damaged sheet": File(damaged, "workbook-damaged"),
    "a password": File(with_password, "workbook-password"),
    "some other workbook": File(foreign, "not-a-template"),
    "a newer template": File(retyped({"xl_apa!B1": where.SCHEMA_VERSION + 1, "xl_apa!B4": "grid"}), "template-newer"),
    "a sheet with another name": File(edited("xl/workbook.xml", 'name="২য় ত্রৈমাসিক"', 'name="Sheet2"')),
    "neither numbers nor headings": File(retyped({"A7": "ক", "D7": None, "F7": None, "F4": "ক"}), "column-missing"),
    "another year on the info sheet": File(retyped({"info!C6": "২০২২-২৩"}), "fiscal-year-wrong"),
    "no year on the info sheet": File(retyped({"info!C6": "এই বছর"}), "fiscal-year-not-read"),
    "something in the last cell of a sheet": File(edited(FORM, "</sheetData>", FAR), "cell-far-away"),
    "300 filled columns": File(edited(FORM, "</sheetData>", wide_row("><v>1</v></c>")), "cell-far-away"),
    "300 formatted columns": File(edited(FORM, "</sheetData>", wide_row(' s="3"/>'))),
    "a thousand formatted rows": File(edited(FORM, "</sheetData>", formatted_rows(1000))),
    "a million formatted rows": File(edited(FORM, "</sheetData>", formatted_rows(1_000_000)), "sheet-too-large"),
}

# ---- the ministry ---------------------------------------------------------------------------------------------------

OFFICES = 520
LEVELS = [("মন্ত্রণালয়", 1), ("অধিদপ্তর", 4), ("বিভাগ", 8), ("জেলা", 64), ("উপজেলা", OFFICES - 77)]
AWAY = 9
"""Offices of whom no file came at all."""


@dataclass
class Ministry:
    """Where it lies, and what must be said of it, written down while it was made."""

    folder: Path
    register: Path
    fine: set[str] = field(default_factory=set)
    said: dict[str, Counter[str]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    status: dict[str, Submission] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)
    """Files whose marks are in no mean."""


def build(path: Path, office: Office, typed: Mapping[str, CellValue], layout: Layout = Layout.REMARKS) -> None:
    sheets = {"info": where.INFO_SHEET, "1": where.quarter_sheet(Quarter.Q1), "xl_apa": where.DATA_SHEET}
    cells = {}
    for place, value in typed.items():
        sheet, _, cell = place.rpartition("!")
        cells[sheets.get(sheet, where.quarter_sheet(Quarter.Q2)), cell] = value
    build_template(PLAN, path, layout=layout, office=office, typed=cells)


WHOEVER = Office("1", "2", "3")


def put(blank: Prototype, path: Path, office: Office) -> None:
    """The blank with the office's words in it, packed loosely: there are hundreds."""
    words = dict(zip(astuple(placeholder(WHOEVER)), astuple(office)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for info, data in blank.parts:
            for other, own in words.items():
                data = data.replace(other.encode(), own.encode())
            package.writestr(copy(info), data, compresslevel=1)


def offices() -> Iterator[tuple[str, str, str, str]]:
    """Code, name, parent's code and level, from the ministry down."""
    above: list[str] = []
    number = 0
    for level, count in LEVELS:
        here = []
        for place in range(count):
            code = f"{1000 + number}"
            here.append(code)
            yield code, f"{level} দপ্তর {to_bangla_digits(place + 1)}", above[place % len(above)] if above else "", level
            number += 1
        above = here


@pytest.fixture(scope="module")
def ministry(tmp_path_factory: pytest.TempPathFactory) -> Ministry:
    folder = tmp_path_factory.mktemp("ministry")
    made = Ministry(folder / "reports", folder / "register.csv")
    registered = list(offices())
    _write_register(made.register, registered)
    blanks = list(_blanks(folder))

    # Wrongness is spread over divisions, districts and upazilas alike.
    kinds: list[tuple[str, Form | File | None]] = [*FORMS.items(), *FILES.items(), *[("no file", None)] * AWAY]
    wrong = dict(zip(range(7, OFFICES, 5), kinds))
    assert len(wrong) == len(kinds)
    for number, (code, name, parent, _) in enumerate(registered):
        # In every folder the files have the same names.
        path = made.folder / f"{number % 40:02}" / f"প্রতিবেদন {number // 40}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        who = Office(code, name, parent or "-")
        kind = wrong.get(number, ("", None))[1]
        if isinstance(kind, Form):
            build(path, _renamed(who, kind), {**FINE, **kind.typed}, kind.layout)
            made.said[str(path)] = Counter(kind.said.split())
            made.status[code] = kind.status
            made.apart |= set() if kind.counts else {str(path)}
        elif isinstance(kind, File):
            put(blanks[0], path, who)
            kind.spoil(path)
            if kind.refused:
                made.refused[str(path)] = kind.refused
            else:
                made.fine.add(str(path))
            made.status[code] = Submission.MISSING if kind.refused else IN_TIME
        elif number in wrong:
            made.status[code] = Submission.MISSING
        else:
            put(blanks[number % len(blanks)], path, who)
            made.fine.add(str(path))
            made.status[code] = IN_TIME
    # Nobody waits for the ministry's own report, and it is in no mean.
    del made.status[registered[0][0]]
    made.apart.add(str(made.folder / "00" / "প্রতিবেদন 0.xlsx"))
    _add_what_is_too_much(made, registered, blanks[0])
    _add_what_was_sent_again(made, registered)
    _add_what_is_no_report(made)
    return made


def _write_register(path: Path, registered: list[tuple[str, str, str, str]]) -> None:
    """The register as somebody made it: a title, semicolons, line breaks, codes and names above in several spellings."""
    above = {code: name for code, name, _, _ in registered}
    rows = []
    for number, (code, name, parent, level) in enumerate(registered):
        spelled = (code, to_bangla_digits(code), f"\u200e{code}\u00a0", f"{code[:1]}\u00ad{code[1:]}")[number % 4]
        told = (parent, above.get(parent, ""), to_bangla_digits(parent))[number % 3] or "-"
        rows.append((number + 1, spelled, name.replace(" ", ("\n", "\u2028", " ")[number % 3], 1), told, level, ""))
    with path.open("w", encoding="utf-16", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([("আওতাধীন দপ্তর, ২০২৩-২৪",), (), ("ক্রমিক", "কোড", "নাম", "ঊর্ধ্বতন", "স্তর", "মন্তব্য"), *rows])


def _blanks(folder: Path) -> Iterator[Prototype]:
    for layout, typed in ((Layout.REMARKS, FINE), (Layout.MARKS, {**FINE, **CLAIMS})):
        path = folder / "form.xlsx"
        build(path, placeholder(WHOEVER), typed, layout)
        yield Prototype.read(io.BytesIO(path.read_bytes()))


def _renamed(who: Office, kind: Form) -> Office:
    changed = dict(kind.office)
    if "code" in changed:
        spelled = changed["code"].format(who.code[:2], who.code[2:])
        changed["code"] = to_bangla_digits(who.code) if spelled == "bangla" else spelled
    return replace(who, **changed)


def _add_what_is_too_much(made: Ministry, registered: list[tuple[str, str, str, str]], blank: Prototype) -> None:
    """Second files of an office, files of offices that nobody knows, and what spreadsheet programs leave behind."""
    more = made.folder / "আরও"
    more.mkdir()
    for number, day, kept in ((30, date(2024, 1, 8), False), (31, date(2024, 1, 12), True)):
        code, name, parent, _ = registered[number]
        first = made.folder / f"{number % 40:02}" / f"প্রতিবেদন {number // 40}.xlsx"
        second = more / f"{code}.xlsx"
        assert str(first) in made.fine
        build(second, Office(to_bangla_digits(code), name, parent), {**FINE, "info!C10": day})
        made.refused[str(first if kept else second)] = "office-twice"
        made.fine.remove(str(first))
        made.said[str(second if kept else first)] = Counter(["sent-again@"])
    for code, name in (("9001", "অজানা দপ্তর"), ("", "কোডহীন দপ্তর")):
        path = more / f"অজানা {code}.xlsx"
        build(path, Office(code, name, "-"), FINE)
        made.said[str(path)] = Counter(["office-unknown@"] if code else ["office-unknown@", "office-code-blank@C3"])
        made.apart.add(str(path))
    # One code, two offices: the register knows one of them.
    code = registered[33][0]
    assert str(made.folder / "33" / "প্রতিবেদন 0.xlsx") in made.fine
    path = more / f"{code} (2).xlsx"
    build(path, Office(code, "ভিন্ন দপ্তর", "-"), FINE)
    made.said[str(path)] = Counter(["office-code-shared@"])
    made.apart.add(str(path))
    # Of an office of whom nothing else came half a file, known by its name.
    code = next(code for code, status in reversed(made.status.items()) if status is Submission.MISSING)
    path = more / f"Copy of {code} (1).xlsx"
    path.write_bytes((made.folder / "33" / "প্রতিবেদন 0.xlsx").read_bytes()[:9000])
    made.refused[str(path)] = "workbook-damaged"
    made.status[code] = Submission.REFUSED
    (more / "~$9001.xlsx").write_bytes(b"\x05owner")
    (more / ".~lock.9001.xlsx#").write_bytes(b",owner")
    (more / ".xl_apa-0123456789ab.xlsx").write_bytes(b"half a summary")


def _add_what_was_sent_again(made: Ministry, registered: list[tuple[str, str, str, str]]) -> None:
    """Files of one office in folders, mails and archives, some of them later than the one in its folder."""
    folder = made.folder / "ডাক"
    folder.mkdir()

    def form(number: int, typed: Mapping[str, CellValue], saved: str = "") -> bytes:
        path = made.register.with_name("again.xlsx")
        code, name, parent, _ = registered[number]
        build(path, Office(code, name, parent or "-"), {**FINE, **typed})
        return (saved_on(path, saved) if saved else path).read_bytes()

    def first_of(number: int) -> Path:
        return made.folder / f"{number % 40:02}" / f"প্রতিবেদন {number // 40}.xlsx"

    def replaced(number: int, kept: Path, lost: Path, code: str = "sent-again") -> None:
        made.fine.discard(str(first_of(number)))
        made.said[str(kept)] = Counter([f"{code}@"])
        made.refused[str(lost)] = "office-twice"

    # A later date in a mail, and in a .zip in a mail; an earlier one in a .zip; a later time of saving beside it.
    later, earlier = {"info!C10": date(2024, 1, 12)}, {"info!C10": date(2024, 1, 8)}
    (folder / "mail 9.eml").write_bytes(mailed({"প্রতিবেদন.xlsx": form(35, later)}).as_bytes())
    replaced(35, folder / "mail 9.eml/প্রতিবেদন.xlsx", first_of(35))
    inner = zipped({"সংশোধিত/x.xlsx": form(36, later)})
    (folder / "mail 10.eml").write_bytes(mailed({"forms.zip": inner}).as_bytes())
    replaced(36, folder / "mail 10.eml/forms.zip/সংশোধিত/x.xlsx", first_of(36))
    (folder / "FINAL.zip").write_bytes(zipped({"Copy of x.xlsx": form(38, earlier)}))
    replaced(38, first_of(38), folder / "FINAL.zip/Copy of x.xlsx")
    (folder / "0.xlsx").write_bytes(form(39, {}, "2024-01-11T04:00:00Z"))
    replaced(39, folder / "0.xlsx", first_of(39))
    # Nothing tells these two apart but what is in them.
    (folder / "zz.xlsx").write_bytes(form(40, {"M16": 2}))
    for path in (folder / "zz.xlsx", first_of(40)):
        of_time(path, datetime(2024, 1, 10, tzinfo=UTC))
    both = sorted((folder / "zz.xlsx", first_of(40)), key=lambda path: hashlib.sha256(path.read_bytes()).hexdigest())
    replaced(40, *both, code="sent-again-undecided")
    # The same file once more, in a folder and in a mail; an office that sent nothing but a mail of Outlook.
    (folder / "copy (1).xlsx").write_bytes(first_of(41).read_bytes())
    of_time(folder / "copy (1).xlsx", datetime(2030, 1, 1, tzinfo=UTC))
    (folder / "copy.eml").write_bytes(mailed({"copy.xlsx": first_of(43).read_bytes()}).as_bytes())
    made.aside |= {str(folder / name): "file-same-content" for name in ("copy (1).xlsx", "copy.eml/copy.xlsx")}
    alone = next(
        number
        for number, (code, *_) in enumerate(registered)
        if made.status.get(code) is Submission.MISSING and not first_of(number).exists()
    )
    (folder / "alone.msg").write_bytes(outlook({"প্রতিবেদন.xlsx": form(alone, {})}))
    made.fine.add(str(folder / "alone.msg/প্রতিবেদন.xlsx"))
    made.status[registered[alone][0]] = IN_TIME


def _add_what_is_no_report(made: Ministry) -> None:
    folder = made.folder / "অন্যান্য"
    folder.mkdir()
    refused = {
        "x.xlsx.crdownload": (b"PK", "file-unfinished"),
        "y.part": (b"PK", "file-unfinished"),
        "A1B2.tmp": (b"x", "file-unfinished"),
        "forms.rar": (b"Rar!", "archive-other-kind"),
        "half.zip": (zipped({"a.xlsx": bytes(900)})[:60], "archive-damaged"),
        "half.msg": (b"x", "archive-damaged"),
        "none.eml": (b"", "file-empty"),
        "report": ((made.folder / "01" / "প্রতিবেদন 0.xlsx").read_bytes(), "file-ending-wrong"),
        "flat.fods": (
            b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
            "workbook-flat",
        ),
        "binary.xlsb": (zipped({"[Content_Types].xml": b"ms-excel.sheet.binary"}), "workbook-binary"),
        "form.xltx": (zipped({"[Content_Types].xml": b"spreadsheetml.template.main+xml"}), "workbook-template"),
    }
    aside = {
        "scan.pdf": (b"%PDF", "file-is-pdf"),
        "চিঠি.docx": (b"PK", "file-is-document"),
        "photo.jpg": (b"\xff\xd8", "file-is-picture"),
        "text.eml": (mailed({}).as_bytes(), "archive-without-workbook"),
        "register.csv": (made.register.read_bytes(), "file-is-register"),
        "video.mp4": (b"x", "file-not-read"),
    }
    for name, (content, code) in {**refused, **aside}.items():
        (folder / name).write_bytes(content)
        (made.refused if name in refused else made.aside)[str(folder / name)] = code
    more = made.folder / "আরও"
    made.aside |= {str(more / name): "file-lock" for name in ("~$9001.xlsx", ".~lock.9001.xlsx#")}
    made.aside[str(more / ".xl_apa-0123456789ab.xlsx")] = "file-hidden"


def read(ministry: Ministry, register: Register, jobs: int = 1, cache: Cache | None = None) -> MinistryResult:
    found = find_files([ministry.folder])
    with workers(jobs, len(found.workbooks)) as executor:
        return recognise_offices(read_found(found, TASK, executor, cache=cache), register)


@pytest.fixture(scope="module")
def register(ministry: Ministry) -> Register:
    return read_register(ministry.register)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first reading is remembered."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def consolidation(ministry: Ministry, register: Register, kept: Path) -> MinistryResult:
    """Read one file after the other."""
    with open_cache(TASK, kept) as cache:
        return read(ministry, register, cache=cache)


# ---- what is said ---------------------------------------------------------------------------------------------------


def said(consolidation: MinistryResult) -> dict[str, Counter[str]]:
    """Every finding by file, as `code@cell`."""
    return {
        office.source.path: Counter(
            f"{finding.code}@{finding.cell.rpartition('!')[2]}" for finding in office.assessment.findings
        )
        for office in consolidation.offices
    }


def test_every_finding_is_told_of_its_office_and_no_other(ministry: Ministry, consolidation: MinistryResult) -> None:
    found = said(consolidation)
    names = dict(zip(ministry.said, FORMS))
    expected = {**{path: Counter() for path in ministry.fine}, **ministry.said}
    differing = {
        names.get(path, path): (found.get(path), told) for path, told in expected.items() if found.get(path) != told
    }
    assert differing == {}
    assert found.keys() == expected.keys()


def test_fine_offices_are_left_in_peace_and_have_their_marks(ministry: Ministry, consolidation: MinistryResult) -> None:
    fine = [office for office in consolidation.offices if office.source.path in ministry.fine]
    assert len(fine) > 400
    assert [office for office in fine if office.assessment.findings] == []
    assert {office.assessment.total for office in fine} == {FINE_TOTAL}


def test_no_finding_is_told_twice_or_left_out_of_the_total(ministry: Ministry, consolidation: MinistryResult) -> None:
    assert len(list(consolidation.findings())) == sum(told.total() for told in ministry.said.values())
    assert len({finding.code for _, finding in consolidation.findings()}) >= 35


def test_every_refused_file_has_its_reason(ministry: Ministry, consolidation: MinistryResult) -> None:
    assert {each.source.path: each.error.code for each in consolidation.refused} == ministry.refused
    assert {each.source.path: each.error.code for each in consolidation.aside} == ministry.aside
    for each in (*consolidation.refused, *consolidation.aside):
        assert Path(each.source.path).name in each.error.text("en") + str(each.error.params)


def test_every_office_of_the_register_has_its_status(
    ministry: Ministry, register: Register, consolidation: MinistryResult
) -> None:
    submitted = submissions(consolidation, register)
    assert {office_key(each.office.code): each.status for each in submitted} == ministry.status
    assert register.ignored == ("ক্রমিক", "মন্তব্য")
    away = [code for code, status in ministry.status.items() if status not in (IN_TIME, LATE, UNDATED)]
    assert [office_key(office.code) for office in missing(submitted)] == away


def test_the_overview_counts_what_there_is(ministry: Ministry, consolidation: MinistryResult) -> None:
    numbers = statistics.overview(consolidation)
    statuses = Counter(ministry.status.values())
    forms = len(ministry.fine) + len(ministry.said)
    assert (numbers.found, numbers.read, numbers.refused, numbers.offices, numbers.reported) == (
        forms + len(ministry.refused),
        forms,
        len(ministry.refused),
        forms - len(ministry.apart),
        forms - statuses[BLANK] - len(ministry.apart),
    )
    owed = len(ministry.status) - statuses[IN_TIME] - statuses[LATE] - statuses[UNDATED]
    assert len(statistics.silent_offices(consolidation)) == owed
    assert numbers.offices == numbers.reported + statuses[BLANK]
    # Every file on the disk is one of these, or an archive in which one of these lies.
    named = {*ministry.fine, *ministry.said, *ministry.refused, *ministry.aside}
    archives = {source.archive for source in consolidation.sources()}
    assert {str(path) for path in ministry.folder.rglob("*") if path.is_file()} - archives == {
        path for path in named if Path(path).exists()
    } - archives
    assert all(
        any(path.startswith(f"{archive}/") for archive in archives if archive)
        for path in named
        if not Path(path).exists()
    )


def test_means_are_over_the_519_that_should_report(ministry: Ministry, consolidation: MinistryResult) -> None:
    counted = [each for each in consolidation.offices if each.source.path not in ministry.apart]
    assert {each.source.path for each in consolidation.apart} == ministry.apart
    expected = OFFICES - 1
    by_hand = sum((each.assessment.total for each in counted), Decimal(0)) / expected
    assert (consolidation.base, consolidation.mean) == (expected, by_hand.quantize(Decimal("0.01"), ROUND_HALF_UP))
    # Of those without fault alone it is known without reading a file.
    assert by_hand > len(ministry.fine - ministry.apart) * FINE_TOTAL / expected
    indicators = [each.code for each in PLAN.indicators]
    for place, figures in enumerate(statistics.indicator_figures(consolidation)):
        marks = [each.assessment.results[place].marks for each in counted]
        assert figures.mean_marks == (sum(marks) / expected).quantize(Decimal("0.01"), ROUND_HALF_UP), indicators[place]
        full = Decimal(100 * sum(each == figures.indicator.weight for each in marks)) / expected
        assert figures.full_marks_percent == full.quantize(Decimal("0.01"), ROUND_HALF_UP), indicators[place]


def test_ranks_have_no_gap_and_equal_totals_share_one(consolidation: MinistryResult) -> None:
    ranked: dict[int, set[Decimal]] = {}
    for each in consolidation.counted:
        ranked.setdefault(each.rank, set()).add(each.assessment.total)
    assert list(ranked) == list(range(1, len(ranked) + 1))
    assert [len(totals) for totals in ranked.values()] == [1] * len(ranked)
    assert sorted(set().union(*ranked.values()), reverse=True) == [max(totals) for totals in ranked.values()]
    assert {each.rank for each in consolidation.apart} == {0}


def test_who_still_owes_the_report_of_the_quarter_is_who_has_not_handed_it_in(
    ministry: Ministry, consolidation: MinistryResult
) -> None:
    due = {each.quarter: each for each in deadlines(consolidation) if each.indicator is None}
    owing = sum(status not in (IN_TIME, LATE, UNDATED) for status in ministry.status.values())
    assert {quarter: each.waiting for quarter, each in due.items()} == {
        Quarter.Q2: owing,
        Quarter.Q3: OFFICES - 1,
        Quarter.Q4: OFFICES - 1,
    }


# ---- however it is read ---------------------------------------------------------------------------------------------


def told(consolidation: MinistryResult) -> tuple[object, ...]:
    """All of it but the time of reading."""
    once = datetime(2024, 1, 1)
    return (
        [replace(each, source=replace(each.source, read_at=once)) for each in consolidation.offices],
        [(replace(each.source, read_at=once), each.error.code, each.error.params) for each in consolidation.refused],
        [(replace(each.source, read_at=once), each.error.code, each.error.params) for each in consolidation.aside],
    )


def test_two_processes_say_the_same(ministry: Ministry, register: Register, consolidation: MinistryResult) -> None:
    assert told(read(ministry, register, jobs=2)) == told(consolidation)


def test_the_cache_says_the_same_without_reading(
    ministry: Ministry, register: Register, consolidation: MinistryResult, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "read_office", None)
    monkeypatch.setattr(module, "read_member", None)
    with open_cache(TASK, kept) as cache:
        again = read(ministry, register, cache=cache)
    assert told(again) == told(consolidation)
    assert [each.source for each in again.offices] == [each.source for each in consolidation.offices]
