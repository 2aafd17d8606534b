"""Reports that are no office workbooks, in the summary beside the others: `consolidate --import`."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Filler
from tests.other_forms import BEST, PLAN, word_report
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.analysis.submissions import Submission, submissions
from xl_apa.ministry.model import Doubt, OfficeResult, Task
from xl_apa.ministry.summarise import Consolidation, ReadingOptions, consolidate, summarise

TASK = Task(Quarter.Q2, PLAN, imports=True)
REGISTER = (
    "কোড,নাম,ঊর্ধ্বতনের কোড\nM,নমুনা মন্ত্রণালয়,\nN-01,নমুনা অধিদপ্তর,M\n"
    "N-02,দ্বিতীয় নমুনা অধিদপ্তর,M\nN-03,তৃতীয় কার্যালয় ঢাকা,M\nN-04,চতুর্থ কার্যালয়,M\n"
)
WEIGHTS = {each.code: each.weight for each in PLAN.indicators}


def earned(*codes: str) -> Decimal:
    """Marks of indicators reached in full, added up by hand."""
    return sum((WEIGHTS[code] for code in codes), Decimal(0))


def some(*codes: str) -> Mapping[str, str]:
    return {code: BEST[code] for code in codes}


def by_name(result: Consolidation) -> dict[str, OfficeResult]:
    return {office.assessment.office.name: office for office in result.offices}


def codes_of(office: OfficeResult) -> list[str]:
    return [finding.code for finding in office.assessment.findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def test_means_and_ranks_are_over_workbooks_and_sure_imports_alike(folder: Path, filled: Filler) -> None:
    word_report(folder / "a.docx", "প্রথম অধিদপ্তর", some("1.2.1", "1.4.1"))
    word_report(folder / "b.docx", "দ্বিতীয় অধিদপ্তর", some("1.4.1", "1.5.1", "2.1.1"))
    # Most of its rows are missing: nobody knows what the office achieved there.
    word_report(folder / "c.docx", "তৃতীয় অধিদপ্তর", some("1.2.1", "2.2.1"), left_out=("1.1.1", "1.3.1"))
    filled({"1.2.1": 4}, name="in/d.xlsx", code="D", office="চতুর্থ অধিদপ্তর")
    result = consolidate([folder], TASK)
    totals = {
        "দ্বিতীয় অধিদপ্তর": earned("1.4.1", "1.5.1", "2.1.1"),
        "প্রথম অধিদপ্তর": earned("1.2.1", "1.4.1"),
        "চতুর্থ অধিদপ্তর": earned("1.2.1"),
    }
    assert [(o.assessment.office.name, o.assessment.total, o.rank) for o in result.counted] == [
        (name, total, rank) for rank, (name, total) in enumerate(totals.items(), start=1)
    ]
    assert result.mean == round(sum(totals.values(), Decimal(0)) / 3, 2)
    (waiting,) = result.to_confirm
    assert (waiting.assessment.office.name, waiting.rank, waiting.counts) == ("তৃতীয় অধিদপ্তর", 0, False)
    assert waiting.imported and waiting.imported.confidence == (50 - earned("1.1.1", "1.3.1")) / 50
    assert waiting.imported.doubts == (Doubt.READING,)


def test_without_the_option_they_are_named_and_not_read(folder: Path, filled: Filler) -> None:
    word_report(folder / "a.docx", "প্রথম অধিদপ্তর", some("1.2.1"))
    filled({"1.2.1": 4}, name="in/d.xlsx", code="D")
    result = consolidate([folder], replace(TASK, imports=False))
    assert [office.source.path for office in result.offices] == [str(folder / "d.xlsx")]
    assert [each.error.code for each in result.aside] == ["file-is-document"]


def test_an_office_to_be_confirmed_is_neither_missing_nor_in_the_base(folder: Path, register: Path) -> None:
    word_report(folder / "N-01.docx", "নমুনা অধিদপ্তর", some("1.2.1"))
    word_report(folder / "x.docx", "দ্বিতীয় নমুনা অধিদপ্তর", some("1.4.1"), left_out=("1.1.1",))
    result = consolidate([folder], TASK, register=register)
    assert result.register
    told = {each.office.code: each.status for each in submissions(result, result.register)}
    assert told == {
        "N-01": Submission.UNDATED,
        "N-02": Submission.TO_CONFIRM,
        "N-03": Submission.MISSING,
        "N-04": Submission.MISSING,
    }
    # Four should report; one waits; two are missing and count with nothing.
    assert result.base == 3
    assert result.mean == round(earned("1.2.1") / 3, 2)


@pytest.mark.parametrize(
    ("name", "printed", "footer", "code"),
    [
        ("report.docx", "নমুনা অধিদপ্তর", (), "N-01"),
        ("report.docx", "নমুনা  অধিদপ্তর, ঢাকা-১০০০", (), "N-01"),
        ("report.docx", "", ("উপপরিচালক, তৃতীয় কার্যালয়, ঢাকা",), "N-03"),
        ("report.docx", "", ("সহকারী পরিচালক", "চতুর্থ কার্যালয়"), "N-04"),
        ("N-04 (1).docx", "", (), "N-04"),
        ("চতুর্থ কার্যালয়.docx", "", (), "N-04"),
        ("report.docx", "নমুনা অধিদপ্তর, নমুনা মন্ত্রণালয়", (), "N-01"),
        # Misspelt, as scans and people do.
        ("report.docx", "তৃতিয় কার্যলয় ঢাকা", (), "N-03"),
    ],
)
def test_the_office_is_known_by_what_is_printed_or_by_the_files_name(
    folder: Path, register: Path, name: str, printed: str, footer: tuple[str, ...], code: str
) -> None:
    word_report(folder / name, printed, some("1.2.1"), footer=footer)
    (office,) = consolidate([folder], TASK, register=register).offices
    assert (office.assessment.office.code, office.counts) == (code, True)


@pytest.mark.parametrize("printed", ["তৃতীয় কার্যালয় খুলনা", "অজানা অধিদপ্তর", "পঞ্চম কার্যালয়", ""])
def test_an_office_that_nobody_knows_takes_nobodys_place(folder: Path, register: Path, printed: str) -> None:
    word_report(folder / "report.docx", printed, some("1.2.1"))
    result = consolidate([folder], TASK, register=register)
    assert result.counted == ()
    assert result.offices[0].listed == ""


def test_a_file_named_after_one_office_with_the_name_of_another_counts_for_neither(
    folder: Path, register: Path
) -> None:
    word_report(folder / "N-04.docx", "নমুনা অধিদপ্তর", some("1.2.1"))
    result = consolidate([folder], TASK, register=register)
    assert result.counted == ()
    assert "office-name-of-other" in codes_of(result.offices[0])


def test_a_name_that_is_only_similar_is_said(folder: Path, register: Path) -> None:
    word_report(folder / "report.docx", "তৃতিয় কার্যলয় ঢাকা", some("1.2.1"))
    (office,) = consolidate([folder], TASK, register=register).offices
    assert "import-office-similar" in codes_of(office)


def test_a_report_that_names_no_office_waits(folder: Path) -> None:
    word_report(folder / "report.docx", "", some("1.2.1"))
    (office,) = consolidate([folder], TASK).offices
    assert office.imported and office.imported.doubts == (Doubt.OFFICE,)
    assert not office.counts


def test_a_report_that_does_not_say_its_quarter_waits_and_one_of_another_is_refused(folder: Path) -> None:
    word_report(folder / "a.docx", "প্রথম অধিদপ্তর", some("1.2.1"), quarter=None)
    word_report(folder / "b.docx", "দ্বিতীয় অধিদপ্তর", some("1.2.1"), quarter=1)
    result = consolidate([folder], TASK)
    (office,) = result.offices
    assert office.imported and office.imported.doubts == (Doubt.QUARTER,)
    assert [(Path(each.source.path).name, each.error.code) for each in result.refused] == [("b.docx", "quarter-other")]


@pytest.mark.parametrize(("dated", "kept"), [("১৫/০১/২০২৪", "N-01.docx"), ("০৫/০১/২০২৪", "form.xlsx")])
@pytest.mark.parametrize("with_register", [True, False])
def test_of_a_workbook_and_an_imported_report_of_one_office_the_later_counts(
    folder: Path, filled: Filler, register: Path, dated: str, kept: str, with_register: bool
) -> None:
    word_report(folder / "N-01.docx", "নমুনা অধিদপ্তর", some("1.2.1"), signed=dated)
    dated_form = {"report_date_2": "10/01/2024"}
    filled({"1.4.1": 90}, name="in/form.xlsx", code="n-০১", office="নমুনা অধিদপ্তর", info=dated_form)
    result = consolidate([folder], TASK, register=register if with_register else None)
    (office,) = result.offices
    assert Path(office.source.path).name == kept
    assert [each.error.code for each in result.refused] == ["office-twice"]
    assert "sent-again" in codes_of(office)


def test_reports_in_archives_and_mails_are_read_under_their_addresses(folder: Path, tmp_path: Path) -> None:
    report = word_report(tmp_path / "report.docx", "প্রথম অধিদপ্তর", some("1.2.1"))
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.write(report, "a/প্রথম.docx")
    other = word_report(tmp_path / "other.docx", "দ্বিতীয় অধিদপ্তর", some("1.4.1"))
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.example", "c@d.example", "প্রতিবেদন"
    mail.set_content("সংযুক্ত")
    mail.add_attachment(other.read_bytes(), "application", "msword", filename="other.docx")
    (folder / "mail.eml").write_bytes(mail.as_bytes())
    offices = by_name(consolidate([folder], TASK))
    assert offices["প্রথম অধিদপ্তর"].source.path == str(folder / "all.zip" / "a" / "প্রথম.docx")
    assert offices["দ্বিতীয় অধিদপ্তর"].source.path == str(folder / "mail.eml" / "other.docx")
    assert all(office.counts for office in offices.values())


def test_a_table_written_in_a_mail_itself_is_a_report(folder: Path) -> None:
    rows = [
        ["কর্মসম্পাদন সূচক", "একক", "সূচকের মান", "অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে", "অর্জন"],
        *(
            [
                f"[{each.code}] {each.title}",
                each.unit.bangla,
                str(each.weight),
                *map(str, each.targets),
                BEST.get(each.code, "-"),
            ]
            for each in PLAN.indicators
        ),
    ]
    table = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.example", "c@d.example", "প্রতিবেদন"
    mail.set_content(
        f"<p>প্রথম অধিদপ্তর</p><p>কর্মপরিকল্পনা ২০২৩-২৪, ২য় ত্রৈমাসিক প্রতিবেদন</p><table>{table}</table>", subtype="html"
    )
    (folder / "mail.eml").write_bytes(mail.as_bytes())
    (office,) = consolidate([folder], TASK).offices
    assert (office.assessment.office.name, office.assessment.total) == ("প্রথম অধিদপ্তর", earned(*BEST))


def test_a_letter_without_a_table_is_set_aside_and_a_form_of_another_plan_refused(folder: Path) -> None:
    word_report(folder / "a.docx", "প্রথম অধিদপ্তর", some("1.2.1"))
    (folder / "letter.txt").write_text("স্মারক নং ১২", encoding="utf-8")
    (folder / "table.html").write_text("<table><tr><td>নাম</td><td>মূল্য</td></tr></table>", encoding="utf-8")
    (folder / "register.csv").write_text(REGISTER, encoding="utf-8")
    result = consolidate([folder], TASK)
    assert {Path(each.source.path).name: each.error.code for each in result.aside} == {
        "letter.txt": "import-no-table",
        "register.csv": "file-is-register",
    }
    assert {Path(each.source.path).name: each.error.code for each in result.refused} == {"table.html": "import-no-form"}


def test_what_was_imported_is_remembered_and_by_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word_report(folder / "a.docx", "প্রথম অধিদপ্তর", some("1.2.1"), left_out=("1.1.1",))
    first = consolidate([folder], TASK, reading=ReadingOptions(jobs=1))
    monkeypatch.setattr("xl_apa.ministry.collect.read_offices.read_office", lambda *_: pytest.fail("read again"))
    again = consolidate([folder], TASK)
    assert [office.imported for office in again.offices] == [office.imported for office in first.offices]
    assert [codes_of(office) for office in again.offices] == [codes_of(office) for office in first.offices]
    assert again.to_confirm


def test_the_summary_shows_what_was_imported_and_leads_to_the_document(folder: Path, tmp_path: Path) -> None:
    word_report(folder / "a.docx", "প্রথম অধিদপ্তর", {**some("1.2.1"), "1.5.1": "একটি সভা হয়েছে মাত্র"})
    word_report(folder / "b.docx", "দ্বিতীয় অধিদপ্তর", some("1.4.1"), left_out=("1.1.1",))
    target = tmp_path / "summary.xlsx"
    summarise([folder], target, TASK)
    book = openpyxl.load_workbook(target)
    marks = [[cell.value for cell in row] for row in book["নম্বর"].iter_rows()]
    texts = [str(value) for row in marks for value in row if value is not None]
    assert "উৎস" in texts
    assert "ওয়ার্ড, ১০০% নিশ্চিত" in texts
    assert "ওয়ার্ড, ৮০% নিশ্চিত; নিশ্চিত করতে হবে" in texts
    findings = book["পর্যবেক্ষণ"]
    cells = [cell for row in findings.iter_rows() for cell in row if str(cell.value).find('"table 1, row') >= 0]
    assert cells, "findings keep the place in the document"
    assert all("a.docx" in cell.value or "b.docx" in cell.value for cell in cells)
    assert not any("#table" in cell.value for cell in cells)


def test_frames_tell_imports_from_office_workbooks(folder: Path, filled: Filler) -> None:
    word_report(folder / "b.docx", "দ্বিতীয় অধিদপ্তর", some("1.4.1"), left_out=("1.1.1",))
    filled({"1.2.1": 4}, name="in/d.xlsx", code="D")
    offices = consolidate([folder], TASK).frames()["offices"].set_index("path")
    imported, form = offices.loc[str(folder / "b.docx")], offices.loc[str(folder / "d.xlsx")]
    assert (imported["origin"], imported["sure_percent"], imported["to_confirm"]) == ("docx", 80.0, True)
    assert (form["origin"], form["to_confirm"]) == ("form", False)
