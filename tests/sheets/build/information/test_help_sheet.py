"""The sheet of help: twelve lines, and links that lead to the cells they speak of."""

from __future__ import annotations

import re

import openpyxl
import pytest

from tests.sheets.build.built import Build, made_up_plan
from xl_apa.core.fiscal import Quarter
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.layout import Column

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.mark.parametrize("tiers", [2, 5, 7])
def test_every_link_leads_to_a_cell_of_the_workbook(build: Build, tiers: int) -> None:
    plan = made_up_plan(4, tiers=tiers)
    book = openpyxl.load_workbook(build(plan))
    links = [row[where.HELP_LINK_COLUMN].value for row in book[where.HELP_SHEET].iter_rows()]
    targets = [re.match(r"""=HYPERLINK\("#'(.+)'!([A-Z]+\d+)",""", link) for link in links if link]
    assert len(targets) == sum(bool(line.cell) for line in where.help_lines(plan))
    for target in targets:
        assert target is not None
        assert target[1] in book.sheetnames
    achieved = book[where.quarter_sheet(Quarter.Q1)].cell(8, where.shape_of(plan).at(Column.ACHIEVED) + 1)
    assert achieved.coordinate in {target[2] for target in targets if target}
    assert not achieved.protection.locked


def test_it_has_twelve_lines_and_stands_last_of_what_is_seen(build: Build) -> None:
    book = openpyxl.load_workbook(build())
    assert len(where.help_lines(load_plan())) == 12
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert shown[-1] == where.HELP_SHEET
