"""The tables of the summary: in words, with colours, and on as many sheets as they need."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from tests.core.builders import at
from tests.ministry.builders import MINISTRY, Write
from tests.ministry.report.bangla import COLUMNS, DATA_SHEET, FINDINGS_SHEET, SOURCES_SHEET
from tests.ministry.report.summaries import DATE
from tests.ministry.written import formulas, shown
from xl_apa.ministry.export import columns, frames
from xl_apa.ministry.report import table_writer
from xl_apa.ministry.sheet_style import HEAD_ROW


def test_findings_are_listed_in_words_with_both_messages_errors_first(summary: Path) -> None:
    rows = shown(summary, FINDINGS_SHEET)[3:]
    found = frames.findings(MINISTRY)
    assert rows[0] == ["ধরন", "ঘর", "দপ্তরের কোড", "দপ্তর", "সূচক", "বার্তা (বাংলা)", "ফাইল", "বার্তা (ইংরেজি)"]
    assert [row[:5] for row in rows[1:]] == [
        ["ত্রুটি", at("M", 9), "101", "=1+1 পরিদপ্তর", "১.২.১"],
        ["ত্রুটি", at("M", 11), "101", "=1+1 পরিদপ্তর", "২.১.১"],
        ["সতর্কতা", at("P", 10), "101", "=1+1 পরিদপ্তর", "১.৩.১"],
        ["সতর্কতা", at("N", 10), "101", "=1+1 পরিদপ্তর", "১.৩.১"],
        ["জ্ঞাতব্য", at("M", 10), "DOL", "শ্রম অধিদপ্তর", "১.৩.১"],
    ]
    assert [row[5:] for row in rows[1:]] == [
        [finding.message_bn, Path(finding.path).name, finding.message_en] for finding in found.itertuples()
    ]


def test_severities_have_their_colours(summary: Path) -> None:
    page = formulas(summary, FINDINGS_SHEET)
    words = [rule.formula for each in page.conditional_formatting for rule in each.rules]
    assert sorted(words) == [['"জ্ঞাতব্য"'], ['"ত্রুটি"'], ['"সতর্কতা"']]


def test_sources_are_listed_with_the_time_they_were_read(summary: Path) -> None:
    rows = shown(summary, SOURCES_SHEET)[3:]
    sources = frames.sources(MINISTRY)
    words = {"read": "পড়া হয়েছে", "refused": "বাদ"}
    assert rows == [
        ["ফাইল", "শিট", "ফলাফল", "কারণ", "পড়ার সময়", "SHA-256"],
        *(
            [each.path, each.sheet, words[each.outcome], each.reason_bn, each.read_at.to_pydatetime(), each.sha256]
            for each in sources.itertuples()
        ),
    ]
    assert formulas(summary, SOURCES_SHEET)["E5"].number_format == f"{DATE} hh:mm"


def test_the_data_sheet_is_an_excel_table_of_everything(summary: Path) -> None:
    rows = shown(summary, DATA_SHEET)[3:]
    # People read the name of the unit; its kind is for programs.
    before = [name for name in list(columns.TIDY)[: list(columns.TIDY).index("path")] if name != "unit"]
    names = [*before, "rule", "path", "method", "quarter_number"]
    # What leads to the source stands where a screen shows it.
    names.insert(names.index("weight"), "cell")
    assert rows[0] == [COLUMNS[name] for name in names]
    assert len(set(rows[0])) == len(rows[0])
    day = datetime(2023, 8, 10).date()
    first, other = ([value for at, value in enumerate(rows[row]) if at != 7] for row in (1, 7))
    assert first[5:17] == ["১.১.১", "তারিখ", 10, "১০/০৮/২০২৩", "অর্জন আছে", "", day, 100, 10, 10, "", "স্তরভিত্তিক"]
    assert other[5:17] == ["১.৩.১", "%", 6, "৭০%", "অর্জন আছে", 70, "", 70, 4.2, 6, 6, "স্তরভিত্তিক"]
    assert [row[10] for row in rows[5:7]] == ["চলমান", "পড়া যায়নি"]
    assert len(rows) == 1 + len(frames.tidy(MINISTRY))
    table = formulas(summary, DATA_SHEET).tables["apa_data"]
    assert (table.ref, [column.name for column in table.tableColumns]) == ("A4:U16", rows[0])


def test_a_table_too_long_for_a_sheet_goes_on_on_the_next(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_writer, "LAST_ROW", HEAD_ROW + 5)
    path = write(MINISTRY)
    assert CalamineWorkbook.from_path(path).sheet_names[-4:-1] == [DATA_SHEET, "উপাত্ত ২", "উপাত্ত ৩"]
    assert [len(shown(path, name)) - HEAD_ROW - 1 for name in ("উপাত্ত", "উপাত্ত ২", "উপাত্ত ৩")] == [5, 5, 2]
    assert shown(path, "উপাত্ত ৩")[3] == shown(path, DATA_SHEET)[3]
    assert list(formulas(path, "উপাত্ত ৩").tables) == ["apa_data_3"]
    assert OpenXmlValidator().validate(str(path)).errors == []
