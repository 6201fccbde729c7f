"""`quotes backup`: everything that is kept, copied to one file while others go on working."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli import command_setup
from quotes.cli.output.terminal import bar, tell


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace the file if it exists.")
def command(file: Path, replace: bool) -> int:
    """Copy everything that is kept to FILE.

    The server may go on meanwhile. FILE holds what was there at one moment; it is checked before it gets its name.
    """
    with command_setup.opened_store() as store, bar("Copying") as reached:
        store.back_up(str(file), reached, replace)
    tell(f"{file}: {file.stat().st_size / 1e6:.1f} MB, copied and checked")
    return 0
