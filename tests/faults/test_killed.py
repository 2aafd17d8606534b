"""Nothing is lost: whenever a command is killed, every file is the old one or the new one, and the next run clears up."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.outputs import BY_NAME
from tests.faults.states import assert_old_or_whole, leftovers, state
from xl_apa.xlsx.files.leftovers import clear_leftovers

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is ended by a signal of POSIX")

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


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("name", BY_NAME)
def test_a_command_that_is_killed_leaves_old_or_new_files_and_the_next_run_clears_up(
    desk: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    output = BY_NAME[name]
    # The parts of a summary lie there, and copies of what is in archives.
    temporary = desk / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    watched = desk / output.target.partition("/")[0]
    if output.replaces and not output.inside and not name.startswith("import"):
        output.run(desk)
    before, ended = state(desk), 0
    for after in output.steps:
        if not killed(lambda: output.run(desk), watched, after):
            break
        ended += 1
        assert_old_or_whole(before, desk)
    else:
        after = -1
    assert ended >= 3
    if after != -1 and (name.startswith("import") or not output.replaces):
        # A run that came to its end is not repeated over what it made.
        made = output.path(desk)
        shutil.rmtree(made) if made.is_dir() else made.unlink()
    clear_leftovers.cache_clear()
    assert output.run(desk) in (0, 1)
    assert_old_or_whole(before, desk)
    assert leftovers(desk) == []
    assert list(temporary.iterdir()) == []
    assert output.file(desk).is_file()
