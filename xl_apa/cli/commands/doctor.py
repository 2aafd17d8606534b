"""`xl-apa doctor`: what is wrong with this computer for the add-in."""

from __future__ import annotations

import webbrowser
from datetime import date
from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand, language, localize, option
from xl_apa.cli.output.console import print_plainly
from xl_apa.cli.output.doctor import doctor_data, print_doctor
from xl_apa.cli.output.json_values import print_json
from xl_apa.setup.diagnosis import State
from xl_apa.setup.doctor import examine
from xl_apa.setup.doctor_page import findings_page
from xl_apa.setup.environment.this_computer import this_computer
from xl_apa.xlsx.files.atomic_file import replacing


@click.command(cls=LocalizedCommand, help_code="help-doctor")
@options.as_json
@option("--html", "page", type=options.FilePath())
@option("--open", "open_page", is_flag=True)
def doctor(as_json: bool, page: Path | None, open_page: bool) -> int:
    computer = this_computer()
    results = examine(computer)
    if page:
        with replacing(page) as temporary:
            temporary.write_bytes(findings_page(results, language(), date.today()))
        if open_page:
            webbrowser.open(page.absolute().as_uri())
        else:
            print_plainly(localize("said-written", path=page))
    elif as_json:
        print_json(doctor_data(computer, results))
    else:
        print_doctor(computer, results)
    return int(any(result.state is State.ERROR for result in results))
