"""The pages that are browsed: speakers, outlets, articles, unnamed sources, statistics, disagreements, corrections."""
