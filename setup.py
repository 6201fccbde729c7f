"""Where the packages lie: api/ and schemas/ are installed inside of quotes, so that they clash with nobody's own."""

from setuptools import find_packages, setup

INSIDE = {"quotes.api": "api", "quotes.schemas": "schemas"}

setup(
    packages=[*find_packages(include=["quotes", "quotes.*"]),
              *(f"quotes.{name}" for name in find_packages(include=["api", "api.*", "schemas", "schemas.*"]))],
    package_dir=INSIDE,
)
