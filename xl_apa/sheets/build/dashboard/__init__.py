"""The dashboard of an office workbook."""
