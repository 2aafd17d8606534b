"""What a real LibreOffice finds in a macro workbook, with macros switched on: run by the system's python3.

uno_macros.py SOURCE COLUMNS FIRST LAST; prints {"modules": […], "buttons": {sheet: [[caption, macro]]},
"cells": {sheet: [[…]]}}, the cells calculated anew, as they are shown.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from uno_fill import connect, prop

ALWAYS_RUN = 4


def buttons(sheet):
    forms = sheet.DrawPage.Forms
    for number in range(forms.Count):
        form = forms.getByIndex(number)
        for place in range(form.Count):
            calls = [event.ScriptCode for event in form.getScriptEvents(place)]
            yield form.getByIndex(place).Label, calls[0] if calls else ""


def shown(sheet, columns, first, last):
    for row in range(first, last + 1):
        yield [sheet.getCellRangeByName(f"{column}{row}").String for column in columns]


def main(source, columns, first, last):
    with tempfile.TemporaryDirectory() as profile:
        office, desktop = connect(profile)
        options = (prop("Hidden", True), prop("MacroExecutionMode", ALWAYS_RUN))
        document = desktop.loadComponentFromURL(f"file://{Path(source).resolve()}", "_blank", 0, options)
        document.calculateAll()
        libraries = document.BasicLibraries
        project = libraries.getByName("VBAProject").ElementNames if libraries.hasByName("VBAProject") else ()
        sheets = [document.Sheets.getByIndex(number) for number in range(document.Sheets.Count)]
        found = {
            "modules": list(project),
            "buttons": {sheet.Name: list(buttons(sheet)) for sheet in sheets},
            "cells": {sheet.Name: list(shown(sheet, columns.split(","), int(first), int(last))) for sheet in sheets},
        }
        print(json.dumps(found, ensure_ascii=False))
        document.close(True)
        desktop.terminate()
        office.wait(60)


main(*sys.argv[1:])
