"""Registers as people make them: how they are saved, what stands above the table, and what is in its cells."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from xl_apa.core.errors import InputError
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.register.table import read_table

ROWS = [
    ("কোড", "নাম", "ঊর্ধ্বতন", "স্তর"),
    ("M-1", "মন্ত্রণালয়", "", "মন্ত্রণালয়"),
    ("D-01", "অধিদপ্তর, ঢাকা", "M-1", "অধিদপ্তর"),
    ("Z-১১", "জেলা কার্যালয়", "d-০১", "জেলা"),
]
TITLE = ("শ্রম মন্ত্রণালয়, আওতাধীন দপ্তর, ২০২৩-২৪; তালিকা",)


def quoted(rows: list[tuple[str, ...]], separator: str = ",", end: str = "\r\n") -> str:
    return end.join(separator.join(f'"{cell}"' for cell in row) for row in rows) + end


def named(path: Path) -> list[tuple[str, str, str]]:
    return [(each.code, each.name, each.parent) for each in read_register(path).offices]


EXPECTED = [("M-1", "মন্ত্রণালয়", ""), ("D-01", "অধিদপ্তর, ঢাকা", "M-1"), ("Z-১১", "জেলা কার্যালয়", "d-০১")]


# ---- how it is saved ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("above", [0, 1, 3])
def test_a_text_is_read_however_it_was_saved(tmp_path: Path, separator: str, encoding: str, above: int) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(quoted([TITLE] * above + ROWS, separator).encode(encoding))
    assert named(path) == EXPECTED


@pytest.mark.parametrize("ending", [".txt", ".tsv", ".CSV"])
def test_a_text_may_have_another_ending(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"r{ending}"
    path.write_text(quoted(ROWS, "\t"), encoding="utf-8")
    assert named(path) == EXPECTED


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_lines_may_end_as_on_any_computer(tmp_path: Path, end: str) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(quoted(ROWS, ",", end).encode())
    assert named(path) == EXPECTED


def test_a_first_line_may_say_the_separator_as_excel_wants_it(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("sep=;\n" + quoted(ROWS, ";", "\n"), encoding="utf-8")
    assert named(path) == EXPECTED


@pytest.mark.parametrize(
    "cell", ["জেলা\nকার্যালয়", "জেলা\r\nকার্যালয়", "জেলা\u2028কার্যালয়", "জেলা\u2029কার্যালয়", "জেলা\x0bকার্যালয়", "জেলা\x85কার্যালয়"]
)
def test_a_line_that_breaks_inside_a_cell_is_one_name(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(quoted([*ROWS[:3], ("Z-১১", cell, "d-০১", ""), ("Z-12", "শেষ", "D-01", "")]).encode())
    assert [name for _, name, _ in named(path)[2:]] == ["জেলা কার্যালয়", "শেষ"]


@pytest.mark.parametrize("lost", ["?????", "???? ????????", "??, ???", "à¦¶à§à¦°à¦®", "\ufffd\ufffd\ufffd\ufffd"])
def test_lost_letters_are_told_with_the_row_and_what_to_do(tmp_path: Path, lost: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(quoted([ROWS[0], ROWS[1], ("D-01", lost, "M-1", "")]), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_register(path)
    assert (refused.value.code, refused.value.params["row"]) == ("register-letters-lost", 3)
    assert "CSV UTF-8" in refused.value.text("bn")


def test_lost_headings_are_lost_letters_and_no_missing_headings(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("???,???,????????\nM-1,?????????,\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_register(path)
    assert (refused.value.code, refused.value.params["row"]) == ("register-letters-lost", 1)


@pytest.mark.parametrize("name", ["Office?", "কী?", "?", "A ?? B", "(?)"])
def test_a_question_mark_is_no_lost_letter(tmp_path: Path, name: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(quoted([("code", "name"), ("1", name)]), encoding="utf-8")
    assert read_register(path).offices[0].code == "1"


@pytest.mark.parametrize(
    "row",
    ['D-01,"অধিদপ্তর,M-1,', 'D-01,"অধিদপ্তর"ঢাকা,M-1,', '"D-01,অধিদপ্তর,M-1,', 'D-01,অধিদপ্তর,M-1,"', 'D-01,"ক" খ,M-1,'],
)
def test_a_quotation_mark_out_of_place_swallows_no_office(tmp_path: Path, row: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(f"code,name,parent,level\nM-1,ক,,\n{row}\n" + "Z-1,খ,M-1,\n" * 3, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_register(path)
    assert refused.value.code == "register-quotes"
    assert 3 <= refused.value.params["row"] <= 6


# ---- what stands around the table -----------------------------------------------------------------------------------


def workbook(path: Path, *sheets: list[tuple[object, ...]]) -> Path:
    book = openpyxl.Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_the_table_may_stand_on_a_later_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", [("নির্দেশিকা",)], [TITLE, *ROWS])
    assert named(path) == EXPECTED


def test_columns_that_say_nothing_here_are_named(tmp_path: Path) -> None:
    rows = [("ক্রমিক নং", *ROWS[0], "কর্মকর্তার\nনাম", "ফোন", "ইমেইল", "নাম")]
    rows += [(str(at), *row, "ক", "017", "a@b.c", "খ") for at, row in enumerate(ROWS[1:], start=1)]
    register = read_register(workbook(tmp_path / "r.xlsx", rows))
    assert register.ignored == ("ক্রমিক নং", "কর্মকর্তার নাম", "নাম")
    assert register.offices[0].contact == "017, a@b.c"


def test_headings_that_every_page_repeats_are_no_offices(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", [*ROWS[:3], (None,), ROWS[0], *ROWS[3:]])
    assert [(each.code, each.row) for each in read_register(path).offices] == [("M-1", 2), ("D-01", 3), ("Z-১১", 6)]


@pytest.mark.parametrize("above", ["অধিদপ্তর, ঢাকা", "অধিদপ্তর ঢাকা", "D – 01", "d-০১", "Department, Dhaka"])
def test_who_is_above_may_be_told_by_code_or_by_name(tmp_path: Path, above: str) -> None:
    rows = [("Code", "Name", "Name in English", "Reports to"), ("D-01", "অধিদপ্তর, ঢাকা", "Department (Dhaka)", "-")]
    register = read_register(workbook(tmp_path / "r.xlsx", [*rows, ("Z-11", "জেলা", "", above)]))
    assert [office.code for office in register.chain(register.offices[1])] == ["D-01"]


@pytest.mark.parametrize("nobody", ["-", "—", "…", " ", "()"])
def test_a_dash_above_is_nobody(tmp_path: Path, nobody: str) -> None:
    path = workbook(tmp_path / "r.xlsx", [ROWS[0], ("M-1", "ক", nobody, nobody), ("D-1", "খ", "M-1", "")])
    register = read_register(path)
    assert register.top == register.offices[0]
    assert register.offices[0].level == ""


def test_the_rows_have_the_numbers_that_people_see(tmp_path: Path) -> None:
    table = read_table(workbook(tmp_path / "r.xlsx", [TITLE, (None,), *ROWS[:2], (None,), *ROWS[2:]]))
    assert [number for number, _ in table.rows] == [4, 6, 7]


@pytest.mark.parametrize("rows", [[], [("নাম", "ফোন"), ("ক", "1")], [("x", "y")] * 30 + ROWS])
def test_without_headings_in_the_first_rows_it_is_said_which_are_missing(
    tmp_path: Path, rows: list[tuple[object, ...]]
) -> None:
    with pytest.raises(InputError) as refused:
        read_register(workbook(tmp_path / "r.xlsx", rows))
    assert refused.value.code == "register-heading-missing"
    if rows and len(rows) < 20:
        assert "lacks these headings: দপ্তরের কোড. It has: নাম, ফোন." in refused.value.text("en")


def test_an_english_name_is_a_name_where_there_is_no_other(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "r.xlsx", [("Code", "Name (English)", "Reports to"), ("1", "Ministry", ""), ("2", "Office", "1")]
    )
    assert [(each.name, each.name_en) for each in read_register(path).offices] == [("Ministry",) * 2, ("Office",) * 2]
