"""Reads workbooks of any origin (.xlsx, .xlsm, .ods, .xls): values with their kind, and nothing that can do harm."""
