"""How far the reading is: a bar on a terminal, a few plain lines elsewhere, never among the results."""

from __future__ import annotations

import io
import re

import pytest
from rich.progress import Progress

from xl_apa.cli.output.progress import _RateColumn, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def read(files: int, quiet: bool = False) -> None:
    with progress(quiet) as advance:
        for done in range(files + 1):
            advance(done, files)


@pytest.mark.parametrize("files", [200, 205, 23_667])
def test_without_a_terminal_a_plain_line_tells_of_every_tenth(
    files: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en")
    monkeypatch.setenv("FORCE_COLOR", "1")
    read(files)
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert out == ""
    assert len(lines) == 10
    assert lines[-1] == f"{files} of {files} files read"
    assert all(re.fullmatch(r"\d+ of \d+ files read", line) for line in lines)


def test_without_a_terminal_few_files_are_not_worth_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    read(199)
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_there_is_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("LANG", "en")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    read(3)
    assert "3 of 3 files read" in screen.getvalue()
    assert "━" in screen.getvalue()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("kind", [io.StringIO, Terminal])
def test_quiet_is_quiet_everywhere(kind: type[io.StringIO], monkeypatch: pytest.MonkeyPatch) -> None:
    screen = kind()
    monkeypatch.setattr("sys.stderr", screen)
    read(400, quiet=True)
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "300 of 1000 files read; 50 a second, 0:00:14 left"),
        ("bn", "১০০০টির মধ্যে ৩০০টি ফাইল পড়া হয়েছে; সেকেন্ডে ৫০টি, বাকি ০:০০:১৪"),
    ],
)
def test_the_bar_tells_files_a_second_and_the_time_left(lang: str, expected: str) -> None:
    seconds = iter(range(100))
    bar = Progress(get_time=lambda: float(next(seconds)))
    task = bar.add_task("", total=1000)
    column = _RateColumn(lang)
    assert column.render(bar.tasks[0]).plain in ("0 of 1000 files read", "১০০০টির মধ্যে ০টি ফাইল পড়া হয়েছে")
    for done in (50, 100, 150, 200, 250, 300):
        bar.update(task, completed=done)
    assert column.render(bar.tasks[0]).plain == expected
