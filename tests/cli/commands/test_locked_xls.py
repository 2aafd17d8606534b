"""An .xls with a password, in any of the ways of locking it, opens with the right one for every command."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest

from tests.cli.calls import Call, refused
from tests.libreoffice import lock
from tests.xlsx.hostile.offices import MARKS, make_offices
from tests.xlsx.locked_xls import cryptoapi_locked, xor_locked
from tests.xlsx.read.test_unlock import locked

pytestmark = pytest.mark.office
SECRET = "Trust-No-1"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("locked")
    rc4 = lock(make_offices(folder).xlsx, SECRET, folder / "office")
    keys = {f"cryptoapi {bits}": cryptoapi_locked(rc4, SECRET, bits) for bits in (40, 128)}
    return {"rc4": rc4.read_bytes(), "xor": xor_locked(rc4, SECRET), **keys}


@pytest.fixture(params=["rc4", "xor", "cryptoapi 40", "cryptoapi 128"])
def report(made: dict[str, bytes], request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "in" / "report.xls"
    path.parent.mkdir()
    path.write_bytes(made[request.param])
    return path


def test_score_tells_the_marks_of_the_report(run: Call, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda *_, **__: pytest.fail("written to the disk"))
    told = run("score", report, "--quarter", 2, "--json", "--password", "other", "--password", SECRET).json
    assert told["total"] == float(MARKS)


def test_without_the_password_or_with_a_wrong_one_score_says_which(run: Call, report: Path) -> None:
    refused(run("--lang", "en", "score", report, "--quarter", 2), "has a password. Remove the password")
    wrong = run("--lang", "en", "score", report, "--quarter", 2, "--password", "other")
    refused(wrong, "has a password, and none that was given opens it")


def test_consolidate_reads_it_and_keeps_nothing(run: Call, report: Path, tmp_path: Path) -> None:
    arguments = ("consolidate", report.parent, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--json")
    assert [each["code"] for each in run(*arguments).json["refused"]] == ["workbook-password"]
    assert [each["code"] for each in run(*arguments, "--password", "other").json["refused"]] == [
        "workbook-password-wrong"
    ]
    told = run(*arguments, "--password", SECRET).json
    assert [each["total"] for each in told["offices_detail"]] == [float(MARKS)]
    for path in Path(os.environ["XDG_CACHE_HOME"]).rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes()
    assert json.loads(run(*arguments).out)["offices_detail"] == []


def test_calculate_writes_into_no_xls_and_says_so(run: Call, report: Path) -> None:
    before = report.read_bytes()
    refused(run("--lang", "en", "calculate", report, "--quarter", 2), "into .xlsx and .xlsm files only")
    assert report.read_bytes() == before


def test_calculate_says_of_a_locked_xlsx_what_it_can_do(run: Call, filled) -> None:
    path = locked(filled({"1.4.1": 90}), SECRET)
    before = path.read_bytes()
    refused(run("--lang", "en", "calculate", path, "--quarter", 2), "Remove the password, save and calculate")
    assert path.read_bytes() == before
