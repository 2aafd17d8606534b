"""The first sheet of the ministry workbook, and the charts that stand on it."""
