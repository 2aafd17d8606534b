"""The official form of a quarter as a PDF."""

from __future__ import annotations

from pathlib import Path

from xl_apa.core.errors import InputError, OutputError
from xl_apa.excel.refusals import refusals, words_of
from xl_apa.excel.xlwings_import import xw
from xl_apa.xlsx.files.atomic_file import replacing


def save_pdf(sheet: xw.Sheet, target: Path) -> None:
    """Have Excel write a sheet as a PDF; it takes the target's place when it is whole.

    Raise InputError where this Excel makes none, OutputError where it cannot, or where the target cannot be written.
    """
    with replacing(target) as temporary:
        try:
            sheet.to_pdf(str(temporary))
        except NotImplementedError as error:
            raise InputError("button-no-pdf") from error
        except refusals() as error:
            raise OutputError("output-interrupted", path=target, reason=words_of(error)) from error
        if not temporary.stat().st_size:
            raise OutputError("output-failed", path=target, reason="0 B")
