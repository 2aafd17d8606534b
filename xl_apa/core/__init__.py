"""The rules: standard library only, no file, no Excel."""
