"""What came of a file, packed: small enough to travel between processes and to be kept, and the plan is not in it.

An assessment carries its plan and every cell of the form. A summary of 23,667 offices needs neither 23,667 times over:
packed is only what an office adds, and whoever unpacks it already has the plan.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from xl_apa.core import errors
from xl_apa.core.assess import Assessment
from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.findings import KINDS, Finding
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import Phrase
from xl_apa.core.model import Achievement, Indicator, Office, QuarterFigure, Result, Rule, Status
from xl_apa.core.text.months import Month
from xl_apa.ministry.model import Doubt, ImportSource, OfficeResult, Refusal, Source, Task

_ERRORS = {kind.__name__: kind for kind in (errors.InputError, errors.PlanError, errors.XlApaError)}


def pack(outcome: OfficeResult | Refusal) -> bytes:
    """Return what came of a file, without its path and without the plan."""
    source = outcome.source
    data: list[object] = [source.sha256, source.read_at.isoformat() if source.read_at else ""]
    if isinstance(outcome, Refusal):
        error = outcome.error
        kind = next(name for name, known in _ERRORS.items() if isinstance(error, known))
        data += [kind, error.code, _packed_params(error.params, source.path)]
    else:
        found = outcome.assessment
        office = found.office
        data += [
            [office.code, office.name, office.parent],
            _packed(found.report_day),
            [_packed_result(result) for result in found.results],
            [
                [each.code, each.cell, each.indicator, _packed_params(each.params, source.path)]
                for each in found.findings
            ],
        ]
        if outcome.imported:
            data.append(_packed_import(outcome.imported))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(data: bytes, path: str, task: Task) -> OfficeResult | Refusal:
    """Return what came of the file at `path`, as `pack` had it but for the cells of the form that no summary needs.

    Of a row stays where its achievement stands. Raise ValueError for anything that `pack` has not made for this task.
    """
    try:
        sha256, read_at, *rest = json.loads(data)
        source = Source(path, sha256, datetime.fromisoformat(read_at) if read_at else None)
        if len(rest) == 3:
            kind, code, params = rest
            return Refusal(source, _ERRORS[kind](code, **_unpacked_params(params, path)))
        office, day, results, findings, *imported = rest
        plan = task.plan
        assessment = Assessment(
            Office(*office),
            plan,
            task.quarter,
            task.rule or plan.rule,
            task.as_of or plan.fiscal_year.quarter_end(task.quarter),
            tuple(
                _unpacked_result(indicator, *fields) for indicator, fields in zip(plan.indicators, results, strict=True)
            ),
            tuple(
                Finding(KINDS[code], _once(cell), _once(indicator), _unpacked_params(params, path))
                for code, cell, indicator, params in findings
            ),
            _unpacked(day),
        )
        how = _unpacked_import(*imported[0]) if imported else None
    except (ArithmeticError, KeyError, TypeError) as error:
        raise ValueError(f"{path}: not what was packed") from error
    return OfficeResult(source, assessment, imported=how)


def _packed_import(imported: ImportSource) -> list[object]:
    return [imported.kind, str(imported.sure_weight), str(imported.weight), list(imported.doubts), list(imported.lines)]


def _unpacked_import(kind: str, sure: str, weight: str, doubts: list[str], lines: list[str]) -> ImportSource:
    return ImportSource(kind, _number(sure), _number(weight), tuple(map(Doubt, doubts)), tuple(lines))


def _packed_result(result: Result) -> list[object]:
    return [
        result.rule,
        result.cell,
        result.status,
        result.raw,
        _packed(result.value),
        [result.percent.numerator, result.percent.denominator],
        str(result.marks),
        str(result.attainable),
        None if result.claimed is None else str(result.claimed),
        _packed(result.offer),
        result.not_yet_due,
        _packed(result.earlier),
        # The year's figure is nearly always the quarter's own.
        None if result.own == result.value else [_packed(result.own)],
        _packed(result.exact),
        [
            [int(each.quarter), each.status, _packed(each.value), each.raw, each.cell, each.found]
            for each in result.before
        ],
    ]


def _unpacked_result(
    indicator: Indicator,
    rule: str,
    cell: str,
    status: str,
    raw: str,
    value: Any,
    percent: list[int],
    marks: str,
    attainable: str,
    claimed: str | None,
    offer: Any,
    not_yet_due: bool,
    earlier: Any,
    own: list[Any] | None,
    exact: Any,
    before: list[list[Any]],
) -> Result:
    years = _unpacked(value)
    return Result(
        indicator,
        Rule(rule),
        _row(cell),
        Status(status),
        raw,
        years,
        _fraction(*percent),
        _number(marks),
        _number(attainable),
        None if claimed is None else _number(claimed),
        _unpacked(offer),
        not_yet_due,
        _unpacked(earlier),
        years if own is None else _unpacked(own[0]),
        _unpacked(exact),
        tuple(_quarter_figure(*each) for each in before),
    )


def _quarter_figure(quarter: int, status: str, value: Any, raw: str, cell: str, found: bool) -> QuarterFigure:
    return QuarterFigure(Quarter(quarter), Status(status), _unpacked(value), raw, _once(cell), found)


# Marks, cells and codes are the same in thousands of offices, and each is kept once.
_number = lru_cache(maxsize=65536)(Decimal)
_fraction = lru_cache(maxsize=4096)(Fraction)


@lru_cache(maxsize=65536)
def _once(text: str) -> str:
    return text


@lru_cache(maxsize=65536)
def _row(cell: str) -> Achievement | None:
    return Achievement(BLANK, BLANK, BLANK, (), Cell(None, cell)) if cell else None


# ---- values: a list is a tag and what it stands for -----------------------------------------------------------------


def _packed_params(params: Mapping[str, object], path: str) -> dict[str, object]:
    """Return the parameters of a sentence; a file that is copied elsewhere is the same file, so its path stays out."""
    return {name: ["path"] if str(value) == path else _packed(value) for name, value in params.items()}


def _unpacked_params(params: Mapping[str, Any], path: str) -> dict[str, object]:
    return {name: path if value == ["path"] else _unpacked(value) for name, value in params.items()}


def _packed(value: object) -> object:
    match value:
        case None | bool():
            return value
        case Decimal():
            return ["number", str(value)]
        case datetime():
            return ["moment", value.isoformat()]
        case date():
            return ["day", value.isoformat()]
        case Quarter():
            return ["quarter", int(value)]
        case Month():
            return ["month", int(value)]
        case Fraction():
            return ["fraction", value.numerator, value.denominator]
        case Phrase():
            return ["phrase", value.code, {name: _packed(each) for name, each in value.params.items()}]
        case list() | tuple():
            return ["list", *map(_packed, value)]
        case int() | float():
            return value
        case Path() | _:
            return str(value)


def _unpacked(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    kind, *rest = value
    return _UNPACK[kind](*rest)


_UNPACK: Mapping[str, Any] = {
    "number": _number,
    "moment": datetime.fromisoformat,
    "day": lru_cache(maxsize=4096)(date.fromisoformat),
    "quarter": Quarter,
    "month": Month,
    "fraction": _fraction,
    "phrase": lambda code, params: Phrase(code, {name: _unpacked(value) for name, value in params.items()}),
    "list": lambda *items: [_unpacked(item) for item in items],
}
