"""What a button writes takes the place of an old file when it is whole, and Excel's officer is told where it cannot."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
import xlwings as xw

from tests.excel.remote import alerts, open_remotely
from tests.faults.injection import Count, faults, full_disk, held, read_only
from tests.faults.states import assert_old_or_whole, leftovers, state
from tests.faults.test_killed import killed
from xl_apa.core.fiscal import Quarter
from xl_apa.excel import buttons
from xl_apa.sheets.layout import quarter_sheet

Q2 = quarter_sheet(Quarter.Q2)


@pytest.fixture
def book(filled) -> xw.Book:
    return open_remotely(filled({"1.4.1": 96}), Q2)


@pytest.fixture
def target(filled, tmp_path: Path) -> Path:
    """An older copy, handed in before."""
    return filled({"1.4.1": 95}, name="out/N-01_2023-24_Q2.xlsx")


def assert_told(book: xw.Book, target: Path) -> None:
    (text,) = alerts(book)
    assert str(target) in text and "xl_apa-fault.log" not in text
    assert leftovers(target.parent) == []


def test_on_a_full_disk_the_old_copy_stays(book: xw.Book, target: Path) -> None:
    before, count = state(target.parent), Count(target.parent)
    with faults(full_disk(target.parent, 0)):
        assert buttons.make_submission(book, target) is None
    assert_told(book, target)
    assert state(target.parent) == before
    with faults(count):
        assert buttons.make_submission(book, target) == target
    assert count.seen


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_in_a_folder_that_may_not_be_written_the_old_copy_stays(book: xw.Book, target: Path, number: int) -> None:
    before = state(target.parent)
    with faults(read_only(target.parent, number)):
        assert buttons.make_submission(book, target) is None
    assert_told(book, target)
    assert state(target.parent) == before


def test_an_old_copy_that_is_open_elsewhere_stays(book: xw.Book, target: Path) -> None:
    before = state(target.parent)
    with faults(held(target)):
        assert buttons.make_submission(book, target) is None
    assert_told(book, target)
    assert state(target.parent) == before


def test_a_folder_in_its_place_stays(book: xw.Book, target: Path) -> None:
    target.unlink()
    (target / "inside").mkdir(parents=True)
    assert buttons.make_submission(book, target) is None
    assert_told(book, target)
    assert (target / "inside").is_dir()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is ended by a signal of POSIX")
@pytest.mark.parametrize("after", range(5))
def test_an_excel_that_is_killed_leaves_the_old_copy_or_the_new_one(book: xw.Book, target: Path, after: int) -> None:
    before = state(target.parent)
    killed(lambda: buttons.make_submission(book, target), target.parent, after)
    assert_old_or_whole(before, target.parent)
