"""Builds an office workbook from a plan, sheet by sheet."""
