"""One direction: a floor of the house uses the floors above it in FLOORS, never one below or beside it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import xl_apa

HOUSE = Path(xl_apa.__file__).parent
FLOORS = [
    {"core"},
    {"plans"},
    {"sheets", "legacy"},
    {"samples"},
    {"ministry"},
    {"demo"},
    {"excel", "libreoffice"},
    {"cli"},
]
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}

# Only these files may hold text that people read: the catalogue, the plans' and samples' data, the two places for headings.
TEXT_ROOMS = ("core/messages/", "sheets/layout.py", "ministry/headings.py")


def modules() -> list[Path]:
    return sorted(
        path for path in HOUSE.rglob("*.py") if path.parent != HOUSE or path.stem not in ("__init__", "__main__")
    )


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            # `from xl_apa import plans` names a room just as well.
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_room_uses_only_the_floors_above_it(path: Path) -> None:
    room = room_of(path)
    wrong = []
    for line, name in imports(path):
        parts = name.split(".")
        used = parts[1] if parts[0] == "xl_apa" and len(parts) > 1 and parts[1] in LEVEL else room
        if used != room and LEVEL[used] >= LEVEL[room]:
            wrong.append(f"{path.relative_to(HOUSE)}:{line}: {room} may not use {used}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", [path for path in modules() if room_of(path) == "core"], ids=lambda path: path.stem)
def test_core_uses_the_standard_library_alone(path: Path) -> None:
    foreign = {name.split(".")[0] for _, name in imports(path)} - set(sys.stdlib_module_names) - {"xl_apa"}
    assert not foreign, f"{path.relative_to(HOUSE)} imports {foreign}"


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(path) for path in modules()}
    assert rooms <= set(LEVEL), f"say in FLOORS where these belong: {rooms - set(LEVEL)}"


def test_no_module_imports_windows_parts_of_xlwings() -> None:
    for path in modules():
        assert not any(name.startswith("xlwings.udfs") for _, name in imports(path)), path
