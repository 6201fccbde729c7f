"""The one JSON shape of everything, in marshmallow."""
