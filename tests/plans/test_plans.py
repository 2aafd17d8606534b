"""The plans that come with the program, and plan files of officers."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.core.builders import Typed, value_of
from xl_apa.core.errors import CallError, PlanError
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Method, Rollup, Rule, Unit
from xl_apa.core.planning import plan_as_data
from xl_apa.plans import DEFAULT_PLAN, choose_plan, load_plan, plan_from_pieces, read_plan, shipped_plans

# As the division's half-yearly report of 2023-24 prints it.
PLAN_2023_24: list[tuple[str, str, int, list[Typed]]] = [
    ("1.1.1", "date", 10, ["2024-05-16", "2024-05-23", "2024-05-30", "2024-06-06", "2024-06-15"]),
    ("1.2.1", "number", 4, [4, 3, 2, None, None]),
    ("1.3.1", "date", 6, ["2024-05-23", "2024-05-30", "2024-06-06", "2024-06-15", "2024-06-22"]),
    ("1.4.1", "percent", 6, [85, 80, 75, 70, 60]),
    ("1.5.1", "number", 4, [4, 3, 2, 1, None]),
    ("1.5.2", "date", 3, ["2024-03-25", "2024-04-08", "2024-04-15", "2024-04-22", "2024-04-29"]),
    ("2.1.1", "number", 4, [4, 3, 2, 1, None]),
    ("2.1.2", "number", 4, [4, 3, 2, 1, None]),
    ("2.2.1", "number", 3, [2, 1, None, None, None]),
    ("2.2.2", "date", 2, ["2024-01-31", "2024-02-11", None, None, None]),
    ("2.2.3", "date", 4, ["2024-02-28", "2024-03-30", "2024-04-30", None, None]),
]


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A file with the default plan, for a test to spoil."""
    import xl_apa.plans

    source = Path(xl_apa.plans.__file__).with_name(f"{DEFAULT_PLAN}.toml")
    path = tmp_path / "আমার-পরিকল্পনা.toml"
    path.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def test_the_plan_of_2023_24_is_what_the_division_prints() -> None:
    plan = load_plan("2023-24")
    assert [(one.code, one.unit, one.weight, one.targets) for one in plan.indicators] == [
        (code, Unit(unit), Decimal(weight), tuple(map(value_of, targets)))
        for code, unit, weight, targets in PLAN_2023_24
    ]
    assert [(area.number, area.title, area.weight) for area in plan.areas] == [
        (1, "ই-গভর্ন্যান্স ও উদ্ভাবন সংক্রান্ত কার্যক্রমের বাস্তবায়ন জোরদারকরণ", 33),
        (2, "প্রাতিষ্ঠানিক দক্ষতা বৃদ্ধি", 17),
    ]
    assert (plan.weight, plan.fiscal_year, plan.rule) == (50, FiscalYear(2023), Rule.TIER)
    assert [(tier.percent, tier.name) for tier in plan.tiers] == [
        (100, "অসাধারণ"),
        (90, "অতি উত্তম"),
        (80, "উত্তম"),
        (70, "চলতি মান"),
        (60, "চলতি মানের নিম্নে"),
    ]


@pytest.mark.parametrize("name", shipped_plans())
def test_a_shipped_plan_has_no_faults_and_is_named_like_its_file(name: str) -> None:
    plan, findings = read_plan(name)
    assert plan is not None
    assert plan.name == name
    assert findings == ()


def test_the_default_plan_is_shipped() -> None:
    assert DEFAULT_PLAN in shipped_plans()
    assert load_plan() == load_plan(DEFAULT_PLAN)


def test_an_officers_own_file_is_read(plan_file: Path) -> None:
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace('"11/02/2024"', '"21/02/2024"'), encoding="utf-8")
    plan = load_plan(str(plan_file))
    (changed,) = [one for one in plan.indicators if one not in load_plan().indicators]
    assert (changed.code, changed.targets[1]) == ("2.2.2", date(2024, 2, 21))


def test_a_byte_order_mark_of_notepad_does_not_matter(plan_file: Path) -> None:
    plan_file.write_bytes(b"\xef\xbb\xbf" + plan_file.read_bytes())
    assert load_plan(str(plan_file)) == load_plan()


def test_a_faulty_plan_is_refused_and_its_errors_are_counted(plan_file: Path) -> None:
    text = plan_file.read_text(encoding="utf-8")
    text = text.replace("total = 50", "total = 51\ncolour = 1").replace("targets = [2, 1,", 'targets = ["-", 1,')
    plan_file.write_text(text, encoding="utf-8")
    plan, findings = read_plan(str(plan_file))
    assert plan is None
    assert [finding.code for finding in findings] == ["plan-field-unknown", "plan-total", "best-tier-missing"]
    with pytest.raises(PlanError) as caught:
        load_plan(str(plan_file))
    assert (caught.value.code, caught.value.params) == ("plan-faulty", {"name": str(plan_file), "count": 2})


def test_warnings_do_not_keep_a_plan_from_being_used(plan_file: Path) -> None:
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("targets = [2, 1,", 'targets = ["-", 1,'), encoding="utf-8")
    assert [finding.code for finding in read_plan(str(plan_file))[1]] == ["best-tier-missing"]
    assert load_plan(str(plan_file)).indicators[8].targets[0] is None


def test_an_unknown_plan_is_told_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        load_plan(str(tmp_path / "none.toml"))
    assert caught.value.code == "plan-unknown"
    assert caught.value.params["known"] == shipped_plans()
    with pytest.raises(PlanError):
        load_plan(str(tmp_path))


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"name = ", (1, 8)),
        ("নাম = ১".encode(), (1, 1)),
        (b'name = "x"\ntitle "y"', (2, 7)),
        (b'name = "x"\nname = "y"\n', (2, 11)),
        (b'name = """x\n\n', (2, 1)),
        (b'name = "x', (1, 10)),
        (b"tiers = [1,\n 2\n", (2, 3)),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_line_and_column(
    tmp_path: Path, content: bytes, place: tuple[int, int]
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(content)
    with pytest.raises(PlanError) as caught:
        read_plan(str(path))
    assert caught.value.code == "plan-not-toml"
    assert (caught.value.params["row"], caught.value.params["column"]) == place
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("name", ["sid_2023-24.xlsx", "labour_2023-24.xlsx"])
def test_a_workbook_is_told_to_be_no_plan_file(name: str) -> None:
    with pytest.raises(PlanError) as caught:
        read_plan(str(Path(__file__).parents[2] / "workbooks" / "samples" / name))
    assert caught.value.code == "plan-not-text"


@pytest.mark.parametrize(
    "text",
    [
        "a=" + "[" * 100_000,
        "a=" + "{a=" * 50_000,
        "a=" + "9" * 100_000,
        "#" * (1 << 20) + "\n" + "#",
    ],
    ids=["arrays in one another", "tables in one another", "a number of 100,000 digits", "more than a megabyte"],
)
def test_a_text_made_to_be_slow_or_to_break_is_told_to_be_no_plan_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        read_plan(str(path))
    assert caught.value.code == "plan-not-text"


def test_a_folder_is_told_to_be_no_plan(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        read_plan(str(tmp_path))
    assert caught.value.code == "plan-is-folder"


@pytest.mark.parametrize("name", ["2023-24", "২০২৩-২৪", "2023-2024", "২০২৩–২০২৪", " 2023-24 "])
def test_a_shipped_plan_is_found_by_its_year_however_it_is_written(name: str) -> None:
    assert load_plan(name) == load_plan("2023-24")


def test_the_name_of_an_example_may_have_bengali_digits() -> None:
    assert load_plan("example-২০২৪-২৫") == load_plan("example-2024-25")


@pytest.mark.parametrize("name", ["2022-23", "2023", "2023-25", "", "2023-24.toml"])
def test_what_only_looks_like_a_shipped_plan_is_none(name: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PlanError):
        load_plan(name)


def test_the_example_says_that_it_is_one_and_uses_what_the_official_plan_does_not() -> None:
    plan = load_plan("example-2024-25")
    assert plan.example and not load_plan("2023-24").example
    assert (plan.weight, len(plan.areas), plan.percents) == (40, 3, (100, 85, 70, 50))
    assert {indicator.rule for indicator in plan.indicators} == {None, Rule.TIER}
    assert {indicator.calculated_by for indicator in plan.indicators} == set(Method)
    assert {indicator.method for indicator in load_plan("2023-24").indicators} == {None}


def test_what_a_ministry_does_for_the_offices_below_it_reports_itself() -> None:
    plan = load_plan("2023-24")
    own = [indicator.code for indicator in plan.indicators if indicator.rolls_up is Rollup.OWN]
    assert own == ["1.3.1", "2.1.2", "2.2.2"]
    assert own == [indicator.code for indicator in plan.indicators if "আওতাধীন" in indicator.title]


def test_a_plan_inside_a_workbook_may_come_from_a_newer_program() -> None:
    data = plan_as_data(load_plan("2023-24"))
    pieces = [json.dumps({**data, "colour": "red"})]
    assert plan_from_pieces(pieces, "form.xlsx") == load_plan("2023-24")


@pytest.mark.parametrize(("year", "name"), [(None, DEFAULT_PLAN), ("2023-24", "2023-24")])
def test_without_a_plan_the_shipped_one_of_the_year_is_chosen(year: str | None, name: str) -> None:
    assert choose_plan(FiscalYear.parse(year) if year else None).name == name


def test_a_plan_that_was_given_is_chosen_unless_it_is_of_another_year() -> None:
    given = load_plan()
    assert choose_plan(plan=given) is given
    assert choose_plan(given.fiscal_year, given) is given
    with pytest.raises(CallError) as caught:
        choose_plan(FiscalYear.parse("2024-25"), given)
    assert caught.value.code == "plan-not-for-year"


def test_an_example_is_never_chosen_by_its_year_alone() -> None:
    example = next(plan for plan in map(load_plan, shipped_plans()) if plan.example)
    with pytest.raises(CallError):
        choose_plan(example.fiscal_year)
