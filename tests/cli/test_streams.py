"""Streams that are closed, that nobody reads, or that are on a full disk: the work is done, and the status tells of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.states import assert_said, assert_whole

pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams are closed and devices named as on POSIX")

PROGRAM = [sys.executable, "-m", "xl_apa", "--lang", "en"]
FULL = Path("/dev/full")


@pytest.fixture
def ministry(filled, tmp_path: Path) -> Path:
    filled({"1.4.1": 90}, name="in/a.xlsx", code="A")
    return tmp_path


def consolidate(ministry: Path, *more: str) -> list[str]:
    return ["consolidate", str(ministry / "in"), "-o", str(ministry / "s.xlsx"), "--quarter", "2", "--fresh", *more]


def shell(line: str, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `$@` is the call of the program."""
    return subprocess.run(
        ["bash", "-c", line, "bash", *PROGRAM, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_the_status_is_that_of_the_work_when_the_reader_has_read_enough(ministry: Path, more: tuple[str, ...]) -> None:
    done = shell('"$@" | true; exit ${PIPESTATUS[0]}', consolidate(ministry, *more))
    assert (done.returncode, done.stderr) == (0, "")
    assert_whole(ministry / "s.xlsx")


def test_a_finding_that_is_an_error_is_told_by_the_status_then_too(ministry: Path) -> None:
    (ministry / "in/broken.xlsx").write_bytes(b"PK")
    done = shell('"$@" | true; exit ${PIPESTATUS[0]}', consolidate(ministry))
    assert (done.returncode, done.stderr) == (1, "")
    assert_whole(ministry / "s.xlsx")


def test_what_was_read_of_it_is_as_ever(ministry: Path) -> None:
    done = shell('"$@" | head -n 1', consolidate(ministry, "--json"))
    assert (done.stdout, done.stderr) == ("{\n", "")


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["plan", "list"], ["plan", "show", "2023-24", "--json"]]
)
def test_output_that_cannot_be_written_is_told_in_one_sentence(arguments: list[str]) -> None:
    done = shell('"$@" > /dev/full', arguments)
    assert done.returncode == 2
    assert_said(done.stderr, "What was to be printed could not be written (No space left on device)")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_summary_is_there_though_nothing_could_be_printed(ministry: Path, more: tuple[str, ...]) -> None:
    done = shell('"$@" > /dev/full', consolidate(ministry, *more))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert_whole(ministry / "s.xlsx")


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
def test_a_refusal_that_cannot_be_told_is_one_all_the_same(ministry: Path) -> None:
    assert shell('"$@" 2> /dev/full', ["score", str(ministry / "none.xlsx")]).returncode == 2
    assert shell('"$@" 2> /dev/full', consolidate(ministry)).returncode == 0


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-", ">&- 2>&-"])
def test_the_program_does_its_work_without_streams(ministry: Path, closed: str) -> None:
    """And no file that it opens is taken for one of them."""
    done = shell(f'"$@" {closed}', consolidate(ministry))
    assert (done.returncode, done.stderr) == (0, "")
    assert_whole(ministry / "s.xlsx")
    assert shell(f'"$@" {closed}', ["score", str(ministry / "none.xlsx")]).returncode == 2


def test_json_is_whole_without_the_other_streams(ministry: Path) -> None:
    done = shell('"$@" <&- 2>&-', consolidate(ministry, "--json"))
    assert json.loads(done.stdout)["files"]["read"] == 1


SPECIAL = {
    "score": ["score", "{}"],
    "calculate": ["calculate", "{}"],
    "import output": ["import", "{}/../in/a.xlsx", "-o", "{}"],
    "plan check": ["plan", "check", "{}"],
    "plan from-report": ["plan", "from-report", "{}", "-o", "{}.toml"],
    "register": ["consolidate", "{}/../in", "-o", "{}.out.xlsx", "--quarter", "2", "--register", "{}"],
    "before": ["consolidate", "{}/../in", "-o", "{}.out.xlsx", "--quarter", "2", "--before", "{}"],
    "summary": ["consolidate", "{}/../in", "-o", "{}", "--quarter", "2"],
    "csv": ["consolidate", "{}/../in", "-o", "{}.out.xlsx", "--quarter", "2", "--csv", "{}"],
    "template": ["template", "-o", "{}"],
    "doctor": ["doctor", "--html", "{}"],
}


@pytest.mark.parametrize("name", SPECIAL)
def test_a_pipe_is_neither_waited_for_nor_replaced(ministry: Path, name: str) -> None:
    pipe = ministry / "pipe.xlsx"
    os.mkfifo(pipe)
    arguments = [each.replace("{}/..", str(ministry)).replace("{}", str(pipe)) for each in SPECIAL[name]]
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert_said(done.stderr, str(pipe))
    assert pipe.is_fifo()
    assert {each.name for each in ministry.iterdir()} == {"in", "pipe.xlsx"}


def test_passwords_may_come_through_a_pipe(ministry: Path) -> None:
    done = shell('"$@" --passwords <(echo secret)', consolidate(ministry))
    assert (done.returncode, done.stderr) == (0, "")
