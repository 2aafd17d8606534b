"""How every mark of a ministry came about; of a large one only where there is reason to ask."""

from __future__ import annotations

import pytest

from tests.ministry.builders import make_consolidation, make_office
from xl_apa.ministry.export import audit_rows, columns

OFFICES = [make_office(f"N-{number}", {"1.2.1": 3, "1.3.1": 0.96}, code=f"N-{number}") for number in range(4)]


def rows() -> list[dict[str, object]]:
    return [dict(zip(columns.AUDIT, row, strict=True)) for row in audit_rows.audit(make_consolidation(*OFFICES))]


def test_a_small_ministry_has_a_row_for_every_mark() -> None:
    found = rows()
    assert len(found) == 4 * 4
    read = next(row for row in found if row["indicator"] == "1.3.1")
    assert (read["raw"], read["understood"], read["how"]) == ("0.96", "৯৬%", "ভগ্নাংশকে শতকরা ধরা হয়েছে")
    assert read["marks"] == 6
    assert str(read["told_en"]).startswith("96%")


def test_a_large_one_has_those_with_findings_and_no_more_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_rows, "MOST_ROWS", 3)
    assert not audit_rows.is_whole(make_consolidation(*OFFICES))
    assert [row["indicator"] for row in rows()] == ["1.3.1"] * 3
