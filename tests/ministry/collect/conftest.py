"""What the tests of collecting share."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest


@pytest.fixture
def ministry(filled, tmp_path: Path) -> Path:
    filled({"1.4.1": 90, "1.5.1": 4}, name="reports/a.xlsx", code="A")
    filled({"1.4.1": 90, "1.5.1": 4}, name="reports/district/b.xlsx", code="B")
    filled({"1.4.1": 61}, name="reports/district/c.xlsx", code="C")
    filled({}, name="reports/d.xlsx", code="D")
    (tmp_path / "reports/broken.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "reports/~$a.xlsx").write_bytes(b"lock")
    (tmp_path / "reports/.hidden.xlsx").write_bytes(b"temporary")
    (tmp_path / "reports/letter.docx").write_bytes(b"letter")
    return tmp_path / "reports"


@pytest.fixture
def closed(ministry: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that nobody may look into. Whoever runs the tests may be allowed everything, so the system says no."""
    folder = ministry / "district"
    really = os.scandir

    def scandir(path: object = "."):
        if Path(os.fspath(path)) == folder:
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return folder
