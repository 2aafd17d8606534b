"""What goes onto a USB stick as it is: templates of the installer, its page and its check."""
