"""Processes beside the program's own, in which files of others are read within limits of time and memory."""
