"""By which sheets a workbook is known to be a summary of ours."""

from __future__ import annotations

OVERVIEW_SHEET = "সারসংক্ষেপ"
SOURCES_SHEET = "উৎস"

ALWAYS_THERE = frozenset({OVERVIEW_SHEET, SOURCES_SHEET})
"""Sheets that every summary has, and no form."""
