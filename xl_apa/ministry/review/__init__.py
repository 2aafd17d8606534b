"""Return for correction: what the ministry decides on each report, and a letter to every office."""
