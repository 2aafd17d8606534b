"""A text of a million characters is understood in as much time as its length asks for, and never as a value."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.xlsx.processor_time import answer
from xl_apa.core.findings import FindingKind
from xl_apa.core.model import Status, Unit
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.core.typed.sentence_words import is_withheld

PATTERNS = ("1,", "১ ", "2023-12-01 ", "1/", "৩ (তিন) টি, ", "1:", "১ম ", "%", "-", "(", "হাজার ", "জুলাই ")
LENGTH = 1_000_000


def read_all_ways(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    readings = [parse_achievement(text, unit) for unit in Unit]
    return " ".join([*(reading.status.name for reading in readings), str(is_withheld(text))])


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_with_the_length_alone(pattern: str, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(pattern * (LENGTH // len(pattern)), encoding="utf-8")
    told = answer(__name__, "read_all_ways", path).split()
    status = Status.NONE if pattern == "-" else Status.UNREADABLE  # any number of dashes is none at all
    assert told[: len(Unit)] == [status.name] * len(Unit)


def test_of_what_is_longer_than_any_sentence_the_beginning_is_told() -> None:
    text = "১৬ মে ২০২৪ তারিখে সভা হয়েছে। " * 100
    reading = parse_achievement(text, Unit.DATE)
    assert (reading.status, reading.kind, reading.offer) == (Status.UNREADABLE, FindingKind.NARRATIVE, None)
    shown = str(reading.params["text"])
    assert shown.endswith("…") and text.startswith(shown[:-1].rstrip())
    assert parse_achievement(text[:1000], Unit.DATE).offer == date(2024, 5, 16)


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("৪টি প্রশিক্ষণের জন্য সভা", True),
        ("প্রশিক্ষণের জন্য সভা ৪টি", False),
        ("৪টি সভা; প্রশিক্ষণের জন্য সভা", False),
        ("৪টি সভা। প্রশিক্ষণের জন্য ২টি সভা", False),
        ("৪টি সভা। ২টি প্রশিক্ষণের জন্য সভা", True),
    ],
)
def test_a_purpose_counts_behind_a_figure_of_the_same_sentence(text: str, withheld: bool) -> None:
    assert is_withheld(text) is withheld
