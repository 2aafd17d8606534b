"""The form in a table: its columns, its rows, and where in a row each column's cell stands."""
