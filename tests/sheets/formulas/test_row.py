"""The native formulas: LibreOffice calculates them, and core says what they have to be."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formula import Tokenizer
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from tests.libreoffice import recalculate
from tests.sheets.build.test_workbook import made_up_plan
from xl_apa.core.cells import Cell, CellValue, NumberFormat
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.marking.rating import Targets, read_counted
from xl_apa.core.marking.scoring import attainable_for, build_scale, marks_for, percent_for
from xl_apa.core.messages.excel.live import LIVE
from xl_apa.core.model import Layout, Rule, Status, Unit, Value
from xl_apa.core.text.months import SPELLINGS
from xl_apa.core.text.numerals import plain, to_bangla_digits
from xl_apa.core.typed import status_words
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.core.typed.units import is_whole
from xl_apa.plans import load_plan
from xl_apa.samples import build_sample, load_sample
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.workbook import build_data_sheet, build_template
from xl_apa.sheets.formulas import live_row
from xl_apa.sheets.formulas import vocabulary as known
from xl_apa.sheets.formulas.issues import Issue, Verdict, not_understood, unclear
from xl_apa.sheets.formulas.results import RowValues
from xl_apa.sheets.formulas.row import row_formulas
from xl_apa.sheets.formulas.traits import USUAL, RowTraits
from xl_apa.sheets.formulas.vocabulary import COUNTERS, NUMBER_WORDS, PERCENT_SIGNS
from xl_apa.sheets.layout import Column, Working
from xl_apa.xlsx.addresses import cell_name, column_letters
from xl_apa.xlsx.cell_values import FormulaCell, serial
from xl_apa.xlsx.write.styles import Styles
from xl_apa.xlsx.write.worksheet import FastWorksheet

YEAR, QUARTER = FiscalYear(2023), Quarter.Q2
PERCENTS = (100, 90, 80, 70, 60)
ROWS = 5500
STALE = "never calculated"

EXCEL_2010 = re.compile(
    "ABS|AND|CELL|CHAR|CHOOSE|COUNT|COUNTIF|DATE|DATEVALUE|DAY|EXACT|FIND|HYPERLINK|IF|IFERROR|INDEX|INT|ISBLANK|ISERROR|ISLOGICAL|"
    "ISNUMBER|ISTEXT|LEFT|LEN|LOWER|MATCH|MAX|MID|MIN|MOD|MONTH|N|NOT|OR|REPT|RIGHT|ROUND|ROWS|SMALL|SUBSTITUTE|SUM|"
    "SUMIF|SUMPRODUCT|TRIM|VALUE|YEAR"
)
"""All of them Excel 2007 or older; but for CELL, which tells how a number is shown, none is volatile."""

UNREAD = {each(unit) for each in (not_understood, unclear) for unit in Unit} | {
    Issue.COUNT_NOT_MEANT,
    Issue.COUNT_NEGATIVE,
    Issue.COUNT_NOT_WHOLE,
    Issue.PERCENT_DOUBTFUL,
    Issue.PERCENT_OUT_OF_RANGE,
    Issue.DATE_OUTSIDE_YEAR,
}

# ---- made-up rows -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """A row of a form; `clear` says that the formulas have to understand it."""

    unit: Unit
    values: RowValues
    clear: bool


def any_digits(rng: random.Random, text: str) -> str:
    kind = rng.randrange(3)
    if kind == 2:
        return "".join(to_bangla_digits(letter) if rng.random() < 0.5 else letter for letter in text)
    return to_bangla_digits(text) if kind else text


def typed_number(rng: random.Random, value: Decimal) -> tuple[CellValue, bool]:
    text = any_digits(rng, plain(value))
    unclear = [f"পঁাচ {text}", f"অাট{text}", f"+{text}", f"১২,৩৪,{text}", f"{text} (একটি)", f".{text}", f"({text})"]
    clear: list[CellValue] = [text, f" {text} ", f"{text}।", f"{text}.", float(value), float(value)]
    counter = rng.choice(COUNTERS)
    clear += [f"{text}{counter}", f"{text} {counter}", f"{text}  {counter} ।"]
    word, number = rng.choice(list(NUMBER_WORDS.items()))
    clear += ["পঁাচটি", "অাট টি", "দু'টি"]
    words = [word, f"{word}{counter}", f"{word} {counter}।"]
    # These words mostly contradict the digits.
    unclear += [f"{text} ({word}) {counter}", f"{text}({word})"]
    agreeing = any_digits(rng, rng.choice([f"{number}", f"0{number}"]))
    clear += [*words, f"{agreeing} ({word}) {counter}", f"{agreeing}( {word} ){counter}.", f"{agreeing} ({word})"]
    return (rng.choice(unclear), False) if rng.random() < 0.15 else (rng.choice(clear), True)


def typed_percent(rng: random.Random, value: Decimal) -> tuple[CellValue, bool]:
    text = any_digits(rng, plain(value))
    unclear = [f"{text} (এক) %", f"+{text}%", f"{text} শতাংশ মাত্র", f".{text}%", "শতকরা ছিয়ানব্বই"]
    sign = rng.choice(PERCENT_SIGNS)
    clear: list[CellValue] = [f"{text}{sign}", f"{text} {sign}", f"{text}{sign.upper()}।", f"{text} .", text]
    clear += [f"শতকরা {text} {sign}", f"শতকরা {text}", f"শতকরা{text}{sign}", f"-{text}{sign}"]
    word, number = rng.choice(list(NUMBER_WORDS.items()))
    clear += [f"{word} {sign}", f"{word} {sign}।", f"শতকরা {word} {sign}", "শতভাগ", "শত ভাগ।"]
    clear += [f"{any_digits(rng, str(number))} ({word}) {sign}", f"{any_digits(rng, f'0{number}')}({word})"]
    # A word alone says not what it counts.
    unclear += [word, f"{word} ({number}) {sign}"]
    clear += [float(value)] * 3 if not 1 < value <= 2 else []
    # 96% typed in Excel, and its text.
    clear += [float(value / 100), any_digits(rng, plain(value / 100))] if 0 < value < 100 else []
    # 105% typed in Excel may be 1.05% as well.
    unclear += [float(1 + value / 100), 1.05, 1.2, 2.0]
    # No percent at all.
    unclear += [rng.choice([45325, 2024, 120, 100.5, -5.0, -0.5, 1e300, "১২০%", "২০২৪", "45325", "-৫ %", "শতকরা ২০০"])]
    return (rng.choice(unclear), False) if rng.random() < 0.15 else (rng.choice(clear), True)


def typed_day(rng: random.Random, day: date) -> tuple[CellValue, bool]:
    if rng.random() < 0.2:
        return rng.choice([day, datetime(day.year, day.month, day.day, 9, 30), float(serial(day))]), True  # type: ignore[arg-type]
    number, month = (f"{each:02d}" if rng.random() < 0.7 else str(each) for each in (day.day, day.month))
    separator, era = rng.choice("/-."), rng.choice(["", "", " খ্রি.", "খ্রি.", " খ্রি", "খ্রিঃ", " ইং", "।", " খ্রি.।"])
    if rng.random() < 0.25:
        return named_day(rng, day), True
    if rng.random() < 0.15:
        unclear = [
            f"{number} মে-এর {day.year}",
            f"{number} {rng.choice(SPELLED[day.month])}ঃঃ {day.year}",
            f"{rng.choice(SPELLED[day.month])} {number} {day.year}",
            f"{rng.choice(SPELLED[day.month])} {number}, {day.year % 100:02d}",
            f"{rng.choice(SPELLED[day.month])}, {number} {day.year}",
            f"{rng.choice(SPELLED[day.month])} {number}/{month}, {day.year}",
            f"{day.year} {rng.choice(SPELLED[day.month])} {number}",
            f"{day.year}-{rng.choice(SPELLED[day.month])}-{number}",
            f"{number} {month} {day.year}",
            f"{number} ফাল্গুন {day.year}",
            f"{number}ই {rng.choice(SPELLED[day.month])}",
            f"বৃহস্পতিবার, {number}/{month}/{day.year}",
            f"{day.strftime('%A')}, {number}/{month}/{day.year}",
            f"রোজ শুক্রবার {number}.{month}.{day.year}",
            f"ইং {number}/{month}/{day.year}",
            f"{number} অাগষ্ট {day.year}",
            f"{number}ই সেপ্টেম্বর, {day.year} খ্রি.",
            f"তারিখ: {number}/{month}/{day.year}",
            f"{number}।{month}।{day.year}",
            f"{number} / {month} / {day.year}.",
            f"{number}/{month}/{day.year} খ্রিষ্টাব্দ",
            f"{day.isoformat()}T00:00:00",
            f"May{number}, {day.year}",
        ]
        return any_digits(rng, rng.choice(unclear)), False
    year = f"{day.year % 100:02d}" if rng.random() < 0.3 else str(day.year)
    text = day.isoformat() if rng.random() < 0.2 else f"{number}{separator}{month}{separator}{year}"
    return any_digits(rng, text) + era, True


SPELLED = {number: [name for name, each in SPELLINGS.items() if each == number] for number in range(1, 13)}
"""The spellings of each month."""


def named_day(rng: random.Random, day: date) -> str:
    """A day with the month's name, in a common way."""
    month, year = rng.choice(SPELLED[day.month]), rng.choice([day.year, f"{day.year % 100:02d}"])
    ordinal = rng.choice(["", "", "ই", " ই", "শে", "লা", "th"])
    number = rng.choice([str(day.day), f"{day.day:02d}"])
    if rng.random() < 0.25:
        text = (
            f"{rng.choice([month, month.title()])} {number}{ordinal.strip()}{rng.choice([', ', ',', ',  '])}{day.year}"
        )
        return any_digits(rng, text) + rng.choice(["", "", " খ্রি.", "।", " ইং"])
    patterns = [
        "{} {} {}",
        "{} {}, {}",
        "{}  {} , {}",
        "{}-{}-{}",
        "{}/{}/{}",
        "{}. {} {}",
        "{} {}. {}",
        "{} {}ঃ {}",
        "{} {}: {}",
        "{} {}'{}",
        "{} {} ’{}",
        "{} {},'{}",
        "{}-{}-'{}",
    ]
    pattern = rng.choice(patterns)
    if "-" in pattern or "/" in pattern or ". {} " in pattern:
        ordinal = ordinal.strip()
    text = pattern.format(f"{number}{ordinal}", rng.choice([month, month.upper()]), year)
    return any_digits(rng, text) + rng.choice(["", "", " খ্রি.", "।", " ইং"])


NOTHING: list[CellValue] = [None, "", "-", "--", "---", "----", "…", "...", "–", "—", " - ", "- - -", "  "]
NOTHING += [f"{word}{end}" for word in status_words.NOTHING_WORDS for end in ("", "।", " .")]
NOTHING += ["N/A", "Nil.", "প্রযোজ্য ন\u09df"]
ONGOING = [
    f"{subject}{gap}{word}{gap}{ending}{end}"
    for subject in ("", *status_words.ONGOING_SUBJECTS)
    for word in status_words.ONGOING_WORDS
    for ending in ("", *status_words.ONGOING_ENDINGS)
    for gap in ("", " ", "  ")
    for end in ("", "।", " .")
]
ONGOING += [" চলমান ", "Ongoing", "IN PROGRESS", "প্রক্রি\u09dfাধীন", "চলমান র\u09dfেছে", "চল\u200cমান", "কাজ\u00a0চলছে"]
NEITHER: list[CellValue] = [True, False]
UNCLEAR: list[CellValue] = [
    *(0.96, 16.05, 1.5, -0.5, "২.৫ টি", "-২.৫", "১৬.০৫", 45325.5),
    *("নয়", "ন\u09df।", "(চলমান)", "চলমান,", "- নাই", "নয় টি", "নয়"),
    *("চলমান নয়", "চলমান ছিল", "চলমান ।।", "কাজ", "রয়েছে", "এখনও চলমান", "প্রক্রিয়াধীনআছেন", "no", "TRUE", "FALSE"),
    *(
        "৩টি+",
        "৩+ টি",
        "তিন (৩) টি",
        "তিন(০৩)টি",
        "৩*",
        "#৩",
        "বার",
        "বার টি",
        "৫ টি বা ৬টি",
        "শতভাগ (১০০%)",
        "৯৬% (ছিয়ানব্বই)",
        "২+১",
    ),
    *(
        "May 16, '2024",
        "May 16,'24",
        "16 মে `24",
        "16 মে ʹ24",
        "'24/05/2024",
        "16'2 মে 2024",
        "16/'24/2024",
        "16 মে 2024'2",
        "১৬ নভেম্ভর ২০২৩",
    ),
    *(
        "১৬/০৫/২০২৪ বাং",
        "১৪/১৫/১৬ মে ২০২৪",
        "১৬ মে ২০২৪ বঙ্গাব্দ",
        "২ জ্যৈষ্ঠ ১৪৩১",
        "১৬//০৫//২০২৪",
        "নয় জন",
        "㉟%",
        "৯৬'৫%",
        "৩'",
    ),
    *("1e5", "1/2", "$5", "1,5", "১ ২", "-", "=5", "5-", "--5", "1.2.3", ".5", "0x1F", "৫ কেজি", "-৩টি", "٣", "५"),
    *(
        "১৬/০৫",
        "16052024",
        "2023",
        "১০৭/০৯/২০২৩ খ্রি.",
        "31/02/2024",
        "৩০/০২/২৪",
        "00/01/2024",
        "16/13/2023",
        "22/04/202",
    ),
    *("16/05/1999", "16/05/2100", "১৬/০৫/২০২৪/১", "২০২৪/৫/২০২৩", "016/005/2024", "0016/05/2024", "16//2024", "45200"),
    *(
        "কর্মশালা আয়োজন করা হয়েছে",
        "গত ১৭/০৮/২৩খ্রি. তারিখে একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে।",
        "১ম কোয়ার্টারের ১টি প্রতিবেদন প্রেরণ করা হয়েছে।",
    ),
    *(
        96,
        0.5,
        1,
        45200,
        45200.75,
        44378,
        46568,
        46569,
        "৪৫৩২৫",
        "45325 টি",
        2024,
        "২০২৪",
        1700,
        -1700,
        20240516,
        47849,
        1e14,
        "9876543210",
        73051,
        36525,
        -4,
        2.5,
        0,
        16052024,
        date(2023, 12, 16),
        date(2031, 1, 1),
    ),
]
SENTENCES = [
    "কর্মশালা আয়োজন করা হয়েছে",
    "সভা ২১/০৯/২০২৩ তারিখে অনুষ্ঠিত হয়েছে",
    "আওতাধীন দপ্তরসমূহকে গত ২১/০৯/২০২৩ খ্রি. তারিখে পত্র প্রদান করা হয়েছে এবং ৩টি সভা হয়েছে।",
    "অনেক",
]
"""Nobody reads a value in these, so an accepted value counts."""


def a_day(rng: random.Random) -> date:
    return YEAR.first_day + timedelta(days=rng.randrange(366))


def a_number(rng: random.Random, unit: Unit) -> Decimal:
    if unit is Unit.PERCENT:
        return Decimal(rng.randrange(11, 1001)) / 10 if rng.random() < 0.4 else Decimal(rng.randrange(1, 101))
    return Decimal(rng.randrange(0, 60)) if rng.random() < 0.8 else Decimal(rng.randrange(0, 4000)) / 4


def a_scale(rng: random.Random, unit: Unit) -> list[Value | None]:
    """Five targets: rising or falling, few or many, equal neighbours; now and then in disorder."""
    count = rng.choice([1, 1, 2, 3, 4, 5, 5, 5])
    values: list[Value] = [a_day(rng) if unit is Unit.DATE else a_number(rng, unit) for _ in range(count)]
    if rng.random() < 0.25:
        values = [rng.choice(values) for _ in values]
    values.sort(key=lambda value: value.toordinal() if isinstance(value, date) else value)
    if rng.random() < (0.25 if unit is Unit.DATE else 0.75):
        values.reverse()
    if rng.random() < 0.04:
        rng.shuffle(values)
    places = sorted(rng.sample(range(5), count))
    return [values[places.index(place)] if place in places else None for place in range(5)]


def an_achievement(rng: random.Random, unit: Unit, targets: Sequence[Value | None]) -> tuple[CellValue, bool]:
    kind = rng.random()
    if kind < 0.05:
        return rng.choice(NOTHING), True
    if kind < 0.1:
        return rng.choice(ONGOING), True
    if kind < 0.11:
        return rng.choice(NEITHER), True
    if kind < 0.22:
        return rng.choice(UNCLEAR), False
    if kind < 0.27:
        return rng.choice(SENTENCES), False
    return a_value(rng, unit, targets)


def a_value(rng: random.Random, unit: Unit, targets: Sequence[Value | None]) -> tuple[CellValue, bool]:
    """A value on, near or between the targets, or anywhere, as people type it."""
    near = rng.choice([target for target in targets if target is not None])
    if unit is Unit.DATE:
        day = near + timedelta(days=rng.choice([0, 0, 1, -1, 9, -9])) if rng.random() < 0.7 else a_day(rng)  # type: ignore[operator]
        assert isinstance(day, date)
        return typed_day(rng, day)
    assert isinstance(near, Decimal)
    value = (
        near + rng.choice([0, 0, 1, -1, Decimal("0.5"), Decimal("-0.01")])
        if rng.random() < 0.7
        else a_number(rng, unit)
    )
    whole = is_whole(unit, "", [target for target in targets if target is not None])
    if whole and rng.random() < 0.9:
        value = round(value)
    return (typed_percent if unit is Unit.PERCENT else typed_number)(rng, max(Decimal(value), Decimal(0)))


def made_up_rows() -> Iterator[Row]:
    rng = random.Random(20240516)
    for _ in range(ROWS):
        unit = rng.choice(list(Unit))
        targets = a_scale(rng, unit)
        achieved, clear = an_achievement(rng, unit, targets)
        kind = known.A_NUMBER
        if isinstance(achieved, (int, float)) and not isinstance(achieved, bool) and rng.random() < 0.25:
            kind = rng.choice([known.A_PERCENT, known.A_PERCENT, known.WITH_EXPONENT])
            if kind == known.A_PERCENT and unit is Unit.PERCENT and rng.random() < 0.7:
                achieved = rng.choice([1, 1.0, 0.96, 0.57, 0.005, 0.0, 1.05, 1.2, 96, -0.5, float(achieved) / 100])
            clear = kind == known.A_PERCENT and unit is Unit.PERCENT
        accepted: CellValue = None
        if rng.random() < (0.6 if isinstance(achieved, str) and achieved in SENTENCES else 0.1):
            accepted, also = a_value(rng, unit, targets)
            clear = clear and also
        weight = Decimal(rng.randrange(1, 21)) if rng.random() < 0.5 else Decimal(rng.randrange(25, 2000)) / 100
        shown = [rng.choice(["-", "--", "…", None]) if target is None else cell(target) for target in targets]
        before: CellValue = (
            (a_day(rng) if unit is Unit.DATE else float(a_number(rng, unit))) if rng.random() < 0.3 else ""
        )
        claimed = float(rng.randrange(0, 25)) if rng.random() < 0.1 else None
        values = RowValues(
            achieved,
            accepted,
            float(weight),
            tuple(shown),
            PERCENTS,
            rng.choice(list(Rule)),
            earlier=(before,),
            claimed=claimed,
            achieved_kind=kind,
        )
        yield Row(unit, values, clear)


def cell(value: Value) -> CellValue:
    return value if isinstance(value, date) else float(value)


# ---- core's word on a row -----------------------------------------------------------------------------------------


FORMATS = {known.A_PERCENT: "0.00%", known.WITH_EXPONENT: "0.0E+00"}


def shown(values: RowValues) -> Cell:
    """The achievement as a file's reader hands it over."""
    if values.achieved_kind == known.A_PERCENT:
        return Cell(values.achieved, shown_as=NumberFormat.PERCENT)
    if values.achieved_kind == known.WITH_EXPONENT:
        return Cell(values.achieved, shown_as=NumberFormat.OTHERWISE, note=f"{values.achieved:.1E}")
    return Cell(values.achieved)


def by_core(row: Row) -> tuple[Status, Value | None, float, float, float, bool]:
    """Status, value, tier percent, marks, attainable, and whether the targets are faulty."""
    values, unit = row.values, row.unit
    targets = [parse_achievement(target, unit).value for target in values.targets]
    rated = Targets.of(unit, targets, PERCENTS)
    reading = read_counted(unit, shown(values), Cell(values.accepted), YEAR, rated).reading
    weight = Decimal(str(values.weight))
    scale = build_scale(unit, targets, PERCENTS)
    percent = percent_for(scale, reading.value, values.rule) if reading.value is not None else 0
    marks = marks_for(weight, percent) if percent else Decimal(0)
    end = YEAR.quarter_end(QUARTER)
    told = values.earlier[0]
    before = told if isinstance(told, date) else None
    attainable = attainable_for(unit, scale, weight, values.rule, reading.value, end, YEAR, earlier=before)
    return reading.status, reading.value, float(percent), float(marks), float(attainable), bool(scale.fault)


# ---- a sheet of such rows, calculated by LibreOffice ----------------------------------------------------------------


def write_rows(path: Path, rows: Sequence[Row], change: Callable[[str], str] = str) -> list[dict[int, FormulaCell]]:
    """A sheet with the rows' formulas and without their results; gives formulas and results as the product has them."""
    written = []
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet(where.quarter_sheet(QUARTER), FastWorksheet)
        last_quarter = book.add_worksheet(where.quarter_sheet(Quarter.Q1), FastWorksheet)
        shapes = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
        build_data_sheet(book, FormWriter(book, where.DATA_SHEET, Styles(book)), load_plan(), Layout.MARKS)
        for column, percent in zip(where.TARGET_COLUMNS, PERCENTS):
            sheet.write_number(where.HEADER_ROWS[-1], column, percent)
        for number, row in enumerate(rows, start=where.FIRST_ROW):
            values = row.values
            inputs = {
                Column.ACHIEVED: values.achieved,
                Column.ACCEPTED: values.accepted,
                Column.WEIGHT: values.weight,
                Working.RULE: values.rule.value,
                Working.READ_FOR: values.read_for,
                Working.READ: values.read,
                Column.LAST: values.claimed,
                **dict(zip(where.TARGET_COLUMNS, values.targets)),
            }
            for column, value in inputs.items():
                if value is not None:
                    shape = shapes.get(values.achieved_kind) if column == Column.ACHIEVED else None
                    sheet.put(number, column, serial(value), shape)
            last_quarter.put(number, Working.VALUE, serial(values.earlier[0]), None)
            live = live_row(number, values, row.unit, YEAR, QUARTER, Layout.MARKS, traits_of_row(row))
            for column, each in live.items():
                sheet.write_formula(number, column, change(each.formula), None, STALE)
            written.append(live)
    return written


def traits_of_row(row: Row) -> RowTraits:
    """Whether whole numbers are meant follows from the targets."""
    targets = [parse_achievement(target, row.unit).value for target in row.values.targets]
    return replace(USUAL, whole=row.unit is not Unit.NUMBER or is_whole(row.unit, "", targets))


def calculated(path: Path, name: str = where.quarter_sheet(QUARTER)) -> list[list[CellValue]]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)
    width = max(Working) + 1
    return [[serial(value) for value in (*row, *[""] * (width - len(row)))] for row in rows]  # type: ignore[arg-type]


def same(one: object, other: object) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return one == other


def differences(rows: Sequence[Row], found: Sequence[Sequence[CellValue]]) -> tuple[list[str], int]:
    """Rows in which the formulas say something else than core, and how many they understood."""
    wrong, understood = [], 0
    for number, row in enumerate(rows, start=where.FIRST_ROW):
        cells = found[number]
        status, value, percent, marks, attainable, fault = by_core(row)
        got = [cells[column] for column in (Working.STATUS, Column.TIER, Column.MARKS, Column.ATTAINABLE)]
        if got[0] == Status.UNREADABLE and status is not Status.UNREADABLE and not row.clear:
            agreed = got[1:3] == ["", ""]
        else:
            understood += status is not Status.UNREADABLE
            blank = status in (Status.NONE, Status.UNREADABLE) or (fault and status is Status.REPORTED)
            wanted = [status.value, "" if blank else percent, "" if blank else marks, attainable]
            counted = serial(cell(value)) if value is not None else ""
            agreed = all(map(same, [*got, cells[Working.VALUE]], [*wanted, counted]))
        if not agreed:
            wrong.append(f"{row}: {got}, core: {(status, value, percent, marks, attainable)}")
    return wrong, understood


@pytest.fixture(scope="module")
def proof(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[list[Row], list[dict[int, FormulaCell]], list[list[CellValue]]]:
    folder = tmp_path_factory.mktemp("formulas")
    # LibreOffice is much faster where equal formulas stand below each other.
    rows = sorted(made_up_rows(), key=lambda row: row.unit)
    written = write_rows(folder / "rows.xlsx", rows)
    (path,) = recalculate(folder, folder / "rows.xlsx")
    return rows, written, calculated(path)


@pytest.mark.office
def test_every_row_is_marked_as_core_marks_it_or_called_not_understood(proof) -> None:
    rows, _, found = proof
    assert len(rows) >= 5000
    wrong, understood = differences(rows, found)
    assert wrong == []
    clear = sum(row.clear for row in rows)
    assert clear > 0.65 * len(rows)
    assert understood >= clear


@pytest.mark.office
def test_what_stands_beside_a_formula_is_what_it_calculates(proof) -> None:
    _, written, found = proof
    wrong = [
        (cell_name(number, column), each.result, found[number][column])
        for number, live in enumerate(written, start=where.FIRST_ROW)
        for column, each in live.items()
        if not same(each.result, found[number][column])
    ]
    assert wrong == []


@pytest.mark.office
def test_a_row_that_is_not_understood_says_so(proof) -> None:
    rows, _, found = proof
    for number, row in enumerate(rows, start=where.FIRST_ROW):
        if found[number][Working.STATUS] == Status.UNREADABLE:
            said = next(issue for issue in Issue if issue.number == found[number][Working.ISSUE])
            sure = found[number][Working.SURE] == 1
            allowed = {Verdict.ERROR} if sure else {Verdict.QUESTION, Verdict.ERROR}
            assert said.verdict in allowed
            # An error of the form is one of core's.
            alone = by_core(replace(row, values=replace(row.values, accepted=None)))
            assert said.verdict is Verdict.QUESTION or said not in UNREAD or alone[0] is Status.UNREADABLE, str(row)
            assert said in UNREAD or said.number < unclear(row.unit).number
            assert found[number][Column.MESSAGE] == LIVE[said].bn
            assert found[number][Column.UNDERSTOOD] == ""


@pytest.mark.office
@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?"])
def test_an_error_in_a_cell_is_said_and_goes_no_further(tmp_path: Path, error: str) -> None:
    plan, path = load_plan(), tmp_path / "errors.xlsx"
    build_template(plan, path, layout=Layout.MARKS)
    rows = range(where.FIRST_ROW, where.FIRST_ROW + len(plan.indicators))
    book = openpyxl.load_workbook(path)
    sheet = book[where.quarter_sheet(QUARTER)]
    for row in rows:
        # One row of four is right; in the others an error stands in the achievement, beside it, or in both.
        fine = (row - rows[0]) % 4
        day = plan.indicators[row - rows[0]].unit is Unit.DATE
        value: CellValue = date(2023, 12, 18) if day else 1
        sheet.cell(row + 1, Column.ACHIEVED + 1).value = value if fine in (0, 3) else error
        sheet.cell(row + 1, Column.ACCEPTED + 1).value = error if fine in (2, 3) else None
        sheet.cell(row + 1, Column.LAST + 1).value = error if fine == 3 else None
    book.save(path)
    (fresh,) = recalculate(tmp_path, path)
    cells = calculated(fresh)
    for row in rows:
        typed = (row - rows[0]) % 4 in (1, 2)
        assert cells[row][Working.STATUS] == (Status.UNREADABLE if typed else Status.REPORTED)
        assert (cells[row][Column.MARKS] == "") is typed
        assert isinstance(cells[row][Column.ATTAINABLE], (int, float))
        if typed:
            assert cells[row][Column.MESSAGE] == LIVE["live-cell-error"].bn
    total = cells[rows[-1] + 1]
    marks = [cells[row][Column.MARKS] for row in rows]
    assert same(total[Column.MARKS], sum(each for each in marks if isinstance(each, (int, float))))
    assert isinstance(total[Column.ATTAINABLE], (int, float))


@pytest.mark.office
def test_a_broken_formula_is_noticed(tmp_path: Path) -> None:
    broken = [
        (">=2000", ">=2024"),
        ("apa_ongoing_endings", "apa_counters"),
        ("apa_number_values+1", "apa_number_values+2"),
        (",8),2)", ",8),1)"),
        ('"PS"', '"SP"'),
        ("/10^IF(", "/1^IF("),
        ("*apa_month_numbers", "*1"),
        ('=">")', '="<")'),
        ("proportional", "prop"),
    ]
    rows = sorted(list(made_up_rows())[:600:2], key=lambda row: row.unit)
    paths = [tmp_path / f"broken{number}.xlsx" for number in range(len(broken))]
    for path, change in zip(paths, broken):
        write_rows(path, rows, lambda formula, change=change: formula.replace(*change))  # type: ignore[misc]
    for path, change in zip(recalculate(tmp_path, *paths), broken):
        assert differences(rows, calculated(path))[0], change


# ---- the formulas in the workbook -----------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=[1, 11, 30])
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "office.xlsx"
    build_template(made_up_plan(request.param), path, layout=Layout.MARKS)
    return path


def formulas(path: Path) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(path):
        for cells in sheet.iter_rows():
            yield from (str(each.value) for each in cells if each.data_type == "f")


def test_formulas_are_short_and_use_what_excel_2010_knows(template: Path) -> None:
    used = set()
    for formula in formulas(template):
        tokens = Tokenizer(formula).items
        used |= {token.value[:-1] for token in tokens if token.type == "FUNC" and token.subtype == "OPEN"}
        assert not [token for token in tokens if token.value.startswith("#") or token.type == "UNKNOWN"]
        assert all(len(token.value) <= 255 for token in tokens if token.subtype == "TEXT")
        # Excel takes 8192 characters.
        assert len(formula) <= 2100
        depth = deepest = 0
        for token in tokens:
            depth += (token.subtype == "OPEN") - (token.subtype == "CLOSE")
            deepest = max(deepest, depth)
        assert deepest < 40
    assert [name for name in used if not EXCEL_2010.fullmatch(name)] == []


def test_numbers_in_formulas_are_never_taken_from_text_with_a_point_or_slash() -> None:
    for unit in Unit:
        for formula in row_formulas(7, unit, YEAR, QUARTER, Layout.MARKS).values():
            # Only digits that were checked one by one.
            for column in (Working.PART_A, Working.ACCEPTED_PART_A):
                formula = formula.replace(f"VALUE({cell_name(7, column)})", "")
            assert not re.search(r"VALUE\([A-Z]+\d*[&)]", formula)
            assert "DATEVALUE" not in formula


def test_a_validator_of_the_file_format_finds_nothing(template: Path) -> None:
    assert OpenXmlValidator().validate(str(template)).errors == []


def test_the_working_columns_are_hidden_and_end_before_the_columns_that_are_refused(template: Path) -> None:
    sheet = openpyxl.load_workbook(template)[where.quarter_sheet(Quarter.Q1)]
    groups = [sheet.column_dimensions[column_letters(column)] for column in (min(Working), Working.RULE)]
    assert all(group.hidden for group in groups)
    assert [(group.min, group.max) for group in groups] == [
        (min(Working) + 1, Working.RULE),
        (Working.RULE + 1, max(Working) + 1),
    ]
    assert max(Working) < 104


@pytest.mark.office
def test_a_viewer_that_does_not_calculate_shows_the_same(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.xlsx" for name in ("remarks", "marks", "proportional", "sid", "labour", "typed")]
    build_template(load_plan(), paths[0])
    build_template(load_plan(), paths[1], layout=Layout.MARKS)
    build_template(made_up_plan(30), paths[2])
    for path, name in zip(paths[3:], ("sid_2023-24", "labour_2023-24", "labour_as_typed")):
        build_sample(load_sample(name), path)
    for before, after in zip(paths, recalculate(tmp_path, *paths)):
        for quarter in Quarter:
            name = where.quarter_sheet(quarter)
            stored, fresh = calculated(before, name), calculated(after, name)
            wrong = [
                (before.name, cell_name(row, column), stored[row][column], fresh[row][column])
                for row in range(where.FIRST_ROW, len(fresh))
                for column in (*where.HELPER_COLUMNS, *Working)
                if not same(stored[row][column], fresh[row][column])
            ]
            assert wrong == []
