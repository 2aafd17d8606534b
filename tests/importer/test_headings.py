"""What headings were taken for."""

from __future__ import annotations

from pathlib import Path

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import FiscalYear
from xl_apa.importer.document import Document, Table
from xl_apa.importer.headings import heading_cells, headings_taken

HEAD = ("সূচক", "একক", "সূচকের মান", "১ম ত্রৈমাসিক", "২য় ত্রৈমাসিক", "মন্তব্য", "অদ্ভুত শিরোনাম")


def document(*heads: tuple[str, ...]) -> Document:
    tables = [Table("table", [[Cell(text) for text in head], [Cell("ক"), Cell("সংখ্যা"), Cell("৫")]]) for head in heads]
    return Document(Path("report.docx"), tables)


def test_each_heading_is_told_with_its_quarter_and_one_that_is_none_is_told_too() -> None:
    taken = headings_taken(document(HEAD, HEAD), FiscalYear(2023))
    assert taken["১ম ত্রৈমাসিক"] == "quarter 1"
    assert taken["২য় ত্রৈমাসিক"] == "quarter 2"
    assert taken["অদ্ভুত শিরোনাম"] == ""
    assert len(taken) == len(HEAD)


def test_one_heading_over_two_columns_of_another_meaning_is_told_twice() -> None:
    taken = headings_taken(document(("উদ্দেশ্য", "মান", "সূচক", "একক", "মান", "অর্জন")), FiscalYear(2023))
    assert {heading for heading in taken if heading.startswith("মান")} in ({"মান"}, {"মান", "মান [5]"})
    assert taken["একক"] == "unit"


def test_numbers_of_columns_are_no_headings() -> None:
    assert [cell.text for cell in heading_cells(document(HEAD))] == [text for text in HEAD if len(text) > 3]
