"""The plan that travels in a workbook is read from its pieces alone, and what else names it must agree with it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import DATA_SHEET, Data, FormIdentity
from xl_apa.sheets.read.plan_inside import (
    HiddenCells,
    about_hidden_cells,
    about_identity,
    first_text,
    pieces_of,
    plan_inside,
)
from xl_apa.xlsx.read.safe_open import open_workbook

PLAN = load_plan()


@pytest.fixture
def hidden(tmp_path: Path) -> HiddenCells:
    """What the hidden sheet of a new form says."""
    path = tmp_path / "form.xlsx"
    build_template(PLAN, path)
    with open_workbook(path) as book:
        rows = book.contents(DATA_SHEET)
    found: dict[str, list[object]] = {}
    for row in rows:
        if row and row[0]:
            found.setdefault(str(row[0]), []).append(row[1])
    return found  # type: ignore[return-value]


def test_the_plan_of_a_form_is_the_shipped_one(hidden: HiddenCells) -> None:
    pieces = pieces_of(hidden)
    assert json.loads("".join(pieces))
    assert plan_inside(pieces) is PLAN
    assert list(about_hidden_cells(hidden, PLAN)) == []


def test_an_altered_plan_is_read_as_it_is_under_its_own_name(hidden: HiddenCells) -> None:
    text = "".join(pieces_of(hidden))
    title = PLAN.indicators[0].title
    altered = plan_inside((text.replace(title, f"{title} (নতুন)"),))
    assert altered is not None and altered is not PLAN
    assert (altered.name, altered.indicators[0].title) == (PLAN.name, f"{title} (নতুন)")


@pytest.mark.parametrize("pieces", [(), ("",), ("{",), ("[]",), ("null",), ('{"name": 1}',), ("{" * 50_000,)])
def test_what_is_no_plan_is_none(pieces: tuple[str, ...]) -> None:
    assert plan_inside(pieces) is None


STRANGE = (None, True, -1, 1e308, "x", "", [], [None], {}, {"a": None}, [[]], "9" * 5000)


def test_anything_in_the_place_of_anything_is_a_plan_or_none(hidden: HiddenCells) -> None:
    text = "".join(pieces_of(hidden))
    whole = json.loads(text)
    listed = next(name for name, value in whole.items() if isinstance(value, list) and isinstance(value[0], dict))
    for strange in STRANGE:
        for name in whole:
            found = plan_inside((json.dumps({**whole, name: strange}),))
            assert found is None or found.indicators
        for name in whole[listed][0]:
            first = {**whole[listed][0], name: strange}
            found = plan_inside((json.dumps({**whole, listed: [first, *whole[listed][1:]]}),))
            assert found is None or found.indicators


def test_a_plan_that_cannot_be_read_is_told_with_its_name(hidden: HiddenCells) -> None:
    (finding,) = about_hidden_cells(hidden, None)
    assert (finding.kind, finding.params["plan"]) == (FindingKind.PLAN_INSIDE_UNREADABLE, PLAN.name)
    (nameless,) = about_hidden_cells({}, None)
    assert nameless.params["plan"] == ""


@pytest.mark.parametrize("key", [Data.PLAN_NAME, Data.FISCAL_YEAR, Data.RULE])
def test_what_names_the_plan_otherwise_is_told_with_both(hidden: HiddenCells, key: Data) -> None:
    right = first_text(hidden, key)
    (finding,) = about_hidden_cells({**hidden, key: ["else"]}, PLAN)
    assert finding.kind is FindingKind.HIDDEN_FIELD_DIFFERS
    assert (finding.params["text"], finding.params["right"]) == ("else", right)
    (missing,) = about_hidden_cells({name: said for name, said in hidden.items() if name != key}, PLAN)
    assert missing.params["text"] == "-"


def test_the_hidden_cell_of_a_form_may_name_no_other_plan_or_layout() -> None:
    card = FormIdentity(PLAN.name, Quarter.Q2, Layout.MARKS)
    assert list(about_identity(card, PLAN, Layout.MARKS)) == []
    said = [
        (each.params["text"], each.params["right"])
        for each in about_identity(replace(card, plan="other"), PLAN, Layout.REMARKS)
    ]
    assert said == [(Layout.MARKS.value, Layout.REMARKS.value), ("other", PLAN.name)]
    assert list(about_identity(replace(card, plan="other"), None, Layout.MARKS)) == []
