"""Text as people write it: characters, digits, number words and months, read alike however they are spelled."""
