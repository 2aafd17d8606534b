"""The tests that are run again by Windows' own Python: `python -m tests.windows.suite FOLDER [pytest's options] [parts]`.

Here stands what runs there, and why the rest does not.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.windows.wine import CODE, HOME, Wine

TEMPORARY = r"C:\pytest"

PARTS = (
    "tests/on_windows",
    "tests/xlsx/test_atomic_file.py",
    "tests/xlsx/test_portable_workbook.py",
    "tests/xlsx/test_cell_editor.py",
    "tests/xlsx/test_strip_formulas.py",
    "tests/core/test_seeds.py",
    "tests/core/typed/test_dates.py",
    "tests/archives",
)
LEFT_OUT = {
    "tests/core (the rest), tests/sheets, tests/importer, tests/cli, tests/ministry": (
        "nothing in them asks which system it is on, and under Wine they take longer than a change should wait; "
        "test_commands.py compares what comes out in the end, byte for byte"
    ),
    "tests/excel": "xlwings' engine for tests without Excel; test_excel.py has the real one",
    "tests/setup, tests/addin": "made-up PCs; test_installer.py has a real one",
    "everything marked office": "LibreOffice is not on that Windows",
}
"""What is not run there, and why."""
_MODES = "Windows has no such modes"
_LINEAR = "measured with Linux' means"
UNFIT = {
    "tests/xlsx/test_atomic_file.py::test_a_replaced_file_keeps_its_mode": _MODES,
    "tests/xlsx/test_atomic_file.py::test_a_new_file_has_the_usual_mode": _MODES,
    "tests/xlsx/test_atomic_file.py::test_a_link_stays_a_link": "Wine makes no links",
    "tests/xlsx/test_atomic_file.py::test_a_name_too_long_is_told": "counted in letters there, in bytes here",
    "tests/xlsx/test_cell_editor.py::test_eight_megabytes_made_to_be_slow_are_edited_in_linear_time": _LINEAR,
    "tests/xlsx/test_strip_formulas.py::test_eight_megabytes_made_to_be_slow_are_copied_in_linear_time": _LINEAR,
}
"""Tests of those parts that say nothing there, and why."""


def main() -> int:
    wine = Wine(Path(sys.argv[1]).absolute())
    options = [given for given in sys.argv[2:] if given.startswith("-")]
    parts = [given for given in sys.argv[2:] if given not in options] or PARTS
    command = [
        *("-m", "pytest", "-q", "--tb=short", "-m", "not office and not index"),
        # Wine cannot do what pytest's fault handler asks for; a cache would land in the checkout.
        *("-p", "no:faulthandler", "-p", "no:cacheprovider", "--basetemp", TEMPORARY),
        *(option for name in UNFIT for option in ("--deselect", name)),
        *options,
        *parts,
    ]
    # pytest under Windows is slow at clearing what was left there.
    shutil.rmtree(wine.path(TEMPORARY), ignore_errors=True)
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
