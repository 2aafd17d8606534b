"""Workbook files and nothing of what is in them: addresses, opening, editing cells, writing sheets."""
