"""The head of a form in a table."""

from __future__ import annotations

import pytest

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.importer.document import Span, Table
from xl_apa.importer.table.head import find_heads, is_number_row
from xl_apa.importer.table.roles import Role

YEAR = FiscalYear(2023)
TIERS = ["অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে"]


def table(*rows: str, spans: dict[tuple[int, int], Span] | None = None) -> Table:
    """A table of rows whose cells are separated by |."""
    return Table("t", tuple(tuple(Cell(text.strip() or None) for text in row.split("|")) for row in rows), spans or {})


def roles(found: Table) -> list[list[tuple[int, Role, float | None]]]:
    return [[(slot.column, slot.role, slot.heading.percent) for slot in head.slots] for head in find_heads(found, YEAR)]


def test_targets_under_one_heading_are_told_by_the_names_of_the_tiers() -> None:
    found = roles(
        table(
            "সূচক|একক|সূচকের মান|লক্ষ্যমাত্রা ২০২৩-২৪|||||অর্জন|মন্তব্য",
            f"|||{'|'.join(TIERS)}||",
            "১|২|৩|৪|৫|৬|৭|৮|৯|১০",
        )
    )
    assert found == [
        [
            *((0, Role.INDICATOR, None), (1, Role.UNIT, None), (2, Role.WEIGHT, None)),
            *((place, Role.TARGET, percent) for place, percent in zip(range(3, 8), (100.0, 90.0, 80.0, 70.0, 60.0))),
            *((8, Role.ACHIEVED, None), (9, Role.REMARKS, None)),
        ]
    ]


def test_percents_tell_the_tiers_where_nobody_names_them() -> None:
    (head,) = roles(table("সূচক|একক|সূচকের মান|লক্ষ্যমাত্রা||অর্জন", "|||১০০%|৮৭.৫%|"))
    assert [(place, percent) for place, role, percent in head if role is Role.TARGET] == [(3, 100.0), (4, 87.5)]


def test_a_column_of_the_year_before_is_no_target() -> None:
    (head,) = roles(table("সূচক|একক|সূচকের মান|প্রকৃত অর্জন ২০২২-২৩|লক্ষ্যমাত্রা|||||অর্জন", f"||||{'|'.join(TIERS)}|"))
    assert [place for place, role, _ in head if role is Role.TARGET] == [4, 5, 6, 7, 8]
    assert (3, Role.PAST, None) in head


def test_a_single_annual_target_is_one() -> None:
    (head,) = roles(table("সূচক|একক|সূচকের মান|বাৎসরিক লক্ষ্যমাত্রা ২০২৩-২৪|অর্জন"))
    assert (3, Role.TARGET, None) in head


def test_quarter_and_year_side_by_side_are_told_by_their_own_headings() -> None:
    (head,) = roles(
        table(
            "সূচক|একক|সূচকের মান|লক্ষ্যমাত্রা|অর্জন||মন্তব্য",
            "||||(জুলাই-সেপ্টেম্বর ২০২৩)|(জুলাই ২০২৩-জুন ২০২৪)|",
            spans={(0, 4): Span(1, 2), **{(0, place): Span(2, 1) for place in (0, 1, 2, 3, 6)}},
        )
    )
    assert [(place, role) for place, role, _ in head][-3:] == [(4, Role.QUARTER), (5, Role.YEAR), (6, Role.REMARKS)]


def test_what_a_scan_wrote_over_the_tiers_stands_right_of_them() -> None:
    (head,) = roles(table("সূচক|একক|সূচকের মান|লক্ষ্যমাত্রা|প্রক্ষেপণ ২০২৪-২৫", f"|||{'|'.join(TIERS)}"))
    assert head[-1] == (8, Role.PROJECTION, None)


def test_the_head_is_found_again_on_the_next_page() -> None:
    heads = list(
        find_heads(
            table(
                *("সূচক|একক|সূচকের মান|অর্জন", "[১.১.১] ক খ গ|সংখ্যা|৪|৩"),
                *("শূচক|একক|সূচকের মান|অর্জন", "১|২|৩|৪", "[১.১.২] ক খ গ|সংখ্যা|৪|৩"),
            ),
            YEAR,
        )
    )
    assert [(head.first, head.end) for head in heads] == [(0, 1), (2, 4)]


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("১|২|৩|৪|৫|৬|৭|৮|৯|১০|১১|১২|১৩|১৪", True),
        ("১|২|৩|৪|৫|৬|৭|১০০%|৮|৯০%|৮০%|১০|১১|১২|১৩|১৪", True),
        ("১||||হালনাগাদকরণ নিশ্চিতকরণ|৬|৭|১০০%|৮|৯০%|৮০%|১৪", True),
        ("[১.২.১] ডাটাবেজ|সংখ্যা|৪|৪|৩|২|-|-|১", False),
        ("৪|৪|৩|২|১", False),
        ("|||", False),
    ],
)
def test_a_row_of_column_numbers_rises_and_holds_no_unit(row: str, numbers: bool) -> None:
    assert is_number_row(table(row).rows[0]) is numbers


def test_quarters_under_targets_are_no_figures_of_the_report() -> None:
    spans = {(0, 3): Span(1, 2), (0, 5): Span(1, 2)}
    (head,) = roles(table("সূচক|একক|সূচকের মান|লক্ষ্যমাত্রা||অর্জন|", "|||১ম কোয়ার্টার|২য় কোয়ার্টার|১ম কোয়ার্টার|২য় কোয়ার্টার", spans=spans))
    assert [role for _, role, _ in head][3:] == [Role.PLANNED, Role.PLANNED, Role.QUARTER, Role.QUARTER]


def test_quarters_that_are_called_by_a_letter_and_a_number_are_a_row_of_the_head() -> None:
    found = table("সূচক|একক|সূচকের মান|বার্ষিক লক্ষ্যমাত্রা|অর্জন||||মোট|মন্তব্য", "||||Q1|Q2|Q3|Q4||", "সভা|টি|৪|৯|১|২|||৩|")
    (head,) = find_heads(found, YEAR)
    assert [(slot.column, slot.heading.quarter) for slot in head.slots if slot.role is Role.QUARTER] == [
        (3 + quarter, quarter) for quarter in Quarter
    ]
    assert (head.end, head.columns_of(Role.YEAR)) == (2, [8])


def test_a_total_of_nothing_said_is_no_achievement_where_no_periods_stand_beside_it() -> None:
    (head,) = find_heads(table("সূচক|একক|সূচকের মান|বার্ষিক লক্ষ্যমাত্রা|অর্জন|মোট"), YEAR)
    assert (head.columns_of(Role.ACHIEVED), head.columns_of(Role.YEAR)) == ([4], [])


@pytest.mark.parametrize("row", ["২.২.১ আবেদন নিষ্পত্তি|শতাংশ|৪|৯০|-|-", "আবেদন নিষ্পত্তি|শতাংশ|৪|৯০|চলমান|চলমান"])
def test_the_first_row_below_is_no_heading_though_its_unit_and_status_sound_like_some(row: str) -> None:
    (head,) = find_heads(table("সূচক|একক|সূচকের মান|বার্ষিক লক্ষ্যমাত্রা|অর্জন|মন্তব্য", row), YEAR)
    assert head.end == 1


def test_a_heading_that_begins_with_a_day_is_one() -> None:
    (head,) = find_heads(table("সূচক|একক|সূচকের মান|অর্জন", "|||৩১.১২.২৩ পর্যন্ত অর্জন", "সভা|টি|৪|৯"), YEAR)
    assert head.end == 2
