"""Text with tabs: what a person sees as one table is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importer.sources.shown import order, read, refusal, tables
from xl_apa.importer.sources.text import blocks_of

HEAD = "ক্রম\tসূচক\tএকক\tঅর্জন"


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "report.txt"
    path.write_bytes(text.encode(encoding))
    return path


def test_lines_with_tabs_are_rows_and_others_are_lines(tmp_path: Path) -> None:
    path = write(tmp_path, f"\nশিরোনাম ২০২৩-২৪\n\n{HEAD}\n১\tসেবা\tতারিখ\t-\n\nদপ্তর\n15.08.23\n")
    assert order(path) == ["শিরোনাম ২০২৩-২৪", "table 1", "দপ্তর", "15.08.23"]
    assert tables(path) == [[["ক্রম", "সূচক", "একক", "অর্জন"], ["১", "সেবা", "তারিখ", "-"]]]
    assert [line.address for line in read(path).lines] == ["line 2", "line 7", "line 8"]


def test_blank_cells_keep_their_columns(tmp_path: Path) -> None:
    assert tables(write(tmp_path, f"{HEAD}\n\t\t\t৩\n\tx\t\t\n")) == [
        [["ক্রম", "সূচক", "একক", "অর্জন"], ["", "", "", "৩"], ["", "x", "", ""]]
    ]


def test_a_blank_line_within_a_table_does_not_end_it() -> None:
    assert len(blocks_of([HEAD, "১\ta\tb\tc", "", "২\td\te\tf"])) == 1


@pytest.mark.parametrize("between", [["", ""], ["", "পাতা ২", ""], ["পাতা ২", ""]])
def test_a_table_ends_at_blank_lines_and_at_a_line_that_stands_apart(between: list[str]) -> None:
    blocks = blocks_of([HEAD, "১\ta\tb\tc", *between, "২\td\te\tf"])
    assert [block.name for block in blocks if hasattr(block, "name")] == ["table 1", "table 2"]


def test_a_header_that_comes_again_starts_a_table() -> None:
    assert len(blocks_of([HEAD, "১\ta\tb\tc", HEAD, "২\td\te\tf"])) == 2


def test_a_heading_of_an_area_between_rows_is_a_row(tmp_path: Path) -> None:
    path = write(tmp_path, f"{HEAD}\n১. প্রাতিষ্ঠানিক ব্যবস্থা : ৮\n১.১\tসভা\tসংখ্যা\t৪\n")
    assert [row[0] for row in tables(path)[0]] == ["ক্রম", "১. প্রাতিষ্ঠানিক ব্যবস্থা : ৮", "১.১"]


def test_a_text_that_runs_on_over_lines_is_one_cell(tmp_path: Path) -> None:
    start, end = "তথ্য বাতায়ন নিয়মিত হালনাগাদ", "করা হয়েছে এবং চলছে"
    path = write(tmp_path, f"{HEAD}\n১\tক\tতারিখ\t{start}\n{end}\n২\tখ\tসংখ্যা\t৩\n")
    assert [row[3] for row in tables(path)[0]] == ["অর্জন", f"{start}\n{end}", "৩"]


def test_a_row_that_is_broken_in_the_middle_of_a_cell_is_whole_again(tmp_path: Path) -> None:
    path = write(tmp_path, f"{HEAD}\n১\tতথ্য বাতায়ন নিয়মিত\nহালনাগাদকৃত\tসংখ্যা\t৩\n২\tখ\tতারিখ\t-\n")
    assert tables(path)[0][1:] == [["১", "তথ্য বাতায়ন নিয়মিত\nহালনাগাদকৃত", "সংখ্যা", "৩"], ["২", "খ", "তারিখ", "-"]]


def test_the_lower_of_two_heading_rows_is_no_end_of_the_upper(tmp_path: Path) -> None:
    upper, lower = "কার্যক্রম\tসূচক\tবাস্তবায়নের জন্য দায়িত্বপ্রাপ্ত শাখা", "জুলাই মাসের শেষে\tজুন"
    rows = "\n".join("ক\tখ\tগ\tঘ" for _ in range(5))
    assert len(tables(write(tmp_path, f"{upper}\n{lower}\n{rows}\n"))[0]) == 7


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    assert tables(write(tmp_path, f"{HEAD}\r\n১\tসেবা\tতারিখ\t-\r\n", encoding))[0][1] == ["১", "সেবা", "তারিখ", "-"]


def test_text_of_the_font_sutonnymj_in_windows_1252_is_read(tmp_path: Path) -> None:
    text = "µg\tKg©m¤úv`b m~PK\tGKK\tARb\n1\t†mev mnwRKiY\tZvwiL\tPjgvb\n"
    path = write(tmp_path, text, "cp1252")
    assert tables(path) == [[["ক্রম", "কর্মসম্পাদন সূচক", "একক", "অজন"], ["1", "সেবা সহজিকরণ", "তারিখ", "চলমান"]]]
    assert read(path).tables[0].original[1, 3] == "Pjgvb"


def test_what_is_no_text_or_too_much_of_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"\x00\x01\x02\x03" * 100)
    assert refusal(path) == "source-unknown"
    path.write_bytes(b"")
    assert refusal(path) == "file-empty"
    path.write_bytes(b"\n \n\t\t\n")
    assert refusal(path) == "source-empty"
    path.write_text("".join(f"{number}\tb\n" for number in range(10_000)))
    assert refusal(path) == "source-table-large"
    path.write_text("x" * 9_000_000)
    assert refusal(path) == "workbook-too-large"
    path.write_text("\t".join("x" * 200))
    assert refusal(path) == "source-table-large"
