"""Who should report, and to whom."""
