"""Reads an office workbook back: the sheets that count, and the form on each of them."""
