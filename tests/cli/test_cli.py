"""The command line as people and scripts meet it: exit status, JSON, sentences in two languages, never a traceback."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

import xl_apa.cli
from tests.clusters import dask_cluster
from xl_apa import __version__
from xl_apa.cli import main
from xl_apa.cli.commands import program
from xl_apa.core.messages import CATALOGUE
from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets.read.report import read_report


class Run:
    """What a call gave."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def call(*arguments: object) -> Run:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Run(status, captured.out, captured.err)

    return call


def refused(result: Run, part: str) -> None:
    """Nothing done: status 2, the reason on stderr, nothing else."""
    assert (result.status, result.out) == (2, "")
    assert part in result.err


# ---- plan -----------------------------------------------------------------------------------------------------------


def test_plan_list_names_every_plan(run) -> None:
    result = run("--lang", "en", "plan", "list")
    assert result.status == 0
    assert "2023-24" in result.out and "11 indicators, out of 50" in result.out


def test_plan_show_gives_the_same_data_as_the_plan_file(run, tmp_path: Path) -> None:
    shown = run("plan", "show", "2023-24", "--json")
    assert shown.status == 0
    assert shown.json["area"][0]["activity"][0]["indicator"][0]["targets"][0] == "2024-05-16"
    assert "১৬/০৫/২০২৪" in run("--lang", "bn", "plan", "show", "2023-24").out


def test_plan_show_says_how_an_indicator_is_rolled_up_for_all_offices(run) -> None:
    shown = run("--lang", "en", "plan", "show", "2023-24").out.splitlines()
    last = {line.split()[0]: line.split()[-1] for line in shown if line.strip()[:1].isdigit()}
    assert last == {each.code: each.rolls_up.value for each in load_plan("2023-24").indicators} | {"2023-24:": "50"}


def test_plan_check_lists_every_fault_and_says_how_many(run, tmp_path: Path) -> None:
    shipped = Path(xl_apa.__file__).parent / "plans" / "2023-24.toml"
    text = shipped.read_text(encoding="utf-8")
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(text, encoding="utf-8")
    bad.write_text(
        text.replace("weight = 10", "weight = 9").replace("[4, 3, 2, 1,", "[4, 3, 5, 1,", 1), encoding="utf-8"
    )
    assert run("plan", "check", good).status == 0
    result = run("--lang", "en", "plan", "check", bad)
    assert result.status == 1
    assert "1.5.1" in result.out and "add up to 32" in result.out


def test_an_unknown_plan_is_refused_with_the_names_there_are(run) -> None:
    refused(run("--lang", "en", "plan", "show", "1999-00"), "There are: 2023-24")


# ---- template -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", list(Layout))
def test_template_builds_a_workbook_that_can_be_read(run, tmp_path: Path, layout: Layout) -> None:
    path = tmp_path / "new" / "form.xlsx"
    result = run(
        "template", "--layout", layout.value, "--office-code", "007", "--office-name", "ক", "--parent", "খ", "-o", path
    )
    report = read_report(path)
    assert result.status == 0
    assert (report.office.code, report.office.name, report.office.parent, report.layout) == ("007", "ক", "খ", layout)


def test_template_never_replaces_a_workbook_with_achievements_in_it(run, filled) -> None:
    path = filled({"1.4.1": 96})
    before = path.read_bytes()
    refused(run("--lang", "en", "template", "-o", path), "holds achievements")
    assert path.read_bytes() == before


def test_template_replaces_a_blank_one(run, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    assert [run("template", "-o", path).status for _ in range(2)] == [0, 0]


# ---- score ----------------------------------------------------------------------------------------------------------


def test_score_json_has_the_promised_shape(run, sample) -> None:
    result = run("score", sample("sid_2023-24"), "--quarter", "2", "--json")
    data = result.json
    assert result.status == 0
    assert list(data) == [
        *("fiscal_year", "quarter", "plan", "rule", "as_of", "office"),
        *("total", "out_of", "attainable", "indicators", "findings"),
    ]
    assert (data["total"], data["out_of"], data["as_of"], data["rule"]) == (17.8, 50, "2023-12-31", "tier")
    fourth = data["indicators"][3]
    expected = {"code": "1.4.1", "unit": "percent", "weight": 6, "targets": [85, 80, 75, 70, 60], "raw": "96"}
    assert expected.items() <= fourth.items()
    assert (fourth["status"], fourth["value"], fourth["percent"], fourth["marks"]) == ("reported", 96, 100, 6)
    assert data["indicators"][1]["targets"] == [4, 3, 2, None, None]
    assert {"code", "severity", "cell", "indicator", "bn", "en"} == set(data["findings"][0])


def test_score_ends_with_1_when_a_finding_is_an_error(run, sample) -> None:
    assert run("score", sample("labour_2023-24"), "--json").status == 1


def test_score_takes_rule_day_and_quarter_in_either_digits(run, filled) -> None:
    path = filled({"1.4.1": 84, "1.1.1": "চলমান"}, evidence={"1.4.1": "নথি"})
    result = run("score", path, "--quarter", "২", "--rule", "proportional", "--as-of", "১৬/০৬/২০২৪", "--json")
    assert (result.status, result.json["as_of"], result.json["rule"]) == (0, "2024-06-16", "proportional")
    assert result.json["total"] == 5.88
    assert result.json["indicators"][0]["attainable"] == 0


def test_score_changes_nothing(run, filled) -> None:
    path = filled({"1.4.1": 96})
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    run("score", path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--quarter", "5"], "There is no quarter “5”"),
        (["--quarter", "two"], "There is no quarter “two”"),
        (["--as-of", "31/02/2024"], "could not be read as a date"),
        (["--plan", "none.toml"], "There is no plan “none.toml”"),
        (["--rule", "best"], "could not be understood"),
        (["--nonsense"], "could not be understood"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(run, filled, arguments: list[str], part: str) -> None:
    refused(run("--lang", "en", "score", filled({}), *arguments), part)


def test_every_refusal_is_said_in_bangla_too(run, tmp_path: Path) -> None:
    refused(run("--lang", "bn", "score", tmp_path / "none.xlsx"), "পাওয়া যায়নি")
    refused(run("--lang=bn", "score"), "কমান্ডটি বোঝা যায়নি")


def test_a_workbook_of_another_year_is_refused(run, filled) -> None:
    refused(run("--lang", "en", "score", filled({}, info={"fiscal_year": "2022-23"})), "is for 2022-23")


def test_a_workbook_of_another_plan_is_refused(run, filled, tmp_path: Path) -> None:
    plan = tmp_path / "other.toml"
    plan.write_text(
        'name="other"\ntitle="অন্য"\nfiscal_year="2023-24"\ntotal=3\ntiers=[{percent=100,name="a"}]\n'
        '[[area]]\nnumber=7\ntitle="x"\nweight=3\n[[area.activity]]\ncode="7.1"\ntitle="y"\n'
        '[[area.activity.indicator]]\ncode="7.1.1"\ntitle="z"\nunit="%"\nweight=3\ntargets=[5]\n',
        encoding="utf-8",
    )
    refused(run("--lang", "en", "score", filled({}), "--plan", plan), "no row belongs to the plan")


# ---- calculate ------------------------------------------------------------------------------------------------------


def test_calculate_writes_in_place_or_beside(run, filled, tmp_path: Path) -> None:
    path, other = filled({"1.4.1": 96}, evidence={"1.4.1": "নথি"}), tmp_path / "other.xlsx"
    before = path.read_bytes()
    assert run("calculate", path, "--quarter", "2", "-o", other).status == 0
    assert path.read_bytes() == before
    assert run("calculate", path, "--quarter", "2").status == 0
    for each in (path, other):
        assert openpyxl.load_workbook(each, data_only=True)["২য় ত্রৈমাসিক"]["T11"].value == 6


def test_calculate_leaves_a_read_only_and_an_open_file_alone(run, filled) -> None:
    path = filled({"1.4.1": 96})
    before = path.read_bytes()
    path.chmod(0o444)
    refused(run("--lang", "en", "calculate", path), "may not be written")
    path.chmod(0o644)
    path.with_name(f"~${path.name}").touch()
    refused(run("--lang", "en", "calculate", path), "open in another program")
    assert path.read_bytes() == before


# ---- consolidate ----------------------------------------------------------------------------------------------------


@pytest.fixture
def ministry(filled, tmp_path: Path) -> Path:
    evidence = {"1.4.1": "নথি"}
    filled({"1.4.1": 90}, name="in/a.xlsx", code="A", evidence=evidence)
    filled({"1.4.1": 71}, name="in/b.xlsx", code="B", evidence=evidence)
    return tmp_path / "in"


def test_consolidate_json_has_the_promised_shape(run, ministry: Path, tmp_path: Path) -> None:
    (ministry / "bad.xlsx").write_bytes(b"")
    output = tmp_path / "summary.xlsx"
    result = run("consolidate", ministry, "-o", output, "--quarter", 2, "--json")
    data = result.json
    assert result.status == 1
    assert list(data) == ["files", "offices", "mean", "out_of", "offices_detail", "refused", "missing", "output"]
    assert data["files"] == {"found": 3, "read": 2, "refused": 1}
    assert (data["offices"], data["mean"], data["out_of"], data["output"]) == (2, 5.1, 50, str(output))
    assert [(each["code"], each["total"], each["rank"]) for each in data["offices_detail"]] == [
        ("A", 6, 1),
        ("B", 4.2, 2),
    ]
    assert data["offices_detail"][0]["findings"] == {"error": 0, "warning": 0, "note": 0}
    assert data["refused"][0]["code"] == "file-empty"
    assert len(data["offices_detail"][0]["sha256"]) == 64


def test_consolidate_is_fine_when_nothing_is_wrong(run, ministry: Path, tmp_path: Path) -> None:
    output = tmp_path / "summary.xlsx"
    result = run("--lang", "en", "consolidate", ministry, "-o", output, "--quarter", 2, "--fiscal-year", "2023-24")
    assert result.status == 0
    assert "2 files, 2 offices (2 reported), refused: 0; mean 5.1 of 50." in result.out


def test_the_register_says_who_is_missing_and_who_is_unknown(run, ministry: Path, tmp_path: Path) -> None:
    # It may lie among the offices' files.
    register = ministry / "register.xlsx"
    run("register", "new", "-o", register)
    book = openpyxl.load_workbook(register)
    for row, code in enumerate(("A", "C"), start=5):
        book.active.cell(row, 1, code)
        book.active.cell(row, 2, f"Office {code}")
    book.save(register)
    call = ("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--register", register)
    data = run(*call, "--json").json
    assert (data["files"]["found"], data["missing"]) == (2, ["C"])
    assert {each["code"]: each["findings"]["warning"] for each in data["offices_detail"]} == {"A": 0, "B": 1}
    assert "No report came from C Office C" in run("--lang", "en", *call).out
    refused(run("--lang", "en", "register", "new", "-o", register), "exists already")


def test_two_jobs_give_what_one_gives(run, ministry: Path, tmp_path: Path) -> None:
    results = [
        run("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--jobs", jobs, "--json").json
        for jobs in (1, 2)
    ]
    assert results[0] == results[1]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with dask_cluster() as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_what_this_computer_gives(run, address: str, ministry: Path, tmp_path: Path) -> None:
    call = ("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--json")
    assert run(*call, "--executor", address).json == run(*call).json


def test_a_cluster_that_does_not_exist_is_refused(run, ministry: Path, tmp_path: Path) -> None:
    call = ("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--executor", "spark://host:7077")
    refused(run("--lang", "en", *call), "Give an address like tcp://host:8786.")
    assert not (tmp_path / "s.xlsx").exists()


def test_quiet_says_nothing_and_the_exit_status_the_rest(run, ministry: Path, tmp_path: Path) -> None:
    output = tmp_path / "summary.xlsx"
    call = ("consolidate", ministry, "-o", output, "--quarter", 2, "--quiet")
    result = run(*call)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert output.exists()
    (ministry / "bad.xlsx").write_bytes(b"")
    result = run(*call)
    assert (result.status, result.out, result.err) == (1, "", "")


def test_quiet_still_says_why_nothing_was_done_and_still_gives_json(run, ministry: Path, tmp_path: Path) -> None:
    call = ("--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--quiet")
    assert run(*call, "--json").json["offices"] == 2
    refused(run(*call[:3], tmp_path / "none", *call[4:]), "was not found")


def test_consolidating_again_over_the_summary_in_the_same_folder_is_fine(run, ministry: Path) -> None:
    for _ in range(2):
        result = run("consolidate", ministry, "-o", ministry / "summary.xlsx", "--quarter", 2, "--json")
        assert (result.status, result.json["files"]["found"]) == (0, 2)


def test_an_old_summary_survives_when_it_cannot_be_replaced(run, ministry: Path, tmp_path: Path) -> None:
    output = tmp_path / "summary.xlsx"
    output.write_bytes(b"old")
    output.chmod(0o444)
    refused(run("--lang", "en", "consolidate", ministry, "-o", output, "--quarter", 2), "may not be written")
    assert output.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--quarter", "2", "--fiscal-year", "2024-25"], "not for 2024-25"),
        (["--quarter", "2", "--fiscal-year", "soon"], "could not be read"),
        (["--quarter", "0"], "There is no quarter"),
        ([], "could not be understood"),
    ],
)
def test_a_wrong_consolidation_is_refused(run, ministry: Path, tmp_path: Path, arguments: list[str], part: str) -> None:
    refused(run("--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.xlsx", *arguments), part)


def test_a_summary_must_be_an_xlsx_and_no_folder(run, ministry: Path, tmp_path: Path) -> None:
    refused(run("--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.csv", "--quarter", 1), "must end in .xlsx")
    (tmp_path / "s.xlsx").mkdir()
    refused(run("--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 1), "is a folder")


def test_an_empty_folder_is_refused(run, tmp_path: Path) -> None:
    refused(run("--lang", "en", "consolidate", tmp_path, "-o", tmp_path / "s.xlsx", "--quarter", 1), "no Excel file")


# ---- the program itself ---------------------------------------------------------------------------------------------


def test_the_demonstration_tells_the_whole_story(run, tmp_path: Path) -> None:
    result = run("--lang", "en", "demo", tmp_path / "demo")
    assert result.status == 0
    assert "17.4 of 50" in result.out and "17.8 of 50" in result.out
    assert "14 files, 13 offices (11 reported), refused: 1" in result.out
    built = sorted(path.relative_to(tmp_path / "demo").as_posix() for path in (tmp_path / "demo").rglob("*.xlsx"))
    assert len(built) == 2 + 2 + 12 + 1 + 1
    assert result.out.count("No report came from") == 3
    assert run("demo", tmp_path / "demo").status == 0


def test_the_version_is_the_packages(run) -> None:
    assert __version__ in run("--version").out


def commands(group, path=()):
    for name, command in group.commands.items():
        yield (*path, name), command
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", [path for path, _ in commands(program)], ids=" ".join)
@pytest.mark.parametrize(("lang", "example"), [("bn", "উদাহরণ: xl-apa"), ("en", "Example: xl-apa")])
def test_every_command_has_help_with_an_example_in_both_languages(run, path, lang: str, example: str) -> None:
    result = run("--lang", lang, *path, "--help")
    assert result.status == 0
    assert example in result.out


def test_no_help_text_is_left_over_in_the_catalogue() -> None:
    used = {command.help_code for _, command in commands(program)} | {program.help_code}
    used |= {
        f"option-{option.name}"
        for _, command in [((), program), *commands(program)]
        for option in command.params
        if option.param_type_name == "option"
    }
    assert {code for code in CATALOGUE if re.match("help-|option-", code)} - {"option-help"} == used - {"option-help"}


def test_a_fault_of_the_program_becomes_a_sentence_and_a_log(
    run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("xl_apa.cli.commands.assess_file", broken)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    refused(run("--lang", "en", "score", "x.xlsx"), "The program itself failed")
    assert "deep inside" in (tmp_path / "xl_apa-fault.log").read_text()


def test_stopping_by_hand_is_no_fault(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xl_apa.cli.commands.assess_file", stopped)
    refused(run("--lang", "en", "score", "x.xlsx"), "Stopped")


@pytest.mark.parametrize(
    ("setting", "expected"), [("bn_BD.UTF-8", "পাওয়া যায়নি"), ("en_US.UTF-8", "was not found"), ("C", "was not found")]
)
def test_the_language_follows_the_computer(run, monkeypatch: pytest.MonkeyPatch, setting: str, expected: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", setting)
    refused(run("score", "none.xlsx"), expected)
