"""The report as libraries of JavaScript save it.

`make js-corpus` makes these files; they are kept, so that no test asks for Node.js.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.offices import make_offices

SCRIPTS = Path(__file__).parent / "javascript"
SAVED = SCRIPTS / "saved"
UNLOCKED = "finding sheet-unlocked"
"""SheetJS leaves out that a sheet is protected, and .xls tells nobody whether it is."""


def javascript_writers() -> Iterator[Defect]:
    """The defects of this kind."""
    yield Defect("saved by ExcelJS", "ExcelJS", lambda _: _saved("exceljs.xlsx"), READ)
    yield Defect("saved by SheetJS", "SheetJS", lambda _: _saved("sheetjs.xlsx"), UNLOCKED)
    yield Defect("saved by SheetJS", "SheetJS", lambda _: _saved("sheetjs.xls"), READ, "xls")
    yield Defect("saved by SheetJS", "SheetJS", lambda _: _saved("sheetjs.ods"), UNLOCKED, "ods")


def _saved(name: str) -> bytes:
    return (SAVED / name).read_bytes()


def main() -> int:
    """Save the report anew with the versions in package-lock.json; say what to do where there is no Node.js."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        print("js-corpus needs Node.js 20 or later, with npm")
        return 1
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=SCRIPTS, check=True)
    SAVED.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        report = make_offices(Path(folder)).xlsx
        subprocess.run([node, "rewrite.mjs", str(report), str(SAVED)], cwd=SCRIPTS, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
