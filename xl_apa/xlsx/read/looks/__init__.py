"""What a person sees of a cell: number formats, struck-out and raised text, text in the colour of its cell."""
