"""What lies in a folder, before and after something went wrong."""

from __future__ import annotations

import zipfile
from pathlib import Path

from xl_apa.samples import read_data

HALF = next(each["code"] for each in read_data("ministry")["office"] if each.get("file") == "half")
"""The office of the demonstration whose file is half a file on purpose."""

_PACKAGES = (".xlsx", ".xlsm", ".xlam", ".whl")


def state(folder: Path) -> dict[str, bytes | None]:
    """Return all files with their content, and the folders."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def written(folder: Path) -> dict[str, tuple[int, int]]:
    """Return what tells that a file was written anew, though it is the same byte for byte: its number and its time."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def assert_whole(path: Path) -> None:
    """A file is complete: a package whose every part can be read, or text with its end."""
    if path.stem == HALF:
        return
    content = path.read_bytes()
    if path.suffix in _PACKAGES:
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
    elif path.suffix == ".parquet":
        assert content.startswith(b"PAR1") and content.endswith(b"PAR1")
    elif path.suffix == ".json":
        assert content.endswith(b"}")
    elif path.suffix != ".lnk":
        assert content.endswith(b"\n"), path


def assert_old_or_whole(before: dict[str, bytes | None], folder: Path) -> None:
    """Every file is the old one or a new one that is complete, and none is gone."""
    now = state(folder)
    for name, content in now.items():
        if any(part.lstrip(".").startswith("xl_apa-") for part in Path(name).parts):
            continue  # of an ended run; the next one clears it
        if content is not None and before.get(name) != content:
            assert_whole(folder / name)
    assert before.keys() <= now.keys()


def leftovers(folder: Path) -> list[str]:
    """Return the names of temporary files."""
    return [path.name for path in folder.rglob(".xl_apa-*")]


def assert_said(told: str, *names: str) -> None:
    """What is said is a sentence to a line, with the name of what could not be written, and no words of a program."""
    assert told.strip()
    for word in ("Traceback", "Exception ignored", "The program itself failed", "Errno", "Error("):
        assert word not in told, told
    assert any(name in told for name in names), told
    assert ".xl_apa-" not in told, told
