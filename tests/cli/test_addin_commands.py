"""`xl-apa addin` and the macro edition on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from xl_apa.addin.build import build_addin, build_macro_template
from xl_apa.cli import main
from xl_apa.core.model import Office
from xl_apa.plans import load_plan

OFFICE = Office("N-01", "নমুনা দপ্তর", "নমুনা মন্ত্রণালয়")
OFFICE_OPTIONS = ["--office-code", OFFICE.code, "--office-name", OFFICE.name, "--parent", OFFICE.parent]


@pytest.mark.parametrize(("lang", "said"), [("bn", "লেখা হয়েছে"), ("en", "Written")])
def test_addin_build_writes_the_add_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, said: str
) -> None:
    path = tmp_path / "xl_apa.xlam"
    assert main(["--lang", lang, "addin", "build", "-o", str(path)]) == 0
    assert said in capsys.readouterr().out
    build_addin(tmp_path / "same.xlam")
    assert path.read_bytes() == (tmp_path / "same.xlam").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "name", "ending"),
    [
        (["addin", "build"], "xl_apa.xlsm", ".xlam"),
        (["template", "--edition", "macro"], "form.xlsx", ".xlsm"),
        (["template"], "form.xlsm", ".xlsx"),
    ],
)
def test_a_name_with_another_ending_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], name: str, ending: str
) -> None:
    assert main([*arguments, "-o", str(tmp_path / name)]) == 2
    assert ending in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_template_builds_the_macro_edition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "form.xlsm"
    assert main(["template", "--edition", "macro", *OFFICE_OPTIONS, "-o", str(path)]) == 0
    build_macro_template(load_plan(), tmp_path / "same.xlsm", office=OFFICE)
    assert path.read_bytes() == (tmp_path / "same.xlsm").read_bytes()
    capsys.readouterr()
    assert main(["score", str(path), "--quarter", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["office"]["code"] == OFFICE.code


def test_the_command_line_does_not_wait_for_what_only_the_add_in_needs() -> None:
    program = "import sys, xl_apa.cli; print([name for name in ('xlwings', 'pyopenvba') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"
