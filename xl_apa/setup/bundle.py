"""A folder for a USB stick: everything an office without internet needs, and one file to double-click.

install.bat        Python environment, program and add-in for the Windows user who runs it; no administrator
nirdeshika.html    one page for the officer, in Bangla
wheels/            xl_apa and everything it needs, for Windows and each Python asked for
templates/         the blank forms
check.py           holds all files against SHA256SUMS; install.bat runs it first
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from xl_apa.core.errors import CallError, OutputError
from xl_apa.core.model import Layout, Plan
from xl_apa.plans import load_plan, shipped_plans
from xl_apa.setup.offline_files import (
    CHECK,
    INSTALLER,
    PAGE,
    check_script,
    install_script,
    instruction_page,
    version_numbers,
)
from xl_apa.setup.own_wheel import own_wheel
from xl_apa.setup.platforms import PLATFORMS, PYTHONS, WINDOWS, Target
from xl_apa.setup.resolver import download, resolve
from xl_apa.sheets.build.workbook import build_template
from xl_apa.xlsx.files.atomic_file import is_full, new_folders, output_error
from xl_apa.xlsx.files.file_digest import file_digest
from xl_apa.xlsx.files.leftovers import clear_leftovers, own_prefix

SUMS = "SHA256SUMS"


class BuildMacroTemplate(Protocol):
    """Writes the macro edition of the form (.xlsm) for a plan."""

    def __call__(self, plan: Plan, path: Path, *, layout: Layout) -> None: ...


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was put in a folder."""

    folder: Path
    pythons: tuple[str, ...]
    wheels: int
    size: int


def build_bundle(
    folder: Path,
    pythons: Sequence[str] = PYTHONS,
    platform: str = WINDOWS,
    build_macro_template: BuildMacroTemplate | None = None,
    extras: Sequence[str] = (),
) -> Bundle:
    """Write a new folder with everything in it and return what was put there; it appears whole or not at all.

    `extras`: what setup.cfg calls optional and this folder is to install too, such as `import`. Raise CallError for a
    Python or platform that cannot be, OutputError when the folder is not empty or a package cannot be had.
    """
    if platform not in PLATFORMS:
        raise CallError("bundle-platform", platform=platform, known=list(PLATFORMS))
    for python in pythons:
        _refuse_python(python)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError("bundle-not-empty", path=folder)
    targets = [Target(python, platform) for python in dict.fromkeys(pythons)]
    # A link stays a link: what it leads to is filled.
    place = Path(os.path.realpath(folder))
    growing = place.parent / f".{own_prefix()}{secrets.token_hex(6)}"
    with new_folders(place.parent):
        clear_leftovers(place.parent)
        try:
            _fill(growing, targets, build_macro_template, extras)
            if place.exists():
                place.rmdir()
            growing.replace(place)
        except OSError as error:
            raise output_error(folder, error) from error
        except OutputError as error:
            if error.code == "bundle-pip" and is_full(place.parent):
                raise output_error(folder, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))) from error
            path = error.params.get("path")
            if isinstance(path, Path) and growing in path.parents:
                # Nobody knows the place where it grew.
                raise OutputError(error.code, **{**error.params, "path": folder}) from error
            raise
        finally:
            shutil.rmtree(growing, ignore_errors=True)
    every = [path for path in folder.rglob("*") if path.is_file()]
    wheels = sum(path.suffix == ".whl" for path in every)
    return Bundle(
        folder, tuple(target.python for target in targets), wheels, sum(path.stat().st_size for path in every)
    )


def _fill(
    folder: Path, targets: Sequence[Target], build_macro_template: BuildMacroTemplate | None, extras: Sequence[str]
) -> None:
    wheels, templates = folder / "wheels", folder / "templates"
    wheels.mkdir(parents=True)
    templates.mkdir()
    wheel = own_wheel(wheels)
    for target in targets:
        download(resolve(wheel, target, extras), target, wheels)
    _add_templates(templates, build_macro_template)
    pythons = [target.python for target in targets]
    (folder / INSTALLER).write_bytes(install_script(pythons, extras))
    (folder / CHECK).write_bytes(check_script())
    (folder / PAGE).write_bytes(instruction_page(pythons))
    (folder / SUMS).write_bytes(checksums(folder))


def _add_templates(folder: Path, build_macro_template: BuildMacroTemplate | None) -> None:
    for plan in (load_plan(name) for name in shipped_plans()):
        if plan.example:
            continue
        for layout in Layout:
            build_template(plan, folder / f"{plan.name}_{layout.value}.xlsx", layout=layout)
            if build_macro_template is not None:
                build_macro_template(plan, folder / f"{plan.name}_{layout.value}.xlsm", layout=layout)


def checksums(folder: Path) -> bytes:
    """Return a line for each file, as sha256sum writes and reads it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    lines = (f"{file_digest(path)} *{path.relative_to(folder).as_posix()}\n" for path in paths)
    return "".join(lines).encode("utf-8")


def _refuse_python(python: str) -> None:
    parts = python.split(".")
    if (
        len(parts) != 2
        or not all(part.isdigit() for part in parts)
        or version_numbers(python) < version_numbers(PYTHONS[0])
    ):
        raise CallError("bundle-python", text=python, name=PYTHONS[0])
