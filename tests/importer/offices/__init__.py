"""Made-up offices: plans in officials' words, reports on them in many forms, and what scans and typists do to them.

Written apart from `tests/importer/damage.py`, with other headings, other forms and other faults, so that what is fitted
to the one is found by the other. All from a seed.
"""
