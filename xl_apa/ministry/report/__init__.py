"""The ministry workbook, sheet by sheet."""
