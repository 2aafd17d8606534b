"""The data as rows, as pandas tables, and as files for other tools."""
