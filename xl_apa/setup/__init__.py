"""Installing on Windows: what the computer is, the add-in in Excel, what is wrong, a folder that installs offline."""
