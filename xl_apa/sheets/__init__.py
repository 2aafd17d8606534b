"""The office workbook: where things stand, its formulas, building it, reading it, writing marks into it."""
