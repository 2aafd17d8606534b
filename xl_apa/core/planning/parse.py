"""The tables of a TOML file as a plan, with every fault in them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from xl_apa.core.findings import Finding, FindingKind, Severity
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Activity, Area, Indicator, Plan, Rollup, Rule, Tier, Unit, Value
from xl_apa.core.planning.check import check_plan
from xl_apa.core.text.numerals import to_ascii_digits
from xl_apa.core.typed.reading import parse_target, parse_unit

MOST_TIERS = 5
"""The form has five target columns."""

_FIELDS = {
    "plan": ("name", "title", "fiscal_year", "rule", "total", "example", "tiers", "area"),
    "tiers": ("percent", "name"),
    "area": ("number", "title", "weight", "activity"),
    "activity": ("code", "title", "indicator"),
    "indicator": ("code", "title", "unit", "weight", "targets", "rule", "rollup"),
}
_OPTIONAL = {"rule", "example", "rollup"}


def parse_plan(data: Mapping[str, object], *, unknown_fields: bool = False) -> tuple[Plan | None, tuple[Finding, ...]]:
    """Return the plan that the tables describe and what is wrong with it; None for the plan when anything is an error.

    `data` has the shape of `plans/2023-24.toml`: name, title, …, tiers, area → activity → indicator. With
    `unknown_fields`, fields that a newer program has added are passed over.
    """
    reader = _Tables(unknown_fields)
    plan = reader.plan(data)
    findings = (*reader.findings, *(check_plan(plan) if plan else ()))
    faulty = any(finding.severity is Severity.ERROR for finding in findings)
    return (None if faulty else plan), findings


@dataclass
class _Tables:
    """Reads the tables one by one and keeps every fault, so that a person can mend them all at once."""

    unknown_fields: bool = False
    findings: list[Finding] = field(default_factory=list)

    def plan(self, data: Mapping[str, object]) -> Plan | None:
        self.fields("plan", data, "")
        year = FiscalYear.parse(str(data.get("fiscal_year", "")))
        if year is None:
            self.wrong("", "fiscal_year", data.get("fiscal_year"))
        tables = self.tables("", "tiers", data)
        for table in tables:
            self.fields("tiers", table, "")
        tiers = tuple(
            Tier(
                self.whole("", "tiers.percent", table.get("percent")),
                self.text("", "tiers.name", table.get("name")),
            )
            for table in tables
        )
        percents = [tier.percent for tier in tiers]
        if not 1 <= len(tiers) <= MOST_TIERS or percents != sorted(set(percents), reverse=True):
            self.wrong("", "tiers", percents)
        if not all(0 < percent <= 100 for percent in percents):
            self.wrong("", "tiers.percent", percents)
        areas = tuple(self.area(table, len(tiers)) for table in self.tables("", "area", data))
        rule = self.rule("", data.get("rule")) or Rule.TIER
        name, title = self.text("", "name", data.get("name")), self.text("", "title", data.get("title"))
        if year is None or not tiers:
            return None
        if not any(area.indicators for area in areas):
            self.wrong("", "area", "[]")
        example = data.get("example", False)
        if not isinstance(example, bool):
            self.wrong("", "example", example)
        plan = Plan(name, title, year, rule, tiers, areas, bool(example))
        total = self.number("", "total", data.get("total"))
        if total != plan.weight:
            self.findings.append(Finding(FindingKind.PLAN_TOTAL, params={"total": total, "sum": plan.weight}))
        return plan

    def area(self, data: Mapping[str, object], tiers: int) -> Area:
        number = self.whole("", "area.number", data.get("number"))
        self.fields("area", data, str(number))
        return Area(
            number,
            self.text(str(number), "title", data.get("title")),
            self.number(str(number), "weight", data.get("weight")),
            tuple(self.activity(table, tiers) for table in self.tables(str(number), "activity", data)),
        )

    def activity(self, data: Mapping[str, object], tiers: int) -> Activity:
        code = to_ascii_digits(self.text("", "activity.code", data.get("code")))
        self.fields("activity", data, code)
        return Activity(
            code,
            self.text(code, "title", data.get("title")),
            tuple(self.indicator(table, tiers) for table in self.tables(code, "indicator", data)),
        )

    def indicator(self, data: Mapping[str, object], tiers: int) -> Indicator:
        code = to_ascii_digits(self.text("", "indicator.code", data.get("code")))
        self.fields("indicator", data, code)
        unit = parse_unit(str(data.get("unit", "")))
        if unit is None:
            self.wrong(code, "unit", data.get("unit"))
        rollup = self.rollup(code, data.get("rollup"))
        return Indicator(
            code,
            self.text(code, "title", data.get("title")),
            unit or Unit.NUMBER,
            self.number(code, "weight", data.get("weight")),
            self.targets(code, data.get("targets"), unit or Unit.NUMBER, tiers),
            self.rule(code, data.get("rule")),
            # Said or left out, the unit's own way is the same plan.
            None if unit and rollup is unit.rollup else rollup,
        )

    def targets(self, code: str, values: object, unit: Unit, tiers: int) -> tuple[Value | None, ...]:
        if not isinstance(values, Sequence) or isinstance(values, str) or len(values) > tiers:
            self.wrong(code, "targets", values)
            return (None,) * tiers
        targets: list[Value | None] = []
        for value in values:
            target = parse_target(value, unit) if isinstance(value, (str, int, float, date)) else str(value)
            if isinstance(target, str):
                self.wrong(code, "targets", value)
            targets.append(None if isinstance(target, str) else target)
        return (*targets, *(None,) * (tiers - len(targets)))

    def rule(self, where: str, value: object) -> Rule | None:
        if value is None or value in list(Rule):
            return Rule(str(value)) if value else None
        self.wrong(where, "rule", value)
        return None

    def rollup(self, where: str, value: object) -> Rollup | None:
        if value is None or value in list(Rollup):
            return Rollup(str(value)) if value else None
        self.wrong(where, "rollup", value)
        return None

    def text(self, where: str, name: str, value: object) -> str:
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None:
            self.wrong(where, name, value)
        return ""

    def number(self, where: str, name: str, value: object) -> Decimal:
        if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
            return Decimal(str(value))
        if value is not None:
            self.wrong(where, name, value)
        return Decimal(0)

    def whole(self, where: str, name: str, value: object) -> int:
        number = self.number(where, name, value)
        if number != int(number):
            self.wrong(where, name, value)
        return int(number)

    def tables(self, where: str, name: str, data: Mapping[str, object]) -> list[Mapping[str, object]]:
        value = data.get(name, [])
        if isinstance(value, list) and all(isinstance(table, Mapping) for table in value):
            return value
        self.wrong(where, name, value)
        return []

    def fields(self, kind: str, data: Mapping[str, object], where: str) -> None:
        for name in _FIELDS[kind]:
            if name not in data and name not in _OPTIONAL:
                self.findings.append(
                    Finding(
                        FindingKind.PLAN_FIELD_MISSING, indicator=where, params={"where": where or kind, "field": name}
                    )
                )
        for name in data:
            if name not in _FIELDS[kind] and not self.unknown_fields:
                known = ", ".join(_FIELDS[kind])
                params = {"where": where or kind, "field": name, "known": known}
                self.findings.append(Finding(FindingKind.PLAN_FIELD_UNKNOWN, indicator=where, params=params))

    def wrong(self, where: str, name: str, value: object) -> None:
        params = {"where": where or "plan", "field": name, "value": str(value)}
        self.findings.append(Finding(FindingKind.PLAN_VALUE_WRONG, indicator=where, params=params))
