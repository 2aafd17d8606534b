"""The tables of a TOML file as a plan, with every fault in them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from xl_apa.core.findings import Finding, FindingKind, Severity
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import (
    MOST_TIERS,
    Activity,
    Area,
    DueDay,
    Indicator,
    Method,
    Percent,
    Plan,
    Rollup,
    Rule,
    Tier,
    Unit,
    Value,
)
from xl_apa.core.planning.check import check_plan
from xl_apa.core.planning.due import FIELDS, parse_due_day
from xl_apa.core.planning.fault_text import as_typed, place_in_file
from xl_apa.core.text.codes import MANDATORY, as_code
from xl_apa.core.typed.reading import parse_target
from xl_apa.core.typed.units import is_usual_name, unit_kinds

_MOST_DECIMALS = 6
_Word = TypeVar("_Word", bound=StrEnum)
_AREA_CODE = re.compile(rf"(?P<prefix>(?:{re.escape(MANDATORY)}|M\.)?)(?P<number>\d+)")
_AGREEMENT = 100
"""What a whole agreement is out of."""

_FIELDS = {
    "plan": (
        *("name", "title", "fiscal_year", "rule", "method", "total", "apa_weight", "example"),
        *("tiers", "due", "area"),
    ),
    "tiers": ("percent", "name"),
    "due": FIELDS,
    "area": ("number", "title", "weight", "activity"),
    "activity": ("code", "title", "indicator"),
    "indicator": (
        *("code", "title", "unit", "kind", "decimals", "weight", "targets", "rule", "rollup", "method"),
        "evidence",
    ),
}
_OPTIONAL = {"rule", "example", "rollup", "kind", "decimals", "method", "evidence", "due", "apa_weight"}


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
    usual_method: Method | None = None
    """The plan's own calculation method, for the indicators that do not say theirs."""

    def plan(self, data: Mapping[str, object]) -> Plan | None:
        self.fields("plan", data, "")
        year = FiscalYear.parse(str(data.get("fiscal_year", "")))
        if year is None:
            self.wrong("", "fiscal_year", data.get("fiscal_year"))
        tables = self.tables("", "tiers", data)
        for table in tables:
            self.fields("tiers", table, "")
        tiers = tuple(
            Tier(self.percent(table.get("percent")), self.text("", "tiers.name", table.get("name"))) for table in tables
        )
        percents = [tier.percent for tier in tiers]
        if not 1 <= len(tiers) <= MOST_TIERS or percents != sorted(set(percents), reverse=True):
            self.wrong("", "tiers", percents)
        if not all(0 < percent <= 100 for percent, table in zip(percents, tables) if "percent" in table):
            self.wrong("", "tiers.percent", percents)
        self.usual_method = self.one_of(Method, "", "method", data)
        if self.usual_method is Method.DATE:
            # Days are reported once anyway, and nothing else can be.
            self.wrong("", "method", data.get("method"))
            self.usual_method = None
        areas = tuple(self.area(table, len(tiers)) for table in self.tables("", "area", data))
        rule = self.one_of(Rule, "", "rule", data) or Rule.TIER
        name, title = self.text("", "name", data.get("name")), self.text("", "title", data.get("title"))
        if year is None or not tiers:
            return None
        if not any(area.indicators for area in areas):
            self.wrong("", "area", [])
        example = data.get("example", False)
        if not isinstance(example, bool):
            self.wrong("", "example", example)
        apa_weight = self.apa_weight(data.get("apa_weight"))
        plan = Plan(name, title, year, rule, tiers, areas, bool(example), self.due(data, year), apa_weight)
        total = self.number("", "total", data.get("total"))
        if total != plan.weight:
            self.findings.append(Finding(FindingKind.PLAN_TOTAL, params={"weight": total, "sum": plan.weight}))
        return plan

    def due(self, data: Mapping[str, object], year: FiscalYear) -> tuple[DueDay, ...]:
        days: list[DueDay] = []
        for table in self.tables("", "due", data):
            self.fields("due", table, "due")
            day, wrong = parse_due_day(table, year)
            days += [day] if day else []
            for name in wrong:
                if name in table:
                    self.wrong("due", name, table[name])
        return tuple(days)

    def area(self, data: Mapping[str, object], tiers: int) -> Area:
        prefix, number = self.area_number(data.get("number"))
        where = f"{prefix}{number}"
        self.fields("area", data, where)
        return Area(
            number,
            self.text(where, "title", data.get("title")),
            self.number(where, "weight", data.get("weight")),
            tuple(self.activity(table, tiers) for table in self.tables(where, "activity", data)),
            prefix,
        )

    def area_number(self, value: object) -> tuple[str, int]:
        """What stands before an area's number, and the number: `এম.১` of a mandatory objective, 1."""
        match = _AREA_CODE.fullmatch(as_code(value)) if isinstance(value, str) else None
        return (match["prefix"], int(match["number"])) if match else ("", self.whole("", "area.number", value))

    def activity(self, data: Mapping[str, object], tiers: int) -> Activity:
        code = as_code(self.text("", "activity.code", data.get("code")))
        self.fields("activity", data, code)
        return Activity(
            code,
            self.text(code, "title", data.get("title")),
            tuple(self.indicator(table, tiers) for table in self.tables(code, "indicator", data)),
        )

    def indicator(self, data: Mapping[str, object], tiers: int) -> Indicator:
        code = as_code(self.text("", "indicator.code", data.get("code")))
        self.fields("indicator", data, code)
        unit, name = self.unit(code, data.get("unit", ""), data.get("kind"))
        rollup = self.one_of(Rollup, code, "rollup", data)
        return Indicator(
            code,
            self.text(code, "title", data.get("title")),
            unit or Unit.NUMBER,
            self.number(code, "weight", data.get("weight")),
            self.targets(code, data.get("targets"), unit or Unit.NUMBER, tiers, name or ""),
            self.one_of(Rule, code, "rule", data),
            # Said or left out, the unit's own way is the same plan.
            None if unit and rollup is unit.rollup else rollup,
            unit_name=name,
            decimals=self.decimals(code, data.get("decimals")),
            method=self.method_of(code, data, unit or Unit.NUMBER),
            evidence=self.text(code, "evidence", data.get("evidence")),
        )

    def unit(self, code: str, value: object, kind: object) -> tuple[Unit | None, str | None]:
        """The kind of a unit, None where it cannot be told, and its name, None for the usual one."""
        name = value.strip() if isinstance(value, str) else None
        said = next((unit for unit in Unit if isinstance(kind, str) and is_usual_name(kind, unit)), None)
        if kind is not None and said is None:
            self.wrong(code, "kind", kind)
        kinds = unit_kinds(name) if name else frozenset({Unit.NUMBER} if name == "" else ())
        if name is None or not kinds:
            self.wrong(code, "unit", value)
            return said, None
        if said and (said in kinds or kinds == {Unit.NUMBER}):
            return said, None if is_usual_name(name, said) else name
        if said:
            self.wrong(code, "kind", kind)
        elif len(kinds) > 1:
            params = {"code": code, "unit": name}
            self.findings.append(Finding(FindingKind.PLAN_UNIT_AMBIGUOUS, indicator=code, params=params))
            return None, name
        unit = next(iter(kinds))
        return unit, None if is_usual_name(name, unit) else name

    def decimals(self, code: str, value: object) -> int | None:
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_DECIMALS:
            return value
        self.wrong(code, "decimals", value)
        return None

    def targets(self, code: str, values: object, unit: Unit, tiers: int, name: str) -> tuple[Value | None, ...]:
        if not isinstance(values, Sequence) or isinstance(values, str) or len(values) > tiers:
            self.wrong(code, "targets", values)
            return (None,) * tiers
        targets: list[Value | None] = []
        for value in values:
            target = parse_target(value, unit, name) if isinstance(value, (str, int, float, date)) else str(value)
            if isinstance(target, str):
                self.wrong(code, "targets", value)
            targets.append(None if isinstance(target, str) else target)
        return (*targets, *(None,) * (tiers - len(targets)))

    def one_of(self, kind: type[_Word], where: str, name: str, data: Mapping[str, object]) -> _Word | None:
        """The word that a field holds of those there are for it, None where it is left out."""
        value = data.get(name)
        if value is None or value in list(kind):
            return kind(str(value)) if value else None
        self.wrong(where, name, value)
        return None

    def method_of(self, code: str, data: Mapping[str, object], unit: Unit) -> Method | None:
        """The method of an indicator: its own, else the plan's; None where that is the unit's usual one."""
        plans = unit.method if unit is Unit.DATE else self.usual_method
        method = self.one_of(Method, code, "method", data) or plans
        return None if method is unit.method else method

    def apa_weight(self, value: object) -> Decimal | None:
        if value is None:
            return None
        known = len(self.findings)
        weight = self.number("", "apa_weight", value)
        if len(self.findings) == known and not 0 < weight <= _AGREEMENT:
            self.wrong("", "apa_weight", value)
        return weight

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

    def percent(self, value: object) -> Percent:
        """The percent of a tier, whole ones as they are: 100, 87.5."""
        number = self.number("", "tiers.percent", value)
        return int(number) if number == int(number) else number

    def tables(self, where: str, name: str, data: Mapping[str, object]) -> list[Mapping[str, object]]:
        value = data.get(name, [])
        if isinstance(value, list) and all(isinstance(table, Mapping) for table in value):
            return value
        self.wrong(where, name, value)
        return []

    def fields(self, kind: str, data: Mapping[str, object], where: str) -> None:
        for name in _FIELDS[kind]:
            if name not in data and name not in _OPTIONAL:
                self.missing(where, name, kind)
        for name in data:
            if name not in _FIELDS[kind] and not self.unknown_fields:
                known = ", ".join(_FIELDS[kind])
                params = {"where": place_in_file(where, kind), "field": name, "known": known}
                self.findings.append(Finding(FindingKind.PLAN_FIELD_UNKNOWN, indicator=where, params=params))

    def missing(self, where: str, name: str, kind: str = "plan") -> None:
        params = {"where": place_in_file(where, kind), "field": name}
        finding = Finding(FindingKind.PLAN_FIELD_MISSING, indicator=where, params=params)
        if finding not in self.findings:
            self.findings.append(finding)

    def wrong(self, where: str, name: str, value: object) -> None:
        if value is None:
            self.missing(where, name)
            return
        params = {"where": place_in_file(where), "field": name, "value": as_typed(value)}
        self.findings.append(Finding(FindingKind.PLAN_VALUE_WRONG, indicator=where, params=params))
