"""Takes the screens that are looked at before a release, into build/screens: `make screens`; see screens.py.

The summary at 13 (in both languages), 60 and 500 offices, the letters that go out in both languages, and the form: both
editions and layouts, blank, filled, and while somebody types with the prompt shown. About ten minutes; a word after the
command (`python docs/all_screens.py form`) takes only those whose name begins so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pictures import ACHIEVED, OFFICE, achieved_cells
from screens import Screen, take_sheets

sys.path.append(str(Path(__file__).parents[1]))

from benchmarks.offices import QUARTER, make_offices
from xl_apa.addin.build import build_macro_template
from xl_apa.core.model import Layout, Office
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.demo import demonstrate
from xl_apa.ministry.model import Task
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import FeedbackRequest, ReadingOptions, summarise
from xl_apa.plans import load_plan
from xl_apa.samples import load_sample, typed_cells
from xl_apa.sheets.build.workbook import build_template

SCREENS = Path(__file__).parents[1] / "build" / "screens"
SAMPLES = {Layout.REMARKS: "sid_2023-24", Layout.MARKS: "labour_2023-24"}
EDITIONS = {"native": (build_template, ".xlsx"), "macro": (build_macro_template, ".xlsm")}
SHEETS = 5
_ANSWERED = ("N-02", "N-05", "N-07", "N-10", "N-12", "N-13", "SID")
_WRITTEN = date(2024, 1, 20)
_ABSENT = 12
"""Of so many offices one has sent nothing."""
_BELOW = 20
"""Of so many offices one has the others below it."""


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    parts: dict[str, Callable[[Path], None]] = {"summary": take_summaries, "letter": take_letters, "form": take_forms}
    for name, take in parts.items():
        if name.startswith(wanted):
            with TemporaryDirectory() as folder:
                take(Path(folder))


def take_summaries(folder: Path) -> None:
    """The first sheets of the summary, for a small, a middle and a large ministry; of the small one in English too."""
    shown = demonstrate(folder / "demo")
    take_sheets(shown.summary, SCREENS, "summary-13", SHEETS)
    english = folder / "demo" / "summary-en.xlsx"
    write_summary(replace(shown.consolidation, task=replace(shown.consolidation.task, language="en")), english)
    take_sheets(english, SCREENS, "summary-13-en", SHEETS)
    for count in (60, 500):
        take_sheets(make_summary(folder / str(count), count), SCREENS, f"summary-{count}", SHEETS)


def make_summary(folder: Path, count: int) -> Path:
    """Return the summary of so many offices: some have sent nothing, one file is damaged, one form is blank."""
    paths = make_offices(folder / "reports", count)
    absent = {number for number in range(count) if number % _ABSENT == _ABSENT - 1}
    for number in absent:
        paths[number].unlink()
    content = paths[1].read_bytes()
    paths[1].write_bytes(content[: len(content) // 2])
    offices = [_registered(number) for number in range(count)]
    build_template(load_plan(), paths[2], office=Office(offices[2].code, offices[2].name, ""))
    register = folder / "register.xlsx"
    write_register(register, offices)
    target = folder / "summary.xlsx"
    task = Task(QUARTER, load_plan())
    summarise([folder / "reports"], target, task, register=register, reading=ReadingOptions(fresh=True))
    return target


def _registered(number: int) -> Registered:
    """Return an office of the register: the first is the ministry's own; one of twenty has the others below."""
    contact = to_bangla_digits(f"01700-{number:06}") if number % 2 else ""
    above, level = number - number % _BELOW, "উপজেলা"
    if number == above:
        above, level = 0, "জেলা" if number else "বিভাগ"
    parent = f"{above:05}" if number else ""
    return Registered(
        f"{number:05}", f"উপজেলা দপ্তর {to_bangla_digits(number + 1)}", parent=parent, level=level, contact=contact
    )


def take_letters(folder: Path) -> None:
    """The letters of the demonstration in both languages, and the decisions of which they tell."""
    shown = demonstrate(folder / "demo")
    take_sheets(shown.feedback.decisions, SCREENS, "decisions")
    for lang in ("bn", "en"):
        letters = FeedbackRequest(folder / lang, LetterOptions(_WRITTEN, lang), shown.feedback.decisions)
        answered = summarise(
            [shown.folder / "reports"],
            folder / f"{lang}.xlsx",
            shown.consolidation.task,
            register=shown.folder / "register.xlsx",
            reading=ReadingOptions(fresh=True),
            feedback=letters,
        )
        assert answered.feedback is not None
        for letter in answered.feedback.letters:
            code = letter.name.split()[0]
            if code in _ANSWERED:
                take_sheets(letter, SCREENS, f"letter-{lang}-{code}")


def take_forms(folder: Path) -> None:
    """The form in all its kinds, from the first sheet to the dashboard, and while a quarter is typed."""
    plan = load_plan()
    for edition, (build, suffix) in EDITIONS.items():
        for layout in Layout:
            name = f"form-{edition}-{layout}"
            blank = folder / f"{name}{suffix}"
            build(plan, blank, layout=layout, office=OFFICE)
            take_sheets(blank, SCREENS, f"{name}-blank")
            begun = folder / f"{name}-begun{suffix}"
            build(plan, begun, layout=layout, office=OFFICE, typed=achieved_cells(ACHIEVED))
            take_typing(begun, f"{name}-typing")
            sample = load_sample(SAMPLES[layout])
            filled = folder / f"{name}-filled{suffix}"
            build(plan, filled, layout=layout, office=sample.office, typed=typed_cells(sample, plan))
            take_sheets(filled, SCREENS, f"{name}-filled")


def take_typing(form: Path, name: str) -> None:
    """A quarter's sheet with achievements, and the next one being typed."""
    with Screen(form) as screen:
        screen.keys(*["ctrl+Next"] * 3, *["Down"] * len(ACHIEVED))
        screen.type("16/11")
        screen.take(SCREENS / f"{name}.png")


if __name__ == "__main__":
    main()
