"""The VBA of the worksheet functions: what xlwings itself would write, ready-made and with descriptions."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path

import pytest

from tests.excel.alone import run_alone
from xl_apa.addin import vba_codegen
from xl_apa.addin.vba_codegen import vba_function, vba_module
from xl_apa.excel import udfs
from xl_apa.excel.udf_conversion import ARGUMENTS

MODULE = vba_module()
COMMITTED = Path(__file__).parents[2] / "macros" / "ApaFunctions.bas"

BY_XLWINGS = """
    import io, json, sys, types

    def stand_in(name, **contents):
        sys.modules[name] = types.ModuleType(name)
        vars(sys.modules[name]).update(contents)

    # What xlwings.udfs takes from Windows, as far as writing VBA needs it.
    stand_in("pythoncom", CoInitialize=lambda: None)
    stand_in("pywintypes", com_error=OSError)
    stand_in("win32com")
    stand_in("win32com.client", Dispatch=None)
    sys.modules["pandas"] = None

    import xlwings
    from xlwings import udfs as of_xlwings
    xlwings.func, xlwings.arg, xlwings.ret = of_xlwings.xlfunc, of_xlwings.xlarg, of_xlwings.xlret
    from xl_apa.excel import udfs

    def written(book):
        text = io.StringIO()
        of_xlwings.generate_vba_wrapper("xl_apa.excel.udfs", udfs, text, types.SimpleNamespace(Name=book))
        return text.getvalue()

    def described(info):
        arguments = [(each["name"], each["doc"], each["options"].get("ndim")) for each in info["args"]]
        return [info["ret"]["doc"], info["category"], info["volatile"], arguments]

    infos = {name: described(getattr(udfs, name).__xlfunc__) for name in udfs.__all__}
    print(json.dumps({"workbook": written("book.xlsm"), "add_in": written("xl_apa.xlam"), "infos": infos}))
"""


@pytest.fixture(scope="module")
def by_xlwings() -> dict[str, object]:
    """The wrappers as xlwings writes them for a workbook and for an add-in, and what it knows of each function."""
    return dict(json.loads(run_alone(BY_XLWINGS)))


def functions_in(vba: object) -> dict[str, str]:
    """Every worksheet function of a module, by name."""
    found = re.findall(r"^(Function (\w+)\(.*?^End Function\n)", str(vba), re.MULTILINE | re.DOTALL)
    return {name: text for text, name in found}


def test_the_committed_module_is_the_one_that_is_written() -> None:
    assert COMMITTED.read_bytes() == MODULE.encode("ascii"), (
        "run: python -m xl_apa.addin.vba_codegen > macros/ApaFunctions.bas"
    )


def test_every_function_is_wrapped_as_xlwings_wraps_it_in_a_workbook(by_xlwings: dict[str, object]) -> None:
    assert functions_in(MODULE) == functions_in(by_xlwings["workbook"])
    assert list(functions_in(MODULE)) == udfs.__all__


def test_in_an_add_in_xlwings_names_the_active_workbook_where_this_workbook_serves_us(
    by_xlwings: dict[str, object],
) -> None:
    of_add_in = {
        name: text.replace("ActiveWorkbook", "ThisWorkbook")
        for name, text in functions_in(by_xlwings["add_in"]).items()
    }
    assert of_add_in == functions_in(MODULE)
    assert "ActiveWorkbook" in str(by_xlwings["add_in"])


def test_no_function_asks_for_the_workbook_it_is_called_from() -> None:
    for module in (udfs, inspect.getmodule(udfs.one)):
        assert module is not None
        source = inspect.getsource(module)
        assert "caller" not in source
        assert "xw.Book" not in source


def test_the_descriptions_are_those_that_xlwings_would_set(by_xlwings: dict[str, object]) -> None:
    infos = by_xlwings["infos"]
    assert isinstance(infos, dict)
    for name, (text, category, volatile, arguments) in infos.items():
        call = ["    Describe " + f'"{name}", _', f'        "{text}", Array( _']
        call += [
            f'        "{doc}"' + (", _" if place < len(arguments) - 1 else ")")
            for place, (_, doc, _) in enumerate(arguments)
        ]
        assert "\n".join(call) + "\n" in MODULE
        assert (category, volatile) == (udfs.CATEGORY, False)
        assert f'Category:="{category}"' in MODULE
        assert {argument: doc for argument, doc, _ in arguments}.items() <= ARGUMENTS.items()


def test_ranges_whose_shape_matters_arrive_as_rows(by_xlwings: dict[str, object]) -> None:
    infos = by_xlwings["infos"]
    assert isinstance(infos, dict)
    shapes = {(name, dimensions) for *_, arguments in infos.values() for name, _, dimensions in arguments}
    assert {name for name, dimensions in shapes if dimensions == 2} == {
        *("text", "value", "rows", "earlier_rows", "methods")
    }


def test_the_module_is_ascii_and_explicit_and_keeps_to_what_vba_can_read() -> None:
    lines = MODULE.split("\n")
    assert lines[0] == 'Attribute VB_Name = "ApaFunctions"'
    assert lines[2] == "Option Explicit"
    assert '#Const App = "Microsoft Excel"' in lines[4]
    assert MODULE.isascii()
    assert "\r" not in MODULE
    assert max(map(len, lines)) < 1024
    assert max(run.count("\n") for run in re.findall(r"(?:.* _\n)+", MODULE)) <= 24


def test_names_in_vba_are_told_apart_without_regard_to_case() -> None:
    names = [name.lower() for name in (*functions_in(MODULE), vba_codegen.DESCRIBE, "Describe", "failed")]
    assert len(set(names)) == len(names)
    assert not set(ARGUMENTS) & set(names)
    assert not set(ARGUMENTS) & {"array", "application", "err", "xlpy", "thisworkbook", "range", "app", "error", "next"}


def test_a_function_with_a_default_has_an_optional_argument() -> None:
    assert vba_function(udfs.apa_tier).startswith(
        "Function apa_tier(unit, achieved, targets, Optional rule, Optional tiers, Optional earlier, Optional method)\n"
    )


def test_printing_the_module_is_how_it_is_made() -> None:
    assert (
        run_alone("import runpy; runpy.run_module('xl_apa.addin.vba_codegen', run_name='__main__')") == MODULE.strip()
    )
