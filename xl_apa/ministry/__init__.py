"""The centre: many office workbooks, one ministry summary."""
