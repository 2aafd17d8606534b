"""A group knows its commands by name, and imports one when it is called."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest

from tests.cli.calls import Call, refused
from xl_apa.cli.lazy_group import LazyCommand, LazyGroup
from xl_apa.cli.program import program

TABLE = {
    "sample": LazyCommand("sample_of_a_command", "sample", "help-score"),
    "broken": LazyCommand("no_such_module", "broken", "help-demo"),
}


@pytest.fixture
def group() -> LazyGroup:
    return LazyGroup("group", lazy_commands=TABLE, help_code="help-program")


def test_a_list_of_commands_imports_none(group: LazyGroup) -> None:
    context = group.make_context("group", ["broken"])
    assert group.list_commands(context) == ["broken", "sample"]
    assert "broken" in group.get_help(context)


def test_a_command_is_imported_when_it_is_asked_for(
    group: LazyGroup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "import click\n\n@click.command()\ndef sample() -> None: ...\n"
    (tmp_path / "sample_of_a_command.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert "sample" in list(group.commands)
    assert "sample_of_a_command" not in sys.modules
    assert isinstance(group.commands["sample"], click.Command)
    assert "sample_of_a_command" in sys.modules
    with pytest.raises(ModuleNotFoundError):
        group.commands["broken"]


def test_a_name_that_is_mistyped_is_answered_with_those_that_are_meant(run: Call) -> None:
    refused(run("--lang", "en", "scor"), "There is no command “scor”. Close to it: score, doctor\n")
    refused(
        run("--lang", "en", "plan", "lst"),
        "There is no command “lst”. Close to it: list\nFor help, run: xl-apa plan --help",
    )
    assert program.commands.get("scor") is None
