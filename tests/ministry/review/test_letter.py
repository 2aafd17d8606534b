"""What stands in a letter, held against figures that are worked out here, from the plan's file and what was typed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.ministry.review.conftest import Centre
from tests.ministry.written import shown
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Layout
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.ministry.review.for_office import finding_for_office
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import FeedbackRequest, summarise
from xl_apa.sheets.layout import quarter_sheet

TYPED = {"1.2.1": 2, "1.4.1": 85, "1.5.1": 2, "2.1.1": 3, "2.2.1": 1}
CLAIMED = {"1.2.1": 2, "1.4.1": 10, "1.5.1": 3.2, "2.1.1": 3.2, "2.2.1": 2.7}
INDICATORS: dict[str, dict[str, Any]] = {
    indicator["code"]: indicator
    for area in tomllib.loads(files("xl_apa.plans").joinpath("2023-24.toml").read_text("utf-8"))["area"]
    for activity in area["activity"]
    for indicator in activity["indicator"]
}


TO_ASCII = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")


def number(target: object) -> Decimal:
    digits = str.maketrans("০১২৩৪৫৬৭৮৯%", "0123456789 ")
    return Decimal(str(target).translate(digits).strip())


def marks_by_hand(code: str, value: int) -> Decimal:
    """The tier that a number reaches times the weight, as the guideline has it."""
    targets = zip((100, 90, 80, 70, 60), INDICATORS[code]["targets"])
    percent = next((tier for tier, target in targets if target != "-" and value >= number(target)), 0)
    weight = Decimal(str(INDICATORS[code]["weight"]))
    return (weight * percent / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def facts(path: Path, sheet: str = "ফলাবর্তক") -> dict[str, str]:
    """The labels of a letter with their texts."""
    rows = shown(path, sheet)
    return {row[0]: row[3] for row in rows[2:] if row[0] and row[3] and not any(row[4:])}


def findings(path: Path, sheet: str = "ফলাবর্তক", heading: str = "যা পাওয়া গেছে") -> list[dict[str, Any]]:
    rows = shown(path, sheet)
    head = next(number for number, row in enumerate(rows) if heading in row)
    return [dict(zip(rows[head], row)) for row in rows[head + 1 :]]


def marks(path: Path, sheet: str = "নম্বর") -> dict[str, list[Any]]:
    return {row[0]: row for row in shown(path, sheet)[4:]}


@pytest.fixture
def claiming(centre: Centre) -> Centre:
    """Office A fills in several indicators and gives itself marks."""
    centre.fill(
        TYPED,
        name="reports/A.xlsx",
        code="A",
        layout=Layout.MARKS,
        evidence=dict.fromkeys(TYPED, "নথি নং ১"),
        last=CLAIMED,
        info={"report_date_2": date(2024, 1, 10)},
    )
    return centre


def test_the_marks_of_every_indicator_and_their_sum_are_those_worked_out_by_hand(claiming: Centre) -> None:
    summary = claiming.run(lang="en")
    found = marks(claiming.letter("A"), "Marks")
    by_hand = {code: marks_by_hand(code, value) for code, value in TYPED.items()}
    assert {code: row[6] for code, row in found.items() if code in INDICATORS} == pytest.approx(
        {code: float(by_hand.get(code, 0)) for code in INDICATORS}
    )
    assert {code: row[7] for code, row in found.items() if row[7] != "" and code in INDICATORS} == CLAIMED
    assert found["1.4.1"][8] == pytest.approx(10 - float(by_hand["1.4.1"]))
    total, claimed = sum(by_hand.values()), sum(map(Decimal, map(str, CLAIMED.values())))
    assert (found["Total"][2], found["Total"][6], found["Total"][7]) == pytest.approx(
        (50, float(total), float(claimed))
    )
    (possible,) = {each.assessment.attainable for each in summary.consolidation.offices if each.key == "A"}
    told = facts(claiming.letter("A"), "Feedback")
    assert told["Marks earned"].startswith(f"{total:.2f} of 50; up to {possible:.2f} is still")
    differ = sum(Decimal(str(CLAIMED[code])) != by_hand[code] for code in TYPED)
    assert told["Marks claimed"] == (
        f"The office gives itself {claimed:.2f}. Marks were computed again from the achievements; "
        f"indicators that differ: {differ}."
    )


def test_it_says_how_the_marks_came_about_and_why_the_claim_differs(claiming: Centre) -> None:
    claiming.run(lang="en")
    found = marks(claiming.letter("A"), "Marks")
    reason = render("claim-reason-above-weight", "en")
    assert found["1.4.1"][9] == f"85% meets the best (100%) target, 85%: 6.00 marks of 6.\nClaim: {reason}"
    assert (found["1.4.1"][3], found["1.4.1"][4], found["1.4.1"][5]) == ("85", "85%", 100)
    assert found["1.1.1"][9] == "Nothing is reported, so there is nothing to mark."
    assert "Claim:" not in found["2.2.1"][9]


def test_a_tier_stands_as_on_the_form_and_marks_have_two_decimals_in_cells_and_sentences(claiming: Centre) -> None:
    claiming.run()
    sheet = openpyxl.load_workbook(claiming.letter("A"))["নম্বর"]
    assert {cell.number_format for (cell,) in sheet["F5:F15"]} == {'[$-5000845]0"%"'}
    assert {cell.number_format for (cell,) in sheet["G5:G15"]} == {"[$-5000845]0.00"}
    shown_marks = {sheet.cell(row, 7).value: sheet.cell(row, 10).value for row in range(5, 16)}
    for number, why in shown_marks.items():
        assert not number or f"{to_bangla_digits(f'{number:.2f}')} নম্বর" in why
    told = facts(claiming.letter("A"))
    assert re.fullmatch(r"৫০-এর মধ্যে [০-৯]+\.[০-৯]{2}; বছর শেষে সর্বোচ্চ [০-৯]+\.[০-৯]{2} পর্যন্ত সম্ভব।", told["প্রাপ্ত নম্বর"])


def test_numbers_typed_stand_as_the_form_shows_them_in_its_digits_and_texts_as_typed(centre: Centre) -> None:
    typed = {"1.2.1": 3, "1.4.1": "82%", "1.5.1": "3-4টি", "1.1.1": "31/11/2023", "2.1.1": 2.5}
    centre.fill(typed, name="reports/A.xlsx", code="A")
    for lang, sheet, shown_as in (("bn", "নম্বর", ("৩", "২.৫")), ("en", "Marks", ("3", "2.5"))):
        centre.run(lang)
        found = {str(row[0]).translate(TO_ASCII): row[3] for row in marks(centre.letter("A"), sheet).values()}
        assert [found[code] for code in typed] == [shown_as[0], "82%", "3-4টি", "31/11/2023", shown_as[1]]


def test_the_sums_are_formulas_that_give_the_same(claiming: Centre) -> None:
    claiming.run()
    sheet = openpyxl.load_workbook(claiming.letter("A"))["নম্বর"]
    assert [sheet.cell(16, column).value for column in (3, 7, 8)] == ["=SUM(C5:C15)", "=SUM(G5:G15)", "=SUM(H5:H15)"]
    assert sheet["I6"].value == "=H6-G6"


def test_every_finding_has_its_sheet_its_cell_and_the_next_step_errors_first(claiming: Centre) -> None:
    claiming.fill(
        {"1.1.1": "৩১/১১/২০২৩", "1.4.1": 0.9, "1.5.1": "একটি কর্মশালা হয়েছে", "2.1.1": 2},
        name="reports/A.xlsx",
        code="A",
        evidence={"1.4.1": "নথি", "2.1.1": "নথি"},
        info={"report_date_2": date(2024, 1, 10)},
    )
    summary = claiming.run()
    (office,) = [each for each in summary.consolidation.offices if each.key == "A"]
    found = findings(claiming.letter("A"))
    places = [f"'{each['শিট']}'!{each['ঘর']}" if each["ঘর"] else "" for each in found]
    assert sorted(places) == sorted(finding.cell for finding in office.assessment.findings)
    assert sorted(each["যা পাওয়া গেছে"] for each in found) == sorted(
        finding_for_office(finding, "bn") for finding in office.assessment.findings
    )
    kinds = [each["ধরন"] for each in found]
    assert kinds == sorted(kinds, key=["ত্রুটি", "সতর্কতা", "জ্ঞাতব্য"].index)
    assert [each["ক্রমিক"] for each in found] == list(range(1, len(found) + 1))
    by_cell = {each["ঘর"]: each for each in found}
    assert by_cell["M8"]["শিট"] == "২য় ত্রৈমাসিক"
    assert by_cell["M8"]["সূচক"] == "১.১.১"
    assert "দিন/মাস/বছর" in by_cell["M8"]["করণীয়"]
    assert all(each["করণীয়"] for each in found)


def test_a_letter_says_until_when_and_where_to_answer(centre: Centre) -> None:
    centre.report("A", "একটি কথা")
    centre.run()
    told = facts(centre.letter("A"))
    assert (told["শেষ তারিখ"], told["যেখানে পাঠাতে হবে"]) == ("৩০ জানুয়ারি ২০২৪", "মন্ত্রণালয়, ict@m.example")
    centre.run(reply_by=date(2024, 2, 5), send_to="review@m.example")
    told = facts(centre.letter("A"))
    assert (told["শেষ তারিখ"], told["যেখানে পাঠাতে হবে"]) == ("৫ ফেব্রুয়ারি ২০২৪", "review@m.example")


def test_an_office_outside_the_register_asks_where_to_answer_its_own_form_does_not_say(centre: Centre) -> None:
    parent = {"parent": "অন্য মন্ত্রণালয়"}
    centre.report("X", "একটি কথা", office="অচেনা দপ্তর", info=parent)
    centre.report("A", "একটি কথা", info=parent)
    centre.run()
    asks = render("letter-to-ask", "bn")
    to = {code: facts(centre.letter(code))["যেখানে পাঠাতে হবে"] for code in ("X", "A")}
    assert to == {"X": asks, "A": "মন্ত্রণালয়, ict@m.example"}
    assert not any("অন্য মন্ত্রণালয়" in str(row) for row in shown(centre.letter("X"), "ফলাবর্তক"))
    centre.run(send_to="review@m.example")
    assert facts(centre.letter("X"))["যেখানে পাঠাতে হবে"] == "review@m.example"


def test_without_a_register_an_answer_goes_to_the_parent_on_the_form(centre: Centre) -> None:
    centre.report("A", "একটি কথা", info={"parent": "মন্ত্রণালয় ম"})
    request = FeedbackRequest(centre.feedback, LetterOptions(date(2024, 1, 20)))
    summarise([centre.folder / "reports"], centre.folder / "s.xlsx", centre.task, feedback=request)
    assert facts(centre.letter("A"))["যেখানে পাঠাতে হবে"] == "মন্ত্রণালয় ম"


def test_a_deadline_that_is_past_is_none(centre: Centre) -> None:
    centre.report("A", "একটি কথা")
    request = FeedbackRequest(centre.feedback, LetterOptions(date(2024, 1, 31)))
    summarise([centre.folder / "reports"], centre.folder / "s.xlsx", centre.task, feedback=request)
    assert facts(centre.letter("A"))["শেষ তারিখ"] == "এই পত্র পাওয়ার ৭ কর্মদিবসের মধ্যে"


def test_who_has_nothing_to_correct_is_asked_for_nothing(centre: Centre) -> None:
    centre.report("A", 90, info={"report_date_2": date(2024, 1, 10)})
    centre.run()
    told = facts(centre.letter("A"))
    assert told["করণীয়"] == "কোনো ত্রুটি পাওয়া যায়নি; সংশোধনের কিছু নেই।"
    assert "শেষ তারিখ" not in told
    centre.write("A", "ফেরত", "সভার কার্যবিবরণী দিন")
    centre.run()
    told = facts(centre.letter("A"))
    assert told["করণীয়"].startswith("মন্ত্রণালয়ের মন্তব্য অনুযায়ী")
    assert (told["মন্ত্রণালয়ের মন্তব্য"], "শেষ তারিখ" in told) == ("সভার কার্যবিবরণী দিন", True)


def test_notes_that_ask_for_something_are_not_nothing_to_correct(centre: Centre) -> None:
    said_date = {"report_date_2": date(2024, 1, 10)}
    centre.report("A", 90, info=said_date, evidence={"1.4.1": "প্রতিবেদন, জুলাই-সেপ্টেম্বর ২০২৩"})
    centre.run()
    told = facts(centre.letter("A"))
    assert told["করণীয়"].startswith("কোনো ত্রুটি পাওয়া যায়নি। নিচের ১টি জ্ঞাতব্যে যা চাওয়া হয়েছে তা দেখুন।")
    assert "শেষ তারিখ" in told
    assert {row["ধরন"] for row in findings(centre.letter("A"))} == {"জ্ঞাতব্য"}


def test_an_accepted_report_is_said_to_be_accepted_whatever_was_found(centre: Centre) -> None:
    centre.report("A", "একটি কথা")
    centre.run()
    centre.write("A", "accepted")
    centre.run()
    told = facts(centre.letter("A"))
    assert (told["মন্ত্রণালয়ের সিদ্ধান্ত"], "শেষ তারিখ" in told) == ("গৃহীত", False)
    assert told["করণীয়"].startswith("প্রতিবেদন গৃহীত হয়েছে")


def test_missing_blank_and_damaged_are_three_letters(centre: Centre) -> None:
    centre.fill({}, name="reports/A.xlsx", code="A")
    path = centre.folder / "reports/B.xlsx"
    path.write_bytes(path.read_bytes()[:3000])
    centre.run()
    told = {code: facts(centre.letter(code)) for code in "ABC"}
    assert [told[code]["প্রতিবেদন"] for code in "ABC"] == ["ফাঁকা প্রতিবেদন", "ফাইল পড়া যায়নি", "প্রতিবেদন পাওয়া যায়নি"]
    assert told["A"]["করণীয়"].startswith("ফাইল পাওয়া গেছে, কিন্তু")
    assert told["B"]["করণীয়"] == "পাঠানো ফাইলটি পড়া যায়নি: ‘B.xlsx’ ফাইলটি নষ্ট। সংশোধন করে আবার পাঠান।"
    assert "১৫ জানুয়ারি ২০২৪" in told["C"]["করণীয়"]
    assert all(each["শেষ তারিখ"] == "৩০ জানুয়ারি ২০২৪" for each in told.values())
    assert openpyxl.load_workbook(centre.letter("C"), read_only=True).sheetnames == ["ফলাবর্তক"]


def test_a_second_file_of_an_office_is_named_without_the_ministrys_folders(centre: Centre) -> None:
    centre.report("A", 61, name="reports/old/A.xlsx", info={"report_date_2": date(2024, 1, 2)})
    centre.report("A", 90, info={"report_date_2": date(2024, 1, 9)})
    centre.run()
    text = "\n".join(str(value) for row in shown(centre.letter("A"), "ফলাবর্তক") for value in row)
    assert "A.xlsx" in text
    assert str(centre.folder) not in text and "reports" not in text


@pytest.mark.parametrize(("weight", "expected"), [("10", "৩.৬৬"), ("25", "৯.১৫"), (None, "")])
def test_what_the_marks_count_in_the_agreement_stands_beside_them(
    claiming: Centre, weight: str | None, expected: str
) -> None:
    total = sum(marks_by_hand(code, value) for code, value in TYPED.items())
    if weight:
        plan = replace(claiming.task.plan, apa_weight=Decimal(weight))
        claiming.task = replace(claiming.task, plan=plan)
        by_hand = (total * Decimal(weight) / 50).quantize(Decimal("0.01"), ROUND_HALF_UP)
        digits = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
        expected = f"{str(weight).translate(digits)}-এর মধ্যে {str(by_hand.normalize()).translate(digits)}"
    claiming.run()
    assert facts(claiming.letter("A")).get("এপিএ-তে নম্বর", "") == expected


def test_english_letters_have_no_bangla_but_names_and_quotes(claiming: Centre) -> None:
    claiming.run(lang="en")
    told = facts(claiming.letter("A"), "Feedback")
    assert told["Report"] == "in time; dated 10 January 2024"
    assert told["Decision of the ministry"] == "not decided"
    assert told["Deadline"] == "30 January 2024"
    book = openpyxl.load_workbook(claiming.letter("A"))
    assert book["Marks"]["G5"].number_format == "0.00"
    title = f"Feedback: {claiming.task.plan.title} 2023-24"
    assert (book["Feedback"]["A1"].value, book.properties.title) == (title, title)
    claiming.run()
    book = openpyxl.load_workbook(claiming.letter("A"))
    assert book["ফলাবর্তক"]["A1"].value == f"ফলাবর্তক: {claiming.task.plan.title} ২০২৩-২৪"


def test_english_letters_have_english_digits_but_in_the_names_of_sheets(claiming: Centre) -> None:
    claiming.report("X", "একটি কথা", name="reports/X.xlsx")
    claiming.run(lang="en")
    for code in "ABCX":
        book = openpyxl.load_workbook(claiming.letter(code))
        texts = {str(cell.value) for sheet in book for row in sheet for cell in row}
        assert {text for text in texts if re.search("[০-৯]", text)} <= {quarter_sheet(Quarter.Q2)}


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1+1", "@SUM(A1)", "http://example.org", "<r>x</r>"])
def test_what_an_office_typed_is_never_a_formula_or_a_link(centre: Centre, text: str) -> None:
    centre.report("A", "'" + text, office=text)
    centre.fill({"1.4.1": f" {text}"}, name="reports/A.xlsx", code="A", office=text)
    centre.run()
    for sheet in openpyxl.load_workbook(centre.letter("A")):
        cells = [cell for row in sheet for cell in row if text in str(cell.value)]
        assert all((cell.data_type, cell.hyperlink) == ("s", None) for cell in cells)
