"""Words by language, one folder each."""
