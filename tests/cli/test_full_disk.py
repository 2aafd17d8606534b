"""A disk that is full: one sentence, the old file as it was, nothing left, and no words of a library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="a limit of file sizes stands for the full disk; Windows has none")

_FULL = 6_000
"""Bytes that a file may have: less than any workbook, more than the parts that a small one is put together from."""

COMMANDS = {
    "register": ["register", "new", "-o", "{}/register.xlsx"],
    "addin": ["addin", "build", "-o", "{}/xl_apa.xlam"],
    "template": ["template", "-o", "{}/form.xlsx"],
    "calculate": ["calculate", "{}/report.xlsx", "--quarter", "2"],
}


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FULL, _FULL))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_said_in_one_sentence(filled, tmp_path: Path, name: str) -> None:
    report = filled({"1.4.1": 90}, name="out/report.xlsx")
    before = report.read_bytes()
    arguments = [each.format(report.parent) for each in COMMANDS[name]]
    called = subprocess.run(
        [sys.executable, "-m", "xl_apa", "--lang", "en", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        preexec_fn=_limit,
        check=False,
    )
    assert called.returncode == 2, called.stdout
    assert len(called.stderr.strip().splitlines()) == 1, called.stderr
    assert [path.name for path in report.parent.iterdir()] == ["report.xlsx"]
    assert report.read_bytes() == before
