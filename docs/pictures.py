"""Renders the pictures of the README and the guides from the real workbooks: `make pictures` (needs LibreOffice)."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from xl_apa.demo import demonstrate

HERE = Path(__file__).parent / "pictures"
RESOLUTION = "75"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shown = demonstrate(Path(folder) / "demo")
        render(shown.summary, 1, "summary")
        report = shown.folder / "reports" / "sid_2023-24.xlsx"
        render(report, 2, "dashboard")
        render(report, 5, "form")


def render(workbook: Path, page: int, name: str) -> None:
    """One printed page of a workbook as `pictures/NAME.png`."""
    with tempfile.TemporaryDirectory() as home:
        source = Path(home) / f"{name}.xlsx"
        shutil.copy(workbook, source)
        environment = {"HOME": home, "PATH": "/usr/bin:/bin"}
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", home, str(source)]
        subprocess.run(convert, env=environment, check=True, capture_output=True)
        pages = ["-f", str(page), "-l", str(page), "-r", RESOLUTION, "-png", "-singlefile"]
        HERE.mkdir(exist_ok=True)
        subprocess.run(["pdftoppm", *pages, str(source.with_suffix(".pdf")), str(HERE / name)], check=True)


if __name__ == "__main__":
    main()
