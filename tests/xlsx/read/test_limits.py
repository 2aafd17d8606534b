"""What a broken workbook raises is one sentence."""

from __future__ import annotations

import errno
import os
import zlib
from pathlib import Path
from zipfile import BadZipFile

import pytest

from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.grid import FarCellError
from xl_apa.xlsx.read.limits import whole


class _LibraryError(Exception):
    pass


@pytest.mark.parametrize("raised", [BadZipFile("x"), zlib.error("x"), KeyError("x"), ValueError("x"), OSError("x")])
def test_whatever_a_broken_file_does_is_a_damaged_workbook(raised: Exception) -> None:
    with pytest.raises(InputError, match="is damaged"), whole(Path("N-01.xlsx")):
        raise raised


def test_a_librarys_own_error_is_said_too_where_it_is_named() -> None:
    with pytest.raises(InputError, match="is damaged"), whole(Path("N-01.xls"), _LibraryError):
        raise _LibraryError
    with pytest.raises(_LibraryError), whole(Path("N-01.xls")):
        raise _LibraryError


def test_a_value_far_out_is_named_with_its_cell() -> None:
    with pytest.raises(InputError) as caught, whole(Path("N-01.xlsx")):
        raise FarCellError(5000, 0)
    assert (caught.value.code, caught.value.params["cell"]) == ("cell-far-away", "A5001")


def test_a_fault_of_the_program_itself_is_not_hidden() -> None:
    with pytest.raises(TypeError), whole(Path("N-01.xlsx")):
        raise TypeError


@pytest.mark.parametrize("number", [errno.EMFILE, errno.EIO, errno.ESTALE, errno.EACCES])
def test_what_the_system_could_not_do_is_not_said_of_the_file(number: int) -> None:
    with pytest.raises(InputError) as caught, whole(Path("N-01.xlsx")):
        raise OSError(number, os.strerror(number))
    assert caught.value.code == "file-not-readable"


def test_a_place_before_the_beginning_of_a_file_is_damage() -> None:
    with pytest.raises(InputError, match="is damaged"), whole(Path("N-01.xlsx")):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
