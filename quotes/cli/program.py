"""The program: finds its commands, and turns every way in which they end into one line and an exit status.

0: done, also where nothing was found. 1: some input failed. 2: called wrongly, or a setting is wrong. 130: Ctrl-C.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

import click

from quotes.cli.output.terminal import tell
from quotes.records.errors import BadSetting, QuotesError

COMMANDS = ("extract", "ingest", "said", "search", "verify", "export", "stats", "serve", "keys", "merge", "tidy",
            "takedown", "reread", "check", "backup", "restore", "evaluate", "train")
DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


@dataclass
class Run:
    """What one run of the program was asked for beside its command."""

    debug: bool = False


class Commands(click.Group):
    """The commands, each imported only when it is called, so that a look-up does not load what a server needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, those used most first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, `--debug` added to it."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"quotes.cli.commands.{cmd_name}").command
        _add_debug(found)
        return found


def _note_debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and isinstance(ctx.obj, Run):
        ctx.obj.debug = True


DEBUG = click.Option(["--debug"], is_flag=True, expose_value=False, callback=_note_debug,
                     help="Show where an error comes from, for a report.")


def _add_debug(command: click.Command) -> None:
    if DEBUG not in command.params:
        command.params.append(DEBUG)
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _add_debug(inner)


@click.group(cls=Commands, params=[DEBUG], context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quotes", message="%(prog)s %(version)s")
def program() -> None:
    """Who said what, and where is it written: quotations and social posts of news articles, with their speakers."""


def run(arguments: Sequence[str]) -> int:
    """Run the program and give its exit status; whatever goes wrong is told in one line on standard error."""
    asked = Run()
    _write_utf8()
    try:
        status = _invoked(arguments, asked)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return USAGE
    except Exception as error:
        if asked.debug:
            traceback.print_exc()
        if isinstance(error, OSError):
            _let_go_of_output()  # it may be the output itself that cannot be written
        message, status = _explained(error)
        tell(message)
        return status
    return status


def _invoked(arguments: Sequence[str], asked: Run) -> int:
    """What a command gives back. Not by click's own main, which ends the process itself where a pipe is closed."""
    try:
        with program.make_context("quotes", list(arguments), obj=asked) as context:
            result = program.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return result if isinstance(result, int) else DONE


def _explained(error: Exception) -> tuple[str, int]:
    """An error as a line for the person at the keyboard, and the exit status."""
    if isinstance(error, click.UsageError):
        called = error.ctx.command_path if error.ctx else "quotes"
        return f"{error.format_message().rstrip('.')}; “{called} --help” shows how it is used.", USAGE
    if isinstance(error, click.ClickException):
        return error.format_message(), FAILED
    if isinstance(error, BadSetting):
        return str(error), USAGE
    if isinstance(error, QuotesError):
        return str(error), FAILED
    if isinstance(error, OSError):
        where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
        return f"{where}{error.strerror or error}", FAILED
    return (f"Something unexpected went wrong ({type(error).__name__}: {error}). "
            "Run it again with --debug and report what it shows."), FAILED


def _write_utf8() -> None:
    """Write UTF-8 wherever the output goes, since what is quoted can be in any script."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_output() -> None:
    """Write out what still can be, else point standard output nowhere: Python complains at exit where that fails."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
