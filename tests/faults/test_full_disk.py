"""A disk that is full, at whatever moment: the old file or the new one, nothing left, and all that failed is named."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.faults.injection import Count, faults, full_disk
from tests.faults.outputs import BY_NAME, NAMED, Output
from tests.faults.states import assert_old_or_whole, assert_said, assert_whole, leftovers, state, written

pytestmark = [
    pytest.mark.usefixtures("in_this_process"),
    # What is thrown away must not complain on the screen.
    pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning"),
]

_MOMENTS = 6
"""How many moments of a run are tried, from its first file to its last."""


def assert_fails_well(output: Output, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run a command that cannot write all: what is there is whole, and what is not there is said."""
    before, files = state(desk), written(desk)
    capsys.readouterr()
    status = output.run(desk)
    told = capsys.readouterr().err
    assert leftovers(desk) == []
    assert_old_or_whole(before, desk)
    now = state(desk)
    anew = written(desk).items() - files.items()
    new = {name for name, _ in anew if before.get(name) != now[name]}
    empty = [name for name, content in now.items() if content is None and not any((desk / name).iterdir())]
    assert [name for name in empty if name not in before] == []
    if status in (0, 1) and not told:
        assert output.file(desk).is_file()
        return  # it wrote all that was left
    # What was written anew may be the same as before, byte for byte.
    allowed = {1} if new else {1, 2} if anew else {2}
    assert status in allowed or (status == 2 and output.inside), (status, new, anew)
    assert_said(told, str(output.path(desk)), str(desk / "out/summary.xlsx"), str(desk / "pc"), str(desk / "out"))


@pytest.mark.parametrize("name", BY_NAME)
def test_a_disk_that_fills_at_any_moment(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    output = BY_NAME[name]
    with faults(full_disk(desk, 0)):
        assert_fails_well(output, desk, capsys)
    count = Count(desk)
    with faults(count):
        assert output.run(desk) in (0, 1)
    assert count.seen >= 2
    made = [path for path in desk.rglob("*") if path.is_file()]
    for part in range(1, _MOMENTS, 3 if name == "demo folder" else 1):
        # What was written is written again, or in the place of what was taken away.
        if not output.replaces or name.startswith("import") or output.inside:
            for path in made:
                if path.is_relative_to(output.path(desk)):
                    path.unlink(missing_ok=True)
            for folder in sorted(output.path(desk).rglob("*"), reverse=True):
                folder.rmdir()
            if output.path(desk).is_dir():
                output.path(desk).rmdir()
        with faults(full_disk(desk, count.seen * part // _MOMENTS)):
            assert_fails_well(output, desk, capsys)


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "import files"])
def test_a_disk_that_is_full_when_all_is_brought_to_it(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = state(desk)
    assert BY_NAME[name].run(desk) == 2
    assert_said(capsys.readouterr().err, str(desk))
    assert state(desk) == before


@pytest.mark.parametrize("name", [name for name in NAMED if name != "calculate file"])
def test_a_disk_that_is_too_small_holds_nothing_then(
    desk: Path, small_disk: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = state(small_disk)
    capsys.readouterr()
    status = BY_NAME[name].run(desk)
    if name in ("doctor page", "plan from-report output"):
        assert status in (0, 1)
        assert_whole(BY_NAME[name].file(desk))
        return  # a few kilobytes
    assert status == 2
    assert_said(capsys.readouterr().err, str(small_disk))
    assert state(small_disk) == before
