"""Every place in the program that writes, found in its source: what a table says by hand would forget the next one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import xl_apa

PACKAGE = Path(xl_apa.__file__).parent

_METHODS = frozenset(
    {
        *("write_bytes", "write_text", "touch", "mkdir", "makedirs", "symlink_to", "hardlink_to", "chmod", "truncate"),
        *("unlink", "rmdir", "rmtree", "rename", "renames", "remove", "removedirs", "copyfile", "copytree", "move"),
        *("TemporaryDirectory", "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "mkstemp", "mkdtemp"),
        *("extract", "extractall", "unpack_archive", "make_archive", "save", "save_as", "SaveCopyAs", "SaveAs"),
        *("to_parquet", "to_csv", "to_excel", "to_json", "to_pickle", "to_pdf", "ExportAsFixedFormat"),
        *("connect", "FileHandler", "RotatingFileHandler", "basicConfig", "CreateKey", "CreateKeyEx", "SetValueEx"),
        *("DeleteKey", "DeleteValue", "user_cache_path", "user_documents_path", "user_data_path", "dump", "dup2"),
        *("make_shortcut", "PortableWorkbook", "Workbook", "move_into_place", "replacing", "temporary_folder"),
        *("folder_for_copies", "new_folders", "require_writable"),
    }
)
"""Calls that change files by themselves, or through which all others write."""
_OF_SETS_AND_LISTS = ("remove", "truncate", "extract", "dump", "save", "move")
_MODES = frozenset("wax+")


def writing_places() -> Iterator[str]:
    """Yield `module.py:function:call` for every call that writes."""
    for module in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        name = module.relative_to(PACKAGE).as_posix()
        yield from _of(tree, name, "")


def _of(node: ast.AST, module: str, function: str) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)) else function
        if isinstance(child, ast.Call) and (call := _writes(child)):
            yield f"{module}:{function}:{call}"
        elif isinstance(child, ast.Attribute) and child.attr == "SaveCopyAs":
            yield f"{module}:{function}:SaveCopyAs"
        yield from _of(child, module, inside)


def _writes(call: ast.Call) -> str:
    """Return the name of what is called where it writes, else ""."""
    function = call.func
    name = (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )
    if name in ("open", "ZipFile", "fdopen"):
        # The mode is the first argument of a path's own `open`, the second of the others.
        own = isinstance(function, ast.Attribute) and name == "open" and _module(function) not in ("os", "io")
        place = 0 if own else 1
        given = [
            *call.args[place : place + 1],
            *(each.value for each in call.keywords if each.arg in ("mode", "flags")),
        ]
        return name if any(_is_writing(each) for each in given) else ""
    if name == "replace":
        # A text's own takes two arguments, a dataclass's and a day's names of fields; a path's one, and the system's two.
        path = isinstance(function, ast.Attribute) and len(call.args) == 1 and not call.keywords
        return name if path or (isinstance(function, ast.Attribute) and _module(function) == "os") else ""
    if name == "copy":
        return name if isinstance(function, ast.Attribute) and _module(function) == "shutil" else ""
    if name in _OF_SETS_AND_LISTS:
        told = isinstance(function, ast.Attribute) and _module(function) in ("os", "shutil", "json", "pickle", "book")
        return name if told or name == "save" else ""
    return name if name in _METHODS else ""


def _module(function: ast.Attribute) -> str:
    return function.value.id if isinstance(function.value, ast.Name) else ""


def _is_writing(mode: ast.expr) -> bool:
    if isinstance(mode, ast.Constant):
        return isinstance(mode.value, str) and not _MODES.isdisjoint(mode.value)
    # A mode that is worked out, or the flags of the system.
    return not isinstance(mode, ast.Attribute) or mode.attr not in ("O_RDONLY",)
