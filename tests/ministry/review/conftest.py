"""A small ministry on the disk that is answered again and again, and what people do with its workbook of decisions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Filler
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.model import Decision, Task
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import FeedbackRequest, ReadingOptions, Summary, summarise
from xl_apa.plans import choose_plan

TASK = Task(Quarter.Q2, choose_plan())
TODAY = date(2024, 1, 20)
REGISTER = "কোড,নাম,ঊর্ধ্বতনের কোড,যোগাযোগ\nM,মন্ত্রণালয়,,ict@m.example\nA,দপ্তর ক,M,\nB,দপ্তর খ,M,\nC,দপ্তর গ,M,\n"


@dataclass
class Centre:
    """The ministry's folder: `reports`, `register.csv`, and `feedback` with what goes out."""

    folder: Path
    fill: Filler
    task: Task = TASK

    def report(self, code: str, percent: object = 90, **options: Any) -> Path:
        """An office hands in (again) what it reached of 1.4.1."""
        named = {"name": f"reports/{code}.xlsx", "code": code, "evidence": {"1.4.1": "নথি"}}
        return self.fill({"1.4.1": percent}, **{**named, **options})

    def run(
        self, lang: str = "bn", decisions: Path | None = None, before: Sequence[Path] = (), **letters: Any
    ) -> Summary:
        """The command, run once more."""
        request = FeedbackRequest(self.feedback, LetterOptions(TODAY, lang, **letters), decisions)
        return summarise(
            [self.folder / "reports"],
            self.folder / "summary.xlsx",
            self.task,
            register=self.register,
            reading=ReadingOptions(jobs=1),
            feedback=request,
            before=before,
        )

    @property
    def register(self) -> Path:
        path = self.folder / "register.csv"
        if not path.exists():
            path.write_text(REGISTER, encoding="utf-8")
        return path

    @property
    def feedback(self) -> Path:
        return self.folder / "feedback"

    @property
    def decisions(self) -> Path:
        return self.feedback / "decisions.xlsx"

    def rows(self) -> list[dict[str, Any]]:
        """The rows of the workbook of decisions, by heading; None for blank cells."""
        sheet = openpyxl.load_workbook(self.decisions).worksheets[0]
        table = list(sheet.iter_rows(min_row=4, values_only=True))
        return [dict(zip(map(str, table[0]), row)) for row in table[1:] if row[0] or row[1]]

    def row(self, code: str) -> dict[str, Any]:
        (found,) = [row for row in self.rows() if row["দপ্তরের কোড"] == code]
        return found

    def write(self, code: str, status: object = None, comment: object = None) -> None:
        """Somebody writes status and comment into the row of an office."""

        def typed(sheet: Any) -> None:
            headings = [cell.value for cell in sheet[4]]
            (row,) = [row for row in sheet.iter_rows(min_row=5) if row[headings.index("দপ্তরের কোড")].value == code]
            row[headings.index("অবস্থা")].value = status
            row[headings.index("মন্তব্য")].value = comment

        self.edit(typed)

    def edit(self, change: Callable[[Any], object]) -> None:
        """Somebody changes the sheet of decisions and saves it."""
        book = openpyxl.load_workbook(self.decisions)
        change(book.worksheets[0])
        book.save(self.decisions)

    def letter(self, code: str) -> Path:
        (found,) = self.feedback.glob(f"{code} *.xlsx")
        return found


@pytest.fixture
def centre(tmp_path: Path, filled: Filler) -> Centre:
    """A ministry with three offices, of which A and B have reported."""
    ministry = Centre(tmp_path, filled)
    ministry.report("A", 90)
    ministry.report("B", 61)
    return ministry


def decision(summary: Summary, code: str) -> Decision:
    """What the summary says was decided on an office."""
    assert summary.consolidation.decisions is not None
    (found,) = {value for (key, _), value in summary.consolidation.decisions.items() if key == code}
    return replace(found)
