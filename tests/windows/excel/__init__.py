"""A stand-in for Excel on Windows: a program of its own that answers through COM as Excel.Application does.

It calculates nothing and draws nothing. What it was asked to change, and every message box that appeared, it writes to
its log, a line of JSON each. `python -m tests.windows.excel LOG` serves until it is told to quit.
"""
