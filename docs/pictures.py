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
HERE = Path(__file__).parent / "pictures"
WORD_REPORT = HERE.parents[1] / "tests" / "files" / "labour_2023-24_q1.docx"
RESOLUTION = "75"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shown = demonstrate(Path(folder) / "demo")
        render(shown.summary, 1, "summary")
        report = shown.folder / "reports" / "sid_2023-24.xlsx"
        render(report, 2, "dashboard")
        render(report, 4, "form")
        imported = Path(folder) / "DOL.xlsx"
        import_file(WORD_REPORT, imported, load_plan(), office_code="DOL")
        render(imported, 7, "import")
        columns = Path(folder) / "columns.xlsm"
        sample = load_sample("labour_2023-24")
        typed = typed_cells(sample, load_plan())
        build_macro_template(load_plan(), columns, layout=sample.layout, office=sample.office, typed=typed)
        print_only(columns, "$M$1:$V$18")
        render(columns, 3, "columns")
        take_officer_screens(Path(folder), shown)
        take_centre_screens(shown)


def take_officer_screens(folder: Path, shown: Demonstration) -> None:
    """The steps of the officer's guide, on the screen of an office's PC."""
    steps = [folder / f"{step}" / "form.xlsx" for step in range(3)]
    for form, count in zip(steps, (0, 4, len(ACHIEVED))):
        build_template(load_plan(), form, office=OFFICE, typed=achieved_cells(ACHIEVED[:count]))
    with Screen(steps[0]) as screen:
        screen.take(HERE / "officer-1.png")
    with Screen(steps[1]) as screen:
        screen.keys(*["ctrl+Next"] * 3, *["Down"] * 4)
        screen.take(HERE / "officer-2.png")
    with Screen(steps[2]) as screen:
        screen.keys(*["ctrl+Next"] * 3, *["Down"] * len(ACHIEVED))
        screen.take(HERE / "officer-3.png")
        screen.keys("ctrl+Prior", "ctrl+Prior")
        screen.take(HERE / "officer-4.png")
    letter = next(path for path in shown.feedback.letters if path.name.startswith("N-07"))
    with Screen(letter) as screen:
        screen.take(HERE / "officer-5.png")


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


def print_only(workbook: Path, area: str) -> None:
    """Let the forms of a workbook print another part than the official one: what only the screen shows."""
    with ZipFile(workbook) as book:
        parts = [(info, book.read(info)) for info in book.infolist()]
    with ZipFile(workbook, "w", ZIP_DEFLATED) as book:
        for info, data in parts:
            if info.filename == "xl/workbook.xml":
                data = re.sub(rb"\$A\$1:\$N\$\d+(?=</definedName>)", area.encode(), data)
                data = re.sub(rb"<definedName name=\"_xlnm.Print_Titles\".*?</definedName>", b"", data)
            book.writestr(info, data)


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
