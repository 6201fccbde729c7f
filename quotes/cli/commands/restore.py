"""`quotes restore`: a backup put in the place of the database."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli import command_setup
from quotes.cli.output.terminal import bar, tell


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace a database that exists; its content is then lost.")
def command(file: Path, replace: bool) -> int:
    """Put a backup in the place of the database that QUOTES_DATABASE names.

    FILE is checked first. Stop the server before; if anything goes wrong, the database stays as it was.
    """
    from quotes.collection.derived_fields import DerivedFields
    from quotes.store.store_opener import restore_store

    database = command_setup.settings().database
    with bar("Restoring") as reached:
        restore_store(database, file, reached, replace, DerivedFields())
    tell(f"{database} holds what {file} holds")
    return 0
