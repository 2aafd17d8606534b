"""Values between separators, in the encodings and with the separators that programs use."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.importer.sources.shown import read, refusal, tables
from xl_apa.importer.document import SourceKind

ROWS = [
    ["ক্রম", "সূচক", "একক", "লক্ষ্যমাত্রা", "অর্জন"],
    ["১", "সেবা; সহজিকরণ, ডিজিটাইজেশন", "তারিখ", "16/05/2024", "-"],
    ["২", 'দুই\nলাইন ও "উদ্ধৃতি"', "সংখ্যা", "৪", "৩"],
]


def write(folder: Path, separator: str, encoding: str) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(ROWS)
    path = folder / "report.dat"
    path.write_bytes(text.getvalue().encode(encoding))
    return path


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_every_separator_and_encoding_is_read(tmp_path: Path, separator: str, encoding: str) -> None:
    path = write(tmp_path, separator, encoding)
    assert tables(path) == [ROWS]
    assert read(path).kind is SourceKind.CSV


def test_a_cell_says_where_it_stands(tmp_path: Path) -> None:
    assert read(write(tmp_path, ";", "utf-8")).tables[0].cell(2, 4).address == "table 1, row 3, column 5"


def test_blank_rows_and_cells_keep_their_places(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a;b;c;d\n\n;;;x\n1;2;3;4\n5;6;7;8\n")
    assert tables(path)[0][1:3] == [["", "", "", ""], ["", "", "", "x"]]


def test_prose_with_commas_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("One, two, three, and four.\nNothing here.\nA, b.\n")
    assert read(path).kind is SourceKind.TEXT


def test_files_made_to_be_slow_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a;b;c;d\n1;2;3;4\n5;6;7;8\n" + "1;2;3;4\n" * 10_000)
    assert refusal(path) == "source-table-large"
    path.write_text("a;b;c;d\n1;2;3;4\n5;6;7;8\n" + '"' + "x" * 200_000)
    assert refusal(path) == "source-damaged"
    path.write_text(";" * 300 + "\n" + ";" * 300)
    assert refusal(path) == "source-table-large"
