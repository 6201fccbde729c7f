"""The forms in which quotes leave the collection beside JSON, one file each."""
