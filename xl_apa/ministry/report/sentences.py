"""The lines of the summary: the catalogue's sentences with the figures of a consolidation in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xl_apa._version import __version__
from xl_apa.core.audit import plan_digest
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Percent, Plan, Rollup, Rule
from xl_apa.core.text.months import Month
from xl_apa.ministry.analysis.rollup import RolledUp
from xl_apa.ministry.model import ImportSource, MinistryResult
from xl_apa.ministry.report.words import Words, words_of
from xl_apa.ministry.sheet_style import PrintedPart
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.sheets.layout import plan_title, rule_line

NO_ROW = {
    Sheet.FORM: "no-row-offices",
    Sheet.MARKS: "no-row-offices",
    Sheet.CHARTS: "no-row-offices",
    Sheet.SUBMISSIONS: "no-row-register",
    Sheet.LEVELS: "no-row-levels",
    Sheet.CLAIMS: "no-row-claims",
    Sheet.PLAN: "no-row-plan",
    Sheet.PROSPECTS: "no-row-indicators",
    Sheet.DEADLINES: "no-row-deadlines",
    Sheet.RULES: "no-row-offices",
    Sheet.REVIEW: "no-row-offices",
    Sheet.FINDINGS: "no-row-findings",
    Sheet.AUDIT: "no-row-audit",
    Sheet.SOURCES: "no-row-files",
    Sheet.DATA: "no-row-offices",
}
"""The code of what a sheet says when its table has no row."""


def sheet_title(words: Words, sheet: Sheet, filled: bool) -> str:
    """Return the title of a sheet; for one without rows, what it says instead."""
    return words.title(sheet) if filled else words.say(NO_ROW[sheet])


# ---- what numbers rest on -------------------------------------------------------------------------------------------


def audit_basis(consolidation: MinistryResult, whole: bool, most: int) -> str:
    """Return what the sheet of the audit adds to its basis: plan and program, and which rows it has."""
    words, plan = words_of(consolidation), consolidation.task.plan
    which = words.say("audit-all") if whole else words.say("audit-some", count=most)
    made = words.say("said-audit", plan=plan.name, digest=plan_digest(plan), name=f"xl_apa {__version__}")
    return f"{made} · {which}"


def quarter_line(words: Words, quarter: Quarter) -> str:
    """Return `২য় ত্রৈমাসিক (অক্টোবর-ডিসেম্বর)`."""
    return words.say("summary-quarter", quarter=quarter, first=Month(quarter.first_month), last=quarter.last_month)


def rule_text(words: Words, plan: Plan, chosen: Rule | None) -> str:
    """Return the rule of marks, and the indicators that have a rule of their own."""
    rule = chosen or plan.rule
    own = [] if chosen else [each for each in plan.indicators if each.rule not in (None, rule)]
    line = rule_line(rule, words.lang)
    exceptions = ", ".join(f"{words.digits(each.code)} {words.say(f'rule-{each.rule or rule}')}" for each in own)
    return words.say("rule-exceptions", rule=line, exceptions=exceptions) if own else line


def basis_line(words: Words, plan: Plan, quarter: Quarter, rule: Rule | None) -> str:
    """Return what every sheet says of its numbers: plan and year, quarter, rule (None: the plan's own)."""
    title = plan_title(plan, lang=words.lang)
    return f"{title} · {quarter_line(words, quarter)} · {rule_text(words, plan, rule)}"


def base_line(consolidation: MinistryResult) -> str:
    """Return what means are over: `তালিকার ৫৯টি দপ্তর, …`; "" where there is no mean."""
    if not consolidation.offices:
        return ""
    code = "base-register" if consolidation.register else "base-read"
    return words_of(consolidation).say(code, count=consolidation.base)


def with_base(title: str, consolidation: MinistryResult) -> str:
    """Return a title over means, with how many offices they are over."""
    if not consolidation.offices:
        return title
    return words_of(consolidation).say("title-of-offices", title=title, count=consolidation.base)


def sheet_basis(consolidation: MinistryResult) -> str:
    """Return what every sheet says of its numbers: the basis, and what means are over."""
    basis = basis_line(words_of(consolidation), *consolidation.task.basis)
    return " · ".join(filter(None, (basis, base_line(consolidation))))


def printed_line(words: Words, printed: PrintedPart) -> str:
    """Return what is printed of a sheet of which not all is, and how to print the rest."""
    return words.say("prints-first", count=printed.rows) if printed.rows else words.say("prints-not")


def origin(words: Words, imported: ImportSource | None) -> str:
    """Return what kind of file a report came in and how surely it was read: `ওয়ার্ড, ৯২% নিশ্চিত`."""
    if imported is None:
        return words.word("import-kind-form")
    params = {"kind": words.word(f"import-kind-{imported.kind}"), "percent": int(100 * imported.confidence)}
    return words.say("origin-to-confirm" if imported.to_confirm else "origin-imported", **params)


# ---- the ministry's form --------------------------------------------------------------------------------------------


def form_title(words: Words, name: str, offices: int) -> str:
    """Return `শ্রম মন্ত্রণালয়: ১২টি দপ্তরের সমন্বিত প্রতিবেদন`; without a name, the sheet's own title."""
    if not offices:
        return words.say(NO_ROW[Sheet.FORM])
    if name:
        return words.say("form-of-offices", name=name, count=offices)
    return words.say("form-without-name", title=words.title(Sheet.FORM), count=offices)


def area_total(words: Words, label: str) -> str:
    """Return the label of an area's total."""
    return f"{label}: {words.say('official-total')}"


def out_of_line(words: Words, weight: str, left_out: Sequence[str]) -> str:
    """Return what a total is out of, when indicators without marks are not in it."""
    return words.say("form-out-of", weight=weight, codes=", ".join(map(words.digits, left_out)))


def how_line(words: Words, rolled: RolledUp, registered: bool) -> str:
    """Return how a value of the form came about; `registered`: a register says which office is the ministry."""
    method = rolled.indicator.calculated_by
    line = _how_line(words, rolled, registered)
    if not method.by_quarter or not rolled.counted:
        return line
    return words.say("how-of-year", line=line, method=words.say(f"method-{method}"))


def _how_line(words: Words, rolled: RolledUp, registered: bool) -> str:
    if rolled.how is Rollup.OWN:
        return words.say(_own_line(rolled, registered))
    if not rolled.offices:
        return ""
    if not rolled.counted:
        return words.say("how-none", count=rolled.offices)
    if rolled.how is Rollup.SHARE:
        return words.say("how-share", reached=rolled.reached, count=rolled.offices, counted=rolled.counted)
    how = words.say(f"rollup-{rolled.how}")
    if rolled.counted == rolled.offices:
        return words.say("how-all", how=how, count=rolled.offices)
    return words.say("how-some", how=how, count=rolled.offices, counted=rolled.counted)


def _own_line(rolled: RolledUp, registered: bool) -> str:
    if rolled.counted:
        return "how-own"
    if rolled.offices:
        return "how-own-blank"
    return "how-own-missing" if registered else "how-own-unknown"


# ---- the overview ---------------------------------------------------------------------------------------------------


def band(words: Words, start: int, end: int) -> str:
    """Return `২০-৩০%`."""
    return f"{words.digits(start)}-{words.digits(end)}%"


def tier_heading(words: Words, percent: Percent) -> str:
    """Return `৯০%`."""
    return f"{words.digits(percent)}%"


def findings_line(words: Words, counts: Mapping[Severity, int]) -> str:
    """Return how many findings of each kind there are, and where they stand."""
    return words.say("findings-and-where", listed=counts_line(words, counts), sheet=words.sheet(Sheet.FINDINGS))


def counts_line(words: Words, counts: Mapping[Severity, int]) -> str:
    """Return how many findings of each kind there are: `সতর্কতা ২টি, জ্ঞাতব্য ১টি`."""
    return ", ".join(words.say("count-of-kind", kind=words.say(f"word-{kind}"), count=n) for kind, n in counts.items())


def and_more(words: Words, names: Sequence[str], shown: int = 2) -> str:
    """Return the first names, and how many more there are."""
    text = ", ".join(names[:shown])
    rest = len(names) - shown
    return words.say("and-more-offices", text=text, count=rest) if rest > 0 else text
