"""Inside Excel, through xlwings."""
