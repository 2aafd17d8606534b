"""What the numbers say: figures and codes, no words for readers."""
