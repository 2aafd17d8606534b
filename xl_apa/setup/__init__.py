"""Puts the program on a Windows PC: what is there, installing, what is wrong, a folder that installs offline."""
