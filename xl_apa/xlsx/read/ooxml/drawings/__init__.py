"""What lies over the cells of a sheet in an .xlsx file."""
