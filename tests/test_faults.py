"""Nothing is lost: whatever ends a command half-way, every file is the old one or the new one, and nothing else stays."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from xl_apa.cli import main
from xl_apa.cli.program import program
from xl_apa.core.errors import OutputError
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register
from xl_apa.sheets.assess_workbook import calculate_file
from xl_apa.xlsx.leftovers import clear_leftovers

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is ended by a signal of POSIX"),
    # What is thrown away must not complain on the screen.
    pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning"),
]

OLD = b"what was here before"
SID = Path(__file__).parent / "files" / "sid_2023-24_q2.txt"


def arguments(folder: Path) -> dict[str, list[str]]:
    """Every command that writes, with what it writes, in a folder with two reports and a register."""
    form, reports, register = (str(folder / name) for name in ("office.xlsx", "reports", "register.xlsx"))
    summary = [
        "consolidate",
        reports,
        "-o",
        str(folder / "out/summary.xlsx"),
        "--quarter",
        "2",
        "--jobs",
        "1",
        "--fresh",
    ]
    return {
        "template": ["template", "-o", str(folder / "out/form.xlsx")],
        "template --register": ["template", "--register", register, "-o", str(folder / "out/forms")],
        "calculate": ["calculate", form, "--quarter", "2"],
        "calculate -o": ["calculate", form, "--quarter", "2", "-o", str(folder / "out/calculated.xlsx")],
        "consolidate": [*summary, "--csv", str(folder / "out/data.csv")],
        "consolidate --feedback": [*summary, "--feedback", str(folder / "out/letters")],
        "import": ["import", str(SID), "-o", str(folder / "out/imported.xlsx"), "--office-code", "N-01"],
        "plan from-report": ["plan", "from-report", str(SID), "-o", str(folder / "out/plan.toml")],
        "register new": ["register", "new", "-o", str(folder / "out/register.xlsx")],
        "addin build": ["addin", "build", "-o", str(folder / "out/xl_apa.xlam")],
        "demo": ["demo", str(folder / "out/demo")],
    }


NAMES = list(arguments(Path("any")))
SINGLE = [name for name in NAMES if name not in ("template --register", "demo")]
"""Commands that are asked for one file."""


NEVER_REPLACE = ("plan from-report", "register new")
"""Commands that make what people go on with, and touch nothing that is there."""


@pytest.fixture
def desk(filled, tmp_path: Path) -> Path:
    """A folder with all that the commands read, and old files where they write."""
    form = filled({"1.4.1": 96})
    (tmp_path / "reports").mkdir()
    shutil.copy(form, tmp_path / "reports/a.xlsx")
    offices = [Registered("M", "নমুনা মন্ত্রণালয়"), Registered("N-01", "নমুনা দপ্তর", parent="M")]
    write_register(tmp_path / "register.xlsx", offices)
    (tmp_path / "out").mkdir()
    for name in SINGLE:
        target = target_of(tmp_path, name)
        if target.parent.name == "out" and name not in NEVER_REPLACE:
            target.write_bytes(OLD)
    return tmp_path


def target_of(folder: Path, name: str) -> Path:
    given = arguments(folder)[name]
    return Path(given[given.index("-o") + 1] if "-o" in given else given[1])


def run(folder: Path, name: str) -> int:
    return main(arguments(folder)[name])


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def assert_whole(path: Path) -> None:
    """A file is complete: a package whose every part can be read, or text with its end."""
    if path.suffix in (".xlsx", ".xlsm", ".xlam"):
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
    else:
        assert path.read_bytes().endswith(b"\n"), path


def assert_old_or_whole(before: dict[str, bytes], folder: Path) -> None:
    for name, data in state(folder).items():
        if Path(name).name.startswith("."):
            continue  # of an ended run; the next one clears it
        if before.get(name) != data:
            assert_whole(folder / name)
    assert before.keys() <= state(folder).keys()


# ---- SIGKILL --------------------------------------------------------------------------------------------------------

WATCHED = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.chmod"})


def killed(act: Callable[[], object], folder: Path, after: int) -> bool:
    """Run something in a process that ends itself once it has touched so many files in a folder; say whether it did."""
    child = os.fork()
    if child == 0:
        seen = 0

        def hook(event: str, given: tuple[Any, ...]) -> None:
            nonlocal seen
            if event in WATCHED and str(folder) in str(given[0]):
                seen += 1
                if seen > after:
                    os.kill(os.getpid(), signal.SIGKILL)

        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        sys.addaudithook(hook)
        try:
            act()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def writes(folder: Path, name: str) -> Callable[[], object]:
    if not name.startswith("calculate"):
        return lambda: run(folder, name)
    # The command reads and writes in a process of its own, which nobody here could end.
    form = folder / "office.xlsx"
    target = target_of(folder, name) if name == "calculate -o" else form
    return lambda: calculate_file(form, target, Quarter.Q2)


IN_ANOTHER_PROCESS = ("import", "plan from-report", "demo")
"""Commands that write in a process of its own, which nobody here could end at a chosen moment."""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in IN_ANOTHER_PROCESS])
def test_a_command_that_is_killed_leaves_old_or_new_files_and_the_next_run_clears_up(desk: Path, name: str) -> None:
    before, out = state(desk), desk / "out"
    ended = 0
    for after in (0, 1, 2, 3, 5, 8, 13):
        if not killed(writes(desk, name), out if name != "calculate" else desk, after):
            break
        ended += 1
        assert_old_or_whole(before, desk)
    assert ended >= 3
    if name in NEVER_REPLACE:
        # A run that came to its end is not repeated over what it made.
        target_of(desk, name).unlink(missing_ok=True)
    # The next run is another process, which has looked into no folder yet.
    clear_leftovers.cache_clear()
    assert run(desk, name) in (0, 1)
    assert_old_or_whole(before, desk)
    assert [path.name for path in desk.rglob(".*")] == []
    assert target_of(desk, name).is_dir() or target_of(desk, name).read_bytes() != OLD


# ---- full disks, read-only files, files that are open ---------------------------------------------------------------


def refused(desk: Path, name: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that cannot write; return what it says. Nothing has changed and nothing stays."""
    before = state(desk)
    capsys.readouterr()
    assert run(desk, name) == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told and "Exception ignored" not in told
    assert state(desk) == before
    return told


@pytest.mark.parametrize("name", [name for name in SINGLE if name != "calculate"])
def test_a_full_disk_changes_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if name.startswith("calculate"):
        monkeypatch.setattr(os, "fsync", full)
        before = state(desk)
        with pytest.raises(OutputError):
            writes(desk, name)()
        assert state(desk) == before
        return
    monkeypatch.setattr(os, "fsync", full)
    assert "No space left on device" in refused(desk, name, capsys)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 kB, where one can be had."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("name", ["template", "consolidate", "import", "register new", "addin build", "calculate -o"])
def test_a_small_disk_that_fills_keeps_what_it_had(
    desk: Path, small_disk: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    target = small_disk / target_of(desk, name).name
    target.write_bytes(OLD)
    given = [str(target) if each == str(target_of(desk, name)) else each for each in arguments(desk)[name]]
    if "--csv" in given:
        del given[given.index("--csv") :]
    capsys.readouterr()
    assert main(given) == 2
    assert "Exception ignored" not in capsys.readouterr().err
    assert state(small_disk) == {target.name: OLD}


@pytest.mark.parametrize("name", SINGLE)
def test_a_file_that_is_read_only_stays(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    target = target_of(desk, name)
    target.touch()
    target.chmod(0o444)
    refused(desk, name, capsys)


@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
@pytest.mark.parametrize("name", SINGLE)
def test_a_file_that_is_open_elsewhere_stays(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, lock: str
) -> None:
    target = target_of(desk, name)
    target.with_name(lock.format(target.name)).touch()
    assert target.name in refused(desk, name, capsys)


@pytest.mark.parametrize("name", SINGLE)
def test_a_folder_in_the_place_of_the_file_stays(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    target = target_of(desk, name)
    if name == "calculate":
        return
    target.unlink(missing_ok=True)
    target.mkdir()
    (target / "kept.txt").write_bytes(OLD)
    refused(desk, name, capsys)


def test_every_command_that_writes_is_among_these() -> None:
    reads_only = {"score", "doctor", "plan list", "plan show", "plan check"}
    elsewhere = {"addin install", "addin remove", "addin bundle"}
    tested = {
        " ".join(given[:2]) if given[0] in ("plan", "register", "addin") else given[0]
        for given in arguments(Path("a")).values()
    }
    commands = set()
    for name in program.lazy_commands:
        command = program.get_command(None, name)  # type: ignore[arg-type]
        below = getattr(command, "lazy_commands", None) or getattr(command, "commands", None)
        commands |= {f"{name} {each}" for each in below} if below else {name}
    assert commands == tested | reads_only | elsewhere
