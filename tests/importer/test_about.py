"""What titles and signatures say."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.importer.about import About, about
from xl_apa.importer.document import Document, Line, Table


def said(*lines: str) -> About:
    return about(Document(Path("a.txt"), tuple(Line(text, f"line {place}") for place, text in enumerate(lines, 1))))


@pytest.mark.parametrize(
    ("lines", "office", "parent"),
    [
        (("নমুনা অধিদপ্তর, নমুনা মন্ত্রণালয়",), "নমুনা অধিদপ্তর", "নমুনা মন্ত্রণালয়"),
        (
            ("Head Office, Department of Samples", "Ministry of Samples"),
            "Head Office, Department of Samples",
            "Ministry of Samples",
        ),
        (("উপজেলা নির্বাহী কর্মকর্তার কার্যালয়",), "", ""),
        (("দপ্তরের নাম: নমুনা জেলা কার্যালয়",), "নমুনা জেলা কার্যালয়", ""),
        (("উপজেলার নাম: নমুনাপুর জেলা : নমুনা",), "নমুনাপুর উপজেলা", ""),
        (("ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা, নমুনা বিভাগ",), "", ""),
    ],
)
def test_office_and_ministry_are_told_apart(lines: tuple[str, ...], office: str, parent: str) -> None:
    found = said(*lines)
    assert (found.office.text, found.parent.text) == (office, parent)


@pytest.mark.parametrize(
    ("title", "year", "quarter"),
    [
        ("কর্মপরিকল্পনা ২০২৩-২৪ (২য় ত্রৈমাসিক অগ্রগতি প্রতিবেদন)", FiscalYear(2023), Quarter.Q2),
        ("২০২৪-২০২৫ অর্থবছরের (জুলাই-সেপ্টেম্বর) প্রতিবেদন", FiscalYear(2024), Quarter.Q1),
        ("Action plan 2023-24, 3rd quarter report", FiscalYear(2023), Quarter.Q3),
        ("অর্ধবার্ষিক প্রতিবেদন ২০২৩-২৪", FiscalYear(2023), Quarter.Q2),
        ("প্রতিবেদন", None, None),
    ],
)
def test_a_title_names_year_and_quarter(title: str, year: FiscalYear | None, quarter: Quarter | None) -> None:
    found = said(title)
    assert (found.year, found.quarter) == (year, quarter)


def test_the_last_line_that_is_a_day_is_the_signature() -> None:
    found = said("তারিখ: ০১/০৭/২০২৩", "সহকারী পরিচালক", "১৫/০১/২০২৪")
    assert (found.signed.text, found.post.text) == ("১৫/০১/২০২৪", "সহকারী পরিচালক")


def test_a_title_over_the_head_of_the_table_counts_too() -> None:
    rows = (
        (Cell("কর্মপরিকল্পনা ২০২৩-২৪, ৪র্থ ত্রৈমাসিক"),),
        tuple(Cell(text) for text in ("কর্মসম্পাদন সূচক", "একক", "কর্মসম্পাদন সূচকের মান", "অর্জন")),
    )
    found = about(Document(Path("a.xlsx"), (Table("Sheet1", rows),)))
    assert (found.year, found.quarter) == (FiscalYear(2023), Quarter.Q4)


@pytest.mark.parametrize(
    ("heading", "title", "quarter"),
    [
        ("প্রকৃত অর্জন ৩০ জুন ২০২৪ পর্যন্ত", "মূল্যায়ন প্রতিবেদন", Quarter.Q4),
        ("অর্জন (৩১ ডিসেম্বর পর্যন্ত)", "অগ্রগতি", Quarter.Q2),
        ("অর্জন ৩১শে মার্চ, ২০২৪ পর্যন্ত", "অগ্রগতি", Quarter.Q3),
        ("প্রকৃত অর্জন", "বার্ষিক মূল্যায়ন প্রতিবেদন: ২০২৩-২৪", Quarter.Q4),
        ("প্রকৃত অর্জন", "অর্ধবার্ষিক মূল্যায়ন প্রতিবেদন: ২০২৩-২৪", Quarter.Q2),
        ("প্রকৃত অর্জন", "বার্ষিক কর্মসম্পাদন চুক্তি ২০২৩-২৪", None),
    ],
)
def test_a_report_without_a_quarter_is_of_the_one_that_ends_on_its_last_day(
    heading: str, title: str, quarter: Quarter | None
) -> None:
    head = tuple(Cell(text) for text in ("কর্মসম্পাদন সূচক", "একক", "সূচকের মান", "লক্ষ্যমাত্রা", heading))
    found = about(Document(Path("a.txt"), (Line(title, "line 1"), Table("t", (head,)))))
    assert found.quarter is quarter
