"""What only Windows does: run there, by its own Python (`make windows-test`)."""
