"""Files on a disk, whatever is in them: written whole, known again, and none left behind."""
