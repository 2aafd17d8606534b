"""OpenDocument workbooks (.ods)."""
