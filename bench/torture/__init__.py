"""Random requests against the running service: schemathesis, with what it is told beforehand."""
