"""The public interface: what it offers, what it costs to import, that its examples are true."""

from __future__ import annotations

import ast
import doctest
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import xl_apa
from xl_apa import api
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register

REPOSITORY = Path(__file__).parent.parent
EXAMPLES = ("README.md", "docs/api.md")


@pytest.fixture
def at_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which the samples lie where the examples look for them, and into which examples may write."""
    (tmp_path / "workbooks").symlink_to(REPOSITORY / "workbooks", target_is_directory=True)
    (tmp_path / "tests").symlink_to(REPOSITORY / "tests", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def promised() -> set[str]:
    """The names that type checkers see in `xl_apa`."""
    tree = ast.parse(Path(xl_apa.__file__).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    return {alias.name for node in ast.walk(block) if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_every_public_name_is_there_and_stands_where_type_checkers_see_it() -> None:
    assert {*promised(), "__version__"} == set(xl_apa.__all__)
    for name in xl_apa.__all__:
        assert getattr(xl_apa, name) is not None
        assert name in dir(xl_apa)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        xl_apa.nothing_like_it  # noqa: B018


def test_every_public_function_has_an_example_and_says_what_it_returns() -> None:
    functions = [value for name in xl_apa.__all__ if callable(value := getattr(xl_apa, name)) and name.islower()]
    assert len(functions) >= 7
    for function in functions:
        text = function.__doc__ or ""
        assert ">>> " in text, function.__name__
        assert "eturn" in text.partition("\n\n")[0], function.__name__
        assert "Raise " in text, function.__name__


def test_the_examples_in_the_docstrings_are_true(at_samples: Path) -> None:
    outcome = doctest.testmod(api)
    assert outcome.attempted > 5
    assert outcome.failed == 0


def test_the_examples_in_the_documentation_are_true(at_samples: Path) -> None:
    outcome = doctest.testfile(str(REPOSITORY / "docs" / "api.md"), module_relative=False, encoding="utf-8")
    assert outcome.attempted > 5
    assert outcome.failed == 0


def test_every_public_name_is_explained_in_the_documentation() -> None:
    text = (REPOSITORY / "docs" / "api.md").read_text(encoding="utf-8")
    assert [name for name in xl_apa.__all__ if f"`{name}" not in text and name != "__version__"] == []


def test_importing_loads_nothing_but_the_version() -> None:
    code = "import json, sys, xl_apa; print(json.dumps([name for name in sys.modules if name.startswith('xl_apa')]))"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert sorted(json.loads(told.stdout)) == ["xl_apa", "xl_apa._version"]


def test_paths_are_text_or_path(at_samples: Path) -> None:
    sample = "workbooks/samples/sid_2023-24.xlsx"
    assert xl_apa.score(sample, 2) == xl_apa.score(Path(sample), 2)


def test_a_rule_is_given_by_its_name_or_as_itself(at_samples: Path) -> None:
    sample = "workbooks/samples/sid_2023-24.xlsx"
    by_name = xl_apa.score(sample, 2, rule="proportional")
    assert by_name == xl_apa.score(sample, 2, rule=xl_apa.Rule.PROPORTIONAL)
    assert by_name.rule is xl_apa.Rule.PROPORTIONAL


def test_the_same_report_is_marked_alike_from_the_file_and_from_what_was_read(at_samples: Path) -> None:
    sample = "workbooks/samples/sid_2023-24.xlsx"
    read = xl_apa.assess(xl_apa.read_report(sample), quarter=2, as_of=date(2024, 1, 5))
    assert read.total == xl_apa.score(sample, 2, as_of=date(2024, 1, 5)).total


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: xl_apa.score("workbooks/samples/sid_2023-24.xlsx", quarter=5), "quarter-wrong"),
        (lambda: xl_apa.score("workbooks/samples/sid_2023-24.xlsx", rule="best"), "choice-wrong"),
        (lambda: xl_apa.build_template("2023-24", "form.xlsm"), "output-ending"),
        (lambda: xl_apa.build_template("2023-24", "form.xlsx", edition="macro"), "output-ending"),
        (lambda: xl_apa.build_template("2023-24", "form.xlsx", layout="both"), "choice-wrong"),
        (lambda: xl_apa.load_plan("2099-00"), "plan-unknown"),
        (lambda: xl_apa.score("nowhere.xlsx"), "file-missing"),
    ],
)
def test_a_wrong_call_is_an_error_that_says_what_to_do(at_samples: Path, call: object, code: str) -> None:
    with pytest.raises(xl_apa.XlApaError) as raised:
        call()  # type: ignore[operator]
    assert raised.value.code == code
    assert raised.value.text("bn") != raised.value.text("en")


def test_both_editions_are_built(at_samples: Path) -> None:
    office = xl_apa.Office("N-01", "নমুনা দপ্তর", "নমুনা মন্ত্রণালয়")
    native = xl_apa.build_template("2023-24", "form.xlsx", layout="marks", office=office)
    macro = xl_apa.build_template(xl_apa.load_plan(), "form.xlsm", edition="macro", office=office)
    assert xl_apa.read_report(native).office == xl_apa.read_report(macro).office == office
    assert xl_apa.read_report(native).layout is xl_apa.Layout.MARKS


def test_a_ministry_is_read_from_a_folder_with_its_register_and_written(at_samples: Path) -> None:
    write_register(Path("register.xlsx"), [Registered("M", "মন্ত্রণালয়"), Registered("SID", "বিভাগ", parent="M")])
    told: list[tuple[int, int]] = []
    consolidation = xl_apa.consolidate(
        "workbooks/samples", 2, register="register.xlsx", progress=lambda done, total: told.append((done, total))
    )
    assert told[-1] == (2, 2)
    assert isinstance(consolidation, xl_apa.Consolidation)
    assert [office.assessment.office.code for office in consolidation.offices] == ["SID", "DOL"]
    assert "office-unknown" in {finding.code for _, finding in consolidation.findings()}
    assert xl_apa.write_summary(consolidation, "summary.xlsx").stat().st_size > 10_000


def test_a_ministry_under_another_rule_has_the_marks_of_each_office_under_it(at_samples: Path) -> None:
    consolidation = xl_apa.consolidate(["workbooks/samples"], 2, rule="proportional", as_of=date(2024, 1, 1))
    for office in consolidation.offices:
        alone = xl_apa.score(office.source.path, 2, "2023-24", "proportional", date(2024, 1, 1))
        assert office.assessment.total == alone.total


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"quarter": 0}, "quarter-wrong"),
        ({"quarter": 2, "fiscal_year": "soon"}, "year-wrong"),
        ({"quarter": 2, "fiscal_year": "2024-25", "plan": "2023-24"}, "plan-not-for-year"),
        ({"quarter": 2, "register": "nowhere.xlsx"}, "file-missing"),
    ],
)
def test_a_wrong_call_for_a_ministry_is_an_error(at_samples: Path, options: dict[str, Any], code: str) -> None:
    with pytest.raises(xl_apa.XlApaError) as raised:
        xl_apa.consolidate(["workbooks/samples"], **options)
    assert raised.value.code == code


def test_the_summary_is_a_workbook_by_its_name(at_samples: Path) -> None:
    with pytest.raises(xl_apa.XlApaError, match=r"\.xlsx"):
        xl_apa.write_summary(xl_apa.consolidate("workbooks/samples", 2), "summary.csv")


def test_the_summary_is_written_in_the_language_asked_for_and_in_no_other_one(at_samples: Path) -> None:
    consolidation = xl_apa.consolidate("workbooks/samples", 2)
    with pytest.raises(xl_apa.XlApaError, match="fr"):
        xl_apa.write_summary(consolidation, "summary.xlsx", language="fr")
    first = {
        lang: openpyxl.load_workbook(xl_apa.write_summary(consolidation, "summary.xlsx", language=lang)).sheetnames[0]
        for lang in ("en", "bn")
    }
    assert first == {"en": "Ministry summary", "bn": "সারসংক্ষেপ"}
