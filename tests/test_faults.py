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
from xl_apa.importer.pipeline import import_file
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register
from xl_apa.plans import load_plan
from xl_apa.samples import read_data
from xl_apa.setup import bundle
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
        "import many": ["import", str(folder / "documents"), "-o", str(folder / "out/imported"), "--jobs", "1"],
        "plan from-report": ["plan", "from-report", str(SID), "-o", str(folder / "out/plan.toml")],
        "register new": ["register", "new", "-o", str(folder / "out/register.xlsx")],
        "addin build": ["addin", "build", "-o", str(folder / "out/xl_apa.xlam")],
        "demo": ["demo", str(folder / "out/demo")],
    }


NAMES = list(arguments(Path("any")))
FOLDERS = ("template --register", "import many", "demo")
SINGLE = [name for name in NAMES if name not in FOLDERS]
"""Commands that are asked for one file."""


NEVER_REPLACE = ("plan from-report", "register new")
"""Commands that make what people go on with, and touch nothing that is there."""
ONCE = (*NEVER_REPLACE, "import", "import many")
"""Besides those that write over nothing in which achievements stand."""


@pytest.fixture
def desk(filled, tmp_path: Path) -> Path:
    """A folder with all that the commands read, and old files where they write."""
    form = filled({"1.4.1": 96})
    for name, report in (("reports/a.xlsx", form), ("documents/a.txt", SID), ("documents/b.txt", SID)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(report, tmp_path / name)
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


HALF = next(each["code"] for each in read_data("ministry")["office"] if each.get("file") == "half")
"""The office of the demonstration whose file is half a file on purpose."""


def assert_whole(path: Path) -> None:
    """A file is complete: a package whose every part can be read, or text with its end."""
    if path.stem == HALF:
        return
    if path.suffix in (".xlsx", ".xlsm", ".xlam"):
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
    else:
        assert path.read_bytes().endswith(b"\n"), path


def assert_old_or_whole(before: dict[str, bytes], folder: Path) -> None:
    for name, data in state(folder).items():
        if any(part.startswith(".") for part in Path(name).parts):
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
        seen, program_itself = 0, os.getpid()

        def hook(event: str, given: tuple[Any, ...]) -> None:
            nonlocal seen
            if event in WATCHED and str(folder) in str(given[0]) and os.getpid() == program_itself:
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
    """What a command does, all of it in this process: some read and write in one of their own."""
    form, target = folder / "office.xlsx", target_of(folder, name)
    if name == "import":
        return lambda: import_file(SID, target, load_plan(), office_code="N-01")
    if name.startswith("calculate"):
        return lambda: calculate_file(form, target, Quarter.Q2)
    return lambda: run(folder, name)


MOMENTS = {"demo": (0, 9, 40)}
"""How many files are touched before the end comes; a demonstration takes its time."""


@pytest.mark.parametrize("name", NAMES)
def test_a_command_that_is_killed_leaves_old_or_new_files_and_the_next_run_clears_up(desk: Path, name: str) -> None:
    before, out = state(desk), desk / "out"
    ended = 0
    moments = MOMENTS.get(name, (0, 1, 2, 3, 5, 8, 13))
    for after in moments:
        was_killed = killed(writes(desk, name), out if name != "calculate" else desk, after)
        if not was_killed:
            break
        ended += 1
        assert_old_or_whole(before, desk)
    assert ended >= 3
    if name in ONCE and not was_killed:
        # A run that came to its end is not repeated over what it made.
        made = target_of(desk, name)
        shutil.rmtree(made) if made.is_dir() else made.unlink()
    # The next run is another process, which has looked into no folder yet.
    clear_leftovers.cache_clear()
    assert run(desk, name) in (0, 1)
    assert_old_or_whole(before, desk)
    assert [path.name for path in desk.rglob(".*")] == []
    assert target_of(desk, name).is_dir() or target_of(desk, name).read_bytes() != OLD


def test_a_bundle_that_is_killed_leaves_no_folder_and_the_next_one_clears_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What others made is fetched from an index, which is none of this test's business.
    monkeypatch.setattr(bundle, "resolve", lambda *_: ())
    monkeypatch.setattr(bundle, "download", lambda *_: None)
    out = tmp_path / "out"
    out.mkdir()
    for after in (0, 3, 12):
        assert killed(lambda: bundle.build_bundle(out / "bundle"), out, after)
        assert [path for path in out.iterdir() if not path.name.startswith(".")] == []
    assert any(out.iterdir())
    clear_leftovers.cache_clear()
    bundle.build_bundle(out / "bundle")
    assert [path.name for path in out.iterdir()] == ["bundle"]
    sums = (out / "bundle" / bundle.SUMS).read_bytes()
    assert sums == bundle.checksums(out / "bundle")


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


@pytest.mark.parametrize("name", [name for name in NAMES if name != "calculate"])
def test_a_full_disk_changes_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if name.startswith("calculate") or name == "import":
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
    elsewhere = {"addin install", "addin remove"}
    bundles = {"addin bundle"}
    tested = {
        " ".join(given[:2]) if given[0] in ("plan", "register", "addin") else given[0]
        for given in arguments(Path("a")).values()
    }
    commands = set()
    for name in program.lazy_commands:
        command = program.get_command(None, name)  # type: ignore[arg-type]
        below = getattr(command, "lazy_commands", None) or getattr(command, "commands", None)
        commands |= {f"{name} {each}" for each in below} if below else {name}
    assert commands == tested | reads_only | elsewhere | bundles
