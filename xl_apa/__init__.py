"""xl_apa: marks, checks and ministry summaries for the e-Governance and Innovation Action Plan, in Excel."""

__version__ = "0.1.0"
