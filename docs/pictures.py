"""Renders the pictures of the README and the guides from the real workbooks: `make pictures`; see screens.py."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from screens import Screen

from xl_apa.addin.build import build_macro_template
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Office
from xl_apa.demo import Demonstration, demonstrate
from xl_apa.importer.pipeline import import_file
from xl_apa.plans import load_plan
from xl_apa.samples import load_sample, typed_cells
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import FIRST_ROW, Column, quarter_sheet
from xl_apa.xlsx.addresses import cell_name

OFFICE = Office("N-01", "নমুনা দপ্তর", "নমুনা মন্ত্রণালয়")
ACHIEVED: tuple[CellValue, ...] = (date(2023, 11, 16), 3, "চলমান", "82%", "৩-৪টি", "31/11/2023", 5)
"""What an officer may have typed in the second quarter, row by row: a day that there is none of among it."""
_REPORTED: dict[str, tuple[CellValue, CellValue]] = {
    "1.1.1": (date(2023, 11, 16), "সেবা সহজিকরণের ধারণাটি ১৬ নভেম্বর বাস্তবায়িত"),
    "1.2.1": (4, "চারটি সেবা চালু আছে"),
    "1.3.1": ("চলমান", "প্রদর্শনী মে মাসে"),
    "1.4.1": ("৮২%", ""),
    "1.5.1": (2, "অক্টোবর ও ডিসেম্বরে কর্মশালা"),
    "1.5.2": ("চলমান", "খসড়া প্রস্তুত"),
    "2.1.1": (2, ""),
    "2.1.2": (2, ""),
    "2.2.1": (1, "নভেম্বরে প্রশিক্ষণ"),
    "2.2.2": ("-", ""),
    "2.2.3": ("-", ""),
}
"""What an officer reports of the second quarter, by indicator: achievement and remarks."""
_SHEET, _TABS = 133, 746
"""The rows of dots in which a sheet begins, and in which the names of sheets end: the officer's guide has two pages."""
HERE = Path(__file__).parent / "pictures"
WORD_REPORT = HERE.parents[1] / "tests" / "files" / "labour_2023-24_q1.docx"
RESOLUTION = "75"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shown = demonstrate(Path(folder) / "demo")
        render(shown.summary, 1, "summary")
        report = shown.folder / "reports" / "sid_2023-24.xlsx"
        render(report, 2, "dashboard")
        plan = load_plan()
        form = Path(folder) / "form.xlsx"
        build_template(plan, form, office=OFFICE, typed=reported_cells())
        remove_colors(form)
        render(form, 4, "form")
        imported = Path(folder) / "DOL.xlsx"
        import_file(WORD_REPORT, imported, plan, office_code="DOL")
        render(imported, 7, "import")
        columns = Path(folder) / "columns.xlsm"
        sample = load_sample("labour_2023-24")
        typed = typed_cells(sample, plan)
        build_macro_template(plan, columns, layout=sample.layout, office=sample.office, typed=typed)
        with Screen(columns) as screen:
            # On a cell that no prompt belongs to, which would cover the rows below.
            screen.keys(*["ctrl+Next"] * 2, "Left")
            screen.take(HERE / "button.png")
            screen.keys(*["Right"] * (Column.BEFORE - Column.ACHIEVED + 1))
            screen.take(HERE / "columns.png")
        take_officer_screens(Path(folder), shown)
        take_centre_screens(shown)


def take_officer_screens(folder: Path, shown: Demonstration) -> None:
    """The steps of the officer's guide, on the screen of an office's PC."""
    steps = [folder / f"{step}" / "form.xlsx" for step in range(3)]
    for form, count in zip(steps, (0, 4, len(ACHIEVED))):
        build_template(load_plan(), form, office=OFFICE, typed=achieved_cells(ACHIEVED[:count]))
    with Screen(steps[0]) as screen:
        screen.take(HERE / "officer-1.png", range(_SHEET, 460))
    with Screen(steps[1]) as screen:
        screen.keys(*["ctrl+Next"] * 3, *["Down"] * 4)
        screen.take(HERE / "officer-2.png", range(_SHEET, _TABS))
    with Screen(steps[2]) as screen:
        screen.keys(*["ctrl+Next"] * 3, *["Down"] * len(ACHIEVED))
        screen.take(HERE / "officer-3.png", range(_SHEET, _TABS))
        screen.keys("ctrl+Prior", "ctrl+Prior")
        screen.take(HERE / "officer-4.png", range(_SHEET, 645))
    letter = next(path for path in shown.feedback.letters if path.name.startswith("N-07"))
    with Screen(letter) as screen:
        screen.take(HERE / "officer-5.png", range(_SHEET, _TABS))


def achieved_cells(values: Sequence[CellValue]) -> dict[tuple[str, str], CellValue]:
    """Return achievements of the second quarter by sheet and cell, from the first row on."""
    sheet = quarter_sheet(Quarter.Q2)
    return {(sheet, cell_name(row, Column.ACHIEVED)): value for row, value in enumerate(values, start=FIRST_ROW)}


def take_centre_screens(shown: Demonstration) -> None:
    """The steps of the ministry's guide."""
    with Screen(shown.summary) as screen:
        screen.take(HERE / "centre-1.png")
    with Screen(shown.feedback.decisions) as screen:
        screen.take(HERE / "centre-2.png")


def reported_cells() -> dict[tuple[str, str], CellValue]:
    """Return what is reported of every indicator by sheet and cell."""
    sheet, columns = quarter_sheet(Quarter.Q2), (Column.ACHIEVED, Column.LAST)
    return {
        (sheet, cell_name(row, column)): value
        for row, indicator in enumerate(load_plan().indicators, start=FIRST_ROW)
        for column, value in zip(columns, _REPORTED[indicator.code])
    }


def remove_colors(workbook: Path) -> None:
    """Take the colours away, as Excel does with a sheet that prints in black and white, and LibreOffice does not."""
    with ZipFile(workbook) as book:
        parts = [(info, book.read(info)) for info in book.infolist()]
    with ZipFile(workbook, "w", ZIP_DEFLATED) as book:
        for info, data in parts:
            styles = info.filename == "xl/styles.xml"
            book.writestr(info, re.sub(rb'<(fgColor|bgColor|color) rgb="FF\w{6}"/>', _plain, data) if styles else data)


def _plain(color: re.Match[bytes]) -> bytes:
    return b'<%s rgb="FF%s"/>' % (color[1], b"000000" if color[1] == b"color" else b"FFFFFF")


def render(workbook: Path, page: int, name: str) -> None:
    """One printed page of a workbook as `pictures/NAME.png`."""
    with tempfile.TemporaryDirectory() as home:
        source = Path(home) / f"{name}{workbook.suffix}"
        shutil.copy(workbook, source)
        environment = {"HOME": home, "PATH": "/usr/bin:/bin"}
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", home, str(source)]
        subprocess.run(convert, env=environment, check=True, capture_output=True)
        pages = ["-f", str(page), "-l", str(page), "-r", RESOLUTION, "-png", "-singlefile"]
        HERE.mkdir(exist_ok=True)
        subprocess.run(["pdftoppm", *pages, str(source.with_suffix(".pdf")), str(HERE / name)], check=True)


if __name__ == "__main__":
    main()
