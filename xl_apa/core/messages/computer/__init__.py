"""What is said about a computer: installing the program on it, and what is wrong there."""
