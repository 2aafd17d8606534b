"""The tests that are run again by Windows' own Python: `python -m tests.windows.suite FOLDER [pytest's options]`.

Here stands what runs there, and why the rest does not.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.windows.wine import CODE, HOME, Wine

PARTS = (
    "tests/on_windows",
    "tests/core/typed",
    "tests/core/text",
    "tests/core/checks",
    "tests/core/test_rating.py",
    "tests/core/test_scoring.py",
    "tests/core/test_assess.py",
    "tests/core/test_seeds.py",
    "tests/xlsx/test_atomic_file.py",
    "tests/xlsx/test_portable_workbook.py",
    "tests/xlsx/test_cell_editor.py",
    "tests/xlsx/test_strip_formulas.py",
    "tests/sheets/build",
    "tests/sheets/read",
    "tests/ministry/collect",
    "tests/archives",
    "tests/importer/sources",
)
LEFT_OUT = {
    "tests/cli, tests/ministry (the rest), tests/test_*.py": "the same code as above, at the price of many minutes",
    "tests/core/model, planning, messages": "plain Python without a file: nothing in it asks which system it is on",
    "tests/excel": "xlwings' engine for tests without Excel; test_excel.py has the real one",
    "tests/setup, tests/addin": "made-up PCs; test_installer.py has a real one",
    "everything marked office": "LibreOffice is not on that Windows",
}
"""What is not run there, and why."""
UNFIT = {
    # test: why it says nothing on Windows
}


def main() -> int:
    wine = Wine(Path(sys.argv[1]).absolute())
    command = [
        *("-m", "pytest", "-q", "--tb=short", "-m", "not office and not index"),
        # Wine cannot do what pytest's fault handler asks for; a cache would land in the checkout.
        *("-p", "no:faulthandler", "-p", "no:cacheprovider", "--basetemp", r"C:\pytest"),
        *(option for name in UNFIT for option in ("--deselect", name)),
        *(sys.argv[2:] or PARTS),
    ]
    with wine.switched_on():
        return run(wine, command)


def run(wine: Wine, command: list[str]) -> int:
    """Run Windows' Python and show what it says while it says it."""
    environment = wine.environment({"XLWINGS_LICENSE_KEY": "noncommercial", "PYTHONIOENCODING": "utf-8"})
    running = subprocess.Popen(
        [wine.loader(), str(HOME / "python.exe"), *command],
        cwd=CODE,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    # Through a pipe: what a Windows program writes into a file is lost under Wine.
    assert running.stdout
    for line in running.stdout:
        print(line.decode("utf-8", "replace").rstrip(), flush=True)
    return running.wait()


if __name__ == "__main__":
    sys.exit(main())
