"""Marks and findings of one workbook, which stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import refused


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
        (["--quarter", "5"], "“5” is not a quarter."),
        (["--quarter", "two"], "“two” is not a quarter."),
        (["--as-of", "31/02/2024"], "could not be read as a date"),
        (["--plan", "none.toml"], "There is no plan “none.toml”"),
        (["--rule", "best"], "--rule: there is no “best”. Give one of these: tier, proportional."),
        (["--nonsense"], "There is no option --nonsense."),
    ],
)
def test_a_wrong_call_says_what_is_wrong(run, filled, arguments: list[str], part: str) -> None:
    refused(run("--lang", "en", "score", filled({}), *arguments), part)


def test_every_refusal_is_said_in_bangla_too(run, tmp_path: Path) -> None:
    refused(run("--lang", "bn", "score", tmp_path / "none.xlsx"), "পাওয়া যায়নি")
    refused(run("--lang=bn", "score"), "ফাইল দেওয়া হয়নি")


def test_a_folder_is_told_to_be_one_with_what_to_do(run, tmp_path: Path) -> None:
    for command in ("score", "calculate"):
        refused(
            run("--lang", "en", command, tmp_path), "is a folder. Give a file. To consolidate all reports of a folder"
        )


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
