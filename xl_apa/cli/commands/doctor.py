"""`xl-apa doctor`: what is wrong with this computer for the add-in."""

from __future__ import annotations

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand
from xl_apa.cli.output.doctor import doctor_data, print_doctor
from xl_apa.cli.output.json_values import print_json
from xl_apa.setup.diagnosis import State
from xl_apa.setup.doctor import examine
from xl_apa.setup.environment.this_computer import this_computer


@click.command(cls=LocalizedCommand, help_code="help-doctor")
@options.as_json
def doctor(as_json: bool) -> int:
    computer = this_computer()
    results = examine(computer)
    if as_json:
        print_json(doctor_data(computer, results))
    else:
        print_doctor(computer, results)
    return int(any(result.state is State.ERROR for result in results))
