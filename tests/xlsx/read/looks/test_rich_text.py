"""Text in runs: what counts of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.core.cells import Cell, CellKind
from xl_apa.xlsx.read.looks.rich_text import RichText, Run, counted_text, plain_text

_RUNS = st.lists(
    st.builds(Run, st.text("২৩ a", max_size=3), st.sampled_from([True, False, None]), st.booleans()), max_size=4
)


@pytest.mark.parametrize(
    ("runs", "counts"),
    [
        ((Run("৩", True), Run("২")), Cell("২", "", CellKind.PARTLY, "৩২")),
        ((Run("২"), Run("১", raised=True)), Cell("২", "", CellKind.PARTLY, "২১")),
        ((Run("২", raised=True),), "২"),
        ((Run("২", True), Run(" "), Run("৩", True)), Cell(None, "", CellKind.STRUCK, "২ ৩")),
        ((Run("৯৬"), Run("%")), "৯৬%"),
        ((Run(" ", True), Run("৪")), Cell("৪", "", CellKind.PARTLY, " ৪")),
        ((), None),
    ],
)
def test_what_is_struck_through_or_raised_does_not_count(runs: RichText, counts: object) -> None:
    assert counted_text(runs) == counts


def test_a_run_that_says_nothing_of_its_look_has_the_cells_own() -> None:
    assert counted_text((Run("২", None), Run("৩", False)), struck=True) == Cell("৩", "", CellKind.PARTLY, "২৩")
    assert plain_text("২", struck=True) == Cell(None, "", CellKind.STRUCK, "২")


@given(_RUNS, st.booleans())
def test_no_struck_character_ever_counts(runs: list[Run], struck: bool) -> None:
    counted = counted_text(tuple(runs), struck)
    value = counted.value if isinstance(counted, Cell) else counted
    standing = "".join(run.text for run in runs if not (struck if run.struck is None else run.struck))
    assert len(str(value or "").strip()) <= len(standing)
