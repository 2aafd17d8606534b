"""Finds the offices' workbooks, reads each of them, and keeps what was read."""
