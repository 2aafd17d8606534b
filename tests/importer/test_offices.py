"""Reports of made-up offices in forms of their own: typed, scanned and ruined, as a text and as a table."""

from __future__ import annotations

import pytest

from tests.importer.offices.outcome import outcome
from tests.importer.offices.reports import RUINED, SCANNED, TYPED, Faults, office_report

SEEDS = range(24)


@pytest.mark.parametrize(("faults", "share"), [(TYPED, 0.99), (SCANNED, 0.96), (RUINED, 0.9)])
def test_reports_of_any_office_are_read_right_and_what_is_wrong_is_asked(faults: Faults, share: float) -> None:
    found = {}
    for seed in SEEDS:
        report = office_report(seed, faults)
        found[seed] = outcome(report, report.as_text() if faults.text else report.as_table())
    assert {seed: each.wrong for seed, each in found.items() if each.wrong} == {}
    assert {seed: each.refused for seed, each in found.items() if each.refused} == {}
    assert sum(each.right for each in found.values()) >= share * sum(each.count for each in found.values())


@pytest.mark.parametrize(
    ("seed", "faults"),
    [
        (7015, SCANNED),  # the weight stands where the claimed marks should be: one blank cell lost, another gained
        (50031, SCANNED),  # a quarter's own target in the place of a blank achievement
        (20087, RUINED),  # a day beside the column of the achievement, behind a target that was split
        (20225, RUINED),  # a smudged figure left over
        (40119, RUINED),  # another indicator's code over a row of one that is lost
        (40148, RUINED),
        (50038, RUINED),  # a row that is there twice, and fits an indicator that is lost
        (50073, RUINED),  # a sentence with a figure among the remarks
    ],
)
def test_what_was_once_read_wrong_in_silence_is_right_or_asked(seed: int, faults: Faults) -> None:
    report = office_report(seed, faults)
    assert outcome(report, report.as_text()).wrong == []


def test_a_typed_report_is_read_as_well_from_lines_with_tabs() -> None:
    for seed in SEEDS:
        report = office_report(seed, TYPED)
        found = outcome(report, report.as_text())
        assert (seed, found.wrong, found.refused) == (seed, [], "")
        assert found.right >= 0.9 * found.count, seed
