"""Rules about what the form prints beside unit, weight and targets: texts, areas, the order of rows, the total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import get_close_matches

from xl_apa.core.cells import Cell
from xl_apa.core.checks.review import Review
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.matching import printed_code
from xl_apa.core.offices import name_key
from xl_apa.core.text.codes import code_key, title_in
from xl_apa.core.typed.reading import parse_marks

_WORDS = re.compile(r"[\s/,;:()।-]+")
_FEWEST_LETTERS, _ALIKE = 4, 0.6
"""Of a word that may be misspelt, and how alike it must be then; `নয়` is no misspelling of anything."""


def check_texts(review: Review) -> Iterator[Finding]:
    """Check that indicators, areas and activities are called what the plan calls them; letters count, signs do not."""
    for result, row in review.found:
        if printed_code(row.label) != code_key(result.indicator.code):
            continue  # another finding says that this is another label
        yield from _about_text(row.label, result.indicator.title, result.indicator.code)
    rows = {result.indicator.code: row for result, row in review.found}
    for area in review.plan.areas:
        if area.indicators and (first := rows.get(area.indicators[0].code)):
            yield from _about_text(first.area, area.title, area.indicators[0].code)
        for activity in area.activities:
            if activity.indicators and (first := rows.get(activity.indicators[0].code)):
                yield from _about_text(first.activity, activity.title, activity.indicators[0].code)


def _about_text(cell: Cell, title: str, code: str) -> Iterator[Finding]:
    printed = title_in(cell.text)
    if printed and name_key(printed) != name_key(title) and not _is_shortened(printed, title):
        yield Finding(FindingKind.TEXT_DIFFERS, cell.address, code, {"printed": printed, "plan": title})


def _is_shortened(printed: str, title: str) -> bool:
    """Return whether a text has only words of the plan's, some left out or misspelt, as many offices print it."""
    known = [name_key(word) for word in _WORDS.split(title)]
    return all(_is_known(name_key(word), known) for word in _WORDS.split(printed))


def _is_known(word: str, known: Sequence[str]) -> bool:
    if not word or word in known:
        return True
    exact = len(word) < _FEWEST_LETTERS or any(letter.isdigit() for letter in word)
    return not exact and bool(get_close_matches(word, known, n=1, cutoff=_ALIKE))


def check_area_weights(review: Review) -> Iterator[Finding]:
    """Check that an area's own weight is printed as the plan has it."""
    rows = {result.indicator.code: row for result, row in review.found}
    for area in review.plan.areas:
        row = rows.get(area.indicators[0].code) if area.indicators else None
        printed = parse_marks(row.area_weight.value) if row else None
        if row and printed is not None and printed != area.weight:
            params = {"printed": printed, "plan": area.weight}
            yield Finding(FindingKind.AREA_WEIGHT_DIFFERS, row.area_weight.address, area.indicators[0].code, params)


def check_order(review: Review) -> Iterator[Finding]:
    """Check that the rows stand in the plan's order; the first that does not is named."""
    by_row = {id(row): result.indicator.code for result, row in review.found}
    printed = [(by_row[id(row)], row) for row in review.form.rows if id(row) in by_row]
    for (code, row), (result, _) in zip(printed, review.found):
        if code != result.indicator.code:
            params = {"printed": code, "plan": result.indicator.code}
            yield Finding(FindingKind.ROWS_REORDERED, row.label.address, code, params)
            return


def check_total(review: Review) -> Iterator[Finding]:
    """Check that the total under the rows is what the marks in the rows add up to, whoever calculated both."""
    total = parse_marks(review.form.total.value)
    if total is None:
        return
    added = sum((parse_marks(row.marks.value) or Decimal(0) for row in review.form.rows), Decimal(0))
    if total != added:
        params = {"written": total, "marks": added}
        yield Finding(FindingKind.TOTAL_DIFFERS, review.form.total.address, params=params)


CHECKS = (check_texts, check_area_weights, check_order, check_total)
