"""From what stands in a row to its marks, and how they came about."""
