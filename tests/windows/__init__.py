"""Windows' own Python under Wine: what the tests of a made-up PC cannot show (`make windows-test`)."""
