"""The tables of the summary show columns that there are, under headings and names that Excel takes."""

from __future__ import annotations

import re

import pytest

from xl_apa.core.messages import LANGUAGES
from xl_apa.ministry.report import table_specs
from xl_apa.ministry.report.table_writer import TableSheet
from xl_apa.ministry.report.words import words_in

SPECS = [each for each in vars(table_specs).values() if isinstance(each, TableSheet)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.table)
def test_a_table_shows_columns_of_its_records_each_once_and_headed(spec: TableSheet, lang: str) -> None:
    columns = spec.columns_in(lang)
    names = [column.record(lang) for column in columns]
    assert set(names) <= set(spec.types)
    assert len(set(names)) == len(names)
    headings = [words_in(lang).heading(column.name) for column in columns]
    # An Excel table wants them apart, whatever their letters' case.
    assert len({heading.lower() for heading in headings}) == len(headings)
    assert spec.frozen < len(names)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.table)
def test_only_the_bangla_summary_has_sentences_in_the_other_language_too(spec: TableSheet) -> None:
    others = [column.name for column in spec.columns if column not in spec.columns_in("en")]
    assert all(name in ("message_en", "told_en") for name in others)
    assert spec.columns_in("bn") == spec.columns


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.table)
def test_a_link_leads_to_a_column_of_the_records(spec: TableSheet) -> None:
    assert {column.leads for column in spec.columns if column.leads} <= set(spec.types)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.table)
def test_a_colour_stands_for_a_code_that_the_column_has_a_word_for(spec: TableSheet, lang: str) -> None:
    for column in spec.columns_in(lang):
        if column.colors:
            assert column.shown is not None
            assert all(column.shown(words_in(lang), code) for code in column.colors)


def test_tables_and_sheets_have_names_of_their_own() -> None:
    assert len({spec.table for spec in SPECS}) == len({spec.sheet for spec in SPECS}) == len(SPECS) > 8
    assert all(re.fullmatch("apa_[a-z_]+", spec.table) for spec in SPECS)
