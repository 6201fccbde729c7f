"""Where the packages lie: api/ and schemas/ are installed inside of quotes, so that they clash with nobody's own."""

from setuptools import find_namespace_packages, setup

INSIDE = {"quotes.api": "api", "quotes.schemas": "schemas"}


def found(*tops: str) -> list[str]:
    """The folders below these, also those that hold no modules but templates, typefaces or lists of words."""
    wanted = [pattern for top in tops for pattern in (top, f"{top}.*")]
    return find_namespace_packages(include=wanted, exclude=["*.__pycache__*"])


setup(
    packages=[*found("quotes"), *(f"quotes.{name}" for name in found("api", "schemas"))],
    package_dir=INSIDE,
)
