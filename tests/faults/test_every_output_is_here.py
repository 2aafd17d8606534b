"""No command and no option that writes is forgotten, and none writes but through a temporary file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.faults.injection import faults
from tests.faults.outputs import BY_NAME, OUTPUTS, READ, WRITES_NOTHING
from xl_apa.cli.options import FilePath
from xl_apa.cli.program import program
from xl_apa.xlsx.leftovers import own_prefix


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its whole name."""
    for name in program.list_commands(click.Context(program)):
        command = program.get_command(click.Context(program), name)
        if isinstance(command, click.Group):
            for below in command.list_commands(click.Context(command)):
                yield f"{name} {below}", command.get_command(click.Context(command), below)
        else:
            yield name, command


def test_every_command_is_among_the_outputs_or_writes_nothing() -> None:
    assert {name for name, _ in commands()} == {output.command for output in OUTPUTS} | WRITES_NOTHING


def test_every_path_that_a_command_is_given_is_written_in_a_test_or_only_read() -> None:
    given = {
        (name, parameter.name)
        for name, command in commands()
        for parameter in command.params
        if isinstance(parameter.type, FilePath)
    }
    written = {(output.command, output.parameter) for output in OUTPUTS}
    read = {(name, parameter) for name, parameters in READ.items() for parameter in parameters}
    assert given - written - read == set()
    assert read <= given and not read & written


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("name", BY_NAME)
def test_nothing_is_opened_for_writing_under_its_own_name(desk: Path, name: str) -> None:
    """Whoever looks at any moment meets the old file, the new one, or a name that the next run clears away."""
    opened: list[Path] = []

    def note(event: str, paths: tuple[Path, ...]) -> None:
        # Windows itself makes the entry of its menu.
        if event == "open" and desk in paths[0].parents and paths[0].suffix != ".lnk":
            opened.append(paths[0].relative_to(desk))

    with faults(note):
        assert BY_NAME[name].run(desk) in (0, 1)
    assert [path for path in opened if not any(own_prefix() in part for part in path.parts)] == []
    assert BY_NAME[name].file(desk).is_file()
