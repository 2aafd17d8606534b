"""A real LibreOffice for the tests, each call with a home of its own, so that calls can run side by side."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 240


def convert(source: Path, ending: str, home: Path) -> Path:
    """The workbook saved by LibreOffice in another format, in `home`."""
    home.mkdir(exist_ok=True)
    _run(["soffice", "--headless", "--convert-to", ending, "--outdir", str(home), str(source)], home)
    return home / f"{source.stem}.{ending}"


def convert_all(sources: Sequence[Path], ending: str, home: Path, *options: str) -> list[Path]:
    """The workbooks saved by LibreOffice in another format, in `home`: one start for all of them."""
    home.mkdir(exist_ok=True)
    _run(["soffice", "--headless", *options, "--convert-to", ending, "--outdir", str(home), *map(str, sources)], home)
    return [home / f"{source.stem}.{ending}" for source in sources]


def fill(source: Path, cells: Mapping[str, Mapping[str, str | float]], home: Path, *endings: str) -> list[Path]:
    """The workbook with values typed in, by sheet and cell, saved by LibreOffice in each format."""
    home.mkdir(exist_ok=True)
    wanted = home / "cells.json"
    wanted.write_text(json.dumps(cells, ensure_ascii=False), encoding="utf-8")
    targets = [home / f"filled.{ending}" for ending in endings]
    script = Path(__file__).with_name("uno_fill.py")
    _run(["/usr/bin/python3", str(script), str(source), str(wanted), *map(str, targets)], home)
    return targets


def lock(source: Path, password: str, home: Path) -> Path:
    """The workbook saved by LibreOffice as .xls with a password."""
    home.mkdir(exist_ok=True)
    target = home / "locked.xls"
    script = Path(__file__).with_name("uno_lock.py")
    _run(["/usr/bin/python3", str(script), str(source), password, str(target)], home)
    return target


def enter(source: Path, cells: Mapping[str, Mapping[str, str]], home: Path) -> Path:
    """The workbook with texts typed in as by a keyboard, by sheet and cell: LibreOffice decides what they are."""
    home.mkdir(exist_ok=True)
    wanted, target = home / "typed.json", home / "typed.xlsx"
    wanted.write_text(json.dumps(cells, ensure_ascii=False), encoding="utf-8")
    script = Path(__file__).with_name("uno_enter.py")
    _run(["/usr/bin/python3", str(script), str(source), str(wanted), str(target)], home)
    return target


def sort_and_filter(source: Path, cells: tuple[str, str], by: int, chosen: tuple[int, str], target: Path) -> list[int]:
    """Which rows (as people count) are shown with a text chosen in a column; `cells` are a sheet and its filter's range.

    `target` is the workbook as it is sorted by a column by then; columns are counted from 0.
    """
    home = target.parent / "home"
    home.mkdir(exist_ok=True)
    script = Path(__file__).with_name("uno_sort.py")
    asked = [str(source), *cells, str(by), str(chosen[0]), chosen[1], str(target)]
    shown: list[int] = json.loads(_run(["/usr/bin/python3", str(script), *asked], home))
    return shown


@dataclass(frozen=True)
class Opened:
    """A workbook opened with macros switched on: its modules, the buttons and the shown cells of each sheet."""

    modules: list[str]
    buttons: dict[str, list[list[str]]]
    cells: dict[str, list[list[str]]]


def open_with_macros(source: Path, home: Path, columns: str, rows: range) -> Opened:
    """What is in a workbook; of the cells the given columns (`S,T,V`) and rows (as people count), calculated anew."""
    home.mkdir(exist_ok=True)
    script = Path(__file__).with_name("uno_macros.py")
    asked = [str(source), columns, str(rows[0]), str(rows[-1])]
    return Opened(**json.loads(_run(["/usr/bin/python3", str(script), *asked], home)))


def _run(command: list[str], home: Path) -> bytes:
    # With another Python on the PATH LibreOffice's own does not start.
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    return subprocess.run(command, env=environment, check=True, capture_output=True, timeout=_PATIENCE).stdout
