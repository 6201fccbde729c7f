"""`quotes keys`: who may read and write over HTTP."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import get_args

import click

from quotes.cli.command_setup import now, opened_store
from quotes.cli.output.table import table
from quotes.cli.output.terminal import tell, width
from quotes.collection.access_keys import is_expired, make_key, revoke_key
from quotes.store.contract.store import Key, Scope

HEAD = ("Name", "Scope", "Key begins", "Made", "Last used", "State")


@click.group("keys")
def command() -> None:
    """Hand out access keys, list them, take them back."""


@command.command("add")
@click.argument("name")
@click.option("--scope", type=click.Choice(get_args(Scope)), required=True,
              help="What the key allows; write includes read, and admin includes both.")
@click.option("--days", type=click.IntRange(1, 36500), metavar="N",
              help="How many days the key is valid; without it, until it is revoked.")
def add(name: str, scope: Scope, days: int | None) -> int:
    """Make a key and print it.

    This is the one time that it can be seen. NAME tells it from others in the list.
    """
    with opened_store() as store:
        click.echo(make_key(store, name, scope, now(), None if days is None else timedelta(days=days)))
    return 0


@command.command("list")
def list_keys() -> int:
    """Show all keys, without what makes them work."""
    with opened_store() as store:
        keys = store.keys()
    if not keys:
        tell("there are no keys yet; quotes keys add NAME --scope write makes one")
        return 0
    for line in table(HEAD, [_row(key) for key in keys], width()):
        sys.stdout.write(line + "\n")
    return 0


@command.command("revoke")
@click.argument("name")
def revoke(name: str) -> int:
    """Take a key out of use.

    NAME may also be the beginning of the key that the list shows.
    """
    with opened_store() as store:
        key = revoke_key(store, name, now())
    tell(f"the key {key.name} ({key.prefix}) is revoked now")
    return 0


def _row(key: Key) -> tuple[str, ...]:
    return (key.name, key.scope, key.prefix, _day(key.created_at), _day(key.last_used_at) or "never", _state(key))


def _state(key: Key) -> str:
    if key.revoked_at:
        return f"revoked {_day(key.revoked_at)}"
    if key.expires_at is None:
        return "in use"
    return f"{'expired' if is_expired(key, now()) else 'until'} {_day(key.expires_at)}"


def _day(moment: str | None) -> str:
    return (moment or "")[:10]
