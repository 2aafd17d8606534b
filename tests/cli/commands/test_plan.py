"""Plans as data: listed, shown, checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.console import Console

import xl_apa.cli
from tests.cli.calls import refused
from xl_apa.cli.output.plan import print_plan
from xl_apa.plans import load_plan

FILES = Path(__file__).parents[2] / "files"


def test_plan_list_names_every_plan(run) -> None:
    result = run("--lang", "en", "plan", "list")
    assert result.status == 0
    assert "2023-24" in result.out and "indicators: 11, out of 50" in result.out


def test_plan_show_gives_the_same_data_as_the_plan_file(run, tmp_path: Path) -> None:
    shown = run("plan", "show", "2023-24", "--json")
    assert shown.status == 0
    assert shown.json["area"][0]["activity"][0]["indicator"][0]["targets"][0] == "2024-05-16"
    assert "১৬/০৫/২০২৪" in run("--lang", "bn", "plan", "show", "2023-24").out


def test_plan_show_says_how_an_indicator_is_rolled_up_for_all_offices(run) -> None:
    shown = run("--lang", "en", "plan", "show", "2023-24").out.splitlines()
    last = {line.split()[0]: line.split()[-1] for line in shown if line.strip()[:1].isdigit()}
    assert last == {each.code: each.rolls_up.value for each in load_plan("2023-24").indicators} | {"2023-24:": "50"}


def test_plan_show_says_how_the_years_figure_comes_of_the_quarters(run) -> None:
    shown = run("--lang", "en", "plan", "show", "example-2024-25").out.splitlines()
    told = {line.split()[0]: line.split()[-2] for line in shown if line.strip()[:1].isdigit()}
    plan = load_plan("example-2024-25")
    assert told == {each.code: each.calculated_by.value for each in plan.indicators}
    data = run("plan", "show", "example-2024-25", "--json").json
    assert data["area"][1]["activity"][0]["indicator"][0]["method"] == "sum"


def test_plan_show_on_a_narrow_screen_keeps_code_title_and_targets(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = load_plan("2023-24")
    narrow = Console(width=80, highlight=False)
    monkeypatch.setattr("xl_apa.cli.output.plan.new_console", lambda: narrow)
    print_plan(plan)
    out = " ".join(capsys.readouterr().out.split())
    for indicator in plan.indicators:
        assert f"{indicator.code} {indicator.title}" in out
    assert "100%: 16/05/2024; 90%: 23/05/2024; 80%: 30/05/2024; 70%: 06/06/2024; 60%: 15/06/2024;" in out


def test_plan_check_says_that_nothing_is_wrong(run) -> None:
    assert run("--lang", "bn", "plan", "check", "2023-24").out.endswith("\n2023-24: কোনো ত্রুটি নেই।\n")


@pytest.mark.parametrize(
    "text",
    [
        'name = "x"',
        "tiers = 5",
        "area = []",
        "example = [true, 1]",
        "[[tiers]]",
        "[due]",
        '[[area]]\nnumber = [1]\nweight = "x"',
    ],
)
def test_plan_check_shows_no_value_as_python_does(run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    for lang in ("bn", "en"):
        result = run("--lang", lang, "plan", "check", path)
        assert result.status == 1
        assert not re.search(r"None|True|False|\[\]|Decimal|\{'", result.out), result.out


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


def test_a_report_gives_the_draft_of_its_plan_and_what_is_wrong_with_it(run, tmp_path: Path) -> None:
    target = tmp_path / "2023-24.toml"
    result = run("plan", "from-report", FILES / "sid_2023-24_q2.txt", "-o", target)
    assert result.status == 1
    assert "১৫/০৬/২০২" in result.out
    assert "[[area.activity.indicator]]" in target.read_text(encoding="utf-8")


def test_a_draft_replaces_no_file(run, tmp_path: Path) -> None:
    target = tmp_path / "2023-24.toml"
    target.write_text("name = 1", encoding="utf-8")
    refused(run("plan", "from-report", FILES / "sid_2023-24_q2.txt", "-o", target), "exists already")
    assert target.read_text(encoding="utf-8") == "name = 1"
