"""PDFs with text in them: letters as they are meant, the lines they make, tables by their lines and over pages."""
