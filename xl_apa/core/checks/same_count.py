"""A count that did not grow although the evidence tells of something new: perhaps it is this quarter's alone.

A cumulative count may well stand still, so nothing is asked where the evidence is the same, blank, or only another
paper about the same. What is new is judgement, no rule of a guideline: a day since the last quarter, or a word or a
rank (`৪র্থ`) that the last quarter's evidence does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from xl_apa.core.cells import Cell
from xl_apa.core.checks.review import Earlier, Review
from xl_apa.core.checks.values import days_told
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.model import Achievement, Method, Result, Unit
from xl_apa.core.text.lookalikes import clean, for_reading
from xl_apa.core.text.months import ANY_SPELLING, CASE_ENDING

_SHORTEST = 3
"""Letters of a word that may tell of something: case endings and `ও` are shorter."""
_RANK = re.compile(rf"(?<!\d)(\d{{1,3}})\s*-?(?:{clean('ম|য়|র্থ|ষ্ঠ|তম')}|st|nd|rd|th)(?![ঀ-৾a-z])")
_QUARTER = re.compile(
    rf"(?:\d\s*(?:{clean('ম|য়|র্থ')}|st|nd|rd|th)?|[ঀ-৾a-z]+)\s*(?:{clean('ত্রৈমাসিক|কোয়ার্টার')}|quarter)[ঀ-৾a-z]*"
)
_MONTH = re.compile(rf"(?<![ঀ-৾a-z])(?:{ANY_SPELLING}){CASE_ENDING}(?![ঀ-৾a-z])")
_WORD = re.compile(r"[ঀ-৥ৰ-৾a-z]+")
_PAPERS = tuple(
    clean(word)
    for word in (
        *(
            "প্রত্যয়ন",
            "প্রমাণক",
            "প্রতিবেদন",
            "সংযুক্ত",
            "সংযোজিত",
            "পত্র",
            "নোটিশ",
            "হাজিরা",
            "ছবি",
            "কপি",
            "অনুলিপি",
            "তালিকা",
            "তারিখ",
        ),
        *(
            "স্মারক",
            "নথি",
            "বিজ্ঞপ্তি",
            "অফিস",
            "আদেশ",
            "কার্যবিবরণী",
            "রেজুলেশন",
            "ফটো",
            "লিংক",
            "স্ক্রিনশট",
            "দেওয়া",
            "হয়েছে",
            "হলো",
        ),
        *("সংশ্লিষ্ট", "মোট", "নং", "সাল", "খ্রি", "এবং", "certificate", "evidence", "report", "attach", "copy", "letter"),
        *("অনুষ্ঠিত", "আয়োজ", "সম্পন্ন", "প্রেরণ", "প্রেরিত", "মধ্যে", "জন্য", "বিষয়", "হতে", "থেকে", "পর্যন্ত", "আগামী", "গত"),
        *("notice", "attendance", "photo", "list", "memo", "dated", "date", "link", "minutes", "and", "the"),
    )
)
"""Words about papers, not about what was done; a word that begins so is one of them."""


def check_same_counts(review: Review) -> Iterator[Finding]:
    """Ask about a cumulative count that did not grow while the evidence names something new."""
    for result, row in review.found:
        before = review.earlier.get(result.indicator.code)
        if before is None or before.row is None or not _stands_still(result, before):
            continue
        event = _new_event(review, row, before)
        if event is not None:
            assert isinstance(result.value, Decimal) and isinstance(before.value, Decimal)
            params = {
                "value": result.value,
                "before": before.value,
                "sum": result.value + before.value,
                "event": event,
            }
            yield Finding(FindingKind.COUNT_OF_THIS_QUARTER, result.cell, result.indicator.code, params)


def _stands_still(result: Result, before: Earlier) -> bool:
    if result.indicator.unit is not Unit.NUMBER or result.indicator.calculated_by is not Method.CUMULATIVE:
        return False
    value, last = result.value, before.value
    return isinstance(value, Decimal) and isinstance(last, Decimal) and 0 < value <= last


def _new_event(review: Review, row: Achievement, before: Earlier) -> date | str | None:
    """What the evidence tells of that the last quarter's did not; None where there is nothing of that kind."""
    assert before.row is not None
    now, then = _evidence(row), _evidence(before.row)
    since, until = review.year.quarter_end(before.quarter), review.year.quarter_end(review.quarter)
    known = {day for cell in then for day in days_told(cell, review.year)}
    days = [day for cell in now for day in days_told(cell, review.year) if since < day <= until and day not in known]
    if days:
        return max(days)
    if not now or not then:
        return None
    told, new = _telling(then), _telling(now)
    return next((word for word in new if not any(_alike(word, other) for other in told)), None)


def _evidence(row: Achievement) -> Sequence[Cell]:
    return [cell for cell in (row.evidence, row.remarks) if not cell.blank]


def _telling(cells: Sequence[Cell]) -> list[str]:
    """The words and ranks that tell of something done."""
    found: list[str] = []
    for cell in cells:
        text = _MONTH.sub(" ", _QUARTER.sub(" ", for_reading(cell.text)))
        found += [match[0] for match in _RANK.finditer(text)]
        words = _WORD.findall(_RANK.sub(" ", text))
        found += [word for word in words if len(word) >= _SHORTEST and not word.startswith(_PAPERS)]
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two words are the same but for their endings: `কর্মশালা`, `কর্মশালার`. A rank is only itself."""
    if one[0].isdigit() or other[0].isdigit():
        return one == other
    size = max(_SHORTEST + 1, min(len(one), len(other)) - 2)
    return one[:size] == other[:size]


CHECKS = (check_same_counts,)
