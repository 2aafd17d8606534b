"""Reports as offices write them in Word: the plan's rows in a table of their own, title above, signature below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import docx
from docx.document import Document

from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import show
from xl_apa.core.model import Plan
from xl_apa.core.text.numerals import plain, to_bangla_digits
from xl_apa.plans import load_plan

PLAN = load_plan()
BEST: Mapping[str, str] = {"1.2.1": "৪", "1.4.1": "৯০%", "1.5.1": "৪", "2.1.1": "৪", "2.1.2": "৪", "2.2.1": "২"}
"""What earns all marks of an indicator."""
_HEAD = (
    *("ক্রম", "কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "সূচকের মান"),
    *("অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে", "অর্জন", "মন্তব্য"),
)


def word_report(
    path: Path,
    office: str,
    achieved: Mapping[str, str],
    *,
    quarter: int | None = 2,
    left_out: Sequence[str] = (),
    extra: Sequence[Sequence[str]] = (),
    signed: str = "",
    footer: Sequence[str] = (),
    plan: Plan = PLAN,
) -> Path:
    """Write a Word report; `left_out` are indicators whose rows are missing, `extra` rows that are nobody's."""
    document = docx.Document()
    _write(document, office, achieved, quarter, left_out, extra, plan)
    for line in (*footer, *([signed] if signed else [])):
        document.add_paragraph(line)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def _write(
    document: Document,
    office: str,
    achieved: Mapping[str, str],
    quarter: int | None,
    left_out: Sequence[str],
    extra: Sequence[Sequence[str]],
    plan: Plan,
) -> None:
    if office:
        document.add_paragraph(office)
    names = {1: "১ম", 2: "২য়", 3: "৩য়", 4: "৪র্থ"}
    of_quarter = f", {names[Quarter(quarter)]} ত্রৈমাসিক প্রতিবেদন" if quarter else " প্রতিবেদন"
    document.add_paragraph(f"ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা {plan.fiscal_year.label_bn}{of_quarter}")
    table = document.add_table(rows=0, cols=len(_HEAD))
    rows: list[Sequence[str]] = [_HEAD]
    for number, each in enumerate(plan.indicators, start=1):
        if each.code in left_out:
            continue
        targets = ["" if target is None else _printed(target) for target in each.targets]
        rows.append(
            [
                to_bangla_digits(number),
                "",
                f"[{to_bangla_digits(each.code)}] {each.title}",
                each.unit.bangla,
                to_bangla_digits(plain(each.weight)),
                *targets,
                achieved.get(each.code, "-"),
                "",
            ]
        )
    for row in (*rows, *extra):
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text


def _printed(target: object) -> str:
    return to_bangla_digits(plain(target)) if isinstance(target, Decimal) else show(target, "bn")
