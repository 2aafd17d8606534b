"""Office Open XML workbooks (.xlsx, .xlsm): the parts of the package, read once."""
