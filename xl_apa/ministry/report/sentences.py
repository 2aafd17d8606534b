"""The lines of the summary: the catalogue's sentences, in Bangla, with the figures of a consolidation in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from xl_apa._version import __version__
from xl_apa.core.audit import plan_digest
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Percent, Plan, Rollup, Rule
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.ministry.analysis.rollup import RolledUp
from xl_apa.ministry.model import ImportSource, MinistryResult
from xl_apa.ministry.report import strings
from xl_apa.ministry.sheet_style import PrintedPart
from xl_apa.sheets.layout import TOTAL_LABEL, plan_title, quarter_sheet, rule_line

_LANG = "bn"
"""The summary is written in the language of the form."""

NO_ROW = {
    strings.FORM_SHEET: "no-row-offices",
    strings.MARKS_SHEET: "no-row-offices",
    strings.CHARTS_SHEET: "no-row-offices",
    strings.SUBMISSIONS_SHEET: "no-row-register",
    strings.LEVELS_SHEET: "no-row-levels",
    strings.CLAIMS_SHEET: "no-row-claims",
    strings.PLAN_SHEET: "no-row-plan",
    strings.PROSPECTS_SHEET: "no-row-indicators",
    strings.DEADLINES_SHEET: "no-row-deadlines",
    strings.RULES_SHEET: "no-row-offices",
    strings.REVIEW_SHEET: "no-row-offices",
    strings.FINDINGS_SHEET: "no-row-findings",
    strings.AUDIT_SHEET: "no-row-audit",
    strings.SOURCES_SHEET: "no-row-files",
    strings.DATA_SHEET: "no-row-offices",
}
"""The code of what a sheet says when its table has no row."""


def say(code: str, **params: object) -> str:
    """Return a sentence of the catalogue in the summary's language."""
    return render(code, _LANG, params)


def sheet_title(sheet: str, filled: bool) -> str:
    """Return the title of a sheet; for one without rows, what it says instead."""
    return strings.TITLES[sheet] if filled else say(NO_ROW[sheet])


# ---- what numbers rest on -------------------------------------------------------------------------------------------


def audit_basis(consolidation: MinistryResult, whole: bool, most: int) -> str:
    """Return what the sheet of the audit adds to its basis: plan and program, and which rows it has."""
    plan = consolidation.task.plan
    which = say("audit-all") if whole else say("audit-some", count=most)
    made = say("said-audit", plan=plan.name, digest=plan_digest(plan), name=f"xl_apa {__version__}")
    return f"{made} · {which}"


@cache
def rule_word(rule: str) -> str:
    """Return `স্তরভিত্তিক` or `সমানুপাতিক`."""
    return say(f"rule-{rule}")


@cache
def method_word(method: str) -> str:
    """Return `ক্রমপুঞ্জিভূত`, `সমষ্টি`, `গড়` or `তারিখ`."""
    return say(f"method-{method}")


def quarter_line(quarter: Quarter) -> str:
    """Return `২য় ত্রৈমাসিক (অক্টোবর-ডিসেম্বর)`."""
    return f"{quarter_sheet(quarter)} ({quarter.months_bn})"


def rule_text(plan: Plan, chosen: Rule | None) -> str:
    """Return the rule of marks, and the indicators that have a rule of their own."""
    rule = chosen or plan.rule
    own = [] if chosen else [each for each in plan.indicators if each.rule not in (None, rule)]
    exceptions = ", ".join(f"{to_bangla_digits(each.code)} {rule_word(each.rule or rule)}" for each in own)
    return say("rule-exceptions", rule=rule_line(rule), exceptions=exceptions) if own else rule_line(rule)


def basis_line(plan: Plan, quarter: Quarter, rule: Rule | None) -> str:
    """Return what every sheet says of its numbers: plan and year, quarter, rule (None: the plan's own)."""
    return f"{plan_title(plan)} · {quarter_line(quarter)} · {rule_text(plan, rule)}"


def base_line(consolidation: MinistryResult) -> str:
    """Return what means are over: `তালিকার ৫৯টি দপ্তর, …`; "" where there is no mean."""
    if not consolidation.offices:
        return ""
    return say("base-register" if consolidation.register else "base-read", count=consolidation.base)


def with_base(title: str, consolidation: MinistryResult) -> str:
    """Return a title over means, with how many offices they are over."""
    return say("title-of-offices", title=title, count=consolidation.base) if consolidation.offices else title


def sheet_basis(consolidation: MinistryResult) -> str:
    """Return what every sheet says of its numbers: the basis, and what means are over."""
    return " · ".join(filter(None, (basis_line(*consolidation.task.basis), base_line(consolidation))))


def printed_line(printed: PrintedPart) -> str:
    """Return what is printed of a sheet of which not all is, and how to print the rest."""
    return say("prints-first", count=printed.rows) if printed.rows else say("prints-not")


@cache
def claim_reason(code: str) -> str:
    """Return why claimed marks may differ from those earned."""
    return say(f"claim-reason-{code}")


def origin(imported: ImportSource | None) -> str:
    """Return what kind of file a report came in and how surely it was read: `ওয়ার্ড, ৯২% নিশ্চিত`."""
    if imported is None:
        return say("import-kind-form")
    params = {"kind": say(f"import-kind-{imported.kind}"), "percent": int(100 * imported.confidence)}
    return say("origin-to-confirm" if imported.to_confirm else "origin-imported", **params)


# ---- the ministry's form --------------------------------------------------------------------------------------------


def form_title(name: str, offices: int) -> str:
    """Return `শ্রম মন্ত্রণালয়: ১২টি দপ্তরের সমন্বিত প্রতিবেদন`; without a name, the sheet's own title."""
    if not offices:
        return say(NO_ROW[strings.FORM_SHEET])
    if name:
        return say("form-of-offices", name=name, count=offices)
    return say("form-without-name", title=strings.TITLES[strings.FORM_SHEET], count=offices)


def area_total(label: str) -> str:
    """Return the label of an area's total."""
    return f"{label}: {TOTAL_LABEL}"


def out_of_line(weight: str, left_out: Sequence[str]) -> str:
    """Return what a total is out of, when indicators without marks are not in it."""
    return say("form-out-of", weight=weight, codes=", ".join(map(to_bangla_digits, left_out)))


def how_line(rolled: RolledUp, registered: bool) -> str:
    """Return how a value of the form came about; `registered`: a register says which office is the ministry."""
    method = rolled.indicator.calculated_by
    line = _how_line(rolled, registered)
    return say("how-of-year", line=line, method=method_word(method)) if method.by_quarter and rolled.counted else line


def _how_line(rolled: RolledUp, registered: bool) -> str:
    if rolled.how is Rollup.OWN:
        return say(_own_line(rolled, registered))
    if not rolled.offices:
        return ""
    if not rolled.counted:
        return say("how-none", count=rolled.offices)
    if rolled.how is Rollup.SHARE:
        return say("how-share", reached=rolled.reached, count=rolled.offices, counted=rolled.counted)
    how = say(f"rollup-{rolled.how}")
    if rolled.counted == rolled.offices:
        return say("how-all", how=how, count=rolled.offices)
    return say("how-some", how=how, count=rolled.offices, counted=rolled.counted)


def _own_line(rolled: RolledUp, registered: bool) -> str:
    if rolled.counted:
        return "how-own"
    if rolled.offices:
        return "how-own-blank"
    return "how-own-missing" if registered else "how-own-unknown"


# ---- the overview ---------------------------------------------------------------------------------------------------


def band(start: int, end: int) -> str:
    """Return `২০-৩০%`."""
    return f"{to_bangla_digits(start)}-{to_bangla_digits(end)}%"


def tier_heading(percent: Percent) -> str:
    """Return `৯০%`."""
    return f"{to_bangla_digits(percent)}%"


def findings_line(counts: Mapping[Severity, int]) -> str:
    """Return how many findings of each kind there are, and where they stand."""
    return say("findings-and-where", listed=counts_line(counts), sheet=strings.FINDINGS_SHEET)


def counts_line(counts: Mapping[Severity, int]) -> str:
    """Return how many findings of each kind there are: `সতর্কতা ২টি, জ্ঞাতব্য ১টি`."""
    return ", ".join(say("count-of-kind", kind=strings.SEVERITIES[kind], count=count) for kind, count in counts.items())


def and_more(names: Sequence[str], shown: int = 2) -> str:
    """Return the first names, and how many more there are."""
    text = ", ".join(names[:shown])
    rest = len(names) - shown
    return say("and-more-offices", text=text, count=rest) if rest > 0 else text
