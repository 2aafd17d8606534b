"""Cells of a workbook that exists: changed where they stand, and all else in its file stays."""
