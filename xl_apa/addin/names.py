"""Names of the add-in that its VBA, its files and its settings share."""

PROJECT = "xl_apa"
"""PROJECT_NAME in xlwings' VBA, which looks for settings in `%USERPROFILE%\\.xl_apa\\xl_apa.conf`, apart from any other
add-in's."""

ADDIN_FILE = f"{PROJECT}.xlam"
"""The name of the add-in, by which Excel knows it."""
