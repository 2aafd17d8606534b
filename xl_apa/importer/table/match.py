"""Which row of a form is which indicator of the plan: code, title, unit, weight, targets and order together.

The best assignment of all rows at once (Hungarian method, scipy's `linear_sum_assignment`), and how sure each is. A
printed code is one witness among others: offices print wrong ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.optimize import linear_sum_assignment

from xl_apa.core.model import Indicator, Plan
from xl_apa.core.text.codes import code_in
from xl_apa.core.typed.dates import join_split
from xl_apa.core.typed.reading import parse_marks, parse_target
from xl_apa.core.typed.units import same_unit_name
from xl_apa.importer.table.fit import likeness_of
from xl_apa.importer.table.rows import FormRow
from xl_apa.importer.table.words.smudged import is_smudged, with_digits
from xl_apa.importer.table.words.units import known_unit

_LEAST = 3.5
"""Evidence below which a row is no indicator of this plan."""
_OWN_CODE = 2.5
_SAME_TITLE, _SAME_TARGETS = 0.55, 0.5
"""How alike in title, or in targets, a row and its indicator must be; any two titles of plans are 0.4 alike."""
_UNLIKE, _SAME = 0.85, 0.95
"""Titles less alike than the first are hardly the same, those more alike than the second are."""
_CLEARLY = 2.0
"""So much more evidence makes it clear which indicator a row is."""


class Witness(StrEnum):
    """What says that a row is an indicator's."""

    CODE = "code"
    TEXT = "text"
    UNIT = "unit"
    WEIGHT = "weight"
    TARGETS = "targets"


@dataclass(frozen=True, slots=True)
class Match:
    """A row and its indicator.

    `score` is what speaks for it, `margin` how much more than for the next one; `alike`, 0 to 1, is how
    much of the title is the same, or half of how many of the targets are.
    """

    row: FormRow
    indicator: Indicator
    score: float
    margin: float
    alike: float


@dataclass(frozen=True, slots=True)
class Matches:
    """Rows with their indicators, in the plan's order, and what found none."""

    found: tuple[Match, ...]
    rows: tuple[FormRow, ...]
    indicators: tuple[Indicator, ...]


def match_rows(plan: Plan, rows: Sequence[FormRow]) -> Matches:
    """Return the best assignment of rows to indicators."""
    indicators = plan.indicators
    if not rows:
        return Matches((), (), indicators)
    evidence = np.array(
        [
            [
                _evidence(row, indicator) - 0.12 * abs(place / max(1, len(rows)) - at / len(indicators)) * 10
                for at, indicator in enumerate(indicators)
            ]
            for place, row in enumerate(rows)
        ]
    )
    chosen_rows, chosen = linear_sum_assignment(evidence, maximize=True)
    contested = _contested(evidence, dict(zip(map(int, chosen_rows), map(int, chosen), strict=True)))
    found = []
    for row, at in zip(map(int, chosen_rows), map(int, chosen), strict=True):
        score, alike = float(evidence[row, at]), _alike(rows[row], indicators[at])
        if score >= _LEAST and _may_be(rows[row], indicators[at]):
            texts = [cell.text for cell in rows[row].cells if not cell.blank]
            doubtful = (
                at in contested
                or _has_title_of_another(rows[row], indicators, at)
                or _is_by_code(evidence, row, at, texts, indicators)
            )
            margin = 0.0 if doubtful or at in contested else _margin(evidence, row, at)
            found.append((at, Match(rows[row], indicators[at], score, margin, alike)))
    taken_rows = {id(match.row) for _, match in found}
    taken = {at for at, _ in found}
    return Matches(
        tuple(match for _, match in sorted(found, key=lambda pair: pair[0])),
        tuple(row for row in rows if id(row) not in taken_rows),
        tuple(indicator for at, indicator in enumerate(indicators) if at not in taken),
    )


def witnesses(row: FormRow, indicator: Indicator) -> tuple[Witness, ...]:
    """Return what says that a row is an indicator's; what of it contradicts is not named."""
    cells = [cell for cell in row.cells if not cell.blank]
    texts = [cell.text for cell in cells]
    told = {
        Witness.CODE: _code_evidence(texts, indicator.code) >= _OWN_CODE,
        Witness.TEXT: _title_likeness(row, indicator) >= _SAME_TITLE,
        Witness.UNIT: any(known_unit(text) is indicator.unit or _is_unit_of(text, indicator) for text in texts),
        Witness.WEIGHT: any(parse_marks(cell.value) == indicator.weight for cell in cells),
        Witness.TARGETS: _targets(row, indicator) >= _SAME_TARGETS,
    }
    return tuple(witness for witness, agrees in told.items() if agrees)


def _contested(evidence: np.ndarray, chosen: dict[int, int]) -> set[int]:
    """Indicators that a second row is more like than any other indicator, and that it may be: printed twice."""
    best = evidence.argmax(axis=1)
    return {int(at) for row, at in enumerate(best) if chosen.get(row) != at and evidence[row, at] >= _LEAST + _CLEARLY}


def _has_title_of_another(row: FormRow, indicators: Sequence[Indicator], at: int) -> bool:
    """Whether a row has another indicator's title, whatever else speaks for this one."""
    if _title_likeness(row, indicators[at]) >= _UNLIKE:
        return False
    return any(_title_likeness(row, other) >= _SAME for place, other in enumerate(indicators) if place != at)


def _is_by_code(evidence: np.ndarray, row: int, at: int, texts: Sequence[str], indicators: Sequence[Indicator]) -> bool:
    """Whether a row is an indicator's by its printed code alone, and another one's by all the rest."""
    codes = np.array([_code_evidence(texts, indicator.code) for indicator in indicators])
    rest = evidence[row] - codes
    return bool(codes[at] >= _OWN_CODE and rest.max() > rest[at])


def _margin(evidence: np.ndarray, row: int, at: int) -> float:
    others = [*np.delete(evidence[row], at), *np.delete(evidence[:, at], row)]
    return float(evidence[row, at] - max(others, default=0.0))


def _evidence(row: FormRow, indicator: Indicator) -> float:
    """What speaks for a row being an indicator's, all witnesses together."""
    cells = [cell for cell in row.cells if not cell.blank]
    texts = [cell.text for cell in cells]
    likeness = _title_likeness(row, indicator)
    named_units = [unit for text in texts if len(text) < 20 and (unit := known_unit(text))]
    evidence = 5 * max(0.0, likeness - 0.3) / 0.7 + _code_evidence(texts, indicator.code)
    same = indicator.unit in named_units or any(len(text) < 40 and _is_unit_of(text, indicator) for text in texts)
    evidence += 1.5 if same else -2.0 if named_units else 0.0
    evidence += 1.0 if any(parse_marks(cell.value) == indicator.weight for cell in cells) else 0.0
    return evidence + 4 * _targets(row, indicator)


def _may_be(row: FormRow, indicator: Indicator) -> bool:
    return _title_likeness(row, indicator) >= _SAME_TITLE or _targets(row, indicator) >= _SAME_TARGETS


def _is_unit_of(text: str, indicator: Indicator) -> bool:
    return indicator.unit_name is not None and same_unit_name(text, indicator.unit_name)


def _alike(row: FormRow, indicator: Indicator) -> float:
    return max(_title_likeness(row, indicator), 0.5 * _targets(row, indicator))


def _title_likeness(row: FormRow, indicator: Indicator) -> float:
    titles = [cell.text for cell in row.cells if len(cell.text) > 12]
    whole = " ".join([*titles[-3:], *(cell.text for cell in row.label_more)])
    return max((likeness_of(text, indicator.title) for text in [*titles, whole] if text), default=0.0)


def _code_evidence(texts: Sequence[str], code: str) -> float:
    """A printed code counts, that of the activity above it a little."""
    codes = [printed for text in texts if (printed := code_in(text))]
    if code in codes:
        return _OWN_CODE
    return 0.8 if any(code.startswith(f"{printed}.") for printed in codes) else 0.0


def _targets(row: FormRow, indicator: Indicator) -> float:
    """The share of the plan's targets that stand in the row, in their order."""
    wanted = [target for target in indicator.targets if target is not None]
    values = [parse_target(cell.value, indicator.unit) for cell in row.cells if not cell.blank]
    texts = [cell.text for cell in row.cells]
    values += [parse_target(with_digits(text), indicator.unit) for text in texts if is_smudged(text)]
    values += [day for left, right in zip(texts, texts[1:]) if (day := join_split(left, right))]
    if not wanted:
        return 0.0
    found = sum(target in values for target in wanted)
    return found / len(wanted)
