"""How an .xlsx file says what its cells look like, and what of a sheet nobody sees."""
