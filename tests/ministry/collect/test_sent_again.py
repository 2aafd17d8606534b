"""Of several files of one office the later one counts, whatever they are called and wherever they lie."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

from tests.conftest import Filler
from tests.libreoffice import convert
from tests.packages import of_time, saved_on
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.collect import sent_again as module
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.export import rows
from xl_apa.ministry.model import Task
from xl_apa.plans import load_plan

TASK = Task(Quarter.Q2, load_plan())
NOON = datetime(2024, 1, 10, 12, tzinfo=timezone(timedelta(hours=6)))


@pytest.fixture
def send(filled: Filler) -> Callable[..., Path]:
    """Writes a report into the folder `in`: 70% earns 4.20, 90% all 6 marks."""

    def write(
        name: str,
        percent: float | None,
        *,
        dated: date | str | None = None,
        saved: str = "",
        minute: int = 0,
        code: str = "N-01",
    ) -> Path:
        cells = {} if percent is None else {"1.4.1": percent}
        path = filled(cells, name=f"in/{name}", code=code, info={"report_date_2": dated} if dated else {})
        return of_time(saved_on(path, saved) if saved else path, NOON + timedelta(minutes=minute))

    return write


Send = Callable[..., Path]
NAMES = [
    ("N-01.xlsx", "N-01 (1).xlsx"),
    ("N-01.xlsx", "N-01 corrected.xlsx"),
    ("N-01.xlsx", "Copy of N-01.xlsx"),
    ("N-01.xlsx", "N-01 FINAL.xlsx"),
    ("N-01 FINAL.xlsx", "N-01.xlsx"),
    ("mail 10/N-01.xlsx", "mail 9/N-01.xlsx"),
    ("N-01.xlsx", "সংশোধিত/N-01.xlsx"),
    ("zzz.xlsx", "aaa.xlsx"),
]
NINTH, TWELFTH = date(2024, 1, 9), date(2024, 1, 12)
GROUNDS: dict[str, tuple[dict[str, object], dict[str, object], str]] = {
    "the report's date": (
        {"dated": NINTH, "minute": 5},
        {"dated": TWELFTH, "minute": 0},
        "Its report is dated 12 January 2024, the other one's 9 January 2024.",
    ),
    "the date, though the other was saved later": (
        {"dated": NINTH, "saved": "2024-01-20T00:00:00Z"},
        {"dated": TWELFTH, "saved": "2024-01-12T00:00:00Z"},
        "Its report is dated 12 January 2024, the other one's 9 January 2024.",
    ),
    "the time of saving, by the clock of Bangladesh": (
        {"dated": NINTH, "saved": "2024-01-10T03:00:00Z", "minute": 5},
        {"dated": NINTH, "saved": "2024-01-10T20:00:01Z"},
        "It was last saved on 11 January 2024, 02:00:01, the other one on 10 January 2024, 09:00:00.",
    ),
    "the time of saving, where one has no date": (
        {"dated": TWELFTH, "saved": "2024-01-10T03:00:00Z"},
        {"saved": "2024-01-13T03:00:00Z"},
        "It was last saved on 13 January 2024, 09:00:00, the other one on 10 January 2024, 09:00:00.",
    ),
    "the time of saving, where one date cannot be": (
        {"dated": "09/01/2204", "saved": "2024-01-10T03:00:00Z"},
        {"dated": TWELFTH, "saved": "2024-01-13T03:00:00Z"},
        "It was last saved on 13 January 2024, 09:00:00, the other one on 10 January 2024, 09:00:00.",
    ),
    "the file's time": (
        {"dated": NINTH},
        {"dated": NINTH, "minute": 5},
        "This file is of 10 January 2024, 12:05:00, the other one of 10 January 2024, 12:00:00.",
    ),
}


@pytest.mark.parametrize("names", NAMES, ids=" then ".join)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_later_counts_whatever_it_is_called(
    send: Send, tmp_path: Path, names: tuple[str, str], ground: str
) -> None:
    old, new, reason = GROUNDS[ground]
    older, newer = send(names[0], 70, **old), send(names[1], 90, **new)
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    (office,), (refused,) = result.offices, result.refused
    assert (office.source.path, office.assessment.total) == (str(newer), Decimal("6.00"))
    assert (refused.source.path, refused.error.code) == (str(older), "office-twice")
    again = [finding for finding in office.assessment.findings if finding.code.startswith("sent-again")]
    assert [finding.code for finding in again] == ["sent-again"]
    for text in (refused.error.text("en"), again[0].text("en")):
        assert f"“{newer}” was used, “{older}” was not. {reason}" in text
    # উৎস names both files and the reason beside either of them.
    said = {row[0]: row[4:] for row in rows.sources(result)}
    assert said[str(newer)] == ("read", again[0].text("bn"), again[0].text("en"))
    assert said[str(older)] == ("refused", refused.error.text("bn"), refused.error.text("en"))


def test_a_blank_form_never_takes_the_place_of_a_report(send: Send, tmp_path: Path) -> None:
    kept = send("a.xlsx", 90, dated=NINTH)
    send("b.xlsx", None, dated=TWELFTH, minute=9)
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    assert [office.source.path for office in result.offices] == [str(kept)]
    assert "The other one holds no achievement." in result.refused[0].error.text("en")


def test_of_three_each_loses_for_its_own_reason(send: Send, tmp_path: Path) -> None:
    send("a.xlsx", 61, dated=NINTH, minute=9)
    send("b.xlsx", 70, dated=TWELFTH)
    kept = send("c.xlsx", 90, dated=TWELFTH, minute=3)
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    assert [office.source.path for office in result.offices] == [str(kept)]
    reasons = {Path(each.source.path).name: each.error.text("en").rpartition("not. ")[2] for each in result.refused}
    step = "If that is wrong, remove the other file."
    assert reasons == {
        "a.xlsx": f"Its report is dated 12 January 2024, the other one's 9 January 2024. {step}",
        "b.xlsx": f"This file is of 10 January 2024, 12:03:00, the other one of 10 January 2024, 12:00:00. {step}",
    }
    assert [finding.code for finding in result.offices[0].assessment.findings][:2] == ["sent-again", "sent-again"]


@pytest.mark.parametrize("seconds", [0, 1, 1.9])
def test_what_nothing_tells_apart_is_an_error_and_the_choice_is_that_of_the_content(
    send: Send, tmp_path: Path, seconds: float
) -> None:
    kept: set[Decimal] = set()
    for names in permutations(("a.xlsx", "b.xlsx"), 2):
        for name, percent, after in zip(names, (70, 90), (0, seconds)):
            of_time(send(name, percent, dated=NINTH), NOON + timedelta(seconds=after))
        result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
        (office,) = result.offices
        finding = office.assessment.findings[0]
        assert (finding.code, finding.severity) == ("sent-again-undecided", Severity.ERROR)
        assert all(name in finding.text("en") and name in result.refused[0].error.text("bn") for name in names)
        assert result.has_errors
        kept.add(office.assessment.total)
    assert len(kept) == 1


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("N-01.xlsx", "N-01 (1).xlsx"),
        ("N-01 (1).xlsx", "N-01 (২).xlsx"),
        ("N-01.xlsx", "N-01 corrected.xlsx"),
        ("N-01.xlsx", "Copy of N-01.xlsx"),
        ("N-01.xlsx", "N-01 - FINAL.xlsx"),
        ("N-01 v1.xlsx", "N-01 v2.xlsx"),
        ("N-01.xlsx", "চূড়ান্ত N-01.xlsx"),
        ("N-01.xlsx", "সংশোধিত/N-01.xlsx"),
        ("পুরাতন/N-01.xlsx", "N-01.xlsx"),
        ("N-01 old.xlsx", "N-01.xlsx"),
    ],
)
def test_where_nothing_else_tells_the_name_does(send: Send, tmp_path: Path, older: str, newer: str) -> None:
    for first, second in ((70, 90), (90, 70)):  # the choice of the contents would be wrong once
        send(older, first, dated=NINTH)
        kept = send(newer, second, dated=NINTH)
        result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
        (office,) = result.offices
        assert office.source.path == str(kept)
        assert office.assessment.findings[0].code == "sent-again"
        assert "by its name this file is the later one" in result.refused[0].error.text("en")


@pytest.mark.parametrize(
    "copies", ["N-01 (1).xlsx", "Copy of N-01.xlsx", "second mail/N-01.xlsx", "0.xlsx", "কপি.xlsx"]
)
def test_a_copy_byte_for_byte_is_mentioned_and_nothing_is_wrong(send: Send, tmp_path: Path, copies: str) -> None:
    first = send("N-01.xlsx", 90)
    copy = tmp_path / "in" / copies
    copy.parent.mkdir(exist_ok=True)
    of_time(Path(shutil.copy(first, copy)), NOON + timedelta(days=1))
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    assert [office.source.path for office in result.offices] == [str(first)]
    assert [(each.source.path, each.error.code) for each in result.aside] == [(str(copy), "file-same-content")]
    assert str(first) in result.aside[0].error.text("bn")
    assert (result.refused, result.has_errors) == ((), False)
    assert not any(finding.code.startswith("sent-again") for _, finding in result.findings())
    assert [row[4] for row in rows.sources(result)] in (["read", "aside"], ["aside", "read"])


def test_a_copy_made_later_does_not_make_an_old_report_the_newest(send: Send, tmp_path: Path) -> None:
    old = send("old.xlsx", 70)
    kept = send("new.xlsx", 90, minute=5)
    of_time(Path(shutil.copy(old, tmp_path / "in" / "zz.xlsx")), NOON + timedelta(days=1))
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    assert [office.source.path for office in result.offices] == [str(kept)]
    assert [each.error.code for each in result.aside] == ["file-same-content"]


def test_the_same_report_saved_again_is_no_second_report(send: Send, tmp_path: Path) -> None:
    send("a.xlsx", 90, saved="2024-01-10T03:00:00Z")
    kept = send("b.xlsx", 90, saved="2024-01-10T04:00:00Z")
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    assert [office.source.path for office in result.offices] == [str(kept)]
    assert [each.error.code for each in result.aside] == ["file-same-report"]
    assert not result.has_errors


def test_offices_that_sent_one_file_each_are_left_alone_and_no_file_is_looked_at_again(
    send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send("a.xlsx", 90)
    send("b.xlsx", 70, code="N-02")
    monkeypatch.setattr(module, "saved_at", lambda _: pytest.fail("a file was opened again"))
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    assert (len(result.offices), result.refused, result.aside) == (2, (), ())


@pytest.mark.office
def test_times_of_saving_are_compared_across_formats(send: Send, tmp_path: Path) -> None:
    send("old.xlsx", 70, saved="2024-01-10T03:00:00Z")
    for ending in ("ods", "xls"):
        later = convert(send("new.xlsx", 90, saved="2024-01-13T03:00:00Z"), ending, tmp_path / "home")
        (tmp_path / "in/new.xlsx").unlink()
        target = of_time(later.rename(tmp_path / "in" / later.name), NOON - timedelta(days=1))
        result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
        assert [office.source.path for office in result.offices] == [str(target)]
        assert "It was last saved on" in result.refused[0].error.text("en")
        target.unlink()
