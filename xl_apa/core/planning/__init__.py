"""A plan as data (the tables of a TOML file) and as a `Plan`, with the checks that belong to a plan alone."""

from __future__ import annotations

from xl_apa.core.planning.check import check_plan
from xl_apa.core.planning.parse import parse_plan
from xl_apa.core.planning.serialize import plan_as_data

__all__ = ["check_plan", "parse_plan", "plan_as_data"]
