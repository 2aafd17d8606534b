"""What a Windows computer is, as far as it matters for the add-in: registry, Excel, folders, region, fonts."""
