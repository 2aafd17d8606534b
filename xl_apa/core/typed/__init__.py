"""What officers type into a cell: the value, the day or the state that counts, or a question and what to offer."""
