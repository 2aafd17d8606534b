"""The commands of `xl-apa`, a module each; the program imports one when it is called."""
