"""What single buttons do besides marking a form."""
