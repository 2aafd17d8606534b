"""The summary in English: no Bangla of the program's own in it, and all that the Bangla one says, place for place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from tests.ministry.report.ministries import MINISTRIES
from xl_apa.demo import demonstrate
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report.words import words_in
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.ministry.summary_sheets import Sheet

BANGLA = re.compile("[\u0980-\u09ff]+")
BENGALI_DIGITS = "5000845"
ONLY_BANGLA = {"message_en", "told_en"}
"""Columns of the Bangla summary that say the same in English: in the English one they would say it twice."""
QUOTED = re.compile("‘[^’]*’|“[^”]*”")
"""What a sentence quotes: a sheet or a column of the office's form, or what somebody typed."""


def in_english(consolidation: MinistryResult) -> MinistryResult:
    return replace(consolidation, task=replace(consolidation.task, language="en"))


@pytest.fixture(scope="session")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[MinistryResult, Path, Path]]:
    """Every made-up ministry and the one of the demonstration: what was read, its Bangla and its English summary."""
    folder = tmp_path_factory.mktemp("english")
    ministries = dict(MINISTRIES)
    ministries["demonstration"] = demonstrate(folder / "demo").consolidation
    found = {}
    for name, consolidation in ministries.items():
        bangla, english = folder / f"{name}.xlsx", folder / f"{name}-en.xlsx"
        write_summary(consolidation, bangla)
        write_summary(in_english(consolidation), english)
        found[name] = (consolidation, bangla, english)
    return found


ALL = pytest.mark.parametrize("name", [*MINISTRIES, "demonstration"])


def data_texts(consolidation: MinistryResult) -> Iterator[str]:
    """What offices, the plan, the register and the ministry wrote; folders and files."""
    plan = consolidation.task.plan
    yield from (plan.title, *(tier.name for tier in plan.tiers))
    for area in plan.areas:
        yield from (area.title, *(activity.title for activity in area.activities))
    for indicator in plan.indicators:
        yield from (indicator.title, indicator.unit_shown)
    for office in consolidation.offices:
        who = office.assessment.office
        yield from (who.code, who.name, who.parent, office.sheet, office.source.path)
        yield from (result.raw for result in office.assessment.results)
        # A finding may be in another quarter's sheet.
        yield from (finding.cell for finding in office.assessment.findings)
    for each in (*consolidation.refused, *consolidation.aside):
        yield each.source.path
    for listed in consolidation.register.offices if consolidation.register else ():
        yield from (listed.code, listed.name, listed.level, listed.contact)
    for decision in (consolidation.decisions or {}).values():
        yield from (decision.comment, decision.typed, decision.earlier)


def of_our_own(text: str, data: set[str]) -> str:
    """What remains of a text in Bangla letters without data and quotations; the beginning of data is data."""
    left = QUOTED.sub("", text)
    for word in sorted(data, key=len, reverse=True):
        left = left.replace(word, "")
    return " ".join(word for word in BANGLA.findall(left) if not any(word in each for each in data))


@ALL
def test_there_is_no_bangla_but_data(name: str, pairs: dict[str, tuple[MinistryResult, Path, Path]]) -> None:
    consolidation, _, path = pairs[name]
    data = {text for text in data_texts(consolidation) if BANGLA.search(text)}
    with ZipFile(path) as archive:
        parts = {part: archive.read(part).decode() for part in archive.namelist() if part.endswith((".xml", ".rels"))}
    found = {
        (part, own)
        for part, content in parts.items()
        for text in re.findall(r">([^<]*)<|=\"([^\"]*)\"", content)
        if (own := of_our_own(_unescaped("".join(text)), data))
    }
    assert found == set()
    assert not [part for part, content in parts.items() if BENGALI_DIGITS in content]


def _unescaped(text: str) -> str:
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(entity, letter)
    return text


def test_bangla_of_our_own_is_seen() -> None:
    data = {"শ্রম অধিদপ্তর"}
    assert of_our_own("Reports to: শ্রম অধিদপ্তর", data) == ""
    assert of_our_own("the sheet ‘তথ্য’", data) == ""
    assert of_our_own("শ্রম অধিদপ্তর: মোট ৫", data) == "মোট ৫"


@ALL
def test_both_languages_have_the_same_sheets_figures_and_links_place_for_place(
    name: str, pairs: dict[str, tuple[MinistryResult, Path, Path]]
) -> None:
    _, *paths = pairs[name]
    bangla, english = (openpyxl.load_workbook(path) for path in paths)
    names = {words_in("bn").sheet(sheet): words_in("en").sheet(sheet) for sheet in Sheet}
    assert [names[each] for each in bangla.sheetnames] == english.sheetnames
    for sheet in bangla.sheetnames:
        first, other = bangla[sheet], english[names[sheet]]
        if sheet == words_in("bn").sheet(Sheet.OVERVIEW):
            # Its blocks stand below each other, and each is as high as its words are long.
            assert [type(value) for value in _values(first)] == [type(value) for value in _values(other)]
            continue
        kept = [column for column in range(1, first.max_column + 1) if not _only_bangla(first, column)]
        assert other.max_column == len(kept)
        for row in range(1, max(first.max_row, other.max_row) + 1):
            for place, column in enumerate(kept, start=1):
                one, two = first.cell(row, column).value, other.cell(row, place).value
                assert _figure(one) == _figure(two), f"{sheet} {row}:{column}"
        assert [*first.tables] == [*other.tables]
        assert len(first._charts) == len(other._charts)


def _values(sheet: Worksheet) -> list[object]:
    return [value for row in sheet.iter_rows(values_only=True) for value in row if value is not None]


def _only_bangla(sheet: Worksheet, column: int) -> bool:
    headings = {words_in("bn").heading(name) for name in ONLY_BANGLA}
    return sheet.cell(4, column).value in headings


def _figure(value: object) -> object:
    """A number or a day as it is, of a formula what it asks for without words; of a text only that there is one."""
    if isinstance(value, ArrayFormula):
        value = value.text
    if not isinstance(value, str):
        return value
    if value.startswith("=HYPERLINK("):
        target = re.match(r'=HYPERLINK\("([^"]*)"', value)
        assert target is not None
        inside = target[1].startswith("#")
        return ("link", target[1].rpartition("!")[2] if inside else target[1])
    if value.startswith("="):
        return ("formula", re.sub(r"'[^']*'!|\"[^\"]*\"", "", value))
    return "text"


@ALL
def test_what_formulas_give_is_the_same(name: str, pairs: dict[str, tuple[MinistryResult, Path, Path]]) -> None:
    _, *paths = pairs[name]
    bangla, english = (openpyxl.load_workbook(path, data_only=True) for path in paths)
    for first, other in zip(bangla.worksheets, english.worksheets):
        numbers = (
            [value for row in sheet.iter_rows(values_only=True) for value in row if isinstance(value, (int, float))]
            for sheet in (first, other)
        )
        assert next(numbers) == next(numbers), first.title


@ALL
def test_no_row_of_the_first_sheet_is_higher_in_english_or_its_page_would_be_two(
    name: str, pairs: dict[str, tuple[MinistryResult, Path, Path]]
) -> None:
    _, *paths = pairs[name]
    heights = [
        sum(row.height for row in openpyxl.load_workbook(path).worksheets[0].row_dimensions.values() if row.height)
        for path in paths
    ]
    assert heights[1] <= heights[0] + 18


def test_days_stand_with_the_month_by_name_and_digits_are_latin(
    pairs: dict[str, tuple[MinistryResult, Path, Path]],
) -> None:
    book = openpyxl.load_workbook(pairs["demonstration"][2])
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    days = {cell.number_format for cell in cells if isinstance(cell.value, date)}
    assert days == {"[$-809]d mmm yyyy", "[$-809]d mmm yyyy hh:mm"}
    first = book[words_in("en").sheet(Sheet.OVERVIEW)]
    assert first["A2"].value == "Summary of the ministry: Quarter 2 (October-December)"
    assert first.oddFooter.center.text == "Page &P / &N"
