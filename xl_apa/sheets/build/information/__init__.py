"""The sheets beside the forms: who reports, and how the form is filled in."""
