"""Workbook files, without Excel: the form, its reader, and the one that writes marks back."""
