"""The program `xl-apa`: which commands there are, and in which module each is."""

from __future__ import annotations

import click

from xl_apa._version import __version__
from xl_apa.cli.lazy_group import LazyCommand, LazyGroup
from xl_apa.cli.localized import Choice, LocalizedOption, option
from xl_apa.core.messages import LANGUAGES


def _command(name: str, module: str = "") -> LazyCommand:
    """`addin build` is the command `addin_build` of its module, its help text `help-addin-build`."""
    attribute = name.replace(" ", "_")
    return LazyCommand(f"{__package__}.commands.{module or attribute}", attribute, f"help-{name.replace(' ', '-')}")


COMMANDS = {
    "addin": LazyCommand(__name__, "addin", "help-addin"),
    "calculate": _command("calculate"),
    "consolidate": _command("consolidate"),
    "demo": _command("demo"),
    "doctor": _command("doctor"),
    "import": LazyCommand(f"{__package__}.commands.import_report", "import_report", "help-import"),
    "plan": LazyCommand(__name__, "plan", "help-plan"),
    "register": LazyCommand(__name__, "register", "help-register"),
    "score": _command("score"),
    "template": _command("template"),
}
ADDIN_COMMANDS = {
    "build": _command("addin build"),
    "bundle": _command("addin bundle"),
    "install": _command("addin install"),
    "remove": _command("addin remove", "addin_install"),
}
PLAN_COMMANDS = {
    "check": _command("plan check", "plan"),
    "from-report": LazyCommand(f"{__package__}.commands.plan", "plan_from_report", "help-plan-from-report"),
    "list": _command("plan list", "plan"),
    "show": _command("plan show", "plan"),
}
REGISTER_COMMANDS = {"new": _command("register new", "register")}


@click.group(cls=LazyGroup, lazy_commands=COMMANDS, help_code="help-program")
@option("--lang", type=Choice(LANGUAGES), is_eager=True)
@click.version_option(__version__, package_name="xl_apa", cls=LocalizedOption)
def program(lang: str | None) -> None:
    """Marks, checks and ministry summaries of the action plan."""


@click.group(cls=LazyGroup, lazy_commands=ADDIN_COMMANDS, help_code="help-addin")
def addin() -> None:
    """The add-in."""


@click.group(cls=LazyGroup, lazy_commands=PLAN_COMMANDS, help_code="help-plan")
def plan() -> None:
    """Plans as data."""


@click.group(cls=LazyGroup, lazy_commands=REGISTER_COMMANDS, help_code="help-register")
def register() -> None:
    """The register of offices."""
