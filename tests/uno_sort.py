"""Sorts and filters a sheet by the cells of its filter, in a real LibreOffice, and saves it: run by the system's python3.

uno_sort.py SOURCE SHEET CELLS SORTED_COLUMN FILTERED_COLUMN TEXT TARGET.xlsx  CELLS are
those of the filter, columns are counted from 0. Prints as JSON which rows are still shown once those with another text
are filtered out.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import uno
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.table import TableSortField
from uno_fill import FILTERS, connect, prop

FIELD = "com.sun.star.sheet.TableFilterField"


def main(source, name, where, by, filtered, text, target):
    source, target = map(os.path.abspath, (source, target))
    with tempfile.TemporaryDirectory() as profile:
        office, desktop = connect(profile)
        try:
            document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (prop("Hidden", True),))
            sheet = document.Sheets.getByName(name)
            cells = sheet.getCellRangeByName(where)
            area = cells.RangeAddress
            field = TableSortField()
            field.Field, field.IsAscending = int(by), True
            fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
            cells.sort((prop("SortFields", fields), prop("ContainsHeader", True), prop("IsSortColumns", False)))
            document.calculateAll()
            document.storeToURL(f"file://{target}", (prop("FilterName", FILTERS[Path(target).suffix]),))
            wanted = uno.createUnoStruct(FIELD)
            wanted.Field, wanted.Operator, wanted.StringValue = int(filtered), EQUAL, text
            chosen = cells.createFilterDescriptor(True)
            chosen.ContainsHeader = True
            chosen.setFilterFields((wanted,))
            cells.filter(chosen)
            rows = range(area.StartRow, area.EndRow + 4)
            shown = [row + 1 for row in rows if sheet.Rows.getByIndex(row).IsVisible]
            print(json.dumps(shown))
            document.close(True)
            desktop.terminate()
        finally:
            # Whatever went wrong, nobody waits for an office that nobody talks to.
            office.terminate()
            office.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
