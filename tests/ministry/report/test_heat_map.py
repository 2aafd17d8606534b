"""The colours of the sheet of marks: by what was earned of the weight, grey for what is not due yet."""

from __future__ import annotations

from pathlib import Path

from tests.ministry.report.bangla import MARKS_SHEET
from tests.ministry.written import formulas


def rules(path: Path, cells: str) -> list[tuple[str, list[str], str, str]]:
    """Of a column of marks, in the order that counts: kind, formula, ground, number format."""
    found = next(each for each in formulas(path, MARKS_SHEET).conditional_formatting if str(each.sqref) == cells)
    return [
        (
            rule.operator or rule.type,
            rule.formula,
            rule.dxf.fill.bgColor.rgb[2:],
            getattr(rule.dxf.numFmt, "formatCode", ""),
        )
        for rule in sorted(found.rules, key=lambda rule: rule.priority)
    ]


def test_marks_are_coloured_by_what_they_are_of_their_own_weight(summary: Path) -> None:
    for cells, weight in {"E6:E8": 10, "F6:F8": 4, "G6:G8": 6, "H6:H8": 5}.items():
        limits = [(kind, float(formula[0])) for kind, formula, *_ in rules(summary, cells)[1:]]
        assert limits == [
            *(("greaterThanOrEqual", round(weight * share - 0.005, 4)) for share in (1, 0.8, 0.6)),
            ("greaterThan", 0),
            ("equal", 0),
        ]


def test_what_is_not_due_is_grey_and_says_so_before_anything_is_red(summary: Path) -> None:
    for column in "EFGH":
        kind, formula, ground, told = rules(summary, f"{column}6:{column}8")[0]
        assert (kind, ground, told) == ("expression", "E7E6E6", '"সময় হয়নি"')
        assert formula == [f'AND({column}6=0,ISNUMBER(FIND(", "&{column}$5&",",", "&$L6&",")))']
        assert [ground for _, _, ground, _ in rules(summary, f"{column}6:{column}8")].index("F4C7C3") == 5
