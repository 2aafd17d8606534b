"""`--password` and `--passwords` open locked reports for score, consolidate and import, and stay nowhere."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.calls import Call
from tests.xlsx.read.test_unlock import locked

SECRET = "Trust-No-1"


@pytest.fixture
def ministry(filled, tmp_path: Path) -> Path:
    locked(filled({"1.4.1": 90}, name="in/a.xlsx", code="A"), SECRET)
    filled({"1.4.1": 71}, name="in/b.xlsx", code="B")
    return tmp_path


def consolidate(run: Call, ministry: Path, *more: object) -> dict[str, object]:
    called = run("consolidate", ministry / "in", "-o", ministry / "s.xlsx", "--quarter", 2, "--json", *more)
    told: dict[str, object] = json.loads(called.out)
    return told


def codes(told: dict[str, object]) -> list[str]:
    assert isinstance(told["offices_detail"], list)
    return sorted(office["code"] for office in told["offices_detail"])


def test_score_opens_a_locked_report(run: Call, ministry: Path) -> None:
    path = ministry / "in/a.xlsx"
    assert run("score", path, "--quarter", 2).status == 2
    told = json.loads(run("score", path, "--quarter", 2, "--json", "--password", "x", "--password", SECRET).out)
    assert told["office"]["code"] == "A"
    wrong = run("--lang", "en", "score", path, "--quarter", 2, "--password", "x")
    assert (wrong.status, "none that was given opens it" in wrong.err) == (2, True)


def test_passwords_are_read_from_a_file_too(run: Call, ministry: Path) -> None:
    (ministry / "passwords.txt").write_text(f"\ufeffone two\r\n\r\n{SECRET}\r\n", encoding="utf-8")
    assert codes(consolidate(run, ministry, "--passwords", ministry / "passwords.txt")) == ["A", "B"]
    assert (
        run("consolidate", ministry / "in", "-o", ministry / "t.xlsx", "--quarter", 2, "--passwords", "no").status == 2
    )


def test_no_password_and_nothing_that_was_locked_stays_on_this_computer(run: Call, ministry: Path) -> None:
    for jobs in (1, 2):
        assert codes(consolidate(run, ministry, "--password", SECRET, "--jobs", jobs)) == ["A", "B"]
    kept = [path for path in Path(os.environ["XDG_CACHE_HOME"]).rglob("*") if path.is_file()]
    assert kept
    for path in [*kept, ministry / "s.xlsx"]:
        assert SECRET.encode() not in path.read_bytes()
    told = consolidate(run, ministry)
    assert codes(told) == ["B"]
    # The refusal, which is remembered, is no reason not to try a password.
    assert codes(consolidate(run, ministry, "--password", SECRET)) == ["A", "B"]


def test_import_opens_a_locked_report(run: Call, ministry: Path) -> None:
    arguments = ("import", ministry / "in/a.xlsx", "-o", ministry / "made.xlsx", "--quarter", 2)
    assert run(*arguments).status == 2
    assert run(*arguments, "--password", SECRET).status in (0, 1)
    assert (ministry / "made.xlsx").is_file()
