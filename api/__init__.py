"""The service over HTTP, in Flask."""
