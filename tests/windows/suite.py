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
    "tests/xlsx/files/test_atomic_file.py",
    "tests/xlsx/write/test_portable_workbook.py",
    "tests/xlsx/edit/test_cell_editor.py",
    "tests/xlsx/edit/test_strip_formulas.py",
    "tests/core/test_seeds.py",
    "tests/core/typed/test_dates.py",
    "tests/archives",
    "tests/processes/test_isolated.py",
    "tests/processes/test_process_pool.py",
    "tests/ministry/collect/test_find_files.py",
    "tests/ministry/collect/test_real_path.py",
    "tests/xlsx/files/test_leftovers.py",
    "tests/setup/environment",
    "tests/sheets/read/test_form_parser.py",
)
LEFT_OUT = {
    "tests/core, tests/xlsx (the rest), tests/sheets, tests/importer, tests/cli, tests/ministry (the rest)": (
        "nothing in them asks which system it is on, and under Wine they take longer than a change should wait; "
        "test_commands.py compares what comes out in the end, byte for byte"
    ),
    "tests/excel": "xlwings' engine for tests without Excel; test_excel.py has the real one",
    "tests/setup, tests/addin": "made-up PCs; test_installer.py has a real one",
    "everything marked office": "LibreOffice is not on that Windows",
}
"""What is not run there, and why."""
_MODES = "Windows has no such modes"
_SIGNALS = "asks with signals, which Windows has not; tests/on_windows and test_isolated.py show the same there"
_POOL = "tests/processes/test_process_pool.py"
_ISOLATED = "tests/processes/test_isolated.py"
_LINEAR = "measured with Linux' means"
UNFIT = {
    "tests/xlsx/files/test_atomic_file.py::test_a_replaced_file_keeps_its_mode": _MODES,
    "tests/xlsx/files/test_atomic_file.py::test_a_new_file_has_the_usual_mode": _MODES,
    "tests/xlsx/files/test_atomic_file.py::test_a_link_stays_a_link": "Wine makes no links",
    f"{_ISOLATED}::test_what_it_raises_comes_back_whatever_its_cause_holds": "Dask is not on that Windows",
    f"{_POOL}::test_a_call_that_takes_too_long_is_ended_and_the_next_one_is_answered": _SIGNALS,
    f"{_POOL}::test_ctrl_c_is_held_back_from_every_process_and_from_nobody_else": _SIGNALS,
    f"{_POOL}::test_killing_ends_every_process_and_may_be_done_twice": _SIGNALS,
    "tests/ministry/collect/test_find_files.py::test_folders_that_lead_to_themselves_are_walked_once": "makes pipes and links",
    "tests/ministry/collect/test_find_files.py::test_a_path_that_the_system_will_not_look_at_is_refused": "Linux' paths",
    "tests/ministry/collect/test_real_path.py::test_a_link_means_the_file_it_leads_to": "Wine makes no links",
    "tests/setup/environment/test_folders.py::test_a_path_with_bangla_letters_gets_its_short_name": "written with Linux' paths",
    "tests/xlsx/files/test_atomic_file.py::test_a_name_too_long_is_told": "counted in letters there, in bytes here",
    "tests/xlsx/edit/test_cell_editor.py::test_eight_megabytes_made_to_be_slow_are_edited_in_linear_time": _LINEAR,
    "tests/xlsx/edit/test_strip_formulas.py::test_nothing_that_no_report_needs_is_handed_in": (
        "which parts go is asked of the parts alone, and takes a tenth of all here; the other tests of the copy run"
    ),
    "tests/xlsx/edit/test_strip_formulas.py::test_eight_megabytes_made_to_be_slow_are_copied_in_linear_time": _LINEAR,
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
    environment = wine.environment(
        {"XLWINGS_LICENSE_KEY": "noncommercial", "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    )
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
