"""New workbooks: sheets, looks and links, the same bytes whichever system writes them."""
