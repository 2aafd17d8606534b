"""Reports of made-up offices: a form filled in, and the faults of scans and typists in it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from tests.importer.offices.forms import QUARTER_OF, TARGET, FormLayout, made_up_form
from tests.importer.offices.plans import made_up_plan
from tests.importer.offices.typed import achieved, misread, shown, smudged
from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Plan, Unit
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.importer.document import Document, Line, Span, Table
from xl_apa.importer.sources.text import blocks_of

TITLES = ("বার্ষিক কর্মসম্পাদন কর্মপরিকল্পনা ২০২৩-২৪: ২য় ত্রৈমাসিক অগ্রগতি প্রতিবেদন", "নমুনা অধিদপ্তর, নমুনা মন্ত্রণালয়")
_STAFF = (
    ("ক্রম", "নাম", "পদবি", "ফোন"),
    ("১", "ক খ গ", "সহকারী পরিচালক", "০১৭০০০০০০০০"),
    ("২", "চ ছ জ", "উপপরিচালক", "০১৮০০০০০০০০"),
)
_FOREIGN = ("বৃক্ষরোপণ অভিযানে রোপিত চারা", "ক্রীড়া প্রতিযোগিতা আয়োজিত", "গ্রন্থাগারে সংগৃহীত পুস্তক")


@dataclass(frozen=True)
class Faults:
    """How often each fault is there, 0 to 1; `text` whether the report is lines with tabs, without merged cells."""

    text: bool = False
    misread: float = 0.0
    smudged: float = 0.0
    dropped: float = 0.0
    shifted: float = 0.0
    split: float = 0.0
    wrong_code: float = 0.0
    no_codes: float = 0.0
    swapped: float = 0.0
    repeated_head: float = 0.0
    broken: float = 0.0
    lost: float = 0.0
    foreign: float = 0.0
    doubled: float = 0.0


TYPED = Faults(no_codes=0.2, lost=0.05, foreign=0.1, repeated_head=0.3, wrong_code=0.02, swapped=0.2)
SCANNED = Faults(
    text=True, misread=0.5, smudged=0.03, dropped=0.1, shifted=0.08, split=0.1, wrong_code=0.06, no_codes=0.15,
    swapped=0.2, repeated_head=0.7, broken=0.1, lost=0.05, foreign=0.1, doubled=0.05,
)  # fmt: skip
RUINED = Faults(
    text=True, misread=0.9, smudged=0.1, dropped=0.3, shifted=0.2, split=0.25, wrong_code=0.15, no_codes=0.2,
    swapped=0.5, repeated_head=0.9, broken=0.25, lost=0.2, foreign=0.2, doubled=0.1,
)  # fmt: skip


@dataclass
class OfficeReport:
    """A report as rows of text, and the truth: what was typed for each indicator, which ones it leaves out.

    `printed` is what a scan left of it, in every row of the indicator. `rows` are the form's, heads included; `merged` the cells that reach over others, by row and column.
    """

    plan: Plan
    form: FormLayout
    rows: list[list[str]] = field(default_factory=list)
    merged: dict[tuple[int, int], Span] = field(default_factory=dict)
    achieved: dict[str, str] = field(default_factory=dict)
    printed: dict[str, list[str]] = field(default_factory=dict)
    claimed: dict[str, str] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    doubled: set[str] = field(default_factory=set)
    foreign: list[str] = field(default_factory=list)
    staff: bool = False
    quarter: Quarter = Quarter.Q2

    @property
    def text(self) -> str:
        """The report as lines with tabs."""
        table = "\n".join("\t".join(row) for row in self.rows)
        staff = "\n".join("\t".join(row) for row in _STAFF)
        return "\n".join(
            [*TITLES, "", table, "", "", *([staff, ""] if self.staff else []), "সহকারী পরিচালক", "০২/০১/২০২৪"]
        )

    def as_text(self) -> Document:
        return Document(Path("office.txt"), blocks_of(self.text.split("\n")))

    def as_table(self) -> Document:
        """The report as a table with merged cells, as Word and Excel have it."""
        blocks: list[Table | Line] = [Line(text, f"line {number}") for number, text in enumerate(TITLES, start=1)]
        blocks.append(_table("table 1", self.rows, self.merged))
        if self.staff:
            blocks.append(_table("table 2", [list(row) for row in _STAFF], {}))
        blocks.append(Line("০২/০১/২০২৪", "line 3"))
        return Document(Path("office.docx"), blocks)


def _table(name: str, rows: list[list[str]], merged: dict[tuple[int, int], Span]) -> Table:
    cells = tuple(
        tuple(Cell(text or None, f"{name}, row {number}, column {at}") for at, text in enumerate(row, start=1))
        for number, row in enumerate(rows, start=1)
    )
    return Table(name, cells, merged)


def office_report(seed: int, faults: Faults) -> OfficeReport:
    """Return a report by a seed."""
    chance = random.Random(seed)
    plan = made_up_plan(chance)
    report = OfficeReport(plan, made_up_form(chance, plan))
    report.staff = chance.random() < 0.15
    form, codes = report.form, chance.random() >= faults.no_codes
    style = chance.choice(("[{}]", "[{}]", "{}", "({})", "{}।"))
    repeats = faults.repeated_head > chance.random()
    _put_head(chance, report, faults)
    every = chance.randint(4, 9)
    lines: list[tuple[str, list[str]]] = []
    for area in plan.areas:
        for at, activity in enumerate(area.activities):
            for step, indicator in enumerate(activity.indicators):
                if chance.random() < faults.lost and len(plan.indicators) > 3:
                    report.lost.add(indicator.code)
                    continue
                report.achieved[indicator.code] = achieved(chance, indicator)
                report.claimed[indicator.code] = (
                    to_bangla_digits(chance.randint(0, int(indicator.weight))) if chance.random() < 0.5 else ""
                )
                printed = indicator.code
                if chance.random() < faults.wrong_code:
                    printed = chance.choice(plan.indicators).code
                label = f"{style.format(to_bangla_digits(printed))} " if codes else ""
                front = {
                    "serial": to_bangla_digits(area.number) if at == step == 0 else "",
                    "area": f"[{to_bangla_digits(area.number)}] {area.title}" if at == step == 0 else "",
                    "area-weight": to_bangla_digits(area.weight) if at == step == 0 else "",
                    "activity": f"{style.format(to_bangla_digits(activity.code)) if codes else ''} {activity.title}".strip()
                    if step == 0
                    else "",
                    "indicator": label + indicator.title,
                }
                lines.append((indicator.code, _row(chance, report, indicator, front)))
                if chance.random() < faults.doubled / 4:
                    report.doubled.add(indicator.code)
                    lines.append((indicator.code, _row(chance, report, indicator, front, achieved(chance, indicator))))
        if chance.random() < 0.15:
            total = [""] * len(form.columns)
            total[form.place("indicator")] = chance.choice(("মোট", "উপমোট", "মোট মান"))
            if form.place("weight") >= 0:
                total[form.place("weight")] = to_bangla_digits(area.weight)
            lines.append(("", total))
        if chance.random() < faults.foreign / 3:
            lines.append(("", _foreign(chance, report)))
    if chance.random() < faults.swapped and len(lines) > 3:
        place = chance.randrange(len(lines) - 1)
        lines[place], lines[place + 1] = lines[place + 1], lines[place]
    for number, (code, row) in enumerate(lines):
        if repeats and number and number % every == 0:
            _put_head(chance, report, faults)
        damaged = _damaged(chance, row, form, faults, report.printed.setdefault(code, []))
        report.rows += _broken(chance, damaged, form, faults)
    if not faults.text:
        _merge_down(report)
    return report


def _row(
    chance: random.Random, report: OfficeReport, indicator: Indicator, front: dict[str, str], other: str | None = None
) -> list[str]:
    said = report.achieved[indicator.code] if other is None else other
    past = shown(chance, _past(chance, indicator), indicator.unit) if chance.random() < 0.6 else ""
    values = {
        **front,
        "unit": indicator.unit_shown,
        "weight": to_bangla_digits(indicator.weight),
        "past": past,
        "projection": past,
        "achieved": said,
        "rate": to_bangla_digits(f"{chance.randint(0, 120)}%") if chance.random() < 0.7 else "",
        "left": to_bangla_digits(chance.randint(0, 9)) if chance.random() < 0.5 else "",
        "claimed": report.claimed[indicator.code],
        "remarks": chance.choice(("", "", "কার্যক্রম যথাসময়ে সম্পন্ন হবে।", "প্রমাণক সংযুক্ত করা হলো", "তথ্য প্রেরণ করা হয়েছে")),
        "evidence": chance.choice(("হ্যাঁ", "না", "", "সংযুক্ত")),
        "responsible": chance.choice(("প্রশাসন শাখা", "আইসিটি শাখা", "পরিকল্পনা শাখা", "")),
        "earlier": shown(chance, _past(chance, indicator), indicator.unit) if chance.random() < 0.5 else "-",
        f"{QUARTER_OF}1": shown(chance, _past(chance, indicator), indicator.unit) if chance.random() < 0.5 else "-",
        f"{QUARTER_OF}2": said,
        "planned": shown(chance, indicator.targets[0], indicator.unit) if chance.random() < 0.7 else "-",
    }
    for place, target in enumerate(indicator.targets):
        values[f"{TARGET}{place}"] = shown(chance, target, indicator.unit)
    return [values[name] for name in report.form.columns]


def _past(chance: random.Random, indicator: Indicator) -> Decimal | None:
    return Decimal(chance.randint(1, 20)) if indicator.unit is not Unit.DATE else None


def _foreign(chance: random.Random, report: OfficeReport) -> list[str]:
    """A row of an indicator that the plan does not have."""
    title = chance.choice(_FOREIGN)
    report.foreign.append(title)
    row = [""] * len(report.form.columns)
    for name, text in (("indicator", title), ("unit", "সংখ্যা"), ("weight", "২"), ("achieved", "৩"), (f"{TARGET}0", "৭")):
        if report.form.place(name) >= 0:
            row[report.form.place(name)] = text
    return row


def _put_head(chance: random.Random, report: OfficeReport, faults: Faults) -> None:
    heads = report.form.heads
    numbered = len(heads) > 1 and heads[-1][0][0] == "১"
    for depth, head in enumerate(heads):
        row = [""] * len(report.form.columns)
        for text, place, columns in head:
            row[place] = misread(chance, text, faults.misread / 3)
            down = len(heads) - int(numbered) if depth == 0 and columns == 1 and not _below(report, place) else 1
            if not faults.text and (columns > 1 or down > 1):
                report.merged[len(report.rows), place] = Span(down, columns)
        report.rows.append(row)


def _below(report: OfficeReport, place: int) -> bool:
    rest = report.form.heads[1:]
    return any(at == place and text != to_bangla_digits(place + 1) for head in rest for text, at, _ in head)


def _damaged(chance: random.Random, row: list[str], form: FormLayout, faults: Faults, printed: list[str]) -> list[str]:
    row = list(row)
    for name in ("area", "activity", "indicator", "remarks"):
        if form.place(name) >= 0:
            row[form.place(name)] = misread(chance, row[form.place(name)], faults.misread)
    for place, name in enumerate(form.columns):
        if name.startswith(TARGET) or name in ("achieved", f"{QUARTER_OF}2"):
            row[place] = smudged(chance, row[place], faults.smudged)
            printed += [row[place]] if not name.startswith(TARGET) else []
    if not faults.text:
        return row
    days = [place for place, name in enumerate(form.columns) if name.startswith(TARGET) and len(row[place]) == 10]
    if days and chance.random() < faults.split:
        place = chance.choice(days)
        cut = chance.choice((8, 9))
        row[place : place + 1] = [row[place][:cut], row[place][cut:]]
    if chance.random() < faults.dropped:
        blanks = [place for place in range(1, len(row) - 1) if row[place] == ""]
        for place in sorted(blanks, reverse=True)[: chance.choice((1, 1, 2, 3))]:
            del row[place]
    if chance.random() < faults.shifted:
        if row[0] == "" and chance.random() < 0.5:
            del row[0]
        else:
            row.insert(chance.choice((0, 0, len(row) // 2)), "")
    return row


def _broken(chance: random.Random, row: list[str], form: FormLayout, faults: Faults) -> list[list[str]]:
    """The row on one line, or its longest cell broken over two."""
    longest = max(range(len(row)), key=lambda place: len(row[place]))
    words = row[longest].split(" ")
    if not faults.text or len(words) < 5 or chance.random() >= faults.broken:
        return [row]
    cut = chance.randrange(3, len(words) - 1)
    first, second = " ".join(words[:cut]), " ".join(words[cut:])
    if chance.random() < 0.5:  # the line ends in the middle of the cell
        return [[*row[:longest], first], [second, *row[longest + 1 :]]]
    rest = [""] * len(row)
    rest[longest] = second
    return [[*row[:longest], first, *row[longest + 1 :]], rest]


def _merge_down(report: OfficeReport) -> None:
    """Merge areas and activities over the rows they hold for, in the part of the form between two heads."""
    for name in ("area", "activity"):
        place = report.form.place(name)
        if place < 0:
            continue
        row = len(report.form.heads)
        while row < len(report.rows):
            end = row + 1
            while report.rows[row][place] and end < len(report.rows) and _is_same(report, end, place):
                end += 1
            if end - row > 1:
                report.merged[row, place] = Span(end - row, 1)
            row = end


def _is_same(report: OfficeReport, row: int, place: int) -> bool:
    texts = report.rows[row]
    return not texts[place] and bool(texts[report.form.place("indicator")]) and (row, place) not in report.merged
