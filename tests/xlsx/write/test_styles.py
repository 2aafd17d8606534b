"""Looks become formats of a workbook, one for each; numbers are shown in Bengali digits and stay numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
from xlsxwriter import Workbook

from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.styles import Look, Styles


def test_equal_looks_share_one_format_and_others_do_not() -> None:
    formats = Styles(Workbook())
    bold = Look(bold=True)
    assert formats.format(bold) is formats.format(replace(Look(), bold=True))
    assert formats.format(bold) is not formats.format(Look())
    assert formats.format(bold) is not Styles(Workbook()).format(bold)


def test_colours_of_a_condition_are_shared_too() -> None:
    formats = Styles(Workbook())
    assert formats.colours("#FF0000", "") is formats.colours("#FF0000", "")
    assert formats.colours("#FF0000", "") is not formats.colours("#FF0000", "#00FF00")


def test_a_cell_has_the_look_that_was_asked_for(tmp_path: Path) -> None:
    look = Look(font_size=14, bold=True, align="center", text_wrap=True, bg_color="#FFF9DB", border=1, locked=False)
    with Workbook(tmp_path / "book.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, 84.6, Styles(book).format(look.shown_as(styles.MARKS)))
        sheet.write(0, 1, 1, Styles(book).format(styles.PLAIN))
    one, plain = openpyxl.load_workbook(tmp_path / "book.xlsx").active[1]
    assert (one.font.name, one.font.sz, one.font.b) == (styles.FONT, 14, True)
    assert (one.alignment.horizontal, one.alignment.wrap_text) == ("center", True)
    assert (one.fill.fgColor.rgb, one.border.left.style) == ("FFFFF9DB", "thin")
    assert (one.protection.locked, plain.protection.locked) == (False, True)
    assert (one.value, one.number_format) == (84.6, "[$-5000845]0.00")


def test_another_number_format_changes_nothing_else() -> None:
    look = Look(bold=True)
    assert look.shown_as(styles.DATE) == Look(bold=True, num_format=styles.DATE)
    assert look == Look(bold=True)
