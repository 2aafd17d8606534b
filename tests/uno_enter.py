"""Types into a workbook as a keyboard does, in a real LibreOffice: run by the system's python3.

uno_enter.py SOURCE CELLS.json TARGET.xlsx  CELLS: {"sheet": {"M8": "96%"}}. LibreOffice itself decides what a typed text
is (a number, a day, a percent), by the cell's format, as it does for what comes from the keyboard.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import uno
from uno_fill import FILTERS, connect, prop

URL = "com.sun.star.util.URL"


def main(source, cells, target):
    with tempfile.TemporaryDirectory() as profile:
        office, desktop = connect(profile)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (prop("Hidden", True),))
        view = document.CurrentController
        enter = uno.createUnoStruct(URL)
        enter.Complete, enter.Protocol, enter.Path = ".uno:EnterString", ".uno:", "EnterString"
        for name, values in json.loads(Path(cells).read_text(encoding="utf-8")).items():
            sheet = document.Sheets.getByName(name)
            view.setActiveSheet(sheet)
            for cell, text in values.items():
                view.select(sheet.getCellRangeByName(cell))
                view.Frame.queryDispatch(enter, "", 0).dispatch(enter, (prop("StringName", text),))
        document.calculateAll()
        document.storeToURL(f"file://{target}", (prop("FilterName", FILTERS[Path(target).suffix]),))
        document.close(True)
        desktop.terminate()
        office.wait(60)


if __name__ == "__main__":
    main(*map(os.path.abspath, sys.argv[1:]))
