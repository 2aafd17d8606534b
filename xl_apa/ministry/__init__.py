"""The centre: many office workbooks, one summary."""
