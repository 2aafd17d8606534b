"""Two lines of an indicator, what was planned and what was achieved, as one row."""

from __future__ import annotations

import pytest

from tests.importer.table.test_head import table
from xl_apa.core.fiscal import FiscalYear
from xl_apa.importer.table.line_kinds import LineKind, line_kind
from xl_apa.importer.table.lines import OneLine, one_line
from xl_apa.importer.table.rows import read_rows

HEAD = "কর্মসম্পাদন সূচক|সূচকের মান|একক|বার্ষিক লক্ষ্যমাত্রা|লক্ষ্যমাত্রা/অর্জন|১ম কোয়ার্টার|২য় কোয়ার্টার|মোট অর্জন|মন্তব্য"


def one(*lines: str) -> OneLine:
    found = read_rows(table(HEAD, *lines), FiscalYear(2023))
    assert found is not None
    (row,) = found.rows
    return one_line(row)


def texts(line: OneLine) -> list[str]:
    return [cell.text for cell in line.row.cells]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("লক্ষ্যমাত্রা", LineKind.PLANNED),
        ("অর্জন:", LineKind.ACHIEVED),
        ("Target", LineKind.PLANNED),
        ("প্রকৃত অর্জন", LineKind.ACHIEVED),
        ("লক্ষ্যমাত্রা/অর্জন", None),
        ("অর্জনের হার", None),
    ],
)
def test_a_line_is_known_by_the_word_that_stands_in_it_alone(text: str, kind: LineKind | None) -> None:
    assert line_kind(text) is kind


def test_figures_are_those_that_were_achieved_and_the_rest_is_the_indicators() -> None:
    line = one("অনুষ্ঠিত সভা|৪|সংখ্যা|৪|লক্ষ্যমাত্রা|১|১||নিয়মিত", "||||অর্জন|১|২|৩|")
    assert texts(line) == ["অনুষ্ঠিত সভা", "৪", "সংখ্যা", "৪", "লক্ষ্যমাত্রা", "১", "২", "৩", "নিয়মিত"]
    assert line.shared == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("অনুষ্ঠিত সভা|৪|সংখ্যা|৪|অর্জন|১|২|৩|", "||||লক্ষ্যমাত্রা|৪|৪|৪|"),
        # The title and the unit stand in both lines.
        ("অনুষ্ঠিত সভা|৪|সংখ্যা|৪|লক্ষ্যমাত্রা|৪|৪|৪|", "অনুষ্ঠিত সভা|৪|সংখ্যা|৪|অর্জন|১|২|৩|"),
        # A scan dropped a blank cell of the second line.
        ("অনুষ্ঠিত সভা|৪|সংখ্যা|৪|লক্ষ্যমাত্রা|৪|৪|৪|", "|||অর্জন|১|২|৩|"),
    ],
)
def test_the_lines_may_stand_in_any_order_be_whole_or_lack_a_cell(lines: tuple[str, str]) -> None:
    assert texts(one(*lines))[5:8] == ["১", "২", "৩"]


def test_without_a_line_of_achievements_nothing_was_achieved() -> None:
    assert texts(one("অনুষ্ঠিত সভা|৪|সংখ্যা|৪|লক্ষ্যমাত্রা|১|১||"))[5:8] == ["", "", ""]


def test_a_total_that_may_be_of_either_line_is_named() -> None:
    line = one("অনুষ্ঠিত সভা|৪|সংখ্যা|৪|লক্ষ্যমাত্রা|১|১|২|", "||||অর্জন|১|||")
    assert texts(line)[5:8] == ["১", "", "২"]
    assert [cell.text for cell in line.shared] == ["২"]


def test_columns_without_headings_behind_the_figures_hold_nothing_planned() -> None:
    """Of four columns under one heading, whose own headings nobody understood, all are those of achievements."""
    found = read_rows(
        table(
            "কর্মসম্পাদন সূচক|একক|লক্ষ্যমাত্রা/অর্জন|অর্জন||||মন্তব্য",
            "অনুষ্ঠিত সভা|সংখ্যা|লক্ষ্যমাত্রা|১|২|৩|৪|",
            "||অর্জন||৭|||",
        ),
        FiscalYear(2023),
    )
    assert found is not None
    (row,) = found.rows
    assert [cell.text for cell in one_line(row).row.cells] == ["অনুষ্ঠিত সভা", "সংখ্যা", "লক্ষ্যমাত্রা", "", "৭", "", "", ""]
