"""Workbooks of Excel 97 to 2003 (.xls): what xlrd reads of them, and what it passes over."""
