"""One file is assessed or refused with the reason, whatever it contains."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Rule
from xl_apa.ministry.collect import read_office as reading
from xl_apa.ministry.collect.read_office import read_office
from xl_apa.ministry.model import OfficeResult, Task
from xl_apa.plans import load_plan

TASK = Task(Quarter.Q2, load_plan())


def test_a_file_of_another_fiscal_year_is_refused(filled) -> None:
    outcome = read_office(filled({"1.4.1": 90}, info={"fiscal_year": "২০২২-২৩"}), TASK)
    assert outcome.error.code == "fiscal-year-wrong"


def test_rule_and_day_of_the_task_hold_for_every_file(filled) -> None:
    path = filled({"1.4.1": 84, "1.1.1": "চলমান"})
    task = replace(TASK, rule=Rule.PROPORTIONAL, as_of=date(2024, 6, 16))
    outcome = read_office(path, task)
    assert isinstance(outcome, OfficeResult)
    by_code = {result.indicator.code: result for result in outcome.assessment.results}
    assert by_code["1.4.1"].marks == Decimal("5.88")
    assert by_code["1.1.1"].attainable == 0


def test_the_source_names_the_file_by_its_sha256(filled) -> None:
    path = filled({"1.4.1": 90})
    assert read_office(path, TASK).source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_folder_that_opens_meanwhile_is_still_named(ministry: Path) -> None:
    outcome = read_office(ministry / "district", TASK)
    assert outcome.error.code == "folder-not-readable"


def test_a_file_that_takes_more_memory_than_there_is_is_refused(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled({"1.4.1": 90})

    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(reading, "assess_file", greedy)
    outcome = read_office(path, TASK)
    assert outcome.error.code == "memory-limit-reached"
    assert all(str(path) in outcome.error.text(lang) for lang in ("bn", "en"))


# ---- files that change meanwhile ------------------------------------------------------------------------------------


def test_a_file_that_is_saved_while_it_is_read_has_the_marks_of_its_content(
    filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the marks of one content were kept for another, and given for it in a later run."""
    path, saved = filled({"1.4.1": 90}, name="in/a.xlsx"), filled({"1.4.1": 61}, name="b.xlsx")
    assess = reading.assess_file

    def slow(read: Path, *given: object, **named: object) -> object:
        if saved.exists():
            saved.replace(read)
        return assess(read, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "assess_file", slow)
    outcome = read_office(path, TASK)
    assert outcome.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert outcome.assessment.total == assess(path, Quarter.Q2).total


def test_a_file_that_is_copied_while_it_is_read_is_not_called_damaged(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled({"1.4.1": 90})
    whole = path.read_bytes()
    path.write_bytes(whole[:2000])
    assess = reading.assess_file

    def copied(read: Path, *given: object, **named: object) -> object:
        try:
            return assess(read, *given, **named)  # type: ignore[arg-type]
        finally:
            read.write_bytes(whole)
            os.utime(read, ns=(1, 1))

    monkeypatch.setattr(reading, "assess_file", copied)
    assert read_office(path, TASK).assessment.total == assess(path, Quarter.Q2).total


def test_a_file_that_never_stops_changing_is_said_to_be_one(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled({"1.4.1": 90})
    assess, times = reading.assess_file, iter(range(1, 9))

    def restless(read: Path, *given: object, **named: object) -> object:
        os.utime(read, ns=(0, next(times)))
        return assess(read, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "assess_file", restless)
    outcome = read_office(path, TASK)
    assert (outcome.error.code, outcome.source.sha256) == ("file-changing", "")


def test_a_file_that_vanishes_while_it_is_read_is_missing(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled({"1.4.1": 90})
    assess = reading.assess_file

    def gone(read: Path, *given: object, **named: object) -> object:
        read.unlink()
        return assess(read, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "assess_file", gone)
    outcome = read_office(path, TASK)
    assert outcome.error.code in ("file-missing", "file-not-readable")
    assert str(path) in outcome.error.text("bn")
