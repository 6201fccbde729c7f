"""Social platforms, one file each."""
