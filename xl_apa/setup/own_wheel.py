"""The wheel of this program itself, for a bundle."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import shutil
import zipfile
from collections.abc import Mapping
from email.parser import Parser
from importlib import metadata
from pathlib import Path

from xl_apa.core.errors import OutputError
from xl_apa.setup.pip_runner import run_pip
from xl_apa.xlsx.files.temporary import temporary_folder
from xl_apa.xlsx.write.portable_workbook import UNIX

_PROJECT = "xl_apa"
_SOURCE = ("pyproject.toml", "setup.cfg", "setup.py", "README.md", "LICENSE", "MANIFEST.in", "macros", _PROJECT)
_ZIP_TIME = (2020, 1, 1, 0, 0, 0)


def own_wheel(folder: Path) -> Path:
    """Write the wheel of the running program into a folder, and return its path.

    It is built from the sources beside the program, else put together from its files. Raise OutputError when pip cannot
    build it, or when a file is no longer as it was installed.
    """
    source = Path(__file__).parents[2]
    if (source / "pyproject.toml").exists():
        return _build(source, folder)
    return repack(metadata.distribution(_PROJECT), folder)


def _build(source: Path, folder: Path) -> Path:
    # From a copy: setuptools leaves a build folder where it works, and what is in an old one gets into the wheel.
    with temporary_folder() as temporary:
        copy = temporary / _PROJECT
        copy.mkdir()
        for name in _SOURCE:
            if (source / name).is_dir():
                shutil.copytree(source / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
            elif (source / name).exists():
                shutil.copy(source / name, copy / name)
        run_pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(copy))
    (wheel,) = folder.glob(f"{_PROJECT}-*.whl")
    return wheel


def repack(distribution: metadata.Distribution, folder: Path) -> Path:
    """Write an installed pure-Python package as a wheel again and return its path.

    Left out is what installing made: compiled files, scripts (made again from the entry points), and the notes of the
    installer. Raise OutputError when a file is no longer as it was installed.
    """
    notes = next(path.parent.name for path in distribution.files or () if path.name == "WHEEL")
    content: dict[str, bytes] = {}
    for path in distribution.files or ():
        made_here = path.name in ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json")
        if path.suffix == ".pyc" or (path.parent.name == notes and made_here) or _is_script(path):
            continue
        if ".." in path.parts:
            raise OutputError("bundle-not-whole", path=str(path))
        data = Path(str(path.locate())).read_bytes()
        if path.hash and path.hash.value != _record_hash(data):
            raise OutputError("bundle-not-whole", path=str(path))
        content[path.as_posix()] = data
    tags = Parser().parsestr(content[f"{notes}/WHEEL"].decode()).get_all("Tag", [])
    if tags != ["py3-none-any"]:
        raise OutputError("bundle-not-whole", path=", ".join(tags))
    wheel = folder / f"{notes.removesuffix('.dist-info')}-{tags[0]}.whl"
    _write_wheel(wheel, content, f"{notes}/RECORD")
    return wheel


def _is_script(path: metadata.PackagePath) -> bool:
    return ".." in path.parts and path.parts[-2].lower() in ("bin", "scripts")


def _write_wheel(wheel: Path, content: Mapping[str, bytes], record: str) -> None:
    rows = io.StringIO()
    table = csv.writer(rows, lineterminator="\n")
    table.writerows((name, f"sha256={_record_hash(data)}", len(data)) for name, data in sorted(content.items()))
    table.writerow((record, "", ""))
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*sorted(content.items()), (record, rows.getvalue().encode())):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            # The same wheel from every system.
            entry.create_system, entry.external_attr = UNIX, 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)


def _record_hash(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
