"""What the form and the buttons say inside Excel."""
