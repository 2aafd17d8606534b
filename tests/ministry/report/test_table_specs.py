"""The tables of the summary show columns that there are, under headings and names that Excel takes."""

from __future__ import annotations

import re

import pytest

from xl_apa.ministry.report import strings, table_specs
from xl_apa.ministry.report.table_writer import TableSheet

SPECS = [each for each in vars(table_specs).values() if isinstance(each, TableSheet)]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.table)
def test_a_table_shows_columns_of_its_records_each_once_and_headed(spec: TableSheet) -> None:
    names = [column.name for column in spec.columns]
    assert set(names) <= set(spec.types)
    assert len(set(names)) == len(names)
    headings = [strings.COLUMNS[name] for name in names]
    # An Excel table wants them apart, whatever their letters' case.
    assert len({heading.lower() for heading in headings}) == len(headings)
    assert spec.frozen < len(names)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.table)
def test_a_link_leads_to_a_column_of_the_records(spec: TableSheet) -> None:
    assert {column.leads for column in spec.columns if column.leads} <= set(spec.types)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.table)
def test_a_colour_stands_for_a_word_that_the_column_can_show(spec: TableSheet) -> None:
    words = {*strings.SEVERITIES.values(), *strings.SUBMISSIONS.values(), *strings.OUTCOMES.values()}
    words |= set(strings.REVIEW_STATUSES.values())
    assert {word for column in spec.columns for word in column.colors} <= words


def test_tables_and_sheets_have_names_of_their_own() -> None:
    assert len({spec.table for spec in SPECS}) == len({spec.name for spec in SPECS}) == len(SPECS) > 8
    assert all(re.fullmatch("apa_[a-z_]+", spec.table) for spec in SPECS)
