"""Inside Excel, through xlwings: worksheet functions and buttons."""
