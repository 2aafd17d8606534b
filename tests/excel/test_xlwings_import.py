"""What xlwings would do to other Excel processes at the end of Python is not done when it was imported by us."""

from __future__ import annotations

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.excel.alone import run_alone

ENGINES = ("_xlwindows", "_xlmac")

# Off Windows xlwings does not load its engine, so one that registers as the real one does stands in for it.
SCRIPT = """
import atexit, pathlib, sys, types

engine = types.ModuleType("xlwings.{engine}")
exec('''
import atexit, pathlib

@atexit.register
def cleanup():
    pathlib.Path({mark!r}).touch()
''', engine.__dict__)
sys.modules[engine.__name__] = engine
{statement}
assert "xlwings" in sys.modules
"""


def cleaned_up(statement: str, engine: str, folder: Path) -> bool:
    """Whether the engine's cleanup ran at the exit of a Python that did this."""
    mark = folder / "other-excels-ended"
    run_alone(SCRIPT.format(engine=engine, mark=str(mark), statement=statement))
    return mark.exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_xlwings_alone_would_end_other_excels(engine: str, tmp_path: Path) -> None:
    """The stand-in works: without us its cleanup runs."""
    assert cleaned_up("import xlwings", engine, tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "statement",
    [
        "import xl_apa.excel.udfs",
        "import xl_apa.excel.buttons",
        # As xlwings' VBA does it: RunPython and the server of the worksheet functions import xlwings first.
        "import xlwings; import xl_apa.excel.buttons as b",
        "import xl_apa.addin.vba_codegen",
    ],
)
def test_other_excels_are_left_alone(statement: str, engine: str, tmp_path: Path) -> None:
    assert not cleaned_up(statement, engine, tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_installed_xlwings_registers_what_we_unregister_and_nothing_else(engine: str) -> None:
    """Else a newer xlwings has another name for it, and `xlwings_import` no longer finds it."""
    spec = find_spec("xlwings")
    assert spec and spec.origin
    tree = ast.parse((Path(spec.origin).parent / f"{engine}.py").read_text(encoding="utf-8"))
    named = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "atexit"]
    decorated = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and "atexit.register" in map(ast.unparse, node.decorator_list)
    ]
    assert (len(named), decorated) == (1, ["cleanup"])
