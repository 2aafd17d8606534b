"""The demonstration: templates, two real reports, and a made-up ministry in which something of everything goes wrong."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from xl_apa.demo import REAL_REPORTS, demonstrate
from xl_apa.ministry.model import ReviewStatus


def test_the_demonstration_is_read_from_the_files_it_wrote(tmp_path: Path) -> None:
    shown = demonstrate(tmp_path / "demo")
    assert shown.summary == tmp_path / "demo" / "summary.xlsx"
    assert shown.summary.is_file()
    assert [assessed.office.name for assessed in shown.real] != ["", ""]
    read = {Path(office.source.path).stem for office in shown.consolidation.offices}
    assert set(REAL_REPORTS) <= read
    assert {each.error.code for each in shown.consolidation.refused} == {"workbook-damaged"}
    assert shown.consolidation.register is not None
    unknown = [finding for _, finding in shown.consolidation.findings() if finding.code == "office-unknown"]
    assert len(unknown) == len(REAL_REPORTS)


def test_the_demonstration_answers_the_offices_and_one_of_them_sends_its_report_again(tmp_path: Path) -> None:
    shown = demonstrate(tmp_path / "demo")
    told = shown.consolidation.decision_on
    accepted, returned = told("N-02", "নমুনা অধিদপ্তর"), told("N-10", "উপজেলা কার্যালয়, বনগ্রাম")
    assert (accepted.status, accepted.comment) == (ReviewStatus.ACCEPTED, "প্রমাণক সঠিক পাওয়া গেছে।")
    assert (returned.status, returned.earlier, returned.replaced) == (ReviewStatus.AGAIN, "সংশোধন করতে হবে", True)
    assert len(shown.feedback.letters) == len(list((tmp_path / "demo" / "feedback").glob("*.xlsx"))) - 1 == 15
    (office,) = [each for each in shown.consolidation.offices if each.key == "N-10"]
    assert (office.assessment.total, office.assessment.apa_marks) == (Decimal("5.50"), Decimal("1.10"))


def test_the_demonstration_leaves_nothing_in_the_users_caches(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    demonstrate(tmp_path / "demo")
    assert not (tmp_path / "caches").exists()
