"""A single report that hangs or eats memory costs a sentence, for `import` as for `plan from-report`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.archives.made import zipped
from tests.cli.calls import Call, refused
from tests.ministry.collect.test_look_inside import ENDLESS_HEADERS
from xl_apa.processes import process_pool

KINDS = ("docx", "pdf", "xlsx", "eml", "zip", "html", "txt")


def arguments(command: str, source: Path) -> tuple[object, ...]:
    if command == "import":
        return "--lang", "en", "import", source, "-o", source.with_name("made.xlsx"), "--quarter", 2
    return "--lang", "en", "plan", "from-report", source, "-o", source.with_name("made.toml")


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe of POSIX")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["import", "plan from-report"])
def test_a_file_that_never_ends_is_given_up(
    run: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, kind: str
) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    # A pipe stands here for a file on a disk that no longer answers; one that is given by name is refused before that.
    monkeypatch.setattr("xl_apa.cli.options.is_special", lambda *_, **__: False)
    os.mkfifo(tmp_path / f"slow.{kind}")
    refused(run(*arguments(command, tmp_path / f"slow.{kind}")), "could not be read within 1 seconds")
    assert [path.name for path in tmp_path.iterdir()] == [f"slow.{kind}"]


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe of POSIX")
def test_a_pipe_in_the_place_of_a_report_is_refused_at_once(run: Call, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.docx")
    refused(run(*arguments("plan from-report", tmp_path / "slow.docx")), "is a device or a pipe")
    assert [path.name for path in tmp_path.iterdir()] == ["slow.docx"]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
@pytest.mark.parametrize("command", ["import", "plan from-report"])
@pytest.mark.parametrize("name", ["bad.eml", "bad.zip"])
def test_a_file_that_takes_more_memory_than_any_report_is_given_up(
    run: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    monkeypatch.setattr(process_pool, "FILE_BYTES", 200 << 20)
    mail = ENDLESS_HEADERS
    (tmp_path / name).write_bytes(mail if name == "bad.eml" else zipped({"bad.eml": mail}))
    refused(run(*arguments(command, tmp_path / name)), "takes far more memory than any office report")
    assert [path.name for path in tmp_path.iterdir()] == [name]
