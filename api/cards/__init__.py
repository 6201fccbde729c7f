"""Quote cards."""
