"""No command and no option that writes is forgotten, and none writes but through a temporary file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.faults.injection import faults
from tests.faults.outputs import BY_NAME, OUTPUTS, READ, WRITES_NOTHING
from tests.faults.places import PLACES, Place
from tests.faults.writers import writing_places
from xl_apa.cli.options import FilePath
from xl_apa.cli.program import program
from xl_apa.xlsx.files.leftovers import own_prefix

ROOT = Path(__file__).parents[2]


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


def test_every_place_in_the_source_that_writes_is_tried_or_has_a_reason() -> None:
    """A place that is new goes into `places.py`, with what tries it on a full disk and when the program is killed."""
    known = [name for place in PLACES for name in place.names]
    assert len(set(known)) == len(known)
    assert set(writing_places()) - set(known) == set()
    assert set(known) - set(writing_places()) == set()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.module} {place.calls.split()[0]}")
def test_what_is_said_to_try_a_place_is_there(place: Place) -> None:
    assert place.tried or place.why
    for name in place.tried:
        assert name in BY_NAME or (ROOT / name).is_file(), name


SOURCES = {
    "def f(p): p.write_bytes(b'')": "write_bytes",
    "def f(p): p.open('w')": "open",
    "def f(p): open(p, mode='ab')": "open",
    "def f(p, q): p.replace(q)": "replace",
    "def f(p, q): os.replace(p, q)": "replace",
    "def f(p): zipfile.ZipFile(p, 'w')": "ZipFile",
    "def f(p): shutil.copy(p, p)": "copy",
    "def f(p): sqlite3.connect(p)": "connect",
    "def f(k): winreg.SetValueEx(k, 'a', 0, 1, 'b')": "SetValueEx",
    "def f(frame): frame.to_csv('x')": "to_csv",
    "def f(): tempfile.mkstemp()": "mkstemp",
    "def f(): logging.FileHandler('x')": "FileHandler",
    "def f(p): os.open(p, os.O_WRONLY | os.O_CREAT)": "open",
}
READING = (
    "text.replace('a', 'b')",
    "replace(finding, cell='')",
    "day.replace(day=1)",
    "path.open('rb')",
    "open(path)",
    "zipfile.ZipFile(path)",
    "found.remove(1)",
    "copy(info)",
)


@pytest.mark.parametrize("source", SOURCES)
def test_a_new_place_is_found_whatever_it_writes_with(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr("tests.faults.writers.PACKAGE", tmp_path)
    assert list(writing_places()) == [f"new.py:f:{SOURCES[source]}"]


def test_what_only_reads_is_no_such_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new.py").write_text("\n".join(READING), encoding="utf-8")
    monkeypatch.setattr("tests.faults.writers.PACKAGE", tmp_path)
    assert list(writing_places()) == []


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
