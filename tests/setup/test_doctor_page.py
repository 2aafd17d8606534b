"""The findings as a page."""

from __future__ import annotations

from datetime import date

from lxml import html

from xl_apa.core.messages import render
from xl_apa.setup.diagnosis import Diagnosis, State
from xl_apa.setup.doctor import CheckResult
from xl_apa.setup.doctor_page import findings_page

DAY = date(2026, 7, 1)
RESULTS = [
    CheckResult(Diagnosis.WRITING, {}, "writing"),
    CheckResult(Diagnosis.DATES_MONTH_FIRST, {}, "dates"),
    CheckResult(Diagnosis.ADDIN_NO_RECORD, {"path": "C:\\<b>&\\রহিম"}, "addin"),
]


def test_every_finding_stands_there_with_its_next_step_the_worst_first() -> None:
    for lang in ("bn", "en"):
        page = findings_page(RESULTS, lang, DAY)
        rows = html.fromstring(page.decode("utf-8-sig")).xpath("//tr")
        states = (State.ERROR, State.WARNING, State.OK)
        expected = sorted(RESULTS, key=lambda result: states.index(result.state))
        assert [row.xpath("string(td)") for row in rows] == [result.text(lang) for result in expected]


def test_a_command_is_taken_with_one_click_and_the_page_says_where_to_run_it() -> None:
    for lang in ("bn", "en"):
        how = render("findings-page-command", lang)
        told = html.fromstring(findings_page(RESULTS, lang, DAY).decode("utf-8-sig"))
        assert told.xpath("//td/code/text()") == ["xl-apa addin install"]
        assert how in told.xpath("//p/text()")
        nothing_to_run = html.fromstring(findings_page(RESULTS[:2], lang, DAY).decode("utf-8-sig"))
        assert not nothing_to_run.xpath("//code")
        assert how not in nothing_to_run.xpath("//p/text()")


def test_a_browser_knows_that_it_is_utf_8() -> None:
    page = findings_page(RESULTS, "bn", DAY)
    assert page.startswith(b"\xef\xbb\xbf<!DOCTYPE html>")
    assert b'charset="utf-8"' in page
    assert "এপিএ সহায়তা" in page.decode("utf-8")
    assert "১ জুলাই ২০২৬" in page.decode("utf-8")
