"""From the text in `macros/` to the add-in and the macro edition of the form."""
