"""`xl-apa template`: the form for an office, or for every office of a register."""

from __future__ import annotations

from pathlib import Path

import click

from xl_apa.addin.build import build_macro_template
from xl_apa.cli import options
from xl_apa.cli.localized import Choice, LocalizedCommand, option
from xl_apa.cli.output.console import print_message, print_notices, print_written
from xl_apa.cli.output.register import print_ignored
from xl_apa.core.errors import OutputError
from xl_apa.core.model import Layout, Office, Plan
from xl_apa.ministry.register.blank_forms import write_forms
from xl_apa.ministry.register.read import read_register
from xl_apa.plans import DEFAULT_PLAN, choose_plan
from xl_apa.sheets.assess_workbook import holds_achievements
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Edition


@click.command(cls=LocalizedCommand, help_code="help-template")
@options.plan(DEFAULT_PLAN)
@option("--layout", type=Choice([each.value for each in Layout]), default=Layout.REMARKS.value, show_default=True)
@option("--edition", type=Choice([each.value for each in Edition]), default=Edition.NATIVE.value, show_default=True)
@option("--office-code", type=options.Text("code"), default="")
@option("--office-name", type=options.Text("name"), default="")
@option("--parent", type=options.Text("name"), default="")
@option("--register", type=options.FilePath())
@options.output("file-or-folder", help_code="option-output-forms")
def template(
    plan: Plan | None,
    layout: str,
    edition: str,
    office_code: str,
    office_name: str,
    parent: str,
    register: Path | None,
    output: Path,
) -> int:
    chosen = choose_plan(plan=plan)
    build = build_macro_template if edition == Edition.MACRO else build_template
    ending = ".xlsm" if edition == Edition.MACRO else ".xlsx"
    if register:
        listed = read_register(register)
        forms = write_forms(
            listed, output, ending, lambda path, office: build(chosen, path, layout=Layout(layout), office=office)
        )
        print_ignored(listed)
        if forms.kept:
            print_message("said-forms-kept", count=len(forms.kept))
        print_message("said-forms", folder=output, count=len(forms.built))
        print_notices(forms.failed)
        return int(bool(forms.failed))
    if edition == Edition.NATIVE and output.suffix.lower() == ".xlsm":
        raise OutputError("output-for-macro-edition", path=output)
    options.require_ending(output, ending)
    if holds_achievements(output):
        raise OutputError("output-filled", path=output)
    build(chosen, output, layout=Layout(layout), office=Office(office_code, office_name, parent))
    print_written(output)
    return 0
