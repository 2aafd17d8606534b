"""Saves a workbook with a password in a real LibreOffice: uno_lock.py SOURCE PASSWORD TARGET.xls"""

import sys
import tempfile

from uno_fill import connect, prop


def main(source, password, target):
    with tempfile.TemporaryDirectory() as profile:
        office, desktop = connect(profile)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (prop("Hidden", True),))
        document.storeToURL(f"file://{target}", (prop("FilterName", "MS Excel 97"), prop("Password", password)))
        document.close(True)
        desktop.terminate()
        office.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
