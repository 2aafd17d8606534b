"""Types values into a workbook as a person would, in a real LibreOffice, and saves it: run by the system's python3.

uno_fill.py SOURCE CELLS.json TARGET.xlsx TARGET.ods …  CELLS: {"sheet": {"M8": "৯৬%" or 96}}; prints what is shown.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}


def prop(name, value):
    given = PropertyValue()
    given.Name, given.Value = name, value
    return given


def connect(profile):
    port = 20000 + os.getpid() % 20000
    office = subprocess.Popen(
        [
            *("soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}"),
            f"--accept=socket,host=127.0.0.1,port={port};urp;",
        ],
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer")


def main(source, cells, *targets):
    with tempfile.TemporaryDirectory() as profile:
        office, desktop = connect(profile)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (prop("Hidden", True),))
        wanted = json.loads(Path(cells).read_text(encoding="utf-8"))
        for sheet, values in wanted.items():
            for name, value in values.items():
                cell = document.Sheets.getByName(sheet).getCellRangeByName(name)
                if isinstance(value, str):
                    cell.String = value
                else:
                    cell.Value = value
        document.calculateAll()
        for target in targets:
            document.storeToURL(f"file://{target}", (prop("FilterName", FILTERS[Path(target).suffix]),))
        document.close(True)
        desktop.terminate()
        office.wait(60)


if __name__ == "__main__":
    main(*map(os.path.abspath, sys.argv[1:]))
