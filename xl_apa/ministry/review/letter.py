"""What stands in the letter to one office, before anybody lays it out: facts, findings, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import PurePath

from xl_apa.core.findings import Finding, Severity
from xl_apa.core.marking.explaining import explain_result, unit_sign
from xl_apa.core.messages import render, show
from xl_apa.core.model import Result
from xl_apa.core.text.numerals import in_digits
from xl_apa.ministry.analysis.claims import claimed_otherwise
from xl_apa.ministry.analysis.past_marks import last_quarter, last_year
from xl_apa.ministry.analysis.reviewed_offices import ReviewedOffice
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import Decision, MinistryResult, OfficeResult, Refusal, ReviewStatus
from xl_apa.ministry.review.for_office import finding_for_office, reason_for_office
from xl_apa.ministry.review.status_words import parse_status, status_word
from xl_apa.ministry.review.to_do import asks_nothing, to_do
from xl_apa.sheets.layout import plan_title

_DAYS_TO_CORRECT = 15
"""From the day a report is due: the guidelines have 30 January, 15 days later, for marks of the half-year."""
_WORKING_DAYS = 7
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class LetterOptions:
    """How letters are written: language (`bn` or `en`), and until when and where an office answers.

    `reply_by` None: 15 days after the report was due, or a week after receipt where that is past on the day `today`.
    `send_to` "": the office above in the register; an office that is not in the register is told to ask.
    """

    today: date
    lang: str = "bn"
    reply_by: date | None = None
    send_to: str = ""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as the letter tells it; `sheet` and `cell` are where it is, "" where it is about the whole file."""

    severity: Severity
    indicator: str
    sheet: str
    cell: str
    text: str
    to_do: str


@dataclass(frozen=True, slots=True)
class MarkLine:
    """An indicator's marks, and how they came about; `claimed` is what the office gave itself, None for nothing."""

    indicator: str
    title: str
    weight: Decimal
    typed: str
    read: str
    percent: Decimal
    marks: Decimal
    claimed: Decimal | None
    why: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter to one office: `facts` are labels with their texts, in order."""

    office: ReviewedOffice
    title: str
    basis: str
    facts: tuple[tuple[str, str], ...]
    findings: tuple[FindingLine, ...]
    marks: tuple[MarkLine, ...]


def write_letter(office: ReviewedOffice, consolidation: MinistryResult, options: LetterOptions) -> Letter:
    """Return the letter to an office."""
    task, lang = consolidation.task, options.lang
    rule = render(f"rule-{consolidation.rule}", lang)
    basis = {"quarter": task.quarter, "rule": rule, "date": consolidation.as_of}
    return Letter(
        office,
        render("letter-title", lang, {"title": plan_title(task.plan, lang=lang)}),
        render("letter-basis", lang, basis),
        tuple(_facts(office, consolidation, options)),
        _findings(office, lang),
        _marks(office.result, lang) if office.result else (),
    )


# ---- facts ----------------------------------------------------------------------------------------------------------


def _facts(office: ReviewedOffice, consolidation: MinistryResult, options: LetterOptions) -> Iterator[tuple[str, str]]:
    lang, decision = options.lang, office.decision(consolidation)
    name = {"office": office.name or office.code, "code": office.code}
    named = render("letter-name-and-code", lang, name) if office.code and office.name else name["office"]
    yield render("letter-office", lang), named
    if office.submission:
        yield render("letter-report", lang), _report(office, lang)
    if office.result:
        yield render("letter-file", lang), PurePath(office.result.source.path).name
        yield from _about_marks(office.result, consolidation, lang)
    if office.result and office.refused:
        yield render("letter-not-counted", lang), "\n".join(_reasons(office.refused, lang))
    yield render("letter-status", lang), _status(decision, lang)
    if decision.comment:
        yield render("letter-comment", lang), decision.comment
    yield from _next_steps(office, decision, consolidation, options)


def _report(office: ReviewedOffice, lang: str) -> str:
    assert office.submission
    state = render(f"submission-{office.submission.value}", lang)
    day = office.result.assessment.report_day if office.result else None
    return render("letter-report-dated", lang, {"state": state, "date": day}) if day else state


def _about_marks(result: OfficeResult, consolidation: MinistryResult, lang: str) -> Iterator[tuple[str, str]]:
    assessed = result.assessment
    plan = assessed.plan
    total = {"weight": plan.weight, "total": assessed.total, "attainable": assessed.attainable}
    yield render("letter-total", lang), render("letter-total-is", lang, total)
    claims = [each.claimed for each in assessed.results if each.claimed is not None]
    if claims:
        params = {"claimed": sum(claims, Decimal(0)), "count": sum(1 for _ in claimed_otherwise(assessed))}
        yield render("letter-claimed", lang), render("letter-claimed-is", lang, params)
    if (apa_marks := assessed.apa_marks) is not None:
        yield render("letter-apa", lang), render("letter-of", lang, {"weight": plan.apa_weight, "total": apa_marks})
    for code, past in (
        ("letter-last-quarter", last_quarter(consolidation, result)),
        ("letter-last-year", last_year(consolidation, result)),
    ):
        if past:
            yield render(code, lang), render("letter-of", lang, {"weight": past.out_of, "total": past.total})


def _status(decision: Decision, lang: str) -> str:
    if decision.status is ReviewStatus.AGAIN and decision.earlier:
        earlier = parse_status(decision.earlier)
        told = decision.earlier if earlier is ReviewStatus.UNCLEAR else status_word(earlier, lang)
        return render("letter-status-again", lang, {"earlier": told})
    # What is not clear to the program is not clear to the office either.
    known = ReviewStatus.OPEN if decision.status is ReviewStatus.UNCLEAR else decision.status
    word = status_word(known, lang)
    return f"{word}. {render('letter-replaced', lang)}" if decision.replaced else word


def _next_steps(
    office: ReviewedOffice, decision: Decision, consolidation: MinistryResult, options: LetterOptions
) -> Iterator[tuple[str, str]]:
    lang = options.lang
    if decision.status is ReviewStatus.ACCEPTED:
        yield render("letter-do", lang), render("letter-do-accepted", lang)
        return
    step = _step(office, decision, consolidation, lang)
    yield render("letter-do", lang), step or render("letter-do-nothing", lang)
    if step:
        yield render("letter-by", lang), _deadline(office, consolidation, options)
        yield render("letter-to", lang), _address(office, consolidation, options)


def _step(office: ReviewedOffice, decision: Decision, consolidation: MinistryResult, lang: str) -> str:
    if office.result is None:
        if office.refused:
            return render("letter-do-resend", lang, {"reason": " ".join(_reasons(office.refused, lang))})
        if office.submission is Submission.UNCLEAR:
            return render("letter-do-identify", lang, {"file": PurePath(office.path).name})
        return render("letter-do-report", lang, {"date": _due_day(office, consolidation)})
    if office.submission is Submission.BLANK:
        return render("letter-do-fill", lang)
    if office.result.to_confirm:
        return render("letter-do-confirm", lang)
    assessed = office.result.assessment
    counts = {"errors": assessed.count(Severity.ERROR), "warnings": assessed.count(Severity.WARNING)}
    if any(counts.values()):
        wanted = "correct" if all(counts.values()) else "errors" if counts["errors"] else "warnings"
        return f"{render(f'letter-do-{wanted}', lang, counts)} {render('letter-do-where', lang)}"
    if asking := sum(not asks_nothing(finding) for finding in assessed.findings):
        return f"{render('letter-do-notes', lang, {'count': asking})} {render('letter-do-where', lang)}"
    return render("letter-do-returned", lang) if decision.status is ReviewStatus.TO_CORRECT else ""


def _due_day(office: ReviewedOffice, consolidation: MinistryResult) -> date:
    task, level = consolidation.task, office.registered.level if office.registered else ""
    return task.plan.due_day(task.quarter, level)


def _deadline(office: ReviewedOffice, consolidation: MinistryResult, options: LetterOptions) -> str:
    day = options.reply_by or _due_day(office, consolidation) + timedelta(days=_DAYS_TO_CORRECT)
    if options.reply_by is None and day < options.today:
        return render("letter-by-days", options.lang, {"count": _WORKING_DAYS})
    return show(day, options.lang)


def _address(office: ReviewedOffice, consolidation: MinistryResult, options: LetterOptions) -> str:
    if options.send_to:
        return options.send_to
    register = consolidation.register
    if register and not office.registered:
        # The office above on its own form may be one of another ministry.
        return render("letter-to-ask", options.lang)
    above = next(register.chain(office.registered), None) if register and office.registered else None
    if above:
        return ", ".join(filter(None, (above.name, above.contact)))
    on_form = office.result.assessment.office.parent if office.result else ""
    return on_form or render("letter-to-sender", options.lang)


def _reasons(refused: tuple[Refusal, ...], lang: str) -> list[str]:
    return [reason_for_office(each.error, lang) for each in refused]


# ---- findings and marks ---------------------------------------------------------------------------------------------


def _findings(office: ReviewedOffice, lang: str) -> tuple[FindingLine, ...]:
    findings = office.result.assessment.findings if office.result else ()
    ordered = sorted(findings, key=lambda finding: _ORDER[finding.severity])
    return tuple(_finding(finding, lang) for finding in ordered)


def _finding(finding: Finding, lang: str) -> FindingLine:
    sheet, _, cell = finding.cell.rpartition("!")
    text = finding_for_office(finding, lang)
    return FindingLine(finding.severity, finding.indicator, sheet.strip("'"), cell, text, to_do(finding, lang))


def _marks(office: OfficeResult, lang: str) -> tuple[MarkLine, ...]:
    reasons = {result.indicator.code: why.value for result, why in claimed_otherwise(office.assessment)}
    return tuple(
        _line(result, office, reasons.get(result.indicator.code, ""), lang) for result in office.assessment.results
    )


def _line(result: Result, office: OfficeResult, claim: str, lang: str) -> MarkLine:
    indicator = result.indicator
    read = (
        "" if result.value is None else show(result.value, lang) + unit_sign(indicator.unit, indicator.unit_name or "")
    )
    why = explain_result(result, office.assessment.plan.percents, lang)
    if claim:
        claimed = render(f"claim-reason-{claim}", lang)
        why = f"{why}\n{render('letter-why-claimed', lang, {'reason': claimed})}"
    percent = Decimal(result.percent.numerator) / Decimal(result.percent.denominator)
    # A day in a cell with a day's format is no text of the officer's: it is shown as the form shows it.
    is_day = isinstance(result.value, date) and result.raw == result.value.isoformat()
    typed = f"{result.value:%d/%m/%Y}" if is_day else _as_shown(result.raw, lang)
    return MarkLine(
        indicator.code, indicator.title, indicator.weight, typed, read, percent, result.marks, result.claimed, why
    )


def _as_shown(raw: str, lang: str) -> str:
    """Return what was typed; of a number alone the form shows the digits of its own language."""
    return in_digits(raw, lang) if _NUMBER.fullmatch(raw) else raw
